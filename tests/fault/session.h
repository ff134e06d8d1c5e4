/* A scripted session of a reviewer, run while something fails, and what must
 * hold afterwards: every act that was confirmed is there, of the others at most
 * the one under way, and no file is worse than before. */
#ifndef GOUJI_TESTS_FAULT_SESSION_H
#define GOUJI_TESTS_FAULT_SESSION_H

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <sys/mman.h>

#include "../../src/review/verdict.h"
#include "fault.h"
#include "review_fixture.h"

enum { ACTS = 6, SAVE_AFTER = 3 };

/* Shared with a child that is killed. */
struct result {
    bool tried[ACTS], confirmed[ACTS];
    bool opened, saved, closed;
    char trouble[ERR_TEXT_NBYTES]; /* of the first act that failed */
};

/* Files as they stood before the session. */
struct before {
    bool exists;
    char *verdict, *journal;
    size_t nverdict, njournal;
};

static inline struct result *result_new(void)
{
    void *page = mmap(NULL, sizeof(struct result), PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(page != MAP_FAILED);
    return page;
}

/* ---- the acts ---- */

static inline int act(struct desk *desk, int which, struct err *err)
{
    static const struct target report = TARGET_REPORT;
    static const struct correction correction = {"T3.denied_3.np", "0"};
    const size_t first = desk_find(desk, "T3-02", "unable_1");
    const size_t second = desk_find(desk, "T3-02", "denied_2");
    switch (which) {
    case 0:
        return review_decide(desk->review, first, false, VERDICT_CONFIRMED, "", err);
    case 1:
        return review_annotate(desk->review, report, "第一条", err);
    case 2:
        return review_correct(desk->review, &correction, 1, NULL, "看错", err);
    case 3:
        return review_decide(desk->review, second, false, VERDICT_EXPLAINED, "已说明", err);
    case 4:
        return review_mark(desk->review, 'b', (struct target){-1, "T3.new.np", {0, 0}}, err);
    default:
        return review_annotate(desk->review, report, "末一条", err);
    }
}

static inline bool has_note(const struct desk *desk, const char *text)
{
    const struct note *notes;
    size_t n = review_notes(desk->review, &notes);
    for (size_t i = 0; i < n; i++)
        if (strcmp(notes[i].text, text) == 0)
            return true;
    return false;
}

static inline bool has_mark(const struct desk *desk, char name)
{
    const struct mark *marks;
    size_t n = review_marks(desk->review, &marks);
    for (size_t i = 0; i < n; i++)
        if (marks[i].name == name)
            return true;
    return false;
}

static inline bool is_there(const struct desk *desk, int which)
{
    const struct reading *readings;
    switch (which) {
    case 0:
        return desk_decision(desk, "T3-02", "unable_1").verdict == VERDICT_CONFIRMED;
    case 1:
        return has_note(desk, "第一条");
    case 2:
        return review_readings(desk->review, &readings) > 0;
    case 3:
        return desk_decision(desk, "T3-02", "denied_2").verdict == VERDICT_EXPLAINED;
    case 4:
        return has_mark(desk, 'b');
    default:
        return has_note(desk, "末一条");
    }
}

/* ---- before ---- */

/* Two rows that do not add up; with `earlier` a first session left a problem. */
static inline void session_prepare(struct desk *desk, bool earlier, struct before *before)
{
    static const struct target report = TARGET_REPORT;
    *before = (struct before){.exists = earlier};
    desk_set(desk, "unable_1", 0, 3);
    desk_set(desk, "unable_1", DESK_COLS - 1, 5);
    desk_set(desk, "denied_2", 0, 1);
    desk_set(desk, "denied_2", DESK_COLS - 1, 4);
    desk_write(desk);
    struct err err = {0};
    desk->report = report_open(desk->report_path, desk->forms, &err);
    assert_non_null(desk->report);
    if (!earlier)
        return;
    desk->review = review_open(desk->report, NULL, desk->rules, &desk->options, &err);
    OK(review_add_problem(desk->review, report, SEVERITY_WARNING, "缺统计期限", "", why));
    OK(review_close(desk->review, why));
    desk->review = NULL;
    before->verdict = desk_slurp(desk->verdict, &before->nverdict);
    before->journal = desk_slurp(desk->journal, &before->njournal);
}

static inline void session_release(struct before *before)
{
    free(before->verdict);
    free(before->journal);
}

static inline int remove_one(const char *path, const struct stat *info, int kind, struct FTW *place)
{
    (void)info;
    (void)kind;
    if (place->level > 0 && strcmp(path_name(path), "a.txt") != 0)
        remove(path);
    return 0;
}

/* All but the report goes; what stood before comes back. */
static inline void session_reset(const struct desk *desk, const struct before *before)
{
    assert_int_equal(nftw(desk->dir, remove_one, 16, FTW_DEPTH | FTW_PHYS), 0);
    if (!before->exists)
        return;
    desk_spill(desk->verdict, before->verdict, before->nverdict);
    desk_spill(desk->journal, before->journal, before->njournal);
}

/* ---- the session ---- */

static inline void session_act(struct desk *desk, int which, struct result *result)
{
    struct err err = {0};
    result->tried[which] = true;
    bool done = act(desk, which, &err) == 0;
    result->confirmed[which] = done;
    if (!done && !result->trouble[0])
        memcpy(result->trouble, err.text, sizeof err.text);
}

/* Goes on after what fails, as a person would. */
static inline void session_run(struct desk *desk, struct result *result)
{
    struct err err = {0};
    memset(result, 0, sizeof *result);
    desk->review = review_open(desk->report, NULL, desk->rules, &desk->options, &err);
    result->opened = desk->review != NULL;
    if (!desk->review) {
        memcpy(result->trouble, err.text, sizeof err.text);
        return;
    }
    for (int i = 0; i < ACTS; i++) {
        session_act(desk, i, result);
        if (i == SAVE_AFTER)
            result->saved = review_save(desk->review, &err) == 0;
    }
    result->closed = review_close(desk->review, &err) == 0;
    desk->review = NULL;
    if ((!result->saved || !result->closed) && !result->trouble[0])
        memcpy(result->trouble, err.text, sizeof err.text);
}

/* ---- after ---- */

static inline void check_whole(const char *path)
{
    struct verdict_file file;
    struct err err = {0};
    assert_int_equal(verdict_read(path, &file, &err), 0);
    if (file.health == VERDICT_FILE_DAMAGED)
        fail_msg("%s is damaged: %s", path, file.why);
    verdict_file_release(&file);
}

static inline void reopen(struct desk *desk)
{
    struct err err = {0};
    desk->review = review_open(desk->report, NULL, desk->rules, &desk->options, &err);
    if (!desk->review)
        fail_msg("%s", err.text);
    if (review_is_readonly(desk->review))
        fail_msg("read-only: %s", review_notice(desk->review));
}

/* `under_way`: how many acts that were not confirmed may be there. */
static inline void check_acts(struct desk *desk, const struct before *before,
                              const struct result *result, int under_way)
{
    const struct problem *problems;
    if (before->exists)
        assert_int_equal(review_problems(desk->review, &problems), 1);
    for (int i = 0; i < ACTS; i++) {
        bool there = is_there(desk, i);
        if (result->confirmed[i] && !there)
            fail_msg("act %d was confirmed and is lost", i);
        if (there && !result->tried[i])
            fail_msg("act %d is there and was never done", i);
        under_way -= there && !result->confirmed[i];
    }
    assert_true(under_way >= 0);
}

static inline void session_check(struct desk *desk, const struct before *before,
                                 const struct result *result, int under_way)
{
    char backup[PATH_MAX];
    snprintf(backup, sizeof backup, "%s.bak", desk->verdict);
    check_whole(desk->verdict);
    check_whole(backup);
    if (before->exists)
        assert_int_equal(access(desk->verdict, F_OK), 0);
    reopen(desk);
    check_acts(desk, before, result, under_way);
    /* Whatever has to be mended is mended by the next act. */
    OK(review_mark(desk->review, 'z', (struct target){-1, "T3.new.co", {0, 0}}, why));
    OK(review_close(desk->review, why));
    reopen(desk);
    if (review_notice(desk->review) && !review_is_elsewhere(desk->review))
        fail_msg("after mending: %s", review_notice(desk->review));
    check_acts(desk, before, result, under_way);
    OK(review_close(desk->review, why));
    desk->review = NULL;
}

/* All of it, not a sample: GOUJI_EXHAUSTIVE=1. */
static inline bool exhaustive(void)
{
    const char *chosen = getenv("GOUJI_EXHAUSTIVE");
    return chosen && *chosen && strcmp(chosen, "0") != 0;
}

static inline size_t open_descriptors(void)
{
    size_t n = 0;
    DIR *folder = opendir("/proc/self/fd");
    assert_non_null(folder);
    while (readdir(folder))
        n++;
    closedir(folder);
    return n;
}

#endif

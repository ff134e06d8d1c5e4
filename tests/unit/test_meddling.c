/* Somebody removes, cuts, replaces or edits the files of a review that is open.
 * What was confirmed on the screen stays on it, and is there when the review is
 * opened again, whether the session ends well or is killed. */
#include <time.h>

#include "review_fixture.h"

enum { FIRST = 1, SECOND = 2, OTHERS = 4 };
static const char *const notes_of[] = {
    [FIRST] = "第一条", [SECOND] = "第二条", [OTHERS] = "别人的"};
static const struct target whole = TARGET_REPORT;

static bool has_note(const struct review *review, const char *text)
{
    const struct note *notes;
    size_t n = review_notes(review, &notes);
    for (size_t i = 0; i < n; i++)
        if (strcmp(notes[i].text, text) == 0)
            return true;
    return false;
}

static bool try_note(struct review *review, int which)
{
    struct err err = {0};
    if (review_annotate(review, whole, notes_of[which], &err) == 0)
        return true;
    printf("        %s\n", err.text);
    return false;
}

static void write_twice(const char *path, const char *bytes, size_t nbytes)
{
    char *copy = NULL;
    assert_true(asprintf(&copy, "%s.new", path) > 0);
    desk_spill(copy, bytes, nbytes);
    assert_int_equal(rename(copy, path), 0);
    free(copy);
}

/* ---- what is done to the files ---- */

static int nothing(struct desk *desk)
{
    (void)desk;
    return 0;
}

static int remove_journal(struct desk *desk)
{
    return unlink(desk->journal);
}

static int remove_all(struct desk *desk)
{
    unlink(desk->verdict);
    return unlink(desk->journal);
}

static int remove_verdict(struct desk *desk)
{
    unlink(desk->verdict);
    return 0;
}

/* As editors and copying programs do it: the same bytes, another file. */
static int replace_journal(struct desk *desk)
{
    size_t nbytes;
    char *bytes = desk_slurp(desk->journal, &nbytes);
    write_twice(desk->journal, bytes, nbytes);
    free(bytes);
    return 0;
}

static int put_back_older(struct desk *desk)
{
    size_t nbytes;
    char *bytes = desk_slurp(desk->journal, &nbytes);
    write_twice(desk->journal, bytes, strcspn(bytes, "\n") + 1);
    free(bytes);
    return 0;
}

static int cut_journal(struct desk *desk)
{
    size_t nbytes;
    char *bytes = desk_slurp(desk->journal, &nbytes);
    int status = truncate(desk->journal, (off_t)strcspn(bytes, "\n") + 1);
    free(bytes);
    return status;
}

static int cut_amid_line(struct desk *desk)
{
    struct stat info;
    return stat(desk->journal, &info) || truncate(desk->journal, info.st_size - 20);
}

static int empty_journal(struct desk *desk)
{
    return truncate(desk->journal, 0);
}

static int add_line(struct desk *desk)
{
    FILE *journal = fopen(desk->journal, "a");
    assert_non_null(journal);
    fputs("此处手工添加\n", journal);
    return fclose(journal);
}

/* By an editor: a letter of the first line. */
static int edit_journal(struct desk *desk)
{
    size_t nbytes;
    char *bytes = desk_slurp(desk->journal, &nbytes);
    *strstr(bytes, "zhang") = 'Z';
    write_twice(desk->journal, bytes, nbytes);
    free(bytes);
    return 0;
}

/* The same file, as long as before. Times of files go by the kernel's ticks. */
static int edit_in_place(struct desk *desk)
{
    nanosleep(&(struct timespec){0, 20000000}, NULL);
    FILE *journal = fopen(desk->journal, "r+");
    assert_non_null(journal);
    for (int c = fgetc(journal); c != 'z';)
        c = fgetc(journal);
    fseek(journal, -1, SEEK_CUR);
    fputc('Z', journal);
    return fclose(journal);
}

/* A whole journal of somebody else's session. */
static int put_another(struct desk *desk)
{
    unlink(desk->journal);
    pid_t child = fork();
    if (child == 0) {
        struct review_options options = desk->options;
        options.reviewer = "li";
        struct err err = {0};
        struct review *other = review_open(desk->report, NULL, desk->rules, &options, &err);
        _exit(other && try_note(other, OTHERS) ? 0 : 1);
    }
    int ended = 0;
    assert_int_equal(waitpid(child, &ended, 0), child);
    char *theirs = path_join(desk->dir, "a.txt.li.verdict.jsonl");
    int status = rename(theirs, desk->journal);
    free(theirs);
    return status || ended;
}

static int make_folder(struct desk *desk)
{
    return unlink(desk->journal) || mkdir(desk->journal, 0700);
}

static int make_pipe(struct desk *desk)
{
    return unlink(desk->journal) || mkfifo(desk->journal, 0600);
}

static int make_link(struct desk *desk)
{
    char *away = path_join(desk->dir, "away");
    int status = rename(desk->journal, away) || symlink("away", desk->journal);
    free(away);
    return status;
}

static int edit_verdict(struct desk *desk)
{
    FILE *verdict = fopen(desk->verdict, "a");
    assert_non_null(verdict);
    fputs(" ", verdict);
    return fclose(verdict);
}

/* Another session that took the lock file for a dead one's; it is killed. */
static int come_in(struct desk *desk)
{
    char *lock = NULL;
    assert_true(asprintf(&lock, "%s.lock", desk->verdict) > 0);
    int status = unlink(lock);
    free(lock);
    pid_t child = fork();
    if (child == 0) {
        struct err err = {0};
        struct review *other = review_open(desk->report, NULL, desk->rules, &desk->options, &err);
        _exit(other && try_note(other, OTHERS) ? 0 : 1);
    }
    int ended = 0;
    assert_int_equal(waitpid(child, &ended, 0), child);
    return status || ended;
}

static const struct meddling {
    const char *name;
    int (*meddle)(struct desk *desk);
    bool ends; /* no more acts: what stands there is not for us to mend */
} meddlings[] = {
    {"nothing", nothing, false},
    {"journal removed", remove_journal, false},
    {"journal and verdict file removed", remove_all, false},
    {"verdict file removed", remove_verdict, false},
    {"journal replaced by a copy", replace_journal, false},
    {"older journal put back", put_back_older, false},
    {"journal cut in place", cut_journal, false},
    {"journal cut amid a line", cut_amid_line, false},
    {"journal emptied", empty_journal, false},
    {"line added to the journal", add_line, true},
    {"journal edited", edit_journal, true},
    {"journal edited in place", edit_in_place, true},
    {"another journal put in place", put_another, true},
    {"journal turned into a folder", make_folder, true},
    {"journal turned into a pipe", make_pipe, true},
    {"journal turned into a link", make_link, true},
    {"verdict file edited", edit_verdict, false},
    {"lock removed, another session", come_in, false},
};

/* ---- the session ---- */

/* Runs in a child; tells by its exit status what was confirmed. `late`: the
 * files are changed before the first act of a session that found a note. */
static void session(struct desk *desk, const struct meddling *how, bool late, bool save, bool kill)
{
    int confirmed = 0;
    desk_open(desk);
    if (late && has_note(desk->review, notes_of[FIRST]))
        confirmed |= FIRST;
    else if (!late && try_note(desk->review, FIRST))
        confirmed |= FIRST;
    if (save)
        OK(review_save(desk->review, why));
    if (how->meddle(desk))
        _exit(64);
    if (how->meddle == come_in)
        confirmed |= OTHERS;
    /* As a person would: once more. */
    if (try_note(desk->review, SECOND) || try_note(desk->review, SECOND))
        confirmed |= SECOND;
    if (!has_note(desk->review, notes_of[FIRST]))
        _exit(65);
    if (!kill)
        review_close(desk->review, NULL);
    _exit(confirmed);
}

static int run(void (*child)(struct desk *, const struct meddling *, bool, bool, bool),
               struct desk *desk, const struct meddling *how, bool late, bool save, bool kill)
{
    int status = 0;
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0)
        child(desk, how, late, save, kill);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void clear_folder(const struct desk *desk)
{
    char *command = NULL;
    assert_true(asprintf(&command, "rm -rf %s/a.txt.* %s/away", desk->dir, desk->dir) > 0);
    assert_int_equal(system(command), 0);
    free(command);
}

static int check_after(struct desk *desk, const struct meddling *how, int confirmed)
{
    int lost = 0;
    desk_open(desk);
    for (int which = FIRST; which <= OTHERS; which *= 2)
        if ((confirmed & which) && !has_note(desk->review, notes_of[which])) {
            printf("    %s: \"%s\" is lost (%s)\n", how->name, notes_of[which],
                   review_notice(desk->review) ? review_notice(desk->review) : "no notice");
            lost++;
        }
    desk_close(desk);
    return lost;
}

static int meddle_all(struct desk *desk, bool late)
{
    int lost = 0;
    desk_write(desk);
    for (size_t i = 0; i < COUNT(meddlings); i++)
        for (int variant = 0; variant < 4; variant++) {
            bool save = variant & 1, kill = variant & 2;
            if (!save && meddlings[i].meddle == edit_verdict)
                continue;
            clear_folder(desk);
            if (late)
                assert_int_equal(run(session, desk, &meddlings[0], false, save, true), 3);
            printf("    %s%s%s\n", meddlings[i].name, save ? ", saved" : "",
                   kill ? ", killed" : "");
            int confirmed = run(session, desk, &meddlings[i], late, save, kill);
            if (confirmed >= 64)
                printf("    %s: %s\n", meddlings[i].name,
                       confirmed == 65 ? "gone from the screen" : "the test failed");
            lost += confirmed >= 64 ? 1 : check_after(desk, &meddlings[i], confirmed);
            if (!(confirmed & SECOND) != meddlings[i].ends) {
                printf("    %s: the second act was %s\n", meddlings[i].name,
                       confirmed & SECOND ? "taken" : "refused");
                lost++;
            }
        }
    return lost;
}

static void while_a_session_acts(void **state)
{
    assert_int_equal(meddle_all(*state, false), 0);
}

static void before_its_first_act(void **state)
{
    assert_int_equal(meddle_all(*state, true), 0);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(while_a_session_acts),
        CASE(before_its_first_act),
    };
    return cmocka_run_group_tests_name("meddling", tests, NULL, NULL);
}

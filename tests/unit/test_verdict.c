/* The verdict file against its journal: which of them is believed, and that
 * neither becomes poorer by being opened. */
#include "../../src/review/session.h"
#include "gouji/base/hash.h"
#include "gouji/base/json.h"
#include "review_fixture.h"

enum { NEVENTS = 6 }; /* open, two decisions, note, problem, mark */

static void make_review(struct desk *desk)
{
    desk_set(desk, "unable_1", 0, 3);
    desk_set(desk, "unable_1", DESK_COLS - 1, 5);
    desk_set(desk, "denied_2", 0, 1);
    desk_start(desk);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    desk_decide(desk, "T3-02", "denied_2", VERDICT_EXPLAINED, "见说明");
    OK(review_annotate(desk->review, (struct target){-1, "T3.unable_1.tot", {0, 0}}, "应为 3",
                       why));
    OK(review_add_problem(desk->review, (struct target)TARGET_REPORT, SEVERITY_ERROR, "缺统计期限",
                          "条例", why));
    OK(review_mark(desk->review, 'a', (struct target){-1, "T3.new.np", {0, 0}}, why));
    desk_close(desk);
}

static bool all_there(const struct desk *desk)
{
    const struct note *notes;
    const struct problem *problems;
    const struct mark *marks;
    return desk_decision(desk, "T3-02", "unable_1").verdict == VERDICT_CONFIRMED &&
           desk_decision(desk, "T3-02", "denied_2").verdict == VERDICT_EXPLAINED &&
           review_notes(desk->review, &notes) == 1 && strcmp(notes[0].text, "应为 3") == 0 &&
           review_problems(desk->review, &problems) == 1 && !problems[0].orphaned &&
           review_marks(desk->review, &marks) == 1 && marks[0].name == 'a';
}

static cJSON *read_verdict(const struct desk *desk)
{
    size_t nbytes;
    char *bytes = desk_slurp(desk->verdict, &nbytes);
    struct err err = {0};
    cJSON *json = json_parse(slice_make(bytes, nbytes), &err);
    if (!json)
        fail_msg("%s", err.text);
    free(bytes);
    return json;
}

static void seal_of(cJSON *json, char hex[HASH_HEX_NBYTES])
{
    cJSON *integrity = cJSON_DetachItemFromObjectCaseSensitive(json, "integrity");
    struct str text = STR_INIT;
    json_canonical(json, &text);
    assert_int_equal(hash_hex(str_text(&text), text.nbytes, hex), 0);
    str_release(&text);
    if (integrity)
        cJSON_AddItemToObject(json, "integrity", integrity);
}

/* Writes json back with a seal that holds. */
static void write_verdict(const struct desk *desk, cJSON *json)
{
    char hex[HASH_HEX_NBYTES];
    seal_of(json, hex);
    cJSON_ReplaceItemInObjectCaseSensitive(cJSON_GetObjectItem(json, "integrity"), "sha256",
                                           cJSON_CreateString(hex));
    char *text = cJSON_PrintUnformatted(json);
    desk_spill(desk->verdict, text, strlen(text));
    free(text);
}

static void test_document(void **state)
{
    struct desk *desk = *state;
    static const char *const keys[] = {
        "format",      "version", "reviewer", "subject",    "tool",     "ruleset",
        "run",         "tables",  "findings", "causes",     "readings", "decisions",
        "annotations", "added",   "marks",    "conclusion", "log",      "integrity"};
    char hex[HASH_HEX_NBYTES];
    make_review(desk);
    cJSON *json = read_verdict(desk);
    const cJSON *item = json->child;
    for (size_t i = 0; i < COUNT(keys); i++, item = item->next) {
        assert_non_null(item);
        assert_string_equal(item->string, keys[i]);
    }
    assert_null(item);
    seal_of(json, hex);
    assert_string_equal(json_string(json_get(json, "integrity"), "sha256"), hex);
    assert_int_equal(json_integer(json_get(json, "log"), "events", 0), NEVENTS);
    const cJSON *decision = cJSON_GetArrayItem(json_get(json, "decisions"), 0);
    const cJSON *on = cJSON_GetArrayItem(json_get(decision, "on"), 0);
    assert_string_equal(json_string(on, "check"), "T3-02");
    assert_int_equal(json_integer(json_get(on, "cells"), "T3.unable_1.np", -1), 3);
    const cJSON *selector = json_get(
        json_get(cJSON_GetArrayItem(json_get(json, "annotations"), 0), "target"), "selector");
    assert_string_equal(json_string(cJSON_GetArrayItem(selector, 0), "value"), "cell=13,7");
    cJSON_Delete(json);
}

/* A mask of the caller's takes no right that the files are to have. */
static void test_mask_takes_nothing(void **state)
{
    struct desk *desk = *state;
    struct stat info;
    desk_write(desk);
    assert_int_equal(chmod(desk->report_path, 0640), 0);
    mode_t mask = umask(0377);
    desk_open(desk);
    OK(review_mark(desk->review, 'a', (struct target){-1, "T3.new.np", {0, 0}}, why));
    desk_close(desk);
    umask(mask);
    assert_int_equal(stat(desk->journal, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
    assert_int_equal(stat(desk->verdict, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
}

/* Byte for byte the same when nothing changed but the state was written anew. */
static void test_rewriting_changes_nothing_else(void **state)
{
    struct desk *desk = *state;
    make_review(desk);
    cJSON *before = read_verdict(desk);
    desk_open(desk);
    OK(review_undo(desk->review, NULL, why));
    OK(review_redo(desk->review, NULL, why));
    desk_close(desk);
    cJSON *after = read_verdict(desk);
    static const char *const same[] = {"subject",     "tables", "findings", "causes",  "decisions",
                                       "annotations", "added",  "marks",    "readings"};
    for (size_t i = 0; i < COUNT(same); i++)
        assert_true(cJSON_Compare(json_get(before, same[i]), json_get(after, same[i]), true));
    cJSON_Delete(before);
    cJSON_Delete(after);
}

static void test_keys_of_others_survive(void **state)
{
    struct desk *desk = *state;
    make_review(desk);
    cJSON *json = read_verdict(desk);
    json_add_string(json, "office", "三科");
    json_add_string(cJSON_GetObjectItem(json, "subject"), "creditCode", "123");
    json_add_string(cJSON_GetArrayItem(cJSON_GetObjectItem(json, "decisions"), 0), "ticket", "T9");
    write_verdict(desk, json);
    cJSON_Delete(json);
    desk_open(desk);
    OK(review_mark(desk->review, 'c', (struct target){-1, "T3.open.np", {0, 0}}, why));
    desk_close(desk);
    json = read_verdict(desk);
    assert_string_equal(json_string(json, "office"), "三科");
    assert_string_equal(json_string(json_get(json, "subject"), "creditCode"), "123");
    assert_string_equal(json_string(cJSON_GetArrayItem(json_get(json, "decisions"), 0), "ticket"),
                        "T9");
    assert_int_equal(cJSON_GetArraySize(json_get(json, "marks")), 2);
    cJSON_Delete(json);
}

/* Cut after k whole lines, for every k, and removed: never poorer, never
 * written over. */
static void test_journal_cut_or_gone(void **state)
{
    struct desk *desk = *state;
    size_t nbytes, nverdict, nafter;
    make_review(desk);
    char *journal = desk_slurp(desk->journal, &nbytes);
    char *verdict = desk_slurp(desk->verdict, &nverdict);
    size_t at = 0;
    for (int lines = -1; lines < NEVENTS; lines++) {
        if (lines < 0)
            unlink(desk->journal);
        else
            desk_spill(desk->journal, journal, at);
        desk_open(desk);
        assert_true(review_is_readonly(desk->review));
        assert_true(desk_notices(desk, "journal"));
        assert_true(all_there(desk));
        assert_int_equal(review_decide(desk->review, 0, false, VERDICT_LATER, "", NULL), -1);
        desk_close(desk);
        char *after = desk_slurp(desk->verdict, &nafter);
        assert_int_equal(nafter, nverdict);
        assert_memory_equal(after, verdict, nverdict);
        free(after);
        if (lines >= 0)
            at += strcspn(journal + at, "\n") + 1;
    }
    desk_spill(desk->journal, journal, nbytes);
    desk_open(desk);
    assert_false(review_is_readonly(desk->review));
    assert_true(all_there(desk));
    free(journal);
    free(verdict);
}

/* The lock of a killed session may be all that tells of what was decided. */
static void test_a_lock_alone_is_told(void **state)
{
    struct desk *desk = *state;
    struct str lock = STR_INIT;
    desk_write(desk);
    desk_open(desk);
    assert_null(review_notice(desk->review));
    desk_close(desk);
    str_format(&lock, "%s.lock", desk->verdict);
    desk_spill(str_text(&lock), "", 0);
    desk_open(desk);
    assert_true(desk_notices(desk, "its journal is gone; put back a"));
    assert_false(review_is_readonly(desk->review));
    OK(review_mark(desk->review, 'a', (struct target){-1, "T3.new.np", {0, 0}}, why));
    desk_close(desk);
    desk_spill(str_text(&lock), "", 0);
    desk_open(desk);
    assert_null(review_notice(desk->review));
    desk_close(desk);
    unlink(str_text(&lock));
    str_release(&lock);
}

/* Whatever line it was cut at: what was lost is taken from the verdict file,
 * and the review goes on. An undone decision does not come back. */
static void test_lost_events_are_taken_back(void **state)
{
    struct desk *desk = *state;
    struct correction fix = {"T3.denied_3.np", "2"};
    const struct note *notes;
    size_t nbytes, nverdict;
    make_review(desk);
    desk_open(desk);
    desk_decide(desk, "T3-03", "np", VERDICT_LATER, NULL);
    OK(review_undo(desk->review, NULL, why));
    review_notes(desk->review, &notes);
    OK(review_edit_note(desk->review, notes[0].id, "应为 3，已核", why));
    OK(review_correct(desk->review, &fix, 1, NULL, "", why));
    fix.text = NULL;
    OK(review_correct(desk->review, &fix, 1, NULL, "", why));
    desk_close(desk);
    char *journal = desk_slurp(desk->journal, &nbytes);
    char *verdict = desk_slurp(desk->verdict, &nverdict);
    for (size_t at = 0; at < nbytes; at += strcspn(journal + at, "\n") + 1) {
        desk_spill(desk->journal, journal, at);
        desk_spill(desk->verdict, verdict, nverdict);
        desk_open(desk);
        assert_true(review_missing(desk->review) > 0);
        OK(review_recover(desk->review, why));
        for (int opened = 0; opened < 2; opened++) {
            assert_false(review_is_readonly(desk->review));
            assert_int_equal(review_missing(desk->review), 0);
            assert_int_equal(desk_decision(desk, "T3-02", "unable_1").verdict, VERDICT_CONFIRMED);
            assert_int_equal(desk_decision(desk, "T3-02", "denied_2").verdict, VERDICT_EXPLAINED);
            assert_int_equal(desk_decision(desk, "T3-03", "np").verdict, VERDICT_NONE);
            assert_int_equal(review_notes(desk->review, &notes), 1);
            assert_string_equal(notes[0].text, "应为 3，已核");
            assert_false(review_cell(desk->review, "T3.denied_3.np").is_reading);
            desk_open(desk);
        }
        desk_close(desk);
    }
    free(journal);
    free(verdict);
    desk_open(desk);
    assert_int_equal(review_recover(desk->review, NULL), -1);
}

/* A recovery that stopped after any of its lines, and once more after any line
 * of its second beginning, is taken up by :recover. */
static void test_recovery_goes_on(void **state)
{
    struct desk *desk = *state;
    size_t nbytes, nverdict, nfirst, ntwice;
    make_review(desk);
    char *journal = desk_slurp(desk->journal, &nbytes);
    char *verdict = desk_slurp(desk->verdict, &nverdict);
    size_t kept = strcspn(journal, "\n") + 1;
    desk_spill(desk->journal, journal, kept);
    desk_open(desk);
    OK(review_recover(desk->review, why));
    desk_close(desk);
    char *first = desk_slurp(desk->journal, &nfirst);
    size_t at = kept;
    while ((at += strcspn(first + at, "\n") + 1) < nfirst) {
        desk_spill(desk->journal, first, at);
        desk_spill(desk->verdict, verdict, nverdict);
        desk_open(desk);
        assert_true(review_is_readonly(desk->review));
        assert_true(review_missing(desk->review) > 0);
        OK(review_recover(desk->review, why));
        assert_true(all_there(desk));
        desk_close(desk);
        char *twice = desk_slurp(desk->journal, &ntwice);
        for (size_t end = at; end < ntwice; end += strcspn(twice + end, "\n") + 1) {
            desk_spill(desk->journal, twice, end);
            desk_spill(desk->verdict, verdict, nverdict);
            desk_open(desk);
            assert_true(review_missing(desk->review) > 0);
            OK(review_recover(desk->review, why));
            desk_open(desk);
            assert_false(review_is_readonly(desk->review));
            assert_true(all_there(desk));
            desk_close(desk);
        }
        free(twice);
    }
    /* All its lines, but the verdict file was not saved: nothing is missing. */
    desk_spill(desk->journal, first, nfirst);
    desk_spill(desk->verdict, verdict, nverdict);
    desk_open(desk);
    assert_false(review_is_readonly(desk->review));
    assert_true(all_there(desk));
    free(first);
    free(journal);
    free(verdict);
}

static void test_torn_tail_is_dropped(void **state)
{
    struct desk *desk = *state;
    make_review(desk);
    FILE *out = fopen(desk->journal, "a");
    fputs("{\"at\":\"2024-02-03T0", out);
    fclose(out);
    desk_open(desk);
    assert_false(review_is_readonly(desk->review));
    assert_true(desk_notices(desk, "unfinished"));
    assert_true(all_there(desk));
    desk_decide(desk, "T3-02", "unable_1", VERDICT_LATER, NULL);
    desk_open(desk);
    assert_null(review_notice(desk->review));
    assert_int_equal(desk_decision(desk, "T3-02", "unable_1").verdict, VERDICT_LATER);
}

static void test_broken_chain_names_the_line(void **state)
{
    struct desk *desk = *state;
    size_t nbytes;
    make_review(desk);
    char *journal = desk_slurp(desk->journal, &nbytes);
    char *place = strstr(journal, "explained");
    assert_non_null(place);
    memcpy(place, "confirmed", 9);
    desk_spill(desk->journal, journal, nbytes);
    free(journal);
    desk_open(desk);
    assert_true(review_is_readonly(desk->review));
    assert_true(desk_notices(desk, "line 4"));
    assert_true(all_there(desk));
}

static void test_same_length_other_hashes(void **state)
{
    struct desk *desk = *state;
    size_t nbytes;
    make_review(desk);
    char *verdict = desk_slurp(desk->verdict, &nbytes);
    unlink(desk->verdict);
    unlink(desk->journal);
    desk_start(desk);
    for (int i = 0; i < NEVENTS; i++)
        OK(review_mark(desk->review, (char)('a' + i), (struct target){-1, "T3.new.np", {0, 0}},
                       why));
    desk_close(desk);
    desk_spill(desk->verdict, verdict, nbytes);
    free(verdict);
    desk_open(desk);
    assert_true(review_is_readonly(desk->review));
    assert_true(desk_notices(desk, "part at event"));
    assert_true(all_there(desk));
}

static int count_kept(const struct desk *desk)
{
    char command[160];
    int n = 0;
    snprintf(command, sizeof command, "ls %s | grep -c damaged", desk->dir);
    FILE *list = popen(command, "r");
    assert_int_equal(fscanf(list, "%d", &n), 1);
    pclose(list);
    return n;
}

static void test_damaged_verdict_is_rebuilt(void **state)
{
    struct desk *desk = *state;
    size_t nbytes;
    make_review(desk);
    char *verdict = desk_slurp(desk->verdict, &nbytes);
    desk_spill(desk->verdict, verdict, nbytes / 2);
    desk_open(desk);
    assert_false(review_is_readonly(desk->review));
    assert_true(desk_notices(desk, "damaged"));
    assert_true(all_there(desk));
    desk_close(desk);
    assert_int_equal(count_kept(desk), 1);
    cJSON_Delete(read_verdict(desk));
    /* Once more within the same second: the first one stays. */
    desk_spill(desk->verdict, verdict, nbytes / 3);
    desk_open(desk);
    desk_close(desk);
    assert_int_equal(count_kept(desk), 2);
    free(verdict);
}

/* Verdict file and journal are gone; of the generation before it nothing is lost. */
static void test_backup_tells_what_is_gone(void **state)
{
    struct desk *desk = *state;
    size_t nbefore, nafter;
    make_review(desk);
    desk_open(desk);
    OK(review_mark(desk->review, 'b', (struct target){-1, "T3.open.np", {0, 0}}, why));
    desk_close(desk);
    char *backup = path_join(desk->dir, "a.txt.zhang.verdict.json.bak");
    char *before = desk_slurp(backup, &nbefore);
    unlink(desk->verdict);
    unlink(desk->journal);
    desk_open(desk);
    assert_true(review_is_readonly(desk->review));
    assert_true(desk_notices(desk, "generation before"));
    assert_true(all_there(desk));
    struct err err = {0};
    assert_int_equal(
        review_mark(desk->review, 'c', (struct target){-1, "T3.open.np", {0, 0}}, &err), -1);
    desk_close(desk);
    char *after = desk_slurp(backup, &nafter);
    assert_int_equal(nafter, nbefore);
    assert_memory_equal(after, before, nbefore);
    desk_open(desk);
    OK(review_recover(desk->review, why));
    assert_true(all_there(desk));
    desk_close(desk);
    desk_open(desk);
    assert_false(review_is_readonly(desk->review));
    assert_true(all_there(desk));
    free(after);
    free(before);
    free(backup);
}

static void move(const struct desk *desk, const char *from, const char *to)
{
    static const char *const endings[] = {".zhang.verdict.json", ".zhang.verdict.jsonl", ""};
    for (size_t i = 0; i < COUNT(endings); i++) {
        char *a = NULL, *b = NULL;
        assert_true(asprintf(&a, "%s/%s%s", desk->dir, from, endings[i]) > 0);
        assert_true(asprintf(&b, "%s/%s%s", desk->dir, to, endings[i]) > 0);
        rename(a, b);
        free(a);
        free(b);
    }
}

/* Files of a review under the name of another report: said, before the first act. */
static void test_review_of_another_report(void **state)
{
    struct desk *desk = *state;
    make_review(desk);
    /* Renamed with all that belongs to it: nothing to say. */
    move(desk, "a.txt", "b.txt");
    free(desk->report_path);
    desk->report_path = path_join(desk->dir, "b.txt");
    desk_open(desk);
    assert_false(desk_notices(desk, "a.txt"));
    OK(review_mark(desk->review, 'b', (struct target){-1, "T3.open.np", {0, 0}}, why));
    desk_close(desk);
    /* The same report, handed in anew. */
    desk_set(desk, "new", 0, 11);
    desk_write(desk);
    desk_open(desk);
    assert_false(desk_notices(desk, "made of"));
    desk_close(desk);
    /* Another report. */
    move(desk, "b.txt", "c.txt");
    free(desk->report_path);
    desk->report_path = path_join(desk->dir, "c.txt");
    desk_write(desk);
    desk_set(desk, "new", 0, 12);
    desk_write(desk);
    desk_open(desk);
    assert_true(desk_notices(desk, "b.txt"));
}

/* Held for a time, or under another version of the rule: it needs another look. */
static void test_terms_of_a_decision(void **state)
{
    struct desk *desk = *state;
    make_review(desk);
    desk_open(desk);
    OK(session_begin(desk->review, why));
    const struct event *event = event_find(&desk->review->disk.log, 2);
    assert_string_equal(event->type, "decide");
    cJSON *body = cJSON_Duplicate(event->body, true);
    cJSON *on = cJSON_GetArrayItem(cJSON_GetObjectItem(body, "on"), 0);
    cJSON_SetNumberValue(cJSON_GetObjectItem(on, "version"), 999);
    json_add_string(body, "expires", "2000-01-01");
    OK(session_append(desk->review, "decide", body, why));
    struct decision decision = desk_decision(desk, "T3-02", "unable_1");
    assert_true(decision.stale);
    assert_non_null(strstr(decision.why_stale, "version 999"));
    assert_non_null(strstr(decision.why_stale, "held until 2000-01-01"));
    desk_open(desk);
    assert_true(desk_decision(desk, "T3-02", "unable_1").stale);
}

/* One event more could never be read again. */
static void test_journal_is_never_too_long_to_be_read(void **state)
{
    struct desk *desk = *state;
    struct err err = {0};
    size_t nbefore, nafter;
    make_review(desk);
    free(desk_slurp(desk->journal, &nbefore));
    desk_open(desk);
    desk->review->disk.journal_nlines = JOURNAL_MAX_EVENTS;
    OK(session_begin(desk->review, why));
    cJSON *body = cJSON_CreateObject();
    assert_int_equal(session_append(desk->review, "mark", body, &err), -1);
    assert_int_equal(err.kind, ERR_LIMIT);
    free(desk_slurp(desk->journal, &nafter));
    assert_int_equal(nafter, nbefore);
}

/* Both hurt: the shorter journal must not replace what can still be read of
 * the verdict file. */
static void test_damaged_verdict_and_cut_journal(void **state)
{
    struct desk *desk = *state;
    size_t nverdict, njournal;
    make_review(desk);
    char *verdict = desk_slurp(desk->verdict, &nverdict);
    char *journal = desk_slurp(desk->journal, &njournal);
    *strstr(verdict, "confirmed") = 'C';
    desk_spill(desk->verdict, verdict, nverdict);
    desk_spill(desk->journal, journal, strcspn(journal, "\n") + 1);
    desk_open(desk);
    assert_true(review_is_readonly(desk->review));
    assert_int_equal(review_missing(desk->review), 0);
    desk_close(desk);
    size_t nafter;
    char *after = desk_slurp(desk->verdict, &nafter);
    assert_int_equal(nafter, nverdict);
    assert_memory_equal(after, verdict, nverdict);
    free(after);
    free(journal);
    free(verdict);
}

static void test_removed_verdict_is_rebuilt(void **state)
{
    struct desk *desk = *state;
    make_review(desk);
    unlink(desk->verdict);
    desk_open(desk);
    assert_true(review_is_dirty(desk->review));
    assert_true(all_there(desk));
    OK(review_save(desk->review, why));
    cJSON_Delete(read_verdict(desk));
}

/* No journal: the verdict file alone must never be read with another meaning.
 * Every bit of it is flipped in turn (a sample of them, by a prime step). */
static void test_flipped_bits_are_seen(void **state)
{
    struct desk *desk = *state;
    size_t nbytes;
    make_review(desk);
    unlink(desk->journal);
    char *verdict = desk_slurp(desk->verdict, &nbytes);
    char *tail = strstr(verdict, "\"signatures\"");
    for (size_t bit = 0; bit < (size_t)(tail - verdict) * 8; bit += 1511) {
        verdict[bit / 8] = (char)(verdict[bit / 8] ^ (1 << bit % 8));
        desk_spill(desk->verdict, verdict, nbytes);
        verdict[bit / 8] = (char)(verdict[bit / 8] ^ (1 << bit % 8));
        desk_open(desk);
        assert_true(review_is_readonly(desk->review));
        const struct problem *problems;
        size_t n = review_problems(desk->review, &problems);
        assert_true(n == 0 || strcmp(problems[0].text, "缺统计期限") == 0);
    }
    free(verdict);
}

static void test_newer_version_is_readonly(void **state)
{
    struct desk *desk = *state;
    make_review(desk);
    cJSON *json = read_verdict(desk);
    cJSON_ReplaceItemInObjectCaseSensitive(json, "version", cJSON_CreateNumber(2));
    write_verdict(desk, json);
    cJSON_Delete(json);
    desk_open(desk);
    assert_true(review_is_readonly(desk->review));
    assert_true(desk_notices(desk, "newer"));
    assert_true(all_there(desk));
}

static void test_modes_follow_the_report(void **state)
{
    struct desk *desk = *state;
    struct stat info;
    static const struct {
        mode_t report, files;
    } cases[] = {{0600, 0600}, {0640, 0640}};
    mode_t old = umask(022);
    for (size_t i = 0; i < COUNT(cases); i++) {
        unlink(desk->verdict);
        unlink(desk->journal);
        desk_write(desk);
        assert_int_equal(chmod(desk->report_path, cases[i].report), 0);
        desk_open(desk);
        OK(review_mark(desk->review, 'a', (struct target){-1, "T3.new.np", {0, 0}}, why));
        desk_close(desk);
        assert_int_equal(stat(desk->verdict, &info), 0);
        assert_int_equal(info.st_mode & 0777, cases[i].files);
        assert_int_equal(stat(desk->journal, &info), 0);
        assert_int_equal(info.st_mode & 0777, cases[i].files);
    }
    umask(old);
}

/* A private number reaches no file and no opinion, whatever was done to the
 * finding and whatever was typed; the decision is found again. */
static void test_private_numbers_are_masked(void **state)
{
    struct desk *desk = *state;
    const char *const files[] = {desk->verdict, desk->journal};
    struct str text = STR_INIT;
    desk->prose = "公开联络情况良好。申请人王某手机13900001111，已电话答复其申请12件。";
    desk_start(desk);
    size_t index = desk_find(desk, "PRV-02", "1");
    if (index == SIZE_MAX)
        fail_msg("no finding of PRV-02");
    for (size_t i = 0; i < review_findings(desk->review)->nitems; i++)
        OK(review_decide(desk->review, i, false, VERDICT_EXPLAINED, "见13900001111", why));
    uint32_t at = (uint32_t)(strstr(desk->report->text, "手机") - desk->report->text);
    OK(review_annotate(desk->review, (struct target){-1, NULL, {at, at + 20}}, "13900001111 应删",
                       why));
    OK(review_mark(desk->review, 'p', (struct target){-1, NULL, {at, at + 20}}, why));
    OK(review_opinion(desk->review, OPINION_TEXT, LANG_ZH, true, &text, why));
    assert_null(strstr(str_text(&text), "13900001111"));
    str_release(&text);
    desk_open(desk);
    assert_false(desk_decision(desk, "PRV-02", "1").stale);
    assert_int_equal(desk_decision(desk, "PRV-02", "1").verdict, VERDICT_EXPLAINED);
    for (size_t i = 0; i < COUNT(files); i++) {
        size_t nbytes;
        char *bytes = desk_slurp(files[i], &nbytes);
        assert_null(strstr(bytes, "1390000"));
        assert_non_null(strstr(bytes, "139******11"));
        free(bytes);
    }
}

/* The example of the design, where it is to be had. */
static void test_example(void **state)
{
    struct desk *desk = *state;
    const char *shared = getenv("GOUJI_SHARED") ? getenv("GOUJI_SHARED") : "../shared";
    char command[400];
    snprintf(command, sizeof command, "cp '%s/design/example/'example.txt* '%s/' 2>/dev/null",
             shared, desk->dir);
    if (system(command)) {
        print_message("[          ] %s is not there\n", shared);
        skip();
    }
    free(desk->report_path);
    desk->report_path = path_join(desk->dir, "example.txt");
    desk_open(desk);
    assert_false(review_is_readonly(desk->review));
    struct decision decision = desk_decision(desk, "T3-02", "unable_1");
    assert_int_equal(decision.verdict, VERDICT_CONFIRMED);
    assert_int_equal(decision.n, 2);
    assert_false(decision.stale);
    assert_int_equal(desk_decision(desk, "T3-03", "np").n, 2);
    const struct note *notes;
    const struct problem *problems;
    const struct mark *marks;
    assert_int_equal(review_notes(desk->review, &notes), 2);
    assert_string_equal(notes[0].target.cell, "T3.unable_1.np");
    assert_int_equal(notes[1].target.span.start, 377);
    assert_false(notes[1].orphaned);
    assert_int_equal(review_problems(desk->review, &problems), 1);
    assert_int_equal(problems[0].target.span.start, 543);
    assert_int_equal(review_marks(desk->review, &marks), 1);
    assert_int_equal(marks[0].target.span.end, 2479);
    assert_int_equal(review_conclusion(desk->review).status, CONCLUSION_RETURNED);
    const struct log_entry *entries;
    assert_int_equal(review_log(desk->review, &entries), 12);
    assert_false(entries[3].undone);
    struct err err = {0};
    assert_int_equal(review_undo(desk->review, NULL, &err), -1);
    assert_non_null(strstr(err.text, "sealed"));
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_document),
        CASE(test_rewriting_changes_nothing_else),
        CASE(test_keys_of_others_survive),
        CASE(test_journal_cut_or_gone),
        CASE(test_a_lock_alone_is_told),
        CASE(test_lost_events_are_taken_back),
        CASE(test_recovery_goes_on),
        CASE(test_torn_tail_is_dropped),
        CASE(test_broken_chain_names_the_line),
        CASE(test_same_length_other_hashes),
        CASE(test_damaged_verdict_is_rebuilt),
        CASE(test_damaged_verdict_and_cut_journal),
        CASE(test_backup_tells_what_is_gone),
        CASE(test_journal_is_never_too_long_to_be_read),
        CASE(test_review_of_another_report),
        CASE(test_terms_of_a_decision),
        CASE(test_removed_verdict_is_rebuilt),
        CASE(test_flipped_bits_are_seen),
        CASE(test_newer_version_is_readonly),
        CASE(test_modes_follow_the_report),
        CASE(test_mask_takes_nothing),
        CASE(test_private_numbers_are_masked),
        CASE(test_example),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

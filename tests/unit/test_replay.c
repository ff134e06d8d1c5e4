/* A journal of 100,000 events is read, its chain checked, and replayed within a
 * second. */
#include <time.h>

#include "gouji/base/hash.h"
#include "gouji/base/json.h"
#include "gouji/base/memory.h"
#include "gouji/store/journal.h"
#include "review_fixture.h"

enum { EVENTS = 100000, NOTES = 10000, FIRST = 60, ALLOWED_MS = 1000 };

/* Sanitisers and debugging make it slower than it is. */
static bool is_timed(void)
{
#if defined(__SANITIZE_ADDRESS__) || !defined(__OPTIMIZE__)
    return false;
#else
    return true;
#endif
}

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* What a reviewer does in turn: decisions on two findings, a note, a mark. */
static void act(struct desk *desk, int i)
{
    static const struct target report = TARGET_REPORT;
    size_t index = desk_find(desk, "T3-02", i % 8 < 4 ? "unable_1" : "denied_2");
    switch (i % 4) {
    case 0:
        OK(review_decide(desk->review, index, false, VERDICT_EXPLAINED, "查过", why));
        break;
    case 1:
        OK(review_decide(desk->review, index, false, VERDICT_CONFIRMED, "", why));
        break;
    case 2:
        OK(review_annotate(desk->review, report, "看过", why));
        break;
    default:
        OK(review_mark(desk->review, 'b', (struct target){-1, "T3.new.np", {0, 0}}, why));
    }
}

/* Writes the events of one journal over and over, with new numbers and hashes;
 * of the notes only the first, since each is one that is shown. */
static void grow(const struct desk *desk)
{
    struct journal_text {
        char *bytes;
        size_t nbytes;
    } journal;
    char head[HASH_HEX_NBYTES];
    cJSON *events[FIRST + 8];
    int nevents = 0;
    struct err err = {0};
    journal.bytes = desk_slurp(desk->journal, &journal.nbytes);
    for (char *line = strtok(journal.bytes, "\n"); line; line = strtok(NULL, "\n"))
        events[nevents++] = json_parse(slice_of(line), &err);
    memset(head, '0', 64);
    head[64] = '\0';
    FILE *out = fopen(desk->journal, "w");
    for (int n = 1; n <= EVENTS; n++) {
        cJSON *event = events[n <= nevents ? n - 1 : 1 + n % (nevents - 1)];
        if (n > nevents && strcmp(json_string(event, "t"), "annotate") == 0)
            event = events[1];
        struct str text = STR_INIT;
        cJSON_SetNumberValue(cJSON_GetObjectItem(event, "n"), n);
        cJSON_ReplaceItemInObjectCaseSensitive(event, "prev", cJSON_CreateString(head));
        json_canonical(event, &text);
        assert_int_equal(hash_hex(str_text(&text), text.nbytes, head), 0);
        fprintf(out, "%s\n", str_text(&text));
        str_release(&text);
    }
    fclose(out);
    for (int i = 0; i < nevents; i++)
        cJSON_Delete(events[i]);
    free(journal.bytes);
}

static double open_in_ms(struct desk *desk)
{
    struct err err = {0};
    double start = now_ms();
    desk->review = review_open(desk->report, NULL, desk->rules, &desk->options, &err);
    assert_non_null(desk->review);
    return now_ms() - start;
}

/* The one note of the journal over and over, each with a name of its own. */
static void multiply_notes(const struct desk *desk)
{
    struct journal_lines lines;
    struct err err = {0};
    char head[HASH_HEX_NBYTES];
    assert_int_equal(journal_load(desk->journal, &lines, &err), 0);
    assert_int_equal(lines.nlines, 2);
    cJSON *note = json_parse(lines.lines[1], &err), *body = cJSON_GetObjectItem(note, "b");
    memcpy(head, lines.head, sizeof head);
    FILE *out = fopen(desk->journal, "a");
    for (int n = 3; n < NOTES + 2; n++) {
        struct str text = STR_INIT;
        char id[64];
        snprintf(id, sizeof id, "urn:uuid:%08x-0000-4000-8000-000000000000", (unsigned)n);
        cJSON_SetNumberValue(cJSON_GetObjectItem(note, "n"), n);
        cJSON_ReplaceItemInObjectCaseSensitive(body, "id", cJSON_CreateString(id));
        cJSON_ReplaceItemInObjectCaseSensitive(note, "prev", cJSON_CreateString(head));
        json_canonical(note, &text);
        assert_int_equal(hash_hex(str_text(&text), text.nbytes, head), 0);
        fprintf(out, "%s\n", str_text(&text));
        str_release(&text);
    }
    fclose(out);
    cJSON_Delete(note);
    journal_lines_release(&lines);
}

static void ten_thousand_notes_open_within_a_second(void **state)
{
    static const struct target report = TARGET_REPORT;
    struct desk *desk = *state;
    const struct note *notes;
    desk_start(desk);
    OK(review_annotate(desk->review, report, "看过", why));
    desk_close(desk);
    unlink(desk->verdict);
    multiply_notes(desk);
    desk->report = report_open(desk->report_path, desk->forms, &(struct err){0});
    double took = open_in_ms(desk), start = now_ms();
    assert_int_equal(review_notes(desk->review, &notes), NOTES);
    OK(review_annotate(desk->review, report, "又一条", why));
    double act = now_ms() - start;
    assert_int_equal(review_notes(desk->review, &notes), NOTES + 1);
    printf("%d notes opened in %.0f ms, one more in %.0f ms\n", NOTES, took, act);
    if (is_timed())
        assert_true(took <= ALLOWED_MS);
}

static void long_journals_open_within_a_second(void **state)
{
    struct desk *desk = *state;
    desk_set(desk, "unable_1", 0, 3);
    desk_set(desk, "denied_2", 0, 1);
    desk_start(desk);
    for (int i = 0; i < FIRST; i++)
        act(desk, i);
    desk_close(desk);
    unlink(desk->verdict);
    grow(desk);
    desk->report = report_open(desk->report_path, desk->forms, &(struct err){0});
    assert_non_null(desk->report);
    desk->options.readonly = true;
    double took = open_in_ms(desk);
    for (int again = 0; again < 2; again++) {
        review_close(desk->review, NULL);
        double other = open_in_ms(desk);
        took = other < took ? other : took;
    }
    const struct log_entry *entries;
    assert_int_equal(review_log(desk->review, &entries), EVENTS);
    assert_null(review_notice(desk->review));
    assert_int_equal(desk_decision(desk, "T3-02", "unable_1").verdict != VERDICT_NONE, 1);
    printf("%d events replayed in %.0f ms\n", EVENTS, took);
    if (is_timed())
        assert_true(took <= ALLOWED_MS);
}

int main(void)
{
    memory_keep_blocks(); /* as the program does */
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(ten_thousand_notes_open_within_a_second, desk_set_up,
                                        desk_tear_down),
        cmocka_unit_test_setup_teardown(long_journals_open_within_a_second, desk_set_up,
                                        desk_tear_down),
    };
    return cmocka_run_group_tests_name("replay", tests, NULL, NULL);
}

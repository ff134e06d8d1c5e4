/* The event log: numbering, undo and redo, what a line must be. */
#include <string.h>

#include "../../src/review/event.h"
#include "check.h"

static void add(struct event_log *log, const char *type, int64_t of)
{
    struct err err = {0};
    cJSON *body = cJSON_CreateObject();
    if (of)
        json_add_integer(body, "of", of);
    cJSON *json = event_new(log, "zhang", type, body);
    assert_non_null(json);
    if (event_log_add(log, json, &err))
        fail_msg("%s", err.text);
    event_log_settle(log);
}

/* Acts as a script: a letter decides, - undoes and + redoes what is next. */
static void play(struct event_log *log, const char *script)
{
    for (; *script; script++) {
        size_t next = *script == '-' ? log->undo_next : log->redo_next;
        if (*script == '-' || *script == '+') {
            assert_true(next > 0);
            add(log, *script == '-' ? "undo" : "redo", log->items[next - 1].n);
        } else {
            add(log,
                *script == 'o'   ? "open"
                : *script == 's' ? "seal"
                : *script == 'c' ? "conclude"
                : *script == 'r' ? "reopen"
                                 : "decide",
                0);
        }
    }
}

static void test_undo_and_redo(void **state)
{
    static const struct {
        const char *script;
        const char *undone; /* numbers of the undone events */
        size_t undo, redo;  /* what would be taken next, 0 none */
    } cases[] = {
        {"", "", 0, 0},         {"o", "", 0, 0},         {"od", "", 2, 0},
        {"od-", "2", 0, 2},     {"odd-", "3", 2, 3},     {"odd--", "23", 0, 2},
        {"odd--+", "3", 2, 3},  {"odd--++", "", 3, 0},   {"odd-d", "3", 5, 0},
        {"odd-d-", "35", 2, 5}, {"odd--+-", "23", 0, 2}, {"od-o", "2", 0, 2},
        {"odcs", "", 0, 0},     {"odcsd", "", 5, 0},     {"odcsr", "", 2, 0},
        {"odcr", "", 2, 0},     {"odc-", "3", 2, 3},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct event_log log;
        char undone[16] = "";
        event_log_init(&log);
        play(&log, cases[i].script);
        for (size_t k = 0; k < log.count; k++)
            if (log.items[k].undone)
                undone[strlen(undone)] = (char)('0' + log.items[k].n);
        if (strcmp(undone, cases[i].undone) != 0 || log.undo_next != cases[i].undo ||
            log.redo_next != cases[i].redo)
            fail_msg("%s: undone %s, undo %zu, redo %zu", cases[i].script, undone, log.undo_next,
                     log.redo_next);
        event_log_release(&log);
    }
}

static void test_lines_that_are_no_events(void **state)
{
    static const char *const lines[] = {
        "{\"at\":\"x\",\"b\":{},\"by\":\"z\",\"n\":2,\"t\":\"open\"}",
        "{\"at\":\"x\",\"by\":\"z\",\"n\":1,\"t\":\"open\"}",
        "{\"at\":\"x\",\"b\":[],\"by\":\"z\",\"n\":1,\"t\":\"open\"}",
        "{\"at\":\"x\",\"b\":{},\"by\":\"z\",\"n\":\"1\",\"t\":\"open\"}",
        "{\"at\":\"x\",\"b\":{},\"b\":{},\"by\":\"z\",\"n\":1,\"t\":\"open\"}",
        "nothing",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct event_log log;
        struct slice line = slice_of(lines[i]);
        struct journal_lines journal = {.lines = &line, .nlines = 1};
        size_t broken = 0;
        event_log_init(&log);
        assert_int_equal(event_log_read(&log, &journal, &broken, NULL), 0);
        assert_int_equal(broken, 1);
        assert_int_equal(log.count, 0);
        event_log_release(&log);
    }
}

static void test_recovered_events_keep_their_author(void **state)
{
    struct event_log log;
    struct err err = {0};
    (void)state;
    event_log_init(&log);
    cJSON *json =
        json_parse(slice_of("{\"at\":\"new\",\"b\":{\"recovered\":{\"at\":\"old\",\"by\":"
                            "\"li\",\"n\":7}},\"by\":\"zhang\",\"n\":1,\"t\":\"decide\"}"),
                   &err);
    assert_int_equal(event_log_add(&log, json, &err), 0);
    assert_string_equal(log.items[0].at, "old");
    assert_string_equal(log.items[0].by, "li");
    event_log_release(&log);
}

static void test_times_and_ids(void **state)
{
    static const struct {
        int64_t seconds;
        const char *text;
    } cases[] = {
        {0, "1970-01-01T00:00:00Z"},
        {1706926480, "2024-02-03T02:14:40Z"},
        {951782399, "2000-02-28T23:59:59Z"},
    };
    char text[EVENT_TIME_NBYTES], a[EVENT_GUID_NBYTES], b[EVENT_GUID_NBYTES];
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        event_time(cases[i].seconds, text);
        assert_string_equal(text, cases[i].text);
    }
    assert_int_equal(event_guid(a) | event_guid(b), 0);
    assert_int_equal(strlen(a), 36);
    assert_int_equal(a[14], '4');
    assert_string_not_equal(a, b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_undo_and_redo),
        cmocka_unit_test(test_lines_that_are_no_events),
        cmocka_unit_test(test_recovered_events_keep_their_author),
        cmocka_unit_test(test_times_and_ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

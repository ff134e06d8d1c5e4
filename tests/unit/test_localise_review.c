/* An explanation accepted by the reviewer: what the journal, the verdict file
 * and the opinion say of it. */
#include "gouji/base/json.h"
#include "review_fixture.h"

static size_t slip_item(const struct desk *desk)
{
    const struct findings *findings = review_findings(desk->review);
    for (size_t i = 0; i < findings->nitems; i++)
        if (findings->items[i].culprit)
            return i;
    fail_msg("no finding names a culprit");
    return 0;
}

/* One number of one cell is wrong: 10 natural persons printed as 16. */
static struct desk *open_slip(void **state)
{
    struct desk *desk = *state;
    desk_clear(desk);
    desk_set(desk, "open", 0, 16);
    desk_start(desk);
    return desk;
}

static cJSON *verdict_of(struct desk *desk)
{
    struct err err = {0};
    size_t nbytes;
    assert_int_equal(review_save(desk->review, &err), 0);
    char *text = desk_slurp(desk->verdict, &nbytes);
    cJSON *root = cJSON_ParseWithLength(text, nbytes);
    assert_non_null(root);
    free(text);
    return root;
}

/* Tables that are not there are causes too, of what could not be checked. */
static const cJSON *first_explained(const cJSON *root)
{
    const cJSON *cause;
    cJSON_ArrayForEach (cause, json_get(root, "causes"))
        if (cJSON_GetArraySize(json_get(cause, "repairs")) > 0)
            return cause;
    return NULL;
}

static void the_verdict_names_the_cell(void **state)
{
    struct desk *desk = open_slip(state);
    struct err err = {0};
    assert_int_equal(review_accept(desk->review, slip_item(desk), 0, &err), 0);
    cJSON *root = verdict_of(desk);
    const cJSON *cause = first_explained(root);
    assert_non_null(cause);
    assert_string_equal(json_string(cause, "method"), CULPRIT_METHOD);
    assert_int_equal(json_integer(cause, "alternatives", -1), 1);
    const cJSON *repair = cJSON_GetArrayItem(json_get(cause, "repairs"), 0);
    const cJSON *change = cJSON_GetArrayItem(json_get(repair, "set"), 0);
    assert_string_equal(json_string(repair, "op"), "typo");
    assert_string_equal(json_string(change, "cell"), "T3.open.np");
    assert_int_equal(json_integer(change, "from", -1), 16);
    assert_int_equal(json_integer(change, "to", -1), 10);
    const cJSON *decision = cJSON_GetArrayItem(json_get(root, "decisions"), 0);
    assert_string_equal(json_string(decision, "verdict"), "confirmed");
    assert_string_equal(cJSON_GetStringValue(cJSON_GetArrayItem(json_get(decision, "culprit"), 0)),
                        "T3.open.np");
    assert_int_equal(json_integer(json_get(decision, "proposed"), "T3.open.np", -1), 10);
    assert_true(cJSON_GetArraySize(json_get(decision, "on")) > 1);
    cJSON_Delete(root);
    desk_close(desk);
}

/* What the report should say changes no check. */
static void checks_keep_failing(void **state)
{
    struct desk *desk = open_slip(state);
    struct err err = {0};
    size_t failed = review_findings(desk->review)->counts[OUTCOME_FAIL];
    assert_int_equal(review_accept(desk->review, slip_item(desk), 0, &err), 0);
    assert_int_equal(review_findings(desk->review)->counts[OUTCOME_FAIL], failed);
    assert_int_equal(review_decision(desk->review, slip_item(desk)).verdict, VERDICT_CONFIRMED);
    assert_int_equal(review_cell(desk->review, "T3.open.np").value, 16);
    desk_close(desk);
}

/* Two values of one column exchanged; other columns explain it as well. Once one
 * explanation is accepted it is the one, and undoing brings the others back. */
static void what_is_accepted_is_settled(void **state)
{
    struct desk *desk = *state;
    struct err err = {0};
    desk_clear(desk);
    desk_set(desk, "open", 0, 0);
    desk_set(desk, "partial", 0, 10);
    desk_start(desk);
    const struct culprit *before = review_findings(desk->review)->items[slip_item(desk)].culprit;
    size_t nbefore = before->nfound, failed = review_findings(desk->review)->counts[OUTCOME_FAIL];
    assert_true(nbefore > 1);
    assert_int_equal(before->accepted, 0);
    char second[64];
    struct str said = STR_INIT;
    snprintf(second, sizeof second, "%s", before->repairs[1].changes[0].cell);
    assert_int_equal(review_accept(desk->review, slip_item(desk), 1, &err), 0);
    const struct culprit *after = review_findings(desk->review)->items[slip_item(desk)].culprit;
    assert_int_equal(after->nfound, 1);
    assert_int_equal(after->accepted, after->changes);
    assert_string_equal(after->repairs[0].changes[0].cell, second);
    assert_non_null(strstr(after->line[LANG_EN], "accepted: "));
    assert_int_equal(review_findings(desk->review)->counts[OUTCOME_FAIL], failed);
    assert_int_equal(review_decision(desk->review, slip_item(desk)).verdict, VERDICT_CONFIRMED);
    assert_int_equal(review_undo(desk->review, &said, &err), 0);
    const struct culprit *again = review_findings(desk->review)->items[slip_item(desk)].culprit;
    assert_int_equal(again->nfound, nbefore);
    assert_int_equal(again->accepted, 0);
    str_release(&said);
    desk_close(desk);
}

/* Two slips far apart are two entries, and stay two when one is accepted. */
static void the_other_entry_stays(void **state)
{
    struct desk *desk = *state;
    struct err err = {0};
    desk_clear(desk);
    desk_set(desk, "open", 0, 16);
    desk_set(desk, "denied_6", 3, 4);
    desk_start(desk);
    const struct findings *findings = review_findings(desk->review);
    int ncauses = findings->ncauses;
    size_t item = slip_item(desk);
    const struct culprit *one = findings->items[item].culprit;
    assert_int_equal(one->changes, 1);
    assert_int_equal(review_accept(desk->review, item, 0, &err), 0);
    findings = review_findings(desk->review);
    assert_int_equal(findings->ncauses, ncauses);
    size_t naccepted = 0, nopen = 0;
    for (size_t i = 0; i < findings->nitems; i++) {
        const struct culprit *culprit = findings->items[i].culprit;
        naccepted += culprit && culprit->accepted == 1;
        nopen += culprit && culprit->accepted == 0;
    }
    assert_true(naccepted > 0 && nopen > 0);
    assert_int_equal(findings->items[item].culprit->accepted, 1);
    desk_close(desk);
}

/* Two shifted rows are two entries, and stay two when one is accepted. */
static void the_other_shifted_row_stays(void **state)
{
    static const int rows[][DESK_COLS] = {{45, 12, 12, 5, 11, 15, 100},
                                          {0, 31, 7, 5, 3, 2, 11},
                                          {0, 9, 4, 6, 1, 8, 3},
                                          {5, 1, 1, 1, 1, 1, 10},
                                          {45, 12, 12, 5, 11, 15, 100}};
    static const char *const names[] = {"new", "open", "partial", "denied_1", "total"};
    struct desk *desk = *state;
    struct err err = {0};
    desk_clear(desk);
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++)
        for (size_t col = 0; col < DESK_COLS; col++)
            desk_set(desk, names[row], col, rows[row][col]);
    desk_start(desk);
    size_t item = desk_find(desk, "T3-02", "partial");
    assert_int_equal(review_accept(desk->review, item, 0, &err), 0);
    const struct findings *findings = review_findings(desk->review);
    const struct culprit *accepted = findings->items[item].culprit;
    const struct culprit *open = findings->items[desk_find(desk, "T3-02", "open")].culprit;
    assert_int_equal(accepted->accepted, accepted->changes);
    assert_string_equal(accepted->repairs[0].changes[0].cell, "T3.partial.np");
    assert_int_equal(open->accepted, 0);
    assert_int_equal(open->repairs[0].kind, REPAIR_ROW_SHIFT);
    assert_string_equal(open->repairs[0].changes[0].cell, "T3.open.np");
    desk_close(desk);
}

static void there_must_be_an_explanation(void **state)
{
    struct desk *desk = open_slip(state);
    struct err err = {0};
    assert_int_equal(review_accept(desk->review, slip_item(desk), 9, &err), -1);
    assert_int_equal(err.kind, ERR_USAGE);
    desk_close(desk);
}

static size_t count_of(const char *text, const char *what)
{
    size_t n = 0;
    for (const char *p = text; (p = strstr(p, what)); p++)
        n++;
    return n;
}

static void the_opinion_says_it_once(void **state)
{
    struct desk *desk = open_slip(state);
    struct err err = {0};
    struct str out = STR_INIT;
    size_t item = slip_item(desk);
    assert_int_equal(review_decide(desk->review, item, true, VERDICT_CONFIRMED, "", &err), 0);
    assert_int_equal(review_opinion(desk->review, OPINION_TEXT, LANG_ZH, false, &out, &err), 0);
    assert_int_equal(count_of(str_text(&out), "16 应为 10，唯一解释"), 1);
    assert_int_equal(count_of(str_text(&out), "建议改为"), 0);
    assert_int_equal(review_accept(desk->review, item, 0, &err), 0);
    str_clear(&out);
    assert_int_equal(review_opinion(desk->review, OPINION_TEXT, LANG_ZH, false, &out, &err), 0);
    assert_int_equal(count_of(str_text(&out), "应为 10，唯一解释"), 0);
    assert_int_equal(count_of(str_text(&out), "建议改为"), 1);
    str_release(&out);
    desk_close(desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_verdict_names_the_cell, desk_set_up, desk_tear_down),
        cmocka_unit_test_setup_teardown(checks_keep_failing, desk_set_up, desk_tear_down),
        cmocka_unit_test_setup_teardown(what_is_accepted_is_settled, desk_set_up, desk_tear_down),
        cmocka_unit_test_setup_teardown(the_other_entry_stays, desk_set_up, desk_tear_down),
        cmocka_unit_test_setup_teardown(the_other_shifted_row_stays, desk_set_up, desk_tear_down),
        cmocka_unit_test_setup_teardown(there_must_be_an_explanation, desk_set_up, desk_tear_down),
        cmocka_unit_test_setup_teardown(the_opinion_says_it_once, desk_set_up, desk_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

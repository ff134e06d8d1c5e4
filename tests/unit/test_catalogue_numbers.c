/* The checks of numbers in the prose. */
#include "cases_figures.h"
#include "cases_numbers.h"
#include "cases_parts.h"
#include "cases_shares.h"

static void every_case(void **state)
{
    (void)state;
    static const struct prose_list lists[] = {PARTS_CASES, NUMBERS_CASES, SHARES_CASES,
                                              FIGURES_CASES};
    run_prose_lists(lists, COUNT(lists));
}

/* Parts of a sentence that goes back farther than it is read: told once, and not as held. */
static void parts_out_of_reach(void **state)
{
    (void)state;
    struct str text = STR_INIT;
    for (int i = 0; i < 200; i++)
        str_add(&text, "不断推动公开工作，");
    str_add(&text, "公开12条，其中网站7条、微信3条，又公开13条，其中网站7条、微信3条。");
    run_prose_case(&(struct prose_case){
        "PA-01",
        {.s1 = str_text(&text)},
        OUTCOME_UNDECIDED,
        W,
        "reach",
        "句子过长，只看“其中”等前后各 3000 字节，分项不能核对",
        "the sentence is too long: parts are looked for 3000 bytes around; not checked",
        "7"});
    str_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_case),
                                       cmocka_unit_test(parts_out_of_reach)};
    return cmocka_run_group_tests(tests, open_prose_shop, close_prose_shop);
}

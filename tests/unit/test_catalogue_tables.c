/* The checks of tables: each fires, is silent, and where it can be is undecided or
 * not applicable. */
#include "cases_first.h"
#include "cases_tables.h"

static void every_case(void **state)
{
    (void)state;
    static const struct prose_list lists[] = {FIRST_CASES, TABLES_CASES};
    run_prose_lists(lists, COUNT(lists));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_case)};
    return cmocka_run_group_tests(tests, open_prose_shop, close_prose_shop);
}

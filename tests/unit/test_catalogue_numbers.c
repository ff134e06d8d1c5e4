/* The checks of numbers in the prose. */
#include "cases_numbers.h"
#include "cases_parts.h"

static void every_case(void **state)
{
    (void)state;
    static const struct prose_list lists[] = {PARTS_CASES, NUMBERS_CASES};
    run_prose_lists(lists, COUNT(lists));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_case)};
    return cmocka_run_group_tests(tests, open_prose_shop, close_prose_shop);
}

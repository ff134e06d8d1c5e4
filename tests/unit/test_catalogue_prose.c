/* The checks of the document, its sections and its words. */
#include "cases_document.h"
#include "cases_sections.h"
#include "cases_wording.h"

static void every_case(void **state)
{
    (void)state;
    static const struct prose_list lists[] = {DOCUMENT_CASES, SECTIONS_CASES, WORDING_CASES};
    run_prose_lists(lists, COUNT(lists));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_case)};
    return cmocka_run_group_tests(tests, open_prose_shop, close_prose_shop);
}

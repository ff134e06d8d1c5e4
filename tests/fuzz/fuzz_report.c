/* The whole way of a file: read as text or page, every promise of the report,
 * all checks, their messages in both languages. */
#include "fuzz_review.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct err err = {0};
    struct slice bytes = slice_make((const char *)data, size);
    struct report *report = report_read("a.txt", bytes, fuzz_forms(), &err);
    FUZZ_CHECK(report || (err.kind != ERR_NONE && err.kind != ERR_NOMEM && err.text[0]));
    if (!report)
        return 0;
    fuzz_check_report(report);
    struct findings *findings = findings_make(report, NULL, fuzz_rules(), NULL, 0, &err);
    FUZZ_CHECK(findings != NULL);
    fuzz_check_findings(findings);
    findings_free(findings);
    report_free(report);
    return 0;
}

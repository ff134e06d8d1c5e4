/* Who, when and which sections, against the truth that comes with the sample
 * reports. Skipped where those are not there. */
#include "reading.h"

#include "gouji/base/json.h"
#include "gouji/base/path.h"

static char *shared_path(const char *name)
{
    const char *shared = getenv("GOUJI_SHARED");
    char *folder = path_join(shared ? shared : "../shared", "reports");
    char *path = folder ? path_join(folder, name) : NULL;
    free(folder);
    assert_non_null(path);
    return path;
}

static void assert_day(struct date date, const cJSON *wanted)
{
    char got[64];
    snprintf(got, sizeof got, "%04d-%02d-%02d", date.year, date.month, date.day);
    assert_string_equal(got, cJSON_GetStringValue(wanted));
}

static void check_identity(const struct report *report, const cJSON *sample)
{
    const struct identity *who = &report->who;
    const cJSON *period = json_get(sample, "period"), *signature = json_get(sample, "signature");
    assert_text(who->title, json_string(sample, "title"));
    assert_text(who->agency, json_string(sample, "agency"));
    assert_text(who->kind, json_string(sample, "kind"));
    assert_int_equal(who->year, json_integer(sample, "year", 0));
    assert_int_equal(who->nyear_conflicts, 0);
    assert_text(report->edition, json_string(sample, "edition"));
    assert_int_equal(who->has_period, cJSON_IsArray(period));
    if (who->has_period) {
        assert_day(who->period_start, cJSON_GetArrayItem(period, 0));
        assert_day(who->period_end, cJSON_GetArrayItem(period, 1));
    }
    assert_text(who->signature_agency, json_string(signature, "agency"));
    if (cJSON_IsObject(signature))
        assert_day(who->signature_date, json_get(signature, "date"));
    else
        assert_int_equal(who->signature_date.year, 0);
}

static void check_sections(const struct report *report, const cJSON *sections)
{
    assert_int_equal(report->nsections, cJSON_GetArraySize(sections));
    for (size_t i = 0; i < report->nsections; i++) {
        const struct section *section = &report->sections[i];
        const cJSON *wanted = cJSON_GetArrayItem(sections, (int)i);
        assert_text(section->id, json_string(wanted, "id"));
        assert_text(section->numeral, json_string(wanted, "numeral"));
        assert_text(section->title, json_string(wanted, "title"));
        assert_int_equal(report_line_at(report, section->heading.start) + 1,
                         json_integer(wanted, "line", 0));
        assert_false(section->irregular);
        struct slice heading = report_slice(report, section->heading);
        assert_true(slice_has_prefix(heading, slice_of(section->numeral)));
        assert_false(slice_contains(heading, "\n"));
    }
}

static void samples(void **state)
{
    char *path = shared_path("findings.json"), *bytes;
    size_t nbytes;
    struct err err;
    err_clear(&err);
    int status = path_read(path, JSON_MAX_NBYTES, "size", &bytes, &nbytes, &err);
    free(path);
    if (status) {
        print_message("skipped: the sample reports are not there\n");
        skip();
    }
    cJSON *truth = json_parse(slice_make(bytes, nbytes), &err);
    assert_non_null(truth);
    int nsamples = 0;
    for (const cJSON *sample = json_get(truth, "samples")->child; sample; sample = sample->next) {
        path = shared_path(json_string(sample, "file"));
        struct report *report = report_open(path, *state, &err);
        if (!report)
            fail_msg("%s", err.text);
        print_message("%s\n", sample->string);
        check_identity(report, sample);
        check_sections(report, json_get(sample, "sections"));
        report_free(report);
        free(path);
        nsamples++;
    }
    assert_int_equal(nsamples, 5);
    cJSON_Delete(truth);
    free(bytes);
}

static void documents_are_no_reports(void **state)
{
    static const char *const names[] = {"ACCEPTANCE.md", "cells.json", "../domain/labels.json",
                                        "../domain/LAYOUTS.md", "../domain/RULES.md"};
    for (size_t i = 0; i < COUNT(names); i++) {
        char *path = shared_path(names[i]);
        struct err err;
        err_clear(&err);
        assert_null(report_open(path, *state, &err));
        free(path);
        if (err.kind == ERR_IO)
            skip();
        assert_int_equal(err.kind, ERR_NOT_REPORT);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(samples),
        cmocka_unit_test(documents_are_no_reports),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}

/* The workstation driven by keys on a screen in memory. Golden screens are
 * written anew by UPDATE_GOLDEN=1. */
#ifndef GOUJI_TESTS_APP_FIXTURE_H
#define GOUJI_TESTS_APP_FIXTURE_H

#include "review_fixture.h"

#include <locale.h>

#include "gouji/app/app.h"
#include "gouji/base/str.h"

enum { LIMIT = 1024 * 1024 };

/* Runs keys on the report; the dumps are the caller's (free). */
static __attribute__((unused)) char *run_as(struct desk *desk, const char *reviewer, bool readonly,
                                            const char *keys, int rows, int cols)
{
    const char *paths[] = {desk->report_path};
    char *config = path_join(desk->dir, "config");
    desk_spill(config, "", 0);
    struct app_options options = {.paths = paths,
                                  .npaths = 1,
                                  .reviewer = reviewer,
                                  .tool_version = "0.1.0",
                                  .build = "git:test",
                                  .config = config,
                                  .rows = rows,
                                  .cols = cols,
                                  .lang = LANG_ZH,
                                  .readonly = readonly};
    struct err err = {0};
    struct str dumps = STR_INIT;
    int status = app_run_script(&options, slice_of(keys), &dumps, &err);
    if (status != 0)
        fail_msg("status %d: %s", status, err.text);
    free(config);
    char *text = str_detach(&dumps);
    return text ? text : strdup("");
}

static __attribute__((unused)) char *run(struct desk *desk, const char *keys)
{
    return run_as(desk, "zhang", false, keys, 40, 120);
}

static __attribute__((unused)) void expect_in(const char *dumps, const char *text)
{
    if (!dumps || !strstr(dumps, text))
        fail_msg("not on the screen: %s\n%s", text, dumps ? dumps : "(nothing)");
}

static __attribute__((unused)) void expect_not_in(const char *dumps, const char *text)
{
    if (strstr(dumps, text))
        fail_msg("on the screen: %s\n%s", text, dumps);
}

static __attribute__((unused)) void expect_run(struct desk *desk, const char *keys,
                                               const char *text)
{
    char *dumps = run(desk, keys);
    expect_in(dumps, text);
    free(dumps);
}

/* Ten applications received, nine accounted for. */
static __attribute__((unused)) void write_unbalanced(struct desk *desk)
{
    desk_set(desk, "open", 0, 9);
    desk_set(desk, "total", 0, 9);
    desk_write(desk);
}

static __attribute__((unused)) bool exists(const char *path)
{
    return access(path, F_OK) == 0;
}

static __attribute__((unused)) void check_golden(const char *name, const char *got)
{
    char path[256];
    char *want = NULL;
    size_t nbytes;
    struct err err = {0};
    snprintf(path, sizeof path, "tests/golden/app-%s.txt", name);
    const char *update = getenv("UPDATE_GOLDEN");
    if (update && *update) {
        desk_spill(path, got, strlen(got));
        return;
    }
    if (path_read(path, LIMIT, "golden", &want, &nbytes, &err) < 0)
        fail_msg("%s; UPDATE_GOLDEN=1 writes it", err.text);
    assert_string_equal(got, want);
    free(want);
}

static __attribute__((unused)) void app_set_locale(const char *name)
{
    setenv("GOUJI_DATA", "data", 1);
    setenv("TZ", "UTC", 1);
    setlocale(LC_ALL, name);
}

#endif

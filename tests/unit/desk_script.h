/* Key scripts on the screen in memory, over one report made up for it or a
 * folder of them, and golden screens; see tests/unit/review_fixture.h. */
#ifndef GOUJI_TESTS_DESK_SCRIPT_H
#define GOUJI_TESTS_DESK_SCRIPT_H

#include "review_fixture.h"

#include <locale.h>

#include "gouji/app/app.h"
#include "gouji/base/str.h"

enum { SCRIPT_LIMIT = 4 * 1024 * 1024 };

struct script {
    const char *path; /* NULL: the fixture's report */
    const char *keys, *config, *reviewer;
    int rows, cols;
    bool fresh, with_styles;
};

/* Runs keys; the dumps are the caller's (free). */
static inline char *script_run(struct desk *desk, const struct script *script)
{
    const char *paths[] = {script->path ? script->path : desk->report_path};
    char *config = path_join(desk->dir, ".config");
    const char *settings = script->config ? script->config : "";
    desk_spill(config, settings, strlen(settings));
    struct app_options options = {
        .paths = paths, .npaths = 1, .reviewer = script->reviewer ? script->reviewer : "zhang",
        .tool_version = "0.1.0", .build = "git:test", .config = config,
        .rows = script->rows ? script->rows : 40, .cols = script->cols ? script->cols : 120,
        .lang = LANG_ZH, .fresh = script->fresh, .with_styles = script->with_styles};
    struct err err = {0};
    struct str dumps = STR_INIT;
    int status = app_run_script(&options, slice_of(script->keys), &dumps, &err);
    if (status != 0)
        fail_msg("status %d: %s", status, err.text);
    free(config);
    char *text = str_detach(&dumps);
    return text ? text : strdup("");
}

static inline char *run_keys(struct desk *desk, const char *keys)
{
    return script_run(desk, &(struct script){.keys = keys});
}

/* Nothing is left from the run before but the reviews. */
static inline char *run_folder(struct desk *desk, const char *keys)
{
    return script_run(desk, &(struct script){.keys = keys, .path = desk->dir, .fresh = true});
}

static inline void expect_in(const char *dumps, const char *text)
{
    if (!dumps || !strstr(dumps, text))
        fail_msg("not on the screen: %s\n%s", text, dumps ? dumps : "(nothing)");
}

static inline void expect_not_in(const char *dumps, const char *text)
{
    if (strstr(dumps, text))
        fail_msg("on the screen: %s\n%s", text, dumps);
}

static inline void expect_keys(struct desk *desk, const char *keys, const char *text)
{
    char *dumps = run_keys(desk, keys);
    expect_in(dumps, text);
    free(dumps);
}

/* Ten applications received, nine accounted for. */
static inline void write_unbalanced(struct desk *desk)
{
    desk_set(desk, "open", 0, 9);
    desk_set(desk, "total", 0, 9);
    desk_write(desk);
}

/* UPDATE_GOLDEN=1 writes them anew. */
static inline void check_golden(const char *name, const char *got)
{
    char path[256];
    char *want = NULL;
    size_t nbytes;
    struct err err = {0};
    snprintf(path, sizeof path, "tests/golden/%s.txt", name);
    const char *update = getenv("UPDATE_GOLDEN");
    if (update && *update) {
        desk_spill(path, got, strlen(got));
        return;
    }
    if (path_read(path, SCRIPT_LIMIT, "golden", &want, &nbytes, &err) < 0)
        fail_msg("%s; UPDATE_GOLDEN=1 writes it", err.text);
    assert_string_equal(got, want);
    free(want);
}

#endif

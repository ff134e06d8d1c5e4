/* Key scripts over a folder of reports, with a configuration, with what was left from
 * the session before or without. */
#ifndef GOUJI_TESTS_DESK_SCRIPT_H
#define GOUJI_TESTS_DESK_SCRIPT_H

#include "app_fixture.h"

struct script {
    const char *path; /* NULL: the fixture's report */
    const char *keys, *config, *reviewer;
    int rows, cols;
    enum lang lang; /* of the rules' texts */
    bool fresh, with_styles;
};

/* Runs keys; the dumps are the caller's (free). */
static inline char *script_run(struct desk *desk, const struct script *script)
{
    const char *paths[] = {script->path ? script->path : desk->report_path};
    char *config = path_join(desk->dir, ".config");
    const char *settings = script->config ? script->config : "";
    desk_spill(config, settings, strlen(settings));
    struct app_options options = {.paths = paths,
                                  .npaths = 1,
                                  .reviewer = script->reviewer ? script->reviewer : "zhang",
                                  .tool_version = "0.1.0",
                                  .build = "git:test",
                                  .config = config,
                                  .rows = script->rows ? script->rows : 40,
                                  .cols = script->cols ? script->cols : 120,
                                  .lang = script->lang,
                                  .fresh = script->fresh,
                                  .with_styles = script->with_styles};
    struct err err = {0};
    struct str dumps = STR_INIT;
    int status = app_run_script(&options, slice_of(script->keys), &dumps, &err);
    if (status != 0)
        fail_msg("status %d: %s", status, err.text);
    free(config);
    char *text = str_detach(&dumps);
    return text ? text : strdup("");
}

/* Nothing is left from the run before but the reviews. */
static inline char *run_folder(struct desk *desk, const char *keys)
{
    return script_run(desk, &(struct script){.keys = keys, .path = desk->dir, .fresh = true});
}

#endif

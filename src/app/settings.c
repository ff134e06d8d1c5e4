/* The configuration as it stands, without a screen: to be printed, checked. */
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "gouji/base/path.h"

/* Bindings of one map that another one lacks, written as `word` lines. */
struct difference {
    const struct keymap *other;
    const char *word;
    struct str *out;
};

struct sought {
    const char *keys;
    enum action action;
    bool found;
};

static void seek(void *closure, enum action_context context, const char *keys, enum action action)
{
    struct sought *sought = closure;
    (void)context;
    sought->found |= action == sought->action && strcmp(keys, sought->keys) == 0;
}

static void write_difference(void *closure, enum action_context context, const char *keys,
                             enum action action)
{
    const struct difference *difference = closure;
    struct sought sought = {keys, action, false};
    bool bind = strcmp(difference->word, "bind") == 0;
    keymap_each(difference->other, context, seek, &sought);
    if (!sought.found)
        str_format(difference->out, "%s %s %s%s%s\n", difference->word,
                   action_context_name(context), keys, bind ? " " : "",
                   bind ? action_entry(action)->name : "");
}

static void dump_keys(const struct keymap *map, const struct keymap *shipped, struct str *out)
{
    struct difference gone = {map, "unbind", out}, added = {shipped, "bind", out};
    keymap_each(shipped, IN_ALL, write_difference, &gone);
    keymap_each(map, IN_ALL, write_difference, &added);
}

static struct keymap *load_keys(struct err *err)
{
    struct str faults = STR_INIT; /* none: gouji's own file */
    struct keymap *map = keymap_new();
    char *path = path_data("keys", err);
    if (!map || !path || keymap_load(map, path, &faults, err) < 0) {
        keymap_free(map);
        map = NULL;
    }
    str_release(&faults);
    free(path);
    return map;
}

int app_settings(const char *path, struct str *out, struct str *faults, struct err *err)
{
    struct config config;
    config_init(&config);
    struct keymap *map = load_keys(err), *shipped = load_keys(err);
    int status = map && shipped ? 0 : -1;
    if (status == 0) {
        config_load(&config, map, path, faults);
        config_dump(&config, out);
        dump_keys(map, shipped, out);
    }
    keymap_free(shipped);
    keymap_free(map);
    config_release(&config);
    return status;
}

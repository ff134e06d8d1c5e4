/* Rule files that an office has put where none is read, or called otherwise than those that are. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "gouji/base/path.h"
#include "gouji/check/ruleset.h"

/* l.json, l.JSON, l.json.txt; not what editors leave behind, or what is hidden. */
static bool is_like_rules(const char *name)
{
    static const char ending[] = ".json";
    size_t n = strlen(name);
    bool is_like = false;
    for (size_t i = 0; i < n; i++)
        is_like |= strncasecmp(name + i, ending, sizeof ending - 1) == 0;
    return is_like && name[0] != '.' && name[n - 1] != '~';
}

static bool is_read(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot && strcmp(dot, ".json") == 0;
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* Of the office's folder what only looks like rules, of one in it all that does. */
static void look_through(const char *dir, bool is_inner, ruleset_tell_path *tell, void *context)
{
    struct dirent **entries = NULL;
    int n = scandir(dir, &entries, NULL, alphasort);
    for (int i = 0; i < n; i++) {
        const char *name = entries[i]->d_name;
        char *path = name[0] == '.' ? NULL : path_join(dir, name);
        bool is_dir = path && is_folder(path);
        if (is_dir && !is_inner)
            look_through(path, true, tell, context);
        else if (path && !is_dir && is_like_rules(name) && (is_inner || !is_read(name)))
            tell(context, path);
        free(path);
        free(entries[i]);
    }
    free(entries);
}

void ruleset_each_unread(ruleset_tell_path *tell, void *context)
{
    struct err err = {0};
    char *config = path_config_dir(&err), *dir = config ? path_join(config, "rules") : NULL;
    if (dir)
        look_through(dir, false, tell, context);
    free(config);
    free(dir);
}

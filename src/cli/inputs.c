#include "inputs.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/base/message.h"
#include "gouji/base/str.h"
#include "gouji/base/vec.h"
#include "pool.h"

static int read_list(const char *path, struct str *bytes, struct err *err)
{
    bool is_stdin = strcmp(path, "-") == 0;
    FILE *file = is_stdin ? stdin : fopen(path, "re");
    char block[16 * 1024];
    if (!file)
        return err_set_errno(err, _("cannot read the list"), path);
    for (size_t n; (n = fread(block, 1, sizeof block, file)) > 0;)
        str_append(bytes, slice_make(block, n));
    int failed = ferror(file) ? errno : 0;
    if (!is_stdin)
        fclose(file);
    errno = failed;
    if (failed)
        return err_set_errno(err, _("cannot read the list"), path);
    return bytes->failed ? err_set_nomem(err) : 0;
}

/* Cuts the list into names, in place. A list from another system may end its
 * lines with CR LF. */
static int cut_names(struct inputs *inputs, size_t *capacity, size_t nbytes, bool by_nul)
{
    static const char mark[] = "\xEF\xBB\xBF"; /* of UTF-8, where an editor has put one */
    char *at = inputs->list, *end = at + nbytes;
    if (nbytes >= strlen(mark) && memcmp(at, mark, strlen(mark)) == 0)
        at += strlen(mark);
    while (at < end) {
        char *stop = memchr(at, by_nul ? '\0' : '\n', (size_t)(end - at));
        char *next = stop ? stop + 1 : end;
        stop = stop ? stop : end;
        if (!by_nul && stop > at && stop[-1] == '\r')
            stop--;
        *stop = '\0';
        if (stop > at) {
            if (vec_room(&inputs->paths, capacity, inputs->npaths, sizeof *inputs->paths) != 0)
                return -1;
            inputs->paths[inputs->npaths++] = at;
        }
        at = next;
    }
    return 0;
}

static int take_list(const struct options *options, struct inputs *inputs, size_t *capacity,
                     struct err *err)
{
    struct str bytes = STR_INIT;
    if (read_list(options->files_from, &bytes, err) != 0) {
        str_release(&bytes);
        return -1;
    }
    size_t nbytes = bytes.nbytes;
    inputs->list = str_detach(&bytes);
    if (!inputs->list)
        return err_set_nomem(err);
    bool by_nul = options->null || memchr(inputs->list, '\0', nbytes);
    if (cut_names(inputs, capacity, nbytes, by_nul) != 0)
        return err_set_nomem(err);
    if (inputs->npaths == 0)
        return err_set(err, ERR_USAGE, _("%s: the list names no file"), options->files_from);
    return 0;
}

int inputs_read(const struct options *options, struct inputs *inputs, struct err *err)
{
    size_t capacity = options->npaths + 1;
    *inputs = (struct inputs){.paths = calloc(capacity, sizeof *inputs->paths)};
    if (!inputs->paths)
        return err_set_nomem(err);
    for (size_t i = 0; i < options->npaths; i++)
        inputs->paths[inputs->npaths++] = options->paths[i];
    return options->files_from ? take_list(options, inputs, &capacity, err) : 0;
}

static void look(void *context, size_t index)
{
    struct inputs *inputs = context;
    struct stat status;
    if (stat(inputs->paths[index], &status) == 0)
        inputs->modes[index] = status.st_mode;
}

int inputs_look(struct inputs *inputs, size_t nthreads)
{
    const struct pool_work work = {inputs->npaths, SHORT_STEP, inputs, look, NULL};
    inputs->modes = calloc(inputs->npaths, sizeof *inputs->modes);
    if (!inputs->modes)
        return -1;
    pool_run(&work, nthreads);
    return 0;
}

void inputs_release(struct inputs *inputs)
{
    free(inputs->paths);
    free(inputs->modes);
    free(inputs->list);
    *inputs = (struct inputs){0};
}

#include "gouji/review/queue.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "gouji/base/arena.h"
#include "gouji/base/message.h"
#include "gouji/base/path.h"
#include "gouji/base/str.h"
#include "gouji/base/vec.h"
#include "places.h"
#include "queue_private.h"

enum { MAX_DEPTH = 32 };

/* ---- gathering ---- */

static int add_item(struct queue *queue, const char *path, const char *root, struct err *err)
{
    const char *copy = arena_string(queue->arena, path);
    if (!copy ||
        vec_room(&queue->items, &queue->items_capacity, queue->nitems, sizeof *queue->items))
        return err_set_nomem(err);
    queue->items[queue->nitems++] =
        (struct queue_item){.path = copy, .root = root, .state = QUEUE_UNREAD};
    queue->nunread++;
    return 0;
}

int queue_skip(struct queue *queue, const char *path, const char *reason, bool is_unread,
               struct err *err)
{
    struct queue_skipped entry = {arena_string(queue->arena, path),
                                  arena_string(queue->arena, reason), is_unread};
    if (!entry.path || !entry.reason ||
        vec_room(&queue->skipped, &queue->skipped_capacity, queue->nskipped,
                 sizeof *queue->skipped))
        return err_set_nomem(err);
    queue->skipped[queue->nskipped++] = entry;
    return 0;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int walk(struct queue *queue, const char *dir, const char *root, int depth, struct err *err);

/* The folder itself mostly says what is a file: very many need not be asked one by one. */
static int take_entry(struct queue *queue, const char *path, const char *root, int depth,
                      unsigned char type, struct err *err)
{
    struct stat info;
    if (queue_is_own(path))
        return 0; /* nobody has to be told of those */
    if (type == DT_REG)
        return add_item(queue, path, root, err);
    if (lstat(path, &info))
        return queue_skip(queue, path, strerror(errno), true, err);
    /* Folders behind links are left out: they may lead back here. */
    if (S_ISDIR(info.st_mode))
        return walk(queue, path, root, depth + 1, err);
    if (S_ISLNK(info.st_mode) && stat(path, &info))
        return queue_skip(queue, path, strerror(errno), false, err);
    if (!S_ISREG(info.st_mode))
        return queue_skip(queue, path, _("not a regular file"), false, err);
    return add_item(queue, path, root, err);
}

static int skip_folder(struct queue *queue, const char *dir, struct err *err)
{
    struct err why;
    err_set_errno(&why, _("cannot read the folder"), dir);
    return queue_skip(queue, dir, why.text, true, err);
}

static int walk(struct queue *queue, const char *dir, const char *root, int depth, struct err *err)
{
    struct dirent **names = NULL;
    int status = 0;
    if (depth > MAX_DEPTH)
        return queue_skip(queue, dir, _("over the limit \"folder depth\" of 32"), true, err);
    int n = scandir(dir, &names, is_visible, by_name);
    if (n < 0)
        return depth ? skip_folder(queue, dir, err)
                     : err_set_errno(err, _("cannot read the folder"), dir);
    for (int i = 0; i < n; i++) {
        char *path = status ? NULL : path_join(dir, names[i]->d_name);
        if (!status)
            status = path ? take_entry(queue, path, root, depth, names[i]->d_type, err)
                          : err_set_nomem(err);
        free(path);
        free(names[i]);
    }
    free(names);
    return status;
}

static int take_path(struct queue *queue, const char *path, struct err *err)
{
    struct stat info;
    size_t before = queue->nitems, skipped_before = queue->nskipped;
    if (stat(path, &info))
        return err_set_errno(err, _("cannot open"), path);
    if (!S_ISDIR(info.st_mode))
        return add_item(queue, path, NULL, err);
    const char *root = arena_string(queue->arena, path);
    if (!root)
        return err_set_nomem(err);
    if (walk(queue, path, root, 0, err))
        return -1;
    for (size_t i = skipped_before; queue->nitems == before && i < queue->nskipped; i++)
        if (queue->skipped[i].is_unread)
            return err_set(err, ERR_IO, "%s", queue->skipped[i].reason);
    if (queue->nitems == before)
        return err_set(err, ERR_USAGE,
                       _("%s: there is no file to read in this folder; name a report or a folder "
                         "with reports"),
                       path);
    return 0;
}

/* ---- places below --verdicts ---- */

static const char *place_below(const struct queue_item *item)
{
    const char *rest = item->root ? item->path + strlen(item->root) : path_name(item->path);
    return rest + strspn(rest, "/");
}

static int by_place(const void *a, const void *b)
{
    const struct queue_item *const *one = a, *const *other = b;
    return strcmp(place_below(*one), place_below(*other));
}

static bool is_same_file(const char *a, const char *b)
{
    struct stat one, other;
    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_ino == other.st_ino &&
           one.st_dev == other.st_dev;
}

/* With one verdict file for two reports, what was decided of one would stand for the other. */
static int refuse_shared(const struct queue *queue, struct err *err)
{
    const struct queue_item **items = malloc(queue->nitems * sizeof *items);
    if (!items)
        return err_set_nomem(err);
    for (size_t i = 0; i < queue->nitems; i++)
        items[i] = &queue->items[i];
    qsort(items, queue->nitems, sizeof *items, by_place);
    int status = 0;
    for (size_t i = 1; !status && i < queue->nitems; i++)
        if (by_place(&items[i - 1], &items[i]) == 0 &&
            !is_same_file(items[i - 1]->path, items[i]->path))
            status = err_set(err, ERR_USAGE,
                             _("%s and %s would have one verdict file below %s; name the folder "
                               "that holds both instead"),
                             items[i - 1]->path, items[i]->path, queue->options.verdicts_dir);
    free(items);
    return status;
}

/* ---- one file twice ---- */

struct known {
    const struct queue_item *item;
    struct stat info;
};

static int by_file(const void *a, const void *b)
{
    const struct known *one = a, *other = b;
    if (one->info.st_ino != other->info.st_ino)
        return one->info.st_ino < other->info.st_ino ? -1 : 1;
    if (one->info.st_dev != other->info.st_dev)
        return one->info.st_dev < other->info.st_dev ? -1 : 1;
    return one->item < other->item ? -1 : one->item > other->item;
}

static int skip_repetition(struct queue *queue, const struct known *first, size_t index,
                           struct err *err)
{
    struct str text = STR_INIT;
    str_format(&text, _("the same file as %s"), first->item->path);
    int status = queue_skip(queue, queue->items[index].path, str_text(&text), false, err);
    str_release(&text);
    queue->items[index].path = NULL;
    return status;
}

static void close_ranks(struct queue *queue)
{
    size_t kept = 0;
    for (size_t i = 0; i < queue->nitems; i++)
        if (queue->items[i].path)
            queue->items[kept++] = queue->items[i];
    queue->nitems = queue->nunread = kept;
}

/* One report is no two versions of itself. */
static int skip_repeated(struct queue *queue, struct err *err)
{
    struct known *all = calloc(queue->nitems + 1, sizeof *all);
    size_t n = 0;
    int status = all ? 0 : err_set_nomem(err);
    for (size_t i = 0; all && i < queue->nitems; i++)
        if (stat(queue->items[i].path, &all[n].info) == 0)
            all[n++].item = &queue->items[i];
    if (n > 1)
        qsort(all, n, sizeof *all, by_file);
    for (size_t i = 1, first = 0; !status && i < n; i++) {
        if (all[i].info.st_ino != all[first].info.st_ino ||
            all[i].info.st_dev != all[first].info.st_dev)
            first = i;
        else
            status = skip_repetition(queue, &all[first], (size_t)(all[i].item - queue->items), err);
    }
    free(all);
    close_ranks(queue);
    return status;
}

/* ---- the queue ---- */

static const char *keep(const struct queue *queue, const char *text)
{
    return text ? arena_string(queue->arena, text) : NULL;
}

static struct queue *make(const struct forms *forms, const struct ruleset *rules,
                          const struct review_options *options, struct err *err)
{
    struct queue *queue = calloc(1, sizeof *queue);
    if (queue) {
        pthread_mutex_init(&queue->pairing, NULL);
        queue->arena = arena_new();
        queue->pairs = pairs_new();
    }
    if (!queue || !queue->arena || !queue->pairs) {
        queue_free(queue);
        err_set_nomem(err);
        return NULL;
    }
    queue->forms = forms;
    queue->rules = rules;
    queue->options = *options;
    queue->options.readonly = true;
    queue->options.reviewer = keep(queue, options->reviewer);
    queue->options.root = keep(queue, options->root);
    queue->options.verdicts_dir = keep(queue, options->verdicts_dir);
    queue->options.tool_version = keep(queue, options->tool_version);
    queue->options.build = keep(queue, options->build);
    if (!arena_failed(queue->arena))
        return queue;
    queue_free(queue);
    err_set_nomem(err);
    return NULL;
}

/* NULL, and the queue is gone, when it failed. */
static struct queue *finish(struct queue *queue, size_t npaths, int status, struct err *err)
{
    if (!status && queue->nitems > 1 && npaths > 1 && queue->options.verdicts_dir)
        status = refuse_shared(queue, err);
    if (!status)
        return queue;
    queue_free(queue);
    return NULL;
}

struct queue *queue_new(const char *const *paths, size_t npaths, const struct forms *forms,
                        const struct ruleset *rules, const struct review_options *options,
                        struct err *err)
{
    struct queue *queue = make(forms, rules, options, err);
    int status = 0;
    for (size_t i = 0; queue && !status && i < npaths; i++)
        status = take_path(queue, paths[i], err);
    return queue ? finish(queue, npaths, status, err) : NULL;
}

/* What the folder's walk has told of is not told again. */
static int take_any(struct queue *queue, const char *path, struct err *err)
{
    struct err why = {ERR_NONE, ""};
    size_t nskipped = queue->nskipped;
    if (take_path(queue, path, &why) == 0)
        return 0;
    if (why.kind == ERR_NOMEM)
        return err_set_nomem(err);
    bool is_told = why.kind != ERR_USAGE && queue->nskipped > nskipped;
    return is_told ? 0 : queue_skip(queue, path, why.text, why.kind != ERR_USAGE, err);
}

struct queue *queue_new_of_any(const char *const *paths, size_t npaths, const struct forms *forms,
                               const struct ruleset *rules, const struct review_options *options,
                               struct err *err)
{
    struct queue *queue = make(forms, rules, options, err);
    int status = 0;
    for (size_t i = 0; queue && !status && i < npaths; i++)
        status = take_any(queue, paths[i], err);
    if (queue && !status)
        status = skip_repeated(queue, err);
    return queue ? finish(queue, npaths, status, err) : NULL;
}

void queue_free(struct queue *queue)
{
    if (!queue)
        return;
    reading_end(queue);
    for (size_t i = 0; i < queue->nitems; i++)
        free(queue->items[i].tallies);
    free(queue->again);
    free(queue->compared);
    free(queue->items);
    free(queue->skipped);
    pairs_free(queue->pairs);
    arena_free(queue->arena);
    pthread_mutex_destroy(&queue->pairing);
    places_listing_release(&queue->verdicts);
    free(queue);
}

size_t queue_count(const struct queue *queue)
{
    return queue->nitems;
}

const struct queue_item *queue_at(const struct queue *queue, size_t index)
{
    return index < queue->nitems ? &queue->items[index] : NULL;
}

bool queue_is_own(const char *path)
{
    return places_is_own(path_name(path));
}

size_t queue_skipped_list(const struct queue *queue, const struct queue_skipped **list)
{
    *list = queue->skipped;
    return queue->nskipped;
}

#include "gouji/review/queue.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "gouji/base/arena.h"
#include "gouji/base/message.h"
#include "gouji/base/path.h"
#include "gouji/base/vec.h"
#include "gouji/review/pairs.h"
#include "places.h"

enum { MAX_DEPTH = 32 };

struct queue {
    struct arena *arena; /* paths, roots, texts of items */
    const struct forms *forms;
    const struct ruleset *rules;
    struct review_options options;
    struct queue_item *items;
    size_t nitems, items_capacity;
    size_t nread; /* entries before this one are read */
    struct queue_skipped *skipped;
    size_t nskipped, skipped_capacity;
    struct pairs *pairs; /* owners: paths of items */
};

/* ---- gathering ---- */

static int add_item(struct queue *queue, const char *path, const char *root, struct err *err)
{
    const char *copy = arena_string(queue->arena, path);
    if (!copy ||
        vec_room(&queue->items, &queue->items_capacity, queue->nitems, sizeof *queue->items))
        return err_set_nomem(err);
    queue->items[queue->nitems++] =
        (struct queue_item){.path = copy, .root = root, .state = QUEUE_UNREAD};
    return 0;
}

static int skip(struct queue *queue, const char *path, const char *reason, struct err *err)
{
    struct queue_skipped entry = {arena_string(queue->arena, path),
                                  arena_string(queue->arena, reason)};
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

static int take_entry(struct queue *queue, const char *path, const char *root, int depth,
                      struct err *err)
{
    struct stat info;
    if (places_is_own(path_name(path)))
        return 0; /* nobody has to be told of those */
    if (lstat(path, &info))
        return skip(queue, path, strerror(errno), err);
    /* Folders behind links are left out: they may lead back here. */
    if (S_ISDIR(info.st_mode))
        return walk(queue, path, root, depth + 1, err);
    if (S_ISLNK(info.st_mode) && stat(path, &info))
        return skip(queue, path, strerror(errno), err);
    if (!S_ISREG(info.st_mode))
        return skip(queue, path, _("not a regular file"), err);
    return add_item(queue, path, root, err);
}

static int walk(struct queue *queue, const char *dir, const char *root, int depth, struct err *err)
{
    struct dirent **names = NULL;
    int status = 0;
    if (depth > MAX_DEPTH)
        return skip(queue, dir, _("over the limit \"folder depth\" of 32"), err);
    int n = scandir(dir, &names, is_visible, by_name);
    if (n < 0)
        return depth ? skip(queue, dir, strerror(errno), err)
                     : err_set_errno(err, _("cannot read the folder"), dir);
    for (int i = 0; i < n; i++) {
        char *path = status ? NULL : path_join(dir, names[i]->d_name);
        if (!status)
            status = path ? take_entry(queue, path, root, depth, err) : err_set_nomem(err);
        free(path);
        free(names[i]);
    }
    free(names);
    return status;
}

static int take_path(struct queue *queue, const char *path, struct err *err)
{
    struct stat info;
    size_t before = queue->nitems;
    if (stat(path, &info))
        return err_set_errno(err, _("cannot open"), path);
    if (!S_ISDIR(info.st_mode))
        return add_item(queue, path, NULL, err);
    const char *root = arena_string(queue->arena, path);
    if (!root)
        return err_set_nomem(err);
    if (walk(queue, path, root, 0, err))
        return -1;
    if (queue->nitems == before)
        return err_set(err, ERR_USAGE,
                       _("%s: there is no file to read in this folder; name a report or a folder "
                         "with reports"),
                       path);
    return 0;
}

static const char *keep(struct queue *queue, const char *text)
{
    return text ? arena_string(queue->arena, text) : NULL;
}

struct queue *queue_new(const char *const *paths, size_t npaths, const struct forms *forms,
                        const struct ruleset *rules, const struct review_options *options,
                        struct err *err)
{
    struct queue *queue = calloc(1, sizeof *queue);
    if (queue) {
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
    int status = arena_failed(queue->arena) ? err_set_nomem(err) : 0;
    for (size_t i = 0; !status && i < npaths; i++)
        status = take_path(queue, paths[i], err);
    if (!status)
        return queue;
    queue_free(queue);
    return NULL;
}

void queue_free(struct queue *queue)
{
    if (!queue)
        return;
    free(queue->items);
    free(queue->skipped);
    pairs_free(queue->pairs);
    arena_free(queue->arena);
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

size_t queue_skipped_list(const struct queue *queue, const struct queue_skipped **list)
{
    *list = queue->skipped;
    return queue->nskipped;
}

/* ---- reading ---- */

static void fill_counts(struct queue_item *item, const struct review *review)
{
    const struct findings *findings = review_findings(review);
    struct review_counts counts = review_count(review);
    item->errors = findings_failed(findings, SEVERITY_ERROR);
    item->warnings = findings_failed(findings, SEVERITY_WARNING);
    item->infos = findings_failed(findings, SEVERITY_INFO);
    item->undecided = 0;
    for (size_t i = 0; i < findings->nitems; i++)
        item->undecided += findings->items[i].outcome == OUTCOME_UNDECIDED;
    item->entries = counts.entries;
    item->decided = counts.decided;
    item->stale = counts.stale;
}

static void fill(struct queue *queue, struct queue_item *item, const struct review *review)
{
    const struct report *report = review_report(review);
    const struct log_entry *log;
    size_t nevents = review_log(review, &log);
    item->agency = keep(queue, report->who.agency);
    item->kind = keep(queue, report->who.kind);
    item->year = report->who.year;
    item->signed_on = report->who.signature_date;
    fill_counts(item, review);
    item->conclusion = review_conclusion(review).status;
    item->state = item->conclusion != CONCLUSION_NONE ? QUEUE_CONCLUDED
                  : nevents > 0                       ? QUEUE_IN_REVIEW
                                                      : QUEUE_NEW;
    item->reviewer = nevents > 0 ? keep(queue, review_reviewer(review)) : NULL;
    item->trouble = NULL;
}

/* Somebody's verdict file of this report, when this reviewer has none. */
static char *other_reviewer(const struct queue *queue, const struct queue_item *item,
                            const struct review_options *options)
{
    struct places places;
    char **names = NULL, *first = NULL;
    const char *probe = queue->options.reviewer ? queue->options.reviewer : "x";
    if (places_find(item->path, options, probe, &places, NULL))
        return NULL;
    size_t n = places_reviewers(places.verdict, path_name(item->path), &names);
    for (size_t i = 0; i < n; i++) {
        if (!first)
            first = names[i];
        else
            free(names[i]);
    }
    free(names);
    places_release(&places);
    return first;
}

static int read_state(struct queue *queue, struct queue_item *item, const struct report *report,
                      struct err *err)
{
    struct review_options options = queue->options;
    const struct log_entry *log;
    options.root = item->root;
    item->prior = queue_prior(queue, report);
    struct report *prior = item->prior ? report_open(item->prior, queue->forms, NULL) : NULL;
    struct review *review = review_open(report, prior, queue->rules, &options, err);
    if (review && review_log(review, &log) == 0) {
        char *other = other_reviewer(queue, item, &options);
        if (other)
            review_set_reviewer(review, other, NULL);
        free(other);
    }
    if (review)
        fill(queue, item, review);
    review_close(review, NULL);
    report_free(prior);
    return review ? 0 : -1;
}

/* Reports of the year after, read before: their counts lack what only the two
 * years together show. */
static void read_followers(struct queue *queue, const struct queue_item *item,
                           const struct report *report)
{
    size_t position = 0;
    const void *owner;
    while ((owner = pairs_next_year(queue->pairs, item->path, &report->who, &position)))
        for (size_t i = 0; i < queue->nitems; i++) {
            struct queue_item *follower = &queue->items[i];
            if (follower->path != owner || follower->prior == item->path)
                continue;
            struct report *again = report_open(follower->path, queue->forms, NULL);
            if (again)
                read_state(queue, follower, again, NULL);
            report_free(again);
        }
}

const char *queue_prior(const struct queue *queue, const struct report *report)
{
    return pairs_prior(queue->pairs, &report->who);
}

const char *queue_version(const struct queue *queue, const struct report *report, size_t *position)
{
    const char *path = NULL;
    do
        path = pairs_same_year(queue->pairs, path, &report->who, position);
    while (path && strcmp(path, report->path) == 0);
    return path;
}

static void remove_item(struct queue *queue, size_t index)
{
    memmove(&queue->items[index], &queue->items[index + 1],
            (queue->nitems - index - 1) * sizeof *queue->items);
    queue->nitems--;
}

bool queue_is_reading(const struct queue *queue)
{
    return queue->nread < queue->nitems;
}

/* On to the next entry nobody has read: one that was opened is. */
static void pass_read(struct queue *queue)
{
    while (queue->nread < queue->nitems && queue->items[queue->nread].state != QUEUE_UNREAD)
        queue->nread++;
}

bool queue_read_next(struct queue *queue)
{
    struct err err = {0};
    if (!queue_is_reading(queue))
        return false;
    struct queue_item *item = &queue->items[queue->nread];
    struct report *report = report_open(item->path, queue->forms, &err);
    if (!report && item->root && err.kind != ERR_NOMEM &&
        skip(queue, item->path, err.text, NULL) == 0) {
        remove_item(queue, queue->nread);
        pass_read(queue);
        return true;
    }
    if (!report || read_state(queue, item, report, &err)) {
        item->state = QUEUE_FAILED;
        item->trouble = keep(queue, err.text);
    } else if (pairs_add(queue->pairs, item->path, &report->who) == 0) {
        read_followers(queue, item, report);
    }
    report_free(report);
    pass_read(queue);
    return true;
}

void queue_update(struct queue *queue, size_t index, const struct review *review)
{
    if (index >= queue->nitems)
        return;
    fill(queue, &queue->items[index], review);
    pass_read(queue);
}

/* Reading the queue's entries: what is kept of a report and its review. One job is
 * one report; it is run by the caller or by a thread, and only the caller changes
 * the queue by what came out. */
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "gouji/base/path.h"
#include "gouji/base/vec.h"
#include "places.h"
#include "queue_private.h"
#include "reviewings.h"

enum { AHEAD = 32, MOST_DOUBTFUL = 8, READER_NICE = 10 };

struct job {
    struct job *next;
    const char *path, *root;
    unsigned updates; /* of the entry when the job was made */
    bool is_again;
    const struct review_others *others; /* NULL */
    struct arena *arena;                /* all that stands in item */
    struct queue_item item;
    const char **followers; /* reports whose last year's report this is */
    size_t nfollowers, capacity;
    bool failed, is_out; /* not read; not even a report */
    struct err err;
};

static const char *copy(struct arena *arena, const char *text)
{
    return text ? arena_string(arena, text) : NULL;
}

/* ---- a job ---- */

static int find_reviewings(struct queue *queue, const char *path, const char *root,
                           struct reviewings *out)
{
    struct review_options options = queue->options;
    options.root = root;
    return reviewings_find(&queue->verdicts, path, &options, out);
}

/* Those beside the one whose review is shown. */
static int note_others(struct job *job, const struct reviewings *reviewings)
{
    struct queue_item *item = &job->item;
    size_t n = reviewings->count;
    struct queue_other *others = n > 1 ? arena_array(job->arena, n, sizeof *others) : NULL;
    for (size_t i = 0; others && i < n; i++) {
        const struct reviewing *one = &reviewings->items[i];
        if (!item->reviewer || strcmp(one->name, item->reviewer) != 0)
            others[item->nothers++] = (struct queue_other){arena_string(job->arena, one->name),
                                                           one->state, one->conclusion};
    }
    item->others = others;
    return n > 1 && !others ? -1 : 0;
}

/* Last year's report by the reviewer's word, where names do not decide it; *path
 * gets its own. NULL: none, or not answered so. */
static struct report *answered_prior(const struct queue *queue, const struct review *review,
                                     const char **path)
{
    const char *paths[MOST_DOUBTFUL];
    size_t n = queue_doubtful(queue, review_report(review), paths, MOST_DOUBTFUL);
    for (size_t i = 0; i < n; i++) {
        struct report *prior = report_open(paths[i], queue->forms, NULL);
        if (prior && review_pairing(review, prior->text_sha256) == PAIRING_SAME) {
            *path = paths[i];
            return prior;
        }
        report_free(prior);
    }
    return NULL;
}

/* The own review where it is begun, else whose counts. */
static int show_chosen(struct queue *queue, struct job *job, struct review *review)
{
    const struct log_entry *log;
    struct reviewings reviewings;
    if (find_reviewings(queue, job->path, job->root, &reviewings) != 0)
        return -1;
    if (review_log(review, &log) == 0 && reviewings.count > 0)
        review_set_reviewer(review, reviewings.items[reviewings.chosen].name, NULL);
    if (review_log(review, &log) > 0)
        job->item.reviewer = review_reviewer(review);
    int rc = note_others(job, &reviewings);
    reviewings_release(&reviewings);
    return rc;
}

static int read_state(struct queue *queue, struct job *job, const struct report *report)
{
    struct review_options options = queue->options;
    const struct log_entry *log;
    options.root = job->root;
    options.others = job->others;
    job->item.prior = queue_prior(queue, report);
    struct report *prior =
        job->item.prior ? report_open(job->item.prior, queue->forms, NULL) : NULL;
    struct review *review = review_open(report, prior, queue->rules, &options, &job->err);
    int rc = review ? show_chosen(queue, job, review) : -1;
    if (rc == 0 && !prior && review_log(review, &log) > 0 &&
        (prior = answered_prior(queue, review, &job->item.prior)))
        review_set_prior(review, prior, NULL);
    if (rc == 0)
        queue_fill_item(job->arena, &job->item, review);
    else
        job->item = (struct queue_item){.state = QUEUE_UNREAD};
    review_close(review, NULL);
    report_free(prior);
    return rc == 0 && !arena_failed(job->arena) ? 0 : -1;
}

static void add_followers(struct queue *queue, struct job *job, const void *prior,
                          const struct identity *who)
{
    size_t position = 0;
    const void *owner;
    while ((owner = pairs_next_year(queue->pairs, prior, who, &position)))
        if (arena_push(job->arena, &job->followers, &job->capacity, job->nfollowers,
                       sizeof *job->followers))
            job->followers[job->nfollowers++] = owner;
}

/* Reports of the year after, read before: their counts lack what only the two
 * years together show, or rest on a version that this one may disagree with. */
static void pair(struct queue *queue, struct job *job, const struct report *report)
{
    size_t position = 0;
    pthread_mutex_lock(&queue->pairing);
    if (pairs_add(queue->pairs, job->path, &report->who) == 0) {
        add_followers(queue, job, job->path, &report->who);
        const void *first = pairs_same_year(queue->pairs, job->path, &report->who, &position);
        if (first)
            add_followers(queue, job, first, &report->who);
    }
    pthread_mutex_unlock(&queue->pairing);
}

static void run(struct queue *queue, struct job *job)
{
    struct report *report = report_open(job->path, queue->forms, &job->err);
    job->is_out = !report && job->root && job->err.kind != ERR_NOMEM;
    job->failed = !report || read_state(queue, job, report);
    if (!job->failed && !job->is_again)
        pair(queue, job, report);
    report_free(report);
}

static void job_free(struct job *job)
{
    if (!job)
        return;
    arena_free(job->arena);
    free(job);
}

char *queue_find_reviewer(struct queue *queue, size_t index, size_t *nothers)
{
    const struct queue_item *item = queue_at(queue, index);
    struct reviewings found;
    if (!item || find_reviewings(queue, item->path, item->root, &found) != 0)
        return NULL;
    char *name = found.count > 0 ? strdup(found.items[found.chosen].name) : NULL;
    if (nothers)
        *nothers = found.count > 0 ? found.count - 1 : 0;
    reviewings_release(&found);
    return name;
}

/* ---- the entries ---- */

static struct queue_item *find(struct queue *queue, const char *path)
{
    for (size_t i = 0; i < queue->nitems; i++)
        if (queue->items[i].path == path)
            return &queue->items[i];
    return NULL;
}

static void remove_item(struct queue *queue, struct queue_item *item)
{
    size_t index = (size_t)(item - queue->items);
    free(item->tallies);
    memmove(item, item + 1, (queue->nitems - index - 1) * sizeof *item);
    queue->nitems--;
    if (index < queue->nread)
        queue->nread--;
}

/* Texts stay in the arena: only those that are new are put there. */
static const char *kept(struct queue *queue, const char *old, const char *text)
{
    if (old && text && strcmp(old, text) == 0)
        return old;
    return copy(queue->arena, text);
}

static bool are_same(const struct queue_item *old, const struct queue_item *from)
{
    bool same = old->nothers == from->nothers;
    for (size_t i = 0; same && i < from->nothers; i++)
        same = strcmp(old->others[i].name, from->others[i].name) == 0 &&
               old->others[i].state == from->others[i].state &&
               old->others[i].conclusion == from->others[i].conclusion;
    return same;
}

static void keep_others(struct queue *queue, struct queue_item *item, const struct queue_item *old,
                        const struct queue_item *from)
{
    struct queue_other *others = NULL;
    item->others = old->others;
    if (are_same(old, from))
        return;
    others = arena_array(queue->arena, from->nothers, sizeof *others);
    item->others = others;
    item->nothers = others ? from->nothers : 0;
    for (size_t i = 0; i < item->nothers; i++) {
        others[i] = from->others[i];
        others[i].name = copy(queue->arena, others[i].name);
    }
}

static void keep_tallies(struct queue_item *item, const struct queue_item *from)
{
    size_t n = from->ntallies;
    struct queue_tally *tallies = n > 0 ? malloc(n * sizeof *tallies) : NULL;
    if (tallies)
        memcpy(tallies, from->tallies, n * sizeof *tallies);
    free(item->tallies);
    item->tallies = tallies;
    item->ntallies = tallies ? n : 0;
}

static void take(struct queue *queue, struct queue_item *item, const struct queue_item *from)
{
    struct queue_item old = *item;
    *item = *from;
    item->path = old.path;
    item->root = old.root;
    item->agency = kept(queue, old.agency, from->agency);
    item->kind = kept(queue, old.kind, from->kind);
    item->reviewer = kept(queue, old.reviewer, from->reviewer);
    item->trouble = kept(queue, old.trouble, from->trouble);
    keep_others(queue, item, &old, from);
    item->tallies = old.tallies;
    item->updates = old.updates + 1;
    item->is_asked = false;
    keep_tallies(item, from);
    queue->nunread -= old.state == QUEUE_UNREAD && item->state != QUEUE_UNREAD;
    queue->version++;
}

/* On to the next entry nobody has read: one that was opened is. */
static void pass_read(struct queue *queue)
{
    while (queue->nread < queue->nitems && queue->items[queue->nread].state != QUEUE_UNREAD)
        queue->nread++;
}

static void read_again(struct queue *queue, const struct queue_item *item)
{
    if (vec_room(&queue->again, &queue->again_capacity, queue->nagain, sizeof *queue->again) == 0)
        queue->again[queue->nagain++] = item->path;
}

static void ask_again(struct queue *queue, const struct job *job)
{
    for (size_t i = 0; i < job->nfollowers; i++) {
        const struct queue_item *follower = find(queue, job->followers[i]);
        if (follower && follower->prior != job->path)
            read_again(queue, follower);
    }
}

static bool is_doubtful(const struct queue *queue, const struct queue_item *item)
{
    const struct identity who = {.agency = item->agency, .year = item->year};
    const void *owner;
    return pairs_doubtful(queue->pairs, &who, &owner, 1) > 0;
}

/* Once all have been read: what is last year's report by the reviewer's word may
 * have come later. */
static void settle_doubts(struct queue *queue)
{
    if (queue->has_settled || queue->nunread > 0)
        return;
    queue->has_settled = true;
    pthread_mutex_lock(&queue->pairing);
    for (size_t i = 0; i < queue->nitems; i++) {
        const struct queue_item *item = &queue->items[i];
        if (!item->prior && item->reviewer && is_doubtful(queue, item))
            read_again(queue, item);
    }
    pthread_mutex_unlock(&queue->pairing);
}

static void leave_out(struct queue *queue, struct queue_item *item, const struct job *job)
{
    queue->nunread -= item->state == QUEUE_UNREAD;
    bool is_strange = job->err.kind == ERR_NOT_REPORT || job->err.kind == ERR_INPUT;
    queue_skip(queue, item->path, job->err.text, !is_strange, NULL);
    remove_item(queue, item);
    queue->version++;
}

/* What only reports beside it show is decided nowhere. */
static void keep_decided(struct queue_item *item, const struct queue_item *old)
{
    item->entries = old->entries;
    item->decided = old->decided;
    item->stale = old->stale;
}

/* What came out of a job; an entry that was opened meanwhile knows better. */
static void finish(struct queue *queue, struct job *job)
{
    struct queue_item *item = find(queue, job->path);
    bool current = item && item->updates == job->updates;
    if (item)
        item->is_asked = false;
    if (current && job->failed) {
        job->item.state = QUEUE_FAILED;
        job->item.trouble = job->err.text;
    }
    if (current && job->others && !job->failed)
        keep_decided(&job->item, item);
    if (current && job->is_out && !job->is_again)
        leave_out(queue, item, job);
    else if (current)
        take(queue, item, &job->item);
    ask_again(queue, job);
    pass_read(queue);
}

static struct job *make(struct queue_item *item, bool is_again)
{
    struct job *job = calloc(1, sizeof *job);
    if (!job || !(job->arena = arena_new())) {
        job_free(job);
        return NULL;
    }
    job->path = item->path;
    job->root = item->root;
    job->updates = item->updates;
    job->is_again = is_again;
    item->is_asked = true;
    return job;
}

/* The next entry to be read: what the reviewer sees, what is to be read again, and
 * then one after the other. */
static struct job *next_job(struct queue *queue, size_t near)
{
    enum { SEEN = 100 };
    for (size_t i = near; i < queue->nitems && i < near + SEEN; i++)
        if (queue->items[i].state == QUEUE_UNREAD && !queue->items[i].is_asked)
            return make(&queue->items[i], false);
    settle_doubts(queue);
    if (queue->nagain > 0) {
        struct queue_item *item = find(queue, queue->again[--queue->nagain]);
        return item ? make(item, true) : next_job(queue, near);
    }
    for (size_t i = queue->nread; i < queue->nitems; i++)
        if (queue->items[i].state == QUEUE_UNREAD && !queue->items[i].is_asked)
            return make(&queue->items[i], false);
    return NULL;
}

size_t queue_unread(const struct queue *queue)
{
    return queue->nunread;
}

unsigned long queue_revision(const struct queue *queue)
{
    return queue->version;
}

bool queue_read_next(struct queue *queue)
{
    struct job *job = next_job(queue, queue->nread);
    if (!job)
        return false;
    run(queue, job);
    finish(queue, job);
    job_free(job);
    return true;
}

void queue_count_with(struct queue *queue, size_t index, const struct review_others *others)
{
    struct job *job = index < queue->nitems ? make(&queue->items[index], true) : NULL;
    if (!job)
        return;
    job->others = others;
    run(queue, job);
    finish(queue, job);
    job_free(job);
}

/* One opened before its turn; a job that is under way pairs it itself. */
static void pair_unread(struct queue *queue, const struct queue_item *item, struct arena *arena,
                        const struct report *report)
{
    struct job job = {.path = item->path, .arena = arena};
    if (item->state != QUEUE_UNREAD || item->is_asked)
        return;
    pair(queue, &job, report);
    ask_again(queue, &job);
}

/* A look at the report begins no review: a colleague's that was told of goes on being told. */
static void keep_other(struct arena *arena, struct queue_item *item, const struct queue_item *old,
                       const struct review *review)
{
    const struct log_entry *log;
    if (!old->reviewer || review_log(review, &log) > 0 ||
        (review_reviewer(review) && strcmp(review_reviewer(review), old->reviewer) == 0))
        return;
    item->reviewer = copy(arena, old->reviewer);
    item->state = old->state;
    item->conclusion = old->conclusion;
    item->decided = old->decided < item->entries ? old->decided : item->entries;
    item->stale = old->stale;
}

void queue_update(struct queue *queue, size_t index, const struct review *review)
{
    struct queue_item item = {.state = QUEUE_UNREAD};
    struct arena *arena = arena_new();
    if (arena && index < queue->nitems) {
        item.prior = queue->items[index].prior;
        item.others = queue->items[index].others;
        item.nothers = queue->items[index].nothers;
        queue_fill_item(arena, &item, review);
        keep_other(arena, &item, &queue->items[index], review);
        pair_unread(queue, &queue->items[index], arena, review_report(review));
        if (!arena_failed(arena))
            take(queue, &queue->items[index], &item);
        pass_read(queue);
    }
    arena_free(arena);
}

/* ---- the thread ---- */

struct reading_thread {
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t wake;
    struct job *waiting, *done; /* waiting: first made first; done: last done first */
    size_t nout;                /* jobs handed out and not yet collected */
    bool stops;
};

static void *serve(void *closure)
{
    struct queue *queue = closure;
    struct reading_thread *thread = queue->thread;
    setpriority(PRIO_PROCESS, 0, READER_NICE); /* of this thread alone: keys come first */
    pthread_mutex_lock(&thread->mutex);
    while (!thread->stops) {
        struct job *job = thread->waiting;
        if (!job) {
            pthread_cond_wait(&thread->wake, &thread->mutex);
            continue;
        }
        thread->waiting = job->next;
        pthread_mutex_unlock(&thread->mutex);
        run(queue, job);
        pthread_mutex_lock(&thread->mutex);
        job->next = thread->done;
        thread->done = job;
    }
    pthread_mutex_unlock(&thread->mutex);
    return NULL;
}

int queue_start_reading(struct queue *queue)
{
    struct reading_thread *thread = calloc(1, sizeof *thread);
    if (!thread)
        return -1;
    queue->thread = thread;
    if (pthread_mutex_init(&thread->mutex, NULL) == 0 &&
        pthread_cond_init(&thread->wake, NULL) == 0 &&
        pthread_create(&thread->thread, NULL, serve, queue) == 0)
        return 0;
    queue->thread = NULL;
    free(thread);
    return -1;
}

static void free_jobs(struct job *job)
{
    while (job) {
        struct job *next = job->next;
        job_free(job);
        job = next;
    }
}

void reading_end(struct queue *queue)
{
    struct reading_thread *thread = queue->thread;
    if (!thread)
        return;
    pthread_mutex_lock(&thread->mutex);
    thread->stops = true;
    pthread_cond_signal(&thread->wake);
    pthread_mutex_unlock(&thread->mutex);
    pthread_join(thread->thread, NULL);
    free_jobs(thread->waiting);
    free_jobs(thread->done);
    pthread_cond_destroy(&thread->wake);
    pthread_mutex_destroy(&thread->mutex);
    free(thread);
    queue->thread = NULL;
}

static struct job *take_done(struct reading_thread *thread)
{
    pthread_mutex_lock(&thread->mutex);
    struct job *done = thread->done;
    thread->done = NULL;
    pthread_mutex_unlock(&thread->mutex);
    return done;
}

static void hand_out(struct reading_thread *thread, struct job *job)
{
    pthread_mutex_lock(&thread->mutex);
    struct job **last = &thread->waiting;
    while (*last)
        last = &(*last)->next;
    *last = job;
    pthread_cond_signal(&thread->wake);
    pthread_mutex_unlock(&thread->mutex);
    thread->nout++;
}

bool queue_is_reading(const struct queue *queue)
{
    bool left = queue->nunread > 0 || queue->nagain > 0;
    return (left && !queue->is_held) || (queue->thread && queue->thread->nout > 0);
}

void queue_hold(struct queue *queue, bool held)
{
    queue->is_held = held;
}

bool queue_is_held(const struct queue *queue)
{
    return queue->is_held;
}

bool queue_collect(struct queue *queue, size_t near)
{
    struct reading_thread *thread = queue->thread;
    if (!thread)
        return false;
    unsigned long before = queue->version;
    struct job *done = take_done(thread), *job;
    for (job = done; job; job = job->next, thread->nout--)
        finish(queue, job);
    free_jobs(done);
    while (!queue->is_held && thread->nout < AHEAD && (job = next_job(queue, near)))
        hand_out(thread, job);
    return queue->version != before;
}

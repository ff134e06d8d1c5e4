#include "gouji/review/review.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "gouji/base/message.h"
#include "gouji/base/path.h"
#include "gouji/text/width.h"
#include "session.h"

/* ---- opening ---- */

static char *copy_or_null(const char *text, bool *failed)
{
    char *copy = text ? strdup(text) : NULL;
    *failed = *failed || (text && !copy);
    return copy;
}

static struct review *review_new(const struct report *report, const struct report *prior,
                                 const struct ruleset *rules, const struct review_options *options,
                                 struct err *err)
{
    struct review *review = calloc(1, sizeof *review);
    bool failed = !review;
    if (review) {
        review->report = report;
        review->prior = prior;
        review->rules = rules;
        review->root = copy_or_null(options->root, &failed);
        review->verdicts_dir = copy_or_null(options->verdicts_dir, &failed);
        review->tool_version =
            copy_or_null(options->tool_version ? options->tool_version : "", &failed);
        review->build = copy_or_null(options->build ? options->build : "", &failed);
        review->view = calloc(1, sizeof *review->view);
        review->readonly = review->readonly_asked = options->readonly;
        review->first_only = options->first_only;
        review->others = options->others;
        review->lang = options->lang;
        event_log_init(&review->disk.log);
        failed = failed || !review->view || event_guid(review->run) || event_guid(review->session);
    }
    if (!failed)
        return review;
    err_set_nomem(err);
    if (review)
        review_close(review, NULL);
    return NULL;
}

static bool has_no_record(const struct review *review)
{
    return !review->disk.journal_stamp.exists && review->disk.file.health == VERDICT_FILE_MISSING;
}

enum { PLACE_NCOLS = 26 };

static void say_journal_is_gone(struct review *review)
{
    char name[128];
    width_clip_middle(slice_of(path_name(review->places.journal)), PLACE_NCOLS, name, sizeof name);
    load_say(&review->disk.notice, _("a review began here, its journal is gone; put back %s"),
             name);
}

/* A lock held elsewhere is said at once, not at the first act. One that a session
 * left behind is all that tells of a journal that is gone. */
static void look_at_lock(struct review *review)
{
    struct lock_owner owner;
    struct err why = {0};
    int held = lock_peek(review->places.lock, &owner, &why);
    if (held == 1 && !review->readonly)
        session_shut_out(review, &owner, &why);
    else if (held == 0 && has_no_record(review) && access(review->places.lock, F_OK) == 0)
        say_journal_is_gone(review);
}

static void say_folder_refuses(struct review *review)
{
    char folder[128];
    char *dir = path_dir(review->verdicts_dir ? review->places.verdict : review->report->path);
    char *full = dir ? realpath(dir, NULL) : NULL;
    width_clip_middle(slice_of(full ? full : dir ? dir : "."), PLACE_NCOLS, folder, sizeof folder);
    load_say(&review->disk.notice, _("read-only: cannot write in %s; use --verdicts FOLDER"),
             folder);
    free(full);
    free(dir);
}

static void say_journal_refuses(struct review *review)
{
    char name[128];
    width_clip_middle(slice_of(path_name(review->places.journal)), PLACE_NCOLS, name, sizeof name);
    load_say(&review->disk.notice, _("read-only, as %s is; use --verdicts FOLDER"), name);
}

/* On one line of a small screen: what, where, and what to do. */
static void say_nowhere(struct review *review)
{
    if (review->places.journal_refuses)
        say_journal_refuses(review);
    else
        say_folder_refuses(review);
}

static void say_places(struct review *review)
{
    struct places *places = &review->places;
    if (places->other)
        load_say(&review->disk.notice, _("there is another verdict file, %s; it was not opened"),
                 places->other);
    if (places->writable && places->elsewhere && !review->verdicts_dir)
        load_say(&review->disk.notice,
                 _("the report's folder could not be written to, so the verdict file is %s"),
                 places->verdict);
    if (places->writable || review->readonly)
        return;
    review->readonly = true;
    say_nowhere(review);
}

/* A copy under this report's name: its own, as it is written down, is another. */
static void add_other_name(const struct review *review, const cJSON *subject, struct str *out)
{
    struct str name = STR_INIT;
    const char *path = json_string(cJSON_GetArrayItem(json_get(subject, "sources"), 0), "path");
    json_repair(path_name(review->report->path), &name);
    out->failed |= name.failed;
    if (path && strcmp(path_name(path), str_text(&name)) != 0)
        str_add(out, path_name(path));
    str_release(&name);
}

/* Below --verdicts a file of this name may be of another folder's report: of another organ, or
 * of another year. */
static void add_other_subject(const struct review *review, const cJSON *subject, struct str *out)
{
    const struct identity *who = &review->report->who;
    const char *organ = json_string(subject, "organ");
    int year = (int)json_integer(subject, "year", 0);
    bool is_other_organ = organ && who->agency && strcmp(organ, who->agency) != 0;
    bool is_other_year = year > 0 && who->year > 0 && year != who->year;
    if (!is_other_organ && !is_other_year)
        return;
    str_add(out, organ ? organ : "");
    if (year > 0)
        str_format(out, " %d", year);
}

/* What was decided of another text is loaded, and told. */
static void say_foreign(struct review *review)
{
    struct str other = STR_INIT;
    const cJSON *subject = json_get(review->disk.reference, "subject");
    const char *text = json_string(json_get(subject, "text"), "sha256");
    if (!text || strcmp(text, review->report->text_sha256) == 0)
        return;
    add_other_name(review, subject, &other);
    if (other.nbytes == 0)
        add_other_subject(review, subject, &other);
    if (other.nbytes > 0)
        load_say(&review->disk.notice,
                 _("this review was made of %s, another text; its decisions need another look"),
                 str_text(&other));
    review->disk.notice.failed |= other.failed;
    str_release(&other);
}

/* What was loaded is the review's own from now on. */
static void take_over(struct review *review, const struct places *places, char *reviewer)
{
    const struct loaded *loaded = &review->disk;
    places_release(&review->places);
    free(review->reviewer);
    review->places = *places;
    review->reviewer = reviewer;
    review->readonly = review->readonly_asked || loaded->readonly;
    review->parted = review->shut_out = false;
    review->dirty = loaded->rebuild;
    review->saved_at =
        loaded->file.health == VERDICT_FILE_WHOLE ? loaded->file.stamp.mtime_ns / 1000000000 : 0;
}

static void say_loaded(struct review *review)
{
    say_places(review);
    say_foreign(review);
    look_at_lock(review);
    if (review->state->nstale_readings > 0)
        load_say(&review->disk.notice,
                 _("%zu corrected cells are printed otherwise now; those corrections do not "
                   "apply and need another look"),
                 review->state->nstale_readings);
}

static int load(struct review *review, const char *reviewer, struct err *err)
{
    struct review_options options = {.root = review->root, .verdicts_dir = review->verdicts_dir};
    struct places places;
    struct loaded loaded;
    if (places_check_reviewer(reviewer, err) ||
        places_find(review->report->path, &options, reviewer, &places, err))
        return -1;
    char *name = strdup(reviewer);
    if (!name || load_review(&places, &loaded, err)) {
        free(name);
        places_release(&places);
        return name ? -1 : err_set_nomem(err);
    }
    struct loaded old = review->disk;
    review->disk = loaded;
    if (session_refold(review, err)) {
        review->disk = old;
        loaded_release(&loaded);
        places_release(&places);
        free(name);
        return -1;
    }
    loaded_release(&old);
    take_over(review, &places, name);
    say_loaded(review);
    return review->disk.notice.failed ? err_set_nomem(err) : 0;
}

struct review *review_open(const struct report *report, const struct report *prior,
                           const struct ruleset *rules, const struct review_options *options,
                           struct err *err)
{
    struct review *review = review_new(report, prior, rules, options, err);
    if (!review)
        return NULL;
    review->started = (int64_t)time(NULL);
    int status =
        options->reviewer ? load(review, options->reviewer, err) : session_refold(review, err);
    review->ended = (int64_t)time(NULL);
    if (!status)
        return review;
    review->dirty = false;
    review_close(review, NULL);
    return NULL;
}

struct findings *review_check(const struct review *review, struct err *err)
{
    const struct state *state = review->state;
    return findings_make_soon(review->report, review->prior, review->rules, state->readings,
                              state->nreadings + state->naccepted, err);
}

int review_complete(struct review *review, struct findings *findings, struct err *err)
{
    review->ended = (int64_t)time(NULL);
    int status = session_refold_with(review, findings, err);
    review->first_only = review->first_only && status != 0;
    return status;
}

static void stop_writing(struct review *review)
{
    journal_close(review->journal, NULL);
    lock_release(review->lock);
    review->journal = NULL;
    review->lock = NULL;
    review->open_written = false;
}

static bool must_save(const struct review *review)
{
    return review->reviewer && review->dirty && (!review->readonly || review->parted);
}

int review_set_reviewer(struct review *review, const char *name, struct err *err)
{
    if (review->reviewer && strcmp(review->reviewer, name) == 0)
        return 0;
    if (must_save(review) && review_save(review, err))
        return -1;
    stop_writing(review);
    return load(review, name, err);
}

int review_set_prior(struct review *review, const struct report *prior, struct err *err)
{
    const struct report *old = review->prior;
    review->prior = prior;
    if (session_refold(review, err) == 0)
        return 0;
    review->prior = old;
    return -1;
}

/* An answer that it is not last year's, or one undone, speaks of none. */
static const char *prior_text_of(const struct event *event)
{
    bool is_answer = strcmp(event->type, "pair") == 0;
    if (is_answer && (event->undone || !json_bool(event->body, "same", false)))
        return NULL;
    return json_string(json_get(event->body, "prior"), "text");
}

const char *review_prior_text(const struct review *review)
{
    const struct event_log *log = &review->disk.log;
    const char *text =
        json_string(json_get(json_get(review->disk.reference, "run"), "prior"), "text");
    for (size_t i = log->count; i > 0 && !text; i--)
        text = prior_text_of(&log->items[i - 1]);
    return text;
}

int review_close(struct review *review, struct err *err)
{
    int status = 0;
    if (!review)
        return 0;
    if (must_save(review))
        status = review_save(review, err);
    stop_writing(review);
    state_free(review->state);
    findings_free(review->findings);
    anchor_free(review->anchor);
    loaded_release(&review->disk);
    places_release(&review->places);
    if (review->view)
        free(review->view->entries);
    free(review->view);
    free(review->root);
    free(review->verdicts_dir);
    free(review->tool_version);
    free(review->build);
    free(review->reviewer);
    free(review);
    return status;
}

/* ---- saving ---- */

/* What is about to be written must read back as what was meant. */
static int check_written(struct slice bytes, cJSON **json, struct err *err)
{
    char hex[HASH_HEX_NBYTES];
    if (bytes.nbytes > JSON_MAX_NBYTES)
        return err_set(err, ERR_LIMIT, _("over the limit \"verdict file size\" of %d bytes"),
                       JSON_MAX_NBYTES);
    *json = json_parse(bytes, err);
    if (!*json)
        return -1;
    const char *stored = json_string(json_get(*json, "integrity"), "sha256");
    if (stored && verdict_seal(*json, hex) == 0 && strcmp(stored, hex) == 0)
        return 0;
    cJSON_Delete(*json);
    *json = NULL;
    return err_set(err, ERR_INPUT, "%s", _("the verdict file does not read back as written"));
}

static int write_document(const struct review *review, struct str *out, struct err *err)
{
    struct verdict_input input = {
        .report = review->report,
        .prior = review->prior,
        .findings = review->findings,
        .state = review->state,
        .log = &review->disk.log,
        .earlier = review->disk.reference,
        .reviewer = review->reviewer,
        .relative = review->places.relative,
        .tool_version = review->tool_version,
        .build = review->build,
        .run = review->run,
        .started = review->started,
        .ended = review->ended,
    };
    return verdict_write(&input, out) ? err_set_nomem(err) : 0;
}

/* A damaged verdict file is moved beside, never overwritten. */
static int set_damaged_aside(struct review *review, struct err *err)
{
    struct str name = STR_INIT;
    if (review->disk.file.health != VERDICT_FILE_DAMAGED)
        return 0;
    /* Another may have been set aside within this second, or before the clock went back. */
    long long number = (long long)time(NULL);
    do {
        str_clear(&name);
        str_format(&name, "%s.damaged-%lld", review->places.verdict, number++);
    } while (!name.failed && access(str_text(&name), F_OK) == 0);
    int status = name.failed ? err_set_nomem(err) : 0;
    if (!status && rename(review->places.verdict, str_text(&name)) && errno != ENOENT)
        status =
            err_set_errno(err, _("cannot keep the damaged verdict file"), review->places.verdict);
    str_release(&name);
    if (!status)
        review->disk.file.stamp = (struct save_stamp){0};
    return status;
}

static int save(struct review *review, struct err *err)
{
    struct str text = STR_INIT;
    cJSON *json = NULL;
    /* That the journal is another's may be found just now: then it is saved by now. */
    if (!review->parted && session_begin(review, err))
        return review->parted && !review->dirty ? 0 : -1;
    int status = write_document(review, &text, err);
    if (!status)
        status = check_written(str_slice(&text), &json, err);
    if (!status)
        status = set_damaged_aside(review, err);
    if (!status)
        status = save_file(review->places.verdict, &review->disk.file.stamp, review->report->path,
                           str_slice(&text), &review->disk.file.stamp, err);
    str_release(&text);
    if (status) {
        cJSON_Delete(json);
        return -1;
    }
    cJSON_Delete(review->disk.reference);
    review->disk.reference = json;
    review->disk.file.health = VERDICT_FILE_WHOLE;
    return 0;
}

int review_save(struct review *review, struct err *err)
{
    struct err why = {0};
    if (!review->dirty)
        return 0;
    if (save(review, &why)) {
        memcpy(review->trouble, why.text, sizeof review->trouble);
        return err_set(err, why.kind, "%s", why.text);
    }
    review->trouble[0] = '\0';
    review->dirty = false;
    review->saved_at = (int64_t)time(NULL);
    return 0;
}

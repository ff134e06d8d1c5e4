#include "session.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "annotation.h"
#include "correction.h"
#include "gouji/base/message.h"
#include "gouji/base/path.h"

/* ---- folding ---- */

const struct anchor *session_anchor(struct review *review)
{
    if (!review->anchor)
        review->anchor = anchor_new(review->report, review->findings);
    return review->anchor;
}

static bool same_readings(const struct review *review, const struct state *state)
{
    return review->findings && review->state && review->checked_with == review->prior &&
           correction_same(review->state->readings,
                           review->state->nreadings + review->state->naccepted, state->readings,
                           state->nreadings + state->naccepted);
}

static void replace_findings(struct review *review, struct findings *findings)
{
    findings_free(review->findings);
    anchor_free(review->anchor);
    review->findings = findings;
    review->checked_with = review->prior;
    review->anchor = NULL;
}

static struct findings *check_with_others(const struct review *review, const struct state *state,
                                          struct err *err)
{
    const struct review_others *others = review->others;
    const struct findings_input input = {.report = review->report,
                                         .prior = review->prior,
                                         .doubts = others->doubts,
                                         .ndoubts = others->ndoubts,
                                         .doubts_are_versions = others->doubts_are_versions,
                                         .version = others->version,
                                         .peer = others->peer,
                                         .rules = review->rules,
                                         .readings = state->readings,
                                         .nreadings = state->nreadings + state->naccepted};
    return findings_evaluate(&input, err);
}

static struct findings *check(const struct review *review, const struct state *state,
                              struct err *err)
{
    size_t n = state->nreadings + state->naccepted;
    if (review->others && !review->first_only)
        return check_with_others(review, state, err);
    return review->first_only
               ? findings_make_first(review->report, review->rules, state->readings, n, err)
               : findings_make_soon(review->report, review->prior, review->rules, state->readings,
                                    n, err);
}

/* fresh NULL: the checks are evaluated where the readings have changed. */
static int refold(struct review *review, struct findings *fresh, struct err *err)
{
    struct anchor *anchor = NULL;
    struct state *state = state_new(&review->disk.log, review->report);
    bool same = state && !fresh && same_readings(review, state);
    if (!state) {
        findings_free(fresh);
        return err_set_nomem(err);
    }
    if (!same && !fresh)
        fresh = check(review, state, err);
    const struct findings *findings = same ? review->findings : fresh;
    if (findings && state_needs_anchor(state)) {
        anchor = same ? NULL : anchor_new(review->report, fresh);
        if (same && !session_anchor(review))
            findings = NULL;
    }
    const struct anchor *used = same ? review->anchor : anchor;
    if (!findings || (state_needs_anchor(state) && !used) || state_resolve(state, findings, used)) {
        anchor_free(anchor);
        findings_free(fresh);
        state_free(state);
        return err_set_nomem(err);
    }
    if (!same) {
        replace_findings(review, fresh);
        review->anchor = anchor;
    }
    state_free(review->state);
    review->state = state;
    review->view->fresh = false;
    return 0;
}

int session_refold(struct review *review, struct err *err)
{
    return refold(review, NULL, err);
}

int session_refold_with(struct review *review, struct findings *findings, struct err *err)
{
    return refold(review, findings, err);
}

/* ---- beginning to write ---- */

int session_refuse(const struct review *review, struct err *err)
{
    struct err why = {0};
    review_say_readonly(review, &why);
    return err_set(err, ERR_READONLY, _("nothing was written: %s"), why.text);
}

void review_say_readonly(const struct review *review, struct err *err)
{
    struct lock_owner owner;
    struct err unseen = {0};
    const char *why = str_text(&review->disk.notice);
    if (review->shut_out && lock_peek(review->places.lock, &owner, &unseen) == 0)
        why = _("the other session has ended; go back to the queue and open the report again");
    err_set(err, ERR_READONLY, "%s", *why ? why : _("Opened to be read only"));
}

/* Who and what to do stand at the ends: a small screen cuts a line in its middle. */
void session_shut_out(struct review *review, const struct lock_owner *owner, struct err *err)
{
    char since[32] = "?";
    time_t seconds = (time_t)owner->since;
    struct tm local;
    if (owner->since && localtime_r(&seconds, &local))
        strftime(since, sizeof since, "%m-%d %H:%M", &local);
    review->readonly = review->shut_out = true;
    err_set(err, ERR_LOCKED,
            _("%s has this review open on %s (process %lld, since %s); read-only: "
              "reopen when closed there"),
            owner->user, owner->host, (long long)owner->pid, since);
    load_say(&review->disk.notice, "%s", err->text);
}

int session_lock(struct review *review, struct err *err)
{
    bool taken_over = false, warning = false;
    struct lock_owner holder = {0};
    struct err why = {0};
    char *dir = path_dir(review->places.verdict);
    int status = !dir                       ? err_set_nomem(err)
                 : review->places.elsewhere ? path_make_dirs(dir, err)
                                            : 0;
    free(dir);
    if (status)
        return -1;
    review->lock = lock_take(review->places.lock, review->reviewer,
                             places_mode(&review->places, review->report->path), &holder,
                             &taken_over, &warning, &why);
    if (!review->lock) {
        if (why.kind == ERR_LOCKED && holder.user[0])
            session_shut_out(review, &holder, &why);
        return err_set(err, why.kind, "%s", why.text);
    }
    if (taken_over)
        load_say(&review->disk.notice,
                 _("the lock of a session that ended without closing was taken over"));
    if (warning)
        load_say(&review->disk.notice,
                 _("this file system has no locks; a second session would not be noticed"));
    return 0;
}

int session_begin(struct review *review, struct err *err)
{
    if (!review->reviewer)
        return err_set(err, ERR_USAGE, "%s", _("say first who the reviewer is (--reviewer)"));
    if (review->readonly)
        return session_refuse(review, err);
    session_check_files(review);
    if (!review->lock && session_lock(review, err))
        return -1;
    if (review->journal)
        return 0;
    if (session_read_again(review, err))
        return -1;
    if (review->journal)
        return 0;
    review->journal = journal_open(review->places.journal, true,
                                   places_mode(&review->places, review->report->path), err);
    return review->journal ? 0 : -1;
}

/* ---- appending ---- */

cJSON *session_open_body(const struct review *review)
{
    char host[65] = "?";
    cJSON *body = cJSON_CreateObject();
    if (gethostname(host, sizeof host - 1))
        strcpy(host, "?");
    cJSON *tool = cJSON_AddObjectToObject(body, "tool");
    cJSON *rules = cJSON_AddObjectToObject(body, "ruleset");
    cJSON *extractor = cJSON_AddObjectToObject(body, "extractor");
    int status =
        json_add_string(body, "session", review->session) ||
        json_add_string(body, "role", "first") || !cJSON_AddFalseToObject(body, "blind") ||
        json_add_string(body, "host", host) || json_add_string(tool, "name", "gouji") ||
        json_add_string(tool, "version", review->tool_version) ||
        json_add_string(tool, "build", review->build) ||
        json_add_string(rules, "id", ruleset_id(review->rules)) ||
        json_add_string(rules, "version", ruleset_version(review->rules)) ||
        json_add_string(rules, "sha256", ruleset_sha256(review->rules)) ||
        (review->report->edition && json_add_string(rules, "form", review->report->edition)) ||
        json_add_string(extractor, "name", "gouji") ||
        json_add_string(extractor, "version", review->tool_version) ||
        json_add_string(body, "source", review->report->source_sha256) ||
        json_add_string(body, "text", review->report->text_sha256) ||
        json_add_string(body, "run", review->run) ||
        json_put(body, "counts", verdict_run_counts(review->findings)) ||
        json_put(body, "prior", verdict_prior(review->prior));
    if (!status)
        return body;
    cJSON_Delete(body);
    return NULL;
}

static int64_t this_moment(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* One event to the disk and to the log; the state is folded by the caller. */
int session_write(struct review *review, const char *type, cJSON *body, struct err *err)
{
    char hash[HASH_HEX_NBYTES];
    struct str line = STR_INIT;
    cJSON *json = event_new(&review->disk.log, review->reviewer, type, body);
    int status = json ? 0 : err_set_nomem(err);
    if (!status && review->disk.journal_nlines >= JOURNAL_MAX_EVENTS)
        status = err_set(err, ERR_LIMIT, _("over the limit \"journal events\" of %d"),
                         JOURNAL_MAX_EVENTS);
    if (!status) {
        json_canonical(json, &line);
        status = line.failed ? err_set_nomem(err) : json_scan(str_slice(&line), err);
    }
    if (!status && journal_append(review->journal, str_slice(&line), hash, err)) {
        /* The descriptor is done for; the next act opens the journal anew. */
        journal_close(review->journal, NULL);
        review->journal = NULL;
        status = -1;
    }
    str_release(&line);
    if (status) {
        cJSON_Delete(json);
        return -1;
    }
    if (event_log_add(&review->disk.log, json, err)) {
        /* It stands in the journal: what is read anew before the next act. */
        journal_close(review->journal, NULL);
        review->journal = NULL;
        return -1;
    }
    review->disk.log.items[review->disk.log.count - 1].moment = this_moment();
    memcpy(review->disk.log.head, hash, sizeof hash);
    memcpy(review->disk.journal_head, hash, sizeof hash);
    review->disk.journal_nlines++;
    review->disk.journal_stamp = (struct save_stamp){.exists = true}; /* not as it was read */
    review->dirty = true;
    return 0;
}

int session_append(struct review *review, const char *type, cJSON *body, struct err *err)
{
    if (!body)
        return err_set_nomem(err);
    if (!review->open_written) {
        cJSON *opening = session_open_body(review);
        if (!opening || session_write(review, "open", opening, err)) {
            cJSON_Delete(body);
            return opening ? -1 : err_set_nomem(err);
        }
        review->open_written = true;
    }
    if (session_write(review, type, body, err))
        return -1;
    event_log_settle(&review->disk.log);
    return session_refold(review, err);
}

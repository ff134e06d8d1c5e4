/* Whether a report is last year's of the one under review, where the agency's
 * names do not decide it: what the reviewer answered. */
#include <string.h>

#include "session.h"
#include "verdict.h"

static bool is_about(const struct event *event, const char *text_sha256)
{
    const char *text = json_string(json_get(event->body, "prior"), "text");
    return !event->undone && strcmp(event->type, "pair") == 0 && text &&
           strcmp(text, text_sha256) == 0;
}

enum pairing review_pairing(const struct review *review, const char *text_sha256)
{
    const struct event_log *log = &review->disk.log;
    for (size_t i = log->count; i > 0; i--)
        if (is_about(&log->items[i - 1], text_sha256))
            return json_bool(log->items[i - 1].body, "same", false) ? PAIRING_SAME : PAIRING_OTHER;
    return PAIRING_OPEN;
}

static cJSON *make_body(const struct report *prior, bool same)
{
    cJSON *body = cJSON_CreateObject(), *about = verdict_prior(prior);
    if (!body || !about || !cJSON_AddItemToObject(body, "prior", about)) {
        cJSON_Delete(about);
        cJSON_Delete(body);
        return NULL;
    }
    if ((!prior->who.agency || json_add_string(about, "organ", prior->who.agency) == 0) &&
        cJSON_AddBoolToObject(body, "same", same))
        return body;
    cJSON_Delete(body);
    return NULL;
}

int review_pair(struct review *review, const struct report *prior, bool same, struct err *err)
{
    enum pairing answer = same ? PAIRING_SAME : PAIRING_OTHER;
    if (session_begin(review, err))
        return -1;
    if (review_pairing(review, prior->text_sha256) == answer)
        return 0;
    return session_append(review, "pair", make_body(prior, same), err);
}

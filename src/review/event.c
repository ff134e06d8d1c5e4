#include "event.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

#include "gouji/base/message.h"

void event_log_init(struct event_log *log)
{
    memset(log, 0, sizeof *log);
    memset(log->head, '0', HASH_HEX_NBYTES - 1);
}

void event_log_release(struct event_log *log)
{
    for (size_t i = 0; i < log->count; i++)
        cJSON_Delete(log->items[i].json);
    for (size_t i = 0; i < log->ngrowths; i++)
        free(log->outgrown[i]);
    free(log->items);
    event_log_init(log);
}

static bool event_fill(struct event *event, cJSON *json)
{
    const cJSON *recovered;
    *event = (struct event){.json = json};
    event->n = json_integer(json, "n", 0);
    event->type = json_string(json, "t");
    event->at = json_string(json, "at");
    event->by = json_string(json, "by");
    event->body = json_get(json, "b");
    if (event->n < 1 || !event->type || !event->at || !event->by || !cJSON_IsObject(event->body))
        return false;
    recovered = json_get(event->body, "recovered");
    if (json_string(recovered, "at"))
        event->at = json_string(recovered, "at");
    if (json_string(recovered, "by"))
        event->by = json_string(recovered, "by");
    return true;
}

/* Copied, never moved: when the next fold fails, the state stays that points here. */
static int make_room(struct event_log *log)
{
    struct event *items = NULL;
    size_t capacity = 0;
    if (log->count < log->capacity)
        return 0;
    capacity = log->capacity ? log->capacity * 2 : 8;
    if (log->ngrowths < EVENT_LOG_GROWTHS)
        items = malloc(capacity * sizeof *items);
    if (!items)
        return -1;
    if (log->count > 0)
        memcpy(items, log->items, log->count * sizeof *items);
    if (log->items)
        log->outgrown[log->ngrowths++] = log->items;
    log->items = items;
    log->capacity = capacity;
    return 0;
}

int event_log_add(struct event_log *log, cJSON *json, struct err *err)
{
    struct event event;
    int status = 0;
    if (!event_fill(&event, json))
        status = err_set(err, ERR_INPUT, "%s", _("not an event of a review"));
    else if (make_room(log))
        status = err_set_nomem(err);
    if (status) {
        cJSON_Delete(json);
        return -1;
    }
    log->items[log->count++] = event;
    return 0;
}

int event_log_read(struct event_log *log, const struct journal_lines *lines, size_t *broken,
                   struct err *err)
{
    *broken = 0;
    for (size_t i = 0; i < lines->nlines; i++) {
        struct err why = {0};
        cJSON *json = json_parse(lines->lines[i], &why);
        if (json && json_integer(json, "n", 0) != (int64_t)i + 1) {
            cJSON_Delete(json);
            json = NULL;
        }
        if (json && event_log_add(log, json, &why) == 0)
            continue;
        if (why.kind == ERR_NOMEM)
            return err_set_nomem(err);
        *broken = i + 1;
        break;
    }
    return 0;
}

bool event_is_undoable(const struct event *event)
{
    static const char *const types[] = {"decide", "annotate", "edit-note", "correct",
                                        "add",    "mark",     "conclude",  "pair"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(event->type, types[i]) == 0)
            return true;
    return false;
}

/* Journals number their events without gaps, so the guess is nearly always
 * right; logs made from a verdict file have gaps. */
static size_t find_index(const struct event_log *log, int64_t n)
{
    if (n >= 1 && (size_t)n <= log->count && log->items[n - 1].n == n)
        return (size_t)n - 1;
    for (size_t i = 0; i < log->count; i++)
        if (log->items[i].n == n)
            return i;
    return log->count;
}

const struct event *event_find(const struct event_log *log, int64_t n)
{
    size_t index = find_index(log, n);
    return index < log->count ? &log->items[index] : NULL;
}

/* The undone events form a stack that the next act empties. Without memory of
 * its own: the stack's top is found by walking back over undo and redo. */
static size_t find_redo(const struct event_log *log)
{
    size_t skip = 0;
    for (size_t i = log->count; i-- > 0;) {
        const struct event *event = &log->items[i];
        if (strcmp(event->type, "redo") == 0)
            skip++;
        else if (strcmp(event->type, "undo") == 0 && skip > 0)
            skip--;
        else if (strcmp(event->type, "undo") == 0)
            return find_index(log, json_integer(event->body, "of", 0)) + 1;
        else if (event_is_undoable(event))
            return 0;
    }
    return 0;
}

/* Nothing up to a seal is undone: a sealed review is reopened. */
static size_t find_undo(struct event_log *log)
{
    bool reopened = false;
    log->sealed = false;
    for (size_t i = log->count; i-- > 0;) {
        const struct event *event = &log->items[i];
        bool is_conclude = strcmp(event->type, "conclude") == 0;
        if (strcmp(event->type, "reopen") == 0)
            reopened = true;
        if (strcmp(event->type, "seal") == 0 && !reopened) {
            log->sealed = true;
            return 0;
        }
        if (event_is_undoable(event) && !event->undone && !(is_conclude && reopened))
            return i + 1;
    }
    return 0;
}

void event_log_settle(struct event_log *log)
{
    for (size_t i = 0; i < log->count; i++)
        log->items[i].undone = false;
    for (size_t i = 0; i < log->count; i++) {
        bool undo = strcmp(log->items[i].type, "undo") == 0;
        if (!undo && strcmp(log->items[i].type, "redo") != 0)
            continue;
        size_t of = find_index(log, json_integer(log->items[i].body, "of", 0));
        if (of < i)
            log->items[of].undone = undo;
    }
    log->undo_next = find_undo(log);
    log->redo_next = find_redo(log);
    if (log->redo_next > log->count)
        log->redo_next = 0;
}

void event_time(int64_t seconds, char out[EVENT_TIME_NBYTES])
{
    time_t when = (time_t)seconds;
    struct tm utc;
    if (!gmtime_r(&when, &utc) || !strftime(out, EVENT_TIME_NBYTES, "%Y-%m-%dT%H:%M:%SZ", &utc))
        snprintf(out, EVENT_TIME_NBYTES, "1970-01-01T00:00:00Z");
}

int event_guid(char out[EVENT_GUID_NBYTES])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char b[16];
    if (getrandom(b, sizeof b, 0) != (ssize_t)sizeof b)
        return -1;
    b[6] = (unsigned char)((b[6] & 0x0F) | 0x40);
    b[8] = (unsigned char)((b[8] & 0x3F) | 0x80);
    for (size_t i = 0; i < sizeof b; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *out++ = '-';
        *out++ = digits[b[i] >> 4];
        *out++ = digits[b[i] & 15];
    }
    *out = '\0';
    return 0;
}

cJSON *event_new(const struct event_log *log, const char *by, const char *type, cJSON *body)
{
    char at[EVENT_TIME_NBYTES];
    int64_t n = log->count ? log->items[log->count - 1].n + 1 : 1;
    cJSON *json = cJSON_CreateObject();
    event_time((int64_t)time(NULL), at);
    if (!json || !body || !cJSON_AddItemToObject(json, "b", body)) {
        cJSON_Delete(body);
        cJSON_Delete(json);
        return NULL;
    }
    if (json_add_integer(json, "n", n) || json_add_string(json, "t", type) ||
        json_add_string(json, "at", at) || json_add_string(json, "by", by) ||
        json_add_string(json, "prev", log->head)) {
        cJSON_Delete(json);
        return NULL;
    }
    return json;
}

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/base/message.h"
#include "gouji/base/path.h"
#include "verdict.h"

int verdict_seal(cJSON *json, char hex[HASH_HEX_NBYTES])
{
    cJSON *integrity = cJSON_DetachItemFromObjectCaseSensitive(json, "integrity");
    struct str text = STR_INIT;
    json_canonical(json, &text);
    int status = text.failed || hash_hex(str_text(&text), text.nbytes, hex) ? -1 : 0;
    str_release(&text);
    if (integrity && !cJSON_AddItemToObject(json, "integrity", integrity)) {
        cJSON_Delete(integrity);
        status = -1;
    }
    return status;
}

/* -1: no memory. */
static int seal_holds(cJSON *json, bool *holds)
{
    char hex[HASH_HEX_NBYTES], stored[HASH_HEX_NBYTES] = "";
    const char *written = json_string(json_get(json, "integrity"), "sha256");
    if (written && strlen(written) < sizeof stored)
        strcpy(stored, written);
    if (verdict_seal(json, hex))
        return -1;
    *holds = strcmp(stored, hex) == 0;
    return 0;
}

static int judge(struct verdict_file *file)
{
    bool holds = false;
    if (seal_holds(file->json, &holds))
        return -1;
    const char *format = json_string(file->json, "format");
    int64_t version = json_integer(file->json, "version", 0);
    const cJSON *log = json_get(file->json, "log");
    const char *why = NULL;
    file->events = json_integer(log, "events", 0);
    file->head = json_string(log, "head") ? json_string(log, "head") : "";
    if (!format || strcmp(format, "gouji-verdict") != 0)
        why = _("it is not a gouji verdict file");
    else if (version > VERDICT_FILE_VERSION)
        file->health = VERDICT_FILE_NEWER;
    else if (version < 1 || file->events < 1 || strlen(file->head) != 64)
        why = _("parts of it are missing");
    else if (!holds)
        why = _("its checksum does not hold: it was changed by other means");
    if (why) {
        file->health = VERDICT_FILE_DAMAGED;
        strncpy(file->why, why, sizeof file->why - 1);
    }
    return 0;
}

int verdict_read(const char *path, struct verdict_file *out, struct err *err)
{
    char *bytes = NULL;
    size_t nbytes = 0;
    struct err why = {0};
    *out = (struct verdict_file){.health = VERDICT_FILE_MISSING, .head = ""};
    if (save_stamp_read(path, &out->stamp, err))
        return -1;
    if (!out->stamp.exists)
        return 0;
    out->health = VERDICT_FILE_WHOLE;
    if (path_read(path, JSON_MAX_NBYTES, "verdict file size", &bytes, &nbytes, &why) == 0) {
        out->json = json_parse(slice_make(bytes, nbytes), &why);
        if (hash_hex(bytes, nbytes, out->stamp.sha256))
            out->stamp.sha256[0] = '\0';
        free(bytes);
    } else if (why.kind != ERR_LIMIT) {
        return err_set(err, why.kind, "%s", why.text);
    }
    if (out->json ? judge(out) : why.kind == ERR_NOMEM) {
        verdict_file_release(out);
        return err_set_nomem(err);
    }
    if (out->json)
        return 0;
    out->health = VERDICT_FILE_DAMAGED;
    memcpy(out->why, why.text, sizeof out->why);
    return 0;
}

void verdict_file_release(struct verdict_file *file)
{
    cJSON_Delete(file->json);
    *file = (struct verdict_file){.health = VERDICT_FILE_MISSING, .head = ""};
}

/* ---- the state as events ---- */

/* An event out of an element that holds n, by, at and the body's keys. */
static int add_event(struct event_log *log, const cJSON *element, const char *type, struct err *err)
{
    cJSON *json = cJSON_CreateObject(), *body = cJSON_Duplicate(element, true);
    if (!body || !cJSON_AddItemToObject(json, "b", body)) {
        cJSON_Delete(json);
        cJSON_Delete(body);
        return err_set_nomem(err);
    }
    static const char *const outer[] = {"n", "by", "at"};
    for (size_t i = 0; i < sizeof outer / sizeof *outer; i++) {
        cJSON *item = cJSON_DetachItemFromObjectCaseSensitive(body, outer[i]);
        if (item && !cJSON_AddItemToObject(json, outer[i], item))
            cJSON_Delete(item);
        if (!item && i > 0 && json_add_string(json, outer[i], "")) {
            cJSON_Delete(json);
            return err_set_nomem(err);
        }
    }
    cJSON_DeleteItemFromObjectCaseSensitive(body, "stale");
    cJSON_DeleteItemFromObjectCaseSensitive(body, "absent");
    if (json_add_string(json, "t", type)) {
        cJSON_Delete(json);
        return err_set_nomem(err);
    }
    return event_log_add(log, json, err);
}

static int add_list(struct event_log *log, const cJSON *json, const char *key, const char *type,
                    struct err *err)
{
    const cJSON *element;
    cJSON_ArrayForEach (element, json_get(json, key))
        if (add_event(log, element, type, err))
            return -1;
    return 0;
}

/* readings: cell -> n, by, at, from, to, row; one event each. */
static int add_readings(struct event_log *log, const cJSON *json, struct err *err)
{
    const cJSON *reading;
    cJSON_ArrayForEach (reading, json_get(json, "readings")) {
        cJSON *event = cJSON_CreateObject(), *copy = cJSON_Duplicate(reading, true);
        cJSON *cells = cJSON_AddObjectToObject(event, "cells");
        static const char *const outer[] = {"n", "by", "at", "row"};
        for (size_t i = 0; i < sizeof outer / sizeof *outer; i++) {
            cJSON *item = cJSON_DetachItemFromObjectCaseSensitive(copy, outer[i]);
            if (item && !cJSON_AddItemToObject(event, outer[i], item))
                cJSON_Delete(item);
        }
        if (!copy || !cells || !cJSON_AddItemToObject(cells, reading->string, copy)) {
            cJSON_Delete(copy);
            cJSON_Delete(event);
            return err_set_nomem(err);
        }
        int status = add_event(log, event, "correct", err);
        cJSON_Delete(event);
        if (status)
            return -1;
    }
    return 0;
}

static int compare_events(const void *a, const void *b)
{
    const struct event *x = a, *y = b;
    return (x->n > y->n) - (x->n < y->n);
}

int verdict_to_log(const cJSON *json, struct event_log *log, struct err *err)
{
    const cJSON *conclusion = json_get(json, "conclusion");
    if (add_list(log, json, "decisions", "decide", err) || add_readings(log, json, err) ||
        add_list(log, json, "annotations", "annotate", err) ||
        add_list(log, json, "added", "add", err) || add_list(log, json, "marks", "mark", err) ||
        (cJSON_IsObject(conclusion) && add_event(log, conclusion, "conclude", err)))
        return -1;
    if (log->count > 1)
        qsort(log->items, log->count, sizeof *log->items, compare_events);
    event_log_settle(log);
    return 0;
}

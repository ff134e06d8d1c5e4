#include <string.h>

#include "gouji/base/message.h"
#include "session.h"

enum { SHORT_NBYTES = 120 };

static void add_short(struct str *out, const char *text)
{
    size_t n = strlen(text), cut = n < SHORT_NBYTES ? n : SHORT_NBYTES;
    while (cut > 0 && cut < n && ((unsigned char)text[cut] & 0xC0) == 0x80)
        cut--;
    for (size_t i = 0; i < cut; i++)
        str_byte(out, text[i] == '\n' ? ' ' : text[i]); /* a summary is one line */
    if (cut < n)
        str_add(out, "…");
}

static const char *field(const cJSON *object, const char *key)
{
    const char *text = json_string(object, key);
    return text ? text : "";
}

static void add_on(const cJSON *body, struct str *out)
{
    const cJSON *on = json_get(body, "on"), *first = cJSON_GetArrayItem(on, 0);
    int more = cJSON_GetArraySize(on) - 1;
    if (!first)
        return;
    const char *instance = field(first, "instance");
    str_format(out, " %s%s%s", field(first, "check"), *instance ? "/" : "", instance);
    if (more > 0)
        str_format(out, _(", and %d more"), more);
}

static void add_decide(const cJSON *body, struct str *out)
{
    str_add(out, _(field(body, "verdict")));
    add_on(body, out);
    if (*field(body, "reason")) {
        str_add(out, ": ");
        add_short(out, field(body, "reason"));
    }
}

/* A cell that this report does not have keeps its id. */
static void add_cell(const struct review *review, const char *id, struct str *out)
{
    const struct cell *cell = report_cell(review->report, id);
    struct arena *arena = cell ? arena_new() : NULL;
    const char *address = arena ? cell_address(arena, cell, review->lang) : NULL;
    out->failed |= cell && !address;
    str_format(out, " %s", address ? address : id);
    arena_free(arena);
}

static void add_correct(const struct review *review, const cJSON *body, struct str *out)
{
    const cJSON *cell;
    str_add(out, _("reading of"));
    int listed = 0;
    cJSON_ArrayForEach (cell, json_get(body, "cells"))
        if (listed++ < 3)
            add_cell(review, cell->string, out);
    if (listed > 3)
        str_format(out, _(", and %d more"), listed - 3);
}

static void add_text(const char *what, const char *text, struct str *out)
{
    str_format(out, "%s: ", what);
    add_short(out, text);
}

static void add_pair(const cJSON *body, struct str *out)
{
    const cJSON *prior = json_get(body, "prior");
    add_text(json_bool(body, "same", false) ? _("last year's report") : _("not last year's report"),
             field(prior, "organ"), out);
    str_format(out, " %d", (int)json_integer(prior, "year", 0));
}

static void add_body(const struct review *review, const struct event *event, struct str *out)
{
    const cJSON *body = event->body, *content = json_get(body, "body");
    const char *value = cJSON_IsString(content) ? content->valuestring : field(content, "value");
    if (strcmp(event->type, "decide") == 0)
        add_decide(body, out);
    else if (strcmp(event->type, "annotate") == 0)
        add_text(_("note"), value, out);
    else if (strcmp(event->type, "edit-note") == 0)
        add_text(*value ? _("note edited") : _("note withdrawn"), value, out);
    else if (strcmp(event->type, "correct") == 0)
        add_correct(review, body, out);
    else if (strcmp(event->type, "add") == 0)
        add_text(*field(body, "text") ? _("problem") : _("problem withdrawn"), field(body, "text"),
                 out);
    else if (strcmp(event->type, "draft") == 0)
        add_text(_("draft"), field(body, "text"), out);
    else if (strcmp(event->type, "mark") == 0)
        str_format(out, "%s %s", _("bookmark"), field(body, "name"));
    else if (strcmp(event->type, "conclude") == 0)
        str_format(out, "%s %s", _("conclusion"), _(field(body, "status")));
    else if (strcmp(event->type, "pair") == 0)
        add_pair(body, out);
    else if (strcmp(event->type, "open") == 0)
        str_format(out, "%s %s", _("session opened on"), field(body, "host"));
    else
        str_add(out, _(event->type));
}

void event_summary(const struct review *review, const struct event *event, struct str *out)
{
    const struct event_log *log = &review->disk.log;
    bool undo = strcmp(event->type, "undo") == 0;
    const struct event *of = NULL;
    if (undo || strcmp(event->type, "redo") == 0)
        of = event_find(log, json_integer(event->body, "of", 0));
    if (!of || of >= event) {
        add_body(review, event, out);
        return;
    }
    str_add(out, undo ? _("undone: ") : _("redone: "));
    add_body(review, of, out);
}

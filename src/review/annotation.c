#include "annotation.h"

#include <stdlib.h>
#include <string.h>

#include "decision.h"

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

const char *annotation_level_name(enum severity level)
{
    return level == SEVERITY_ERROR ? "error" : level == SEVERITY_WARNING ? "warning" : "note";
}

static enum severity level_find(const char *name)
{
    if (strcmp(name, "error") == 0)
        return SEVERITY_ERROR;
    return strcmp(name, "warning") == 0 ? SEVERITY_WARNING : SEVERITY_INFO;
}

/* ---- collecting ---- */

/* Index of the source with this id, or n. */
static size_t find_id(const struct source *sources, size_t n, const char *id)
{
    size_t i = 0;
    while (i < n && strcmp(or_empty(json_string(sources[i].body, "id")), id) != 0)
        i++;
    return i;
}

/* The arrays double at powers of two; sources have no capacity of their own. */
static int push(struct state *state, struct source **sources, size_t *n, struct source source)
{
    size_t count = *n;
    if ((count & (count - 1)) == 0) {
        struct source *more = arena_array(state->arena, count ? 2 * count : 1, sizeof *more);
        if (!more)
            return -1;
        if (count)
            memcpy(more, *sources, count * sizeof *more);
        *sources = more;
    }
    (*sources)[(*n)++] = source;
    return 0;
}

static void drop(struct source *sources, size_t *n, size_t index)
{
    memmove(sources + index, sources + index + 1, (*n - index - 1) * sizeof *sources);
    (*n)--;
}

/* An act ends the draft it grew from. */
static void end_draft(struct state *state, const char *id)
{
    size_t i = find_id(state->draft_sources, state->ndrafts, id);
    if (i < state->ndrafts)
        state->draft_sources[i].latest = NULL;
}

int annotation_collect_note(struct state *state, const struct event *event)
{
    end_draft(state, or_empty(json_string(event->body, "id")));
    return push(state, &state->note_sources, &state->nnotes,
                (struct source){event, event->body, json_get(event->body, "body")});
}

static const char *body_text(const cJSON *body)
{
    return cJSON_IsString(body) ? body->valuestring : or_empty(json_string(body, "value"));
}

int annotation_collect_edit(struct state *state, const struct event *event)
{
    const char *id = or_empty(json_string(event->body, "id"));
    size_t i = find_id(state->note_sources, state->nnotes, id);
    const cJSON *body = json_get(event->body, "body");
    if (i == state->nnotes)
        return 0;
    if (*body_text(body))
        state->note_sources[i].latest = body;
    else
        drop(state->note_sources, &state->nnotes, i);
    return 0;
}

int annotation_collect_problem(struct state *state, const struct event *event)
{
    const char *id = or_empty(json_string(event->body, "id"));
    size_t i = find_id(state->problem_sources, state->nproblems, id);
    bool withdrawn = *or_empty(json_string(event->body, "text")) == '\0';
    end_draft(state, id);
    if (i == state->nproblems)
        return withdrawn ? 0
                         : push(state, &state->problem_sources, &state->nproblems,
                                (struct source){event, event->body, event->body});
    if (withdrawn)
        drop(state->problem_sources, &state->nproblems, i);
    else
        state->problem_sources[i].latest = event->body;
    return 0;
}

int annotation_collect_mark(struct state *state, const struct event *event)
{
    const char *name = or_empty(json_string(event->body, "name"));
    for (size_t i = state->nmarks; i-- > 0;)
        if (strcmp(or_empty(json_string(state->mark_sources[i].body, "name")), name) == 0)
            drop(state->mark_sources, &state->nmarks, i);
    if (!json_string(event->body, "cell") && !cJSON_IsArray(json_get(event->body, "span")))
        return 0;
    return push(state, &state->mark_sources, &state->nmarks,
                (struct source){event, event->body, event->body});
}

int annotation_collect_draft(struct state *state, const struct event *event)
{
    const char *id = or_empty(json_string(event->body, "id"));
    size_t i = find_id(state->draft_sources, state->ndrafts, id);
    bool ended = *or_empty(json_string(event->body, "text")) == '\0';
    struct source source = {event, event->body, ended ? NULL : event->body};
    if (i == state->ndrafts)
        return push(state, &state->draft_sources, &state->ndrafts, source);
    state->draft_sources[i] = source;
    return 0;
}

/* ---- places in this run ---- */

struct place {
    struct target target;
    bool orphaned;
    const char *quote;
};

static struct place resolve(const struct state *state, const struct findings *findings,
                            const struct anchor *anchor, const cJSON *target, const cJSON *on)
{
    struct place place = {TARGET_REPORT, false, anchor_stored_quote(target)};
    const char *id = json_string(target, "cell");
    const struct cell *cell = id ? report_cell(state->report, id) : NULL;
    bool has_span = cJSON_IsArray(json_get(target, "span"));
    place.target.finding = cJSON_IsObject(on) ? decision_find_item(state->arena, findings, on) : -1;
    if (place.target.finding >= 0)
        return place;
    /* What was said of a cell that the report lacks stays there; one that was printed
     * is lost with its text. */
    if (cell && (cell->state != CELL_ABSENT || !has_span))
        place.target.cell = cell->id;
    else if (id)
        place.orphaned = true;
    else if (has_span)
        place.orphaned = !anchor || !anchor_resolve(anchor, target, &place.target.span);
    else
        place.orphaned = cJSON_IsObject(on);
    return place;
}

static int resolve_notes(struct state *state, const struct findings *findings,
                         const struct anchor *anchor)
{
    state->notes = arena_array(state->arena, state->nnotes, sizeof *state->notes);
    if (!state->notes)
        return -1;
    for (size_t i = 0; i < state->nnotes; i++) {
        const struct source *source = &state->note_sources[i];
        const cJSON *on = cJSON_GetArrayItem(json_get(source->body, "on"), 0);
        struct place place = resolve(state, findings, anchor, json_get(source->body, "target"), on);
        state->notes[i] = (struct note){
            .id = or_empty(json_string(source->body, "id")),
            .n = source->event->n,
            .by = source->event->by,
            .at = source->event->at,
            .text = body_text(source->latest),
            .target = place.target,
            .orphaned = place.orphaned,
            .quote = place.quote,
            .check = json_string(on, "check"),
            .instance = json_string(on, "instance"),
        };
    }
    return 0;
}

static int resolve_problems(struct state *state, const struct findings *findings,
                            const struct anchor *anchor)
{
    state->problems = arena_array(state->arena, state->nproblems, sizeof *state->problems);
    if (!state->problems)
        return -1;
    for (size_t i = 0; i < state->nproblems; i++) {
        const struct source *source = &state->problem_sources[i];
        const cJSON *target = json_get(source->latest, "target");
        if (!target)
            target = json_get(source->body, "target");
        struct place place = resolve(state, findings, anchor, target, NULL);
        state->problems[i] = (struct problem){
            .id = or_empty(json_string(source->body, "id")),
            .n = source->event->n,
            .by = source->event->by,
            .at = source->event->at,
            .text = or_empty(json_string(source->latest, "text")),
            .basis = or_empty(json_string(source->latest, "basis")),
            .level = level_find(or_empty(json_string(source->latest, "level"))),
            .target = place.target,
            .orphaned = place.orphaned,
            .quote = place.quote,
        };
    }
    return 0;
}

/* A mark whose place is gone stays in the file but leads nowhere. */
static int resolve_marks(struct state *state, const struct findings *findings,
                         const struct anchor *anchor)
{
    size_t n = 0;
    state->marks = arena_array(state->arena, state->nmarks, sizeof *state->marks);
    if (!state->marks)
        return -1;
    for (size_t i = 0; i < state->nmarks; i++) {
        const cJSON *body = state->mark_sources[i].body;
        struct place place = resolve(state, findings, anchor, body, NULL);
        state->mark_sources[i].latest = place.orphaned ? NULL : body;
        if (!place.orphaned)
            state->marks[n++] = (struct mark){or_empty(json_string(body, "name"))[0], place.target};
    }
    state->nmarks_found = n;
    return 0;
}

static int resolve_drafts(struct state *state, const struct findings *findings,
                          const struct anchor *anchor)
{
    state->drafts = arena_array(state->arena, state->ndrafts, sizeof *state->drafts);
    if (!state->drafts)
        return -1;
    state->ndrafts_open = 0;
    for (size_t i = 0; i < state->ndrafts; i++) {
        const cJSON *body = state->draft_sources[i].latest;
        if (!body)
            continue;
        struct place place = resolve(state, findings, anchor, json_get(body, "target"),
                                     cJSON_GetArrayItem(json_get(body, "on"), 0));
        state->drafts[state->ndrafts_open++] = (struct draft){
            .id = or_empty(json_string(body, "id")),
            .of = or_empty(json_string(body, "of")),
            .text = or_empty(json_string(body, "text")),
            .verdict = verdict_find(or_empty(json_string(body, "verdict"))),
            .target = place.target,
        };
    }
    return 0;
}

int annotation_resolve(struct state *state, const struct findings *findings,
                       const struct anchor *anchor)
{
    return resolve_notes(state, findings, anchor) || resolve_problems(state, findings, anchor) ||
                   resolve_marks(state, findings, anchor) || resolve_drafts(state, findings, anchor)
               ? -1
               : 0;
}

/* ---- bodies ---- */

static const struct finding *target_finding(const struct writing *writing, struct target target)
{
    if (target.finding < 0 || (size_t)target.finding >= writing->findings->nitems)
        return NULL;
    return &writing->findings->items[target.finding];
}

/* The cell a target stands on: its own, or the first of its finding. */
static const struct cell *target_cell(const struct writing *writing, struct target target)
{
    const struct finding *finding = target_finding(writing, target);
    if (target.cell)
        return report_cell(writing->report, target.cell);
    for (size_t i = 0; finding && i < finding->nseen; i++) {
        const struct cell *cell = report_cell(writing->report, finding->seen[i].cell);
        if (cell)
            return cell;
    }
    return NULL;
}

static struct span target_span(const struct writing *writing, struct target target,
                               const struct cell *cell)
{
    const struct finding *finding = target_finding(writing, target);
    if (cell)
        return cell->span;
    if (finding && finding->nspans > 0)
        return finding->spans[0];
    return target.span;
}

/* RFC 7111 counts rows and columns of the printed values from 1. */
static cJSON *fragment_selector(const struct writing *writing, const struct cell *cell)
{
    size_t row = 1;
    for (size_t i = 0; i < cell->row; i++)
        row += !cell->block->rows[i].is_group && cell->block->rows[i].alternative_of < 0;
    struct str text = STR_INIT, exact = STR_INIT;
    str_format(&text, "cell=%zu,%d", row, cell->col + 1);
    anchor_quote(writing->anchor, cell->span, &exact);
    cJSON *selector = cJSON_CreateObject(), *refined = NULL;
    int status = text.failed || exact.failed ||
                 json_add_string(selector, "type", "FragmentSelector") ||
                 json_add_string(selector, "conformsTo", "http://tools.ietf.org/rfc/rfc7111") ||
                 json_add_string(selector, "value", str_text(&text)) ||
                 !(refined = cJSON_AddObjectToObject(selector, "refinedBy")) ||
                 json_add_string(refined, "type", "TextQuoteSelector") ||
                 json_add_string(refined, "exact", str_text(&exact));
    str_release(&text);
    str_release(&exact);
    if (!status)
        return selector;
    cJSON_Delete(selector);
    return NULL;
}

static int add_span(cJSON *to, struct span span)
{
    cJSON *list = cJSON_AddArrayToObject(to, "span");
    return list && cJSON_AddItemToArray(list, cJSON_CreateNumber(span.start)) &&
                   cJSON_AddItemToArray(list, cJSON_CreateNumber(span.end))
               ? 0
               : -1;
}

static cJSON *target_body(const struct writing *writing, struct target target)
{
    cJSON *body = cJSON_CreateObject();
    const struct cell *cell = target_cell(writing, target);
    struct span span = target_span(writing, target, cell);
    struct str source = STR_INIT;
    str_format(&source, "urn:sha256:%s", writing->report->text_sha256);
    int status = source.failed || json_add_string(body, "source", str_text(&source)) ||
                 (cell && json_add_string(body, "cell", cell->id));
    str_release(&source);
    if (!status && !span_empty(span)) {
        cJSON *fragment = cell ? fragment_selector(writing, cell) : NULL;
        status =
            add_span(body, span) || anchor_add_selectors(writing->anchor, span, fragment, body);
    }
    if (!status)
        return body;
    cJSON_Delete(body);
    return NULL;
}

static int add_on(const struct writing *writing, struct target target, cJSON *body)
{
    const struct finding *finding = target_finding(writing, target);
    cJSON *list = finding ? cJSON_AddArrayToObject(body, "on") : NULL;
    cJSON *on = list ? decision_on(writing->findings, finding) : NULL;
    if (!finding)
        return 0;
    if (on && cJSON_AddItemToArray(list, on))
        return 0;
    cJSON_Delete(on);
    return -1;
}

cJSON *annotation_text_body(const char *purpose, const char *text)
{
    cJSON *body = cJSON_CreateObject();
    if (body && json_add_string(body, "type", "TextualBody") == 0 &&
        json_add_string(body, "purpose", purpose) == 0 &&
        json_add_string(body, "format", "text/plain") == 0 &&
        json_add_string(body, "language", "zh") == 0 && json_add_string(body, "value", text) == 0)
        return body;
    cJSON_Delete(body);
    return NULL;
}

/* When the source was last changed, and what showed it to the reviewer. */
static int add_circumstances(const struct writing *writing, cJSON *target)
{
    char at[EVENT_TIME_NBYTES];
    if (writing->report->source_mtime > 0) {
        cJSON *state = cJSON_AddObjectToObject(target, "state");
        event_time(writing->report->source_mtime, at);
        if (json_add_string(state, "type", "TimeState") || json_add_string(state, "sourceDate", at))
            return -1;
    }
    cJSON *software = cJSON_AddObjectToObject(target, "renderedVia");
    return json_add_string(software, "type", "Software") ||
                   json_add_string(software, "name", "gouji") ||
                   json_add_string(software, "schema:softwareVersion", writing->tool_version)
               ? -1
               : 0;
}

cJSON *annotation_note(const struct writing *writing, const char *id, struct target target,
                       const char *text)
{
    cJSON *body = cJSON_CreateObject();
    cJSON *place = target_body(writing, target);
    int status = !place || add_circumstances(writing, place);
    if (!status)
        status = json_add_string(body, "@context", "http://www.w3.org/ns/anno.jsonld") ||
                 json_add_string(body, "id", id) || json_add_string(body, "type", "Annotation") ||
                 json_add_string(body, "motivation", "commenting") ||
                 json_put(body, "body", annotation_text_body("commenting", text)) ||
                 add_on(writing, target, body);
    if (!status && json_put(body, "target", place) == 0)
        return body;
    if (status)
        cJSON_Delete(place);
    cJSON_Delete(body);
    return NULL;
}

cJSON *annotation_problem(const struct writing *writing, const char *id, struct target target,
                          enum severity level, const char *text, const char *basis)
{
    cJSON *body = cJSON_CreateObject();
    if (json_add_string(body, "id", id) == 0 &&
        json_add_string(body, "level", annotation_level_name(level)) == 0 &&
        json_add_string(body, "text", text) == 0 &&
        json_add_string(body, "basis", or_empty(basis)) == 0 &&
        json_put(body, "target", target_body(writing, target)) == 0)
        return body;
    cJSON_Delete(body);
    return NULL;
}

cJSON *annotation_mark(const struct writing *writing, char name, struct target target)
{
    char letter[2] = {name, '\0'};
    const struct cell *cell = target_cell(writing, target);
    struct span span = target_span(writing, target, cell);
    struct str quote = STR_INIT;
    cJSON *body = cJSON_CreateObject();
    int status = json_add_string(body, "name", letter);
    if (!status && cell)
        status = json_add_string(body, "cell", cell->id);
    if (!status && !span_empty(span)) {
        anchor_quote(writing->anchor, span, &quote);
        status = quote.failed || add_span(body, span) ||
                 json_add_string(body, "quote", str_text(&quote));
    } else if (!status && !cell) {
        status = cJSON_AddNullToObject(body, "span") ? 0 : -1;
    }
    str_release(&quote);
    if (!status)
        return body;
    cJSON_Delete(body);
    return NULL;
}

cJSON *annotation_draft(const struct writing *writing, const struct draft *draft)
{
    cJSON *body = cJSON_CreateObject();
    if (json_add_string(body, "id", draft->id) == 0 &&
        json_add_string(body, "of", draft->of) == 0 &&
        (draft->verdict == VERDICT_NONE ||
         json_add_string(body, "verdict", verdict_name(draft->verdict)) == 0) &&
        add_on(writing, draft->target, body) == 0 &&
        json_put(body, "target", target_body(writing, draft->target)) == 0 &&
        json_add_string(body, "text", or_empty(draft->text)) == 0)
        return body;
    cJSON_Delete(body);
    return NULL;
}

#include <stdlib.h>
#include <string.h>

#include "decision.h"
#include "gouji/text/decode.h"
#include "verdict.h"

static int append(cJSON *array, cJSON *item)
{
    if (item && cJSON_AddItemToArray(array, item))
        return 0;
    cJSON_Delete(item);
    return -1;
}

static int add_text_or_null(cJSON *object, const char *key, const char *text)
{
    return json_put(object, key, text ? cJSON_CreateString(text) : cJSON_CreateNull());
}

/* ---- keys of others ---- */

static bool is_known(const char *key, const char *const *known)
{
    while (*known && strcmp(*known, key) != 0)
        known++;
    return *known != NULL;
}

/* Copies to `new` what `old` has under keys not in `known` (NULL-terminated). */
static int keep_unknown(cJSON *new, const cJSON *old, const char *const *known)
{
    const cJSON *item;
    if (!cJSON_IsObject(new) || !cJSON_IsObject(old))
        return 0;
    cJSON_ArrayForEach (item, old) {
        if (is_known(item->string, known) || json_get(new, item->string))
            continue;
        if (json_put(new, item->string, cJSON_Duplicate(item, true)))
            return -1;
    }
    return 0;
}

static const cJSON *element_with_n(const cJSON *list, int64_t n)
{
    const cJSON *item;
    cJSON_ArrayForEach (item, list)
        if (json_integer(item, "n", 0) == n)
            return item;
    return NULL;
}

static const cJSON *finding_like(const cJSON *list, const cJSON *finding)
{
    const char *rule = json_string(finding, "rule");
    const char *cells = json_string(json_get(finding, "fingerprint"), "ruleCells/v1");
    const cJSON *item;
    cJSON_ArrayForEach (item, list) {
        const char *other = json_string(item, "rule");
        const char *print = json_string(json_get(item, "fingerprint"), "ruleCells/v1");
        if (rule && cells && other && print && strcmp(rule, other) == 0 &&
            strcmp(cells, print) == 0)
            return item;
    }
    return NULL;
}

static const char *const top_keys[] = {
    "format", "version",    "reviewer", "subject",   "tool",      "ruleset",     "run",
    "tables", "findings",   "causes",   "readings",  "decisions", "annotations", "added",
    "marks",  "conclusion", "log",      "integrity", NULL};
static const char *const part_keys[] = {
    "name",    "role",       "blind",    "organ",   "year",    "title",     "sources", "text",
    "version", "build",      "id",       "sha256",  "form",    "run",       "off",     "guid",
    "started", "ended",      "counts",   "prior",   "path",    "mediaType", "bytes",   "modified",
    "of",      "codePoints", "encoding", "newline", "unicode", "extractor", NULL};
static const char *const element_keys[] = {
    "n",        "by",      "at",          "on",       "verdict", "reason",    "culprit",
    "proposed", "expires", "stale",       "absent",   "id",      "kind",      "level",
    "rule",     "message", "cause",       "lhs",      "rhs",     "imbalance", "tolerance",
    "targets",  "span",    "fingerprint", "baseline", "body",    "target",    "text",
    "basis",    "name",    "cell",        "quote",    "status",  "counts",    "open",
    "asked",    "note",    "from",        "to",       "row",     NULL};

static int keep_in_lists(cJSON *root, const cJSON *old)
{
    static const char *const lists[] = {"decisions", "annotations", "added", "marks"};
    cJSON *item;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        cJSON_ArrayForEach (item, cJSON_GetObjectItemCaseSensitive(root, lists[i]))
            if (keep_unknown(
                    item, element_with_n(json_get(old, lists[i]), json_integer(item, "n", 0)),
                    element_keys))
                return -1;
    cJSON_ArrayForEach (item, cJSON_GetObjectItemCaseSensitive(root, "findings"))
        if (keep_unknown(item, finding_like(json_get(old, "findings"), item), element_keys))
            return -1;
    cJSON_ArrayForEach (item, cJSON_GetObjectItemCaseSensitive(root, "readings"))
        if (keep_unknown(item, json_get(json_get(old, "readings"), item->string),
                                 element_keys))
            return -1;
    return 0;
}

static int keep_unknown_parts(cJSON *root, const cJSON *old)
{
    static const char *const parts[] = {"reviewer", "subject", "tool", "ruleset", "run"};
    if (!cJSON_IsObject(old))
        return 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (keep_unknown(cJSON_GetObjectItemCaseSensitive(root, parts[i]),
                                 json_get(old, parts[i]), part_keys))
            return -1;
    cJSON *conclusion = cJSON_GetObjectItemCaseSensitive(root, "conclusion");
    if (json_integer(conclusion, "n", 0) == json_integer(json_get(old, "conclusion"), "n", -1) &&
        keep_unknown(conclusion, json_get(old, "conclusion"), element_keys))
        return -1;
    return keep_in_lists(root, old) || keep_unknown(root, old, top_keys) ? -1 : 0;
}

/* ---- parts ---- */

static cJSON *reviewer_part(const struct verdict_input *input)
{
    cJSON *part = cJSON_CreateObject();
    if (json_add_string(part, "name", input->reviewer) == 0 &&
        json_add_string(part, "role", "first") == 0 && cJSON_AddFalseToObject(part, "blind"))
        return part;
    cJSON_Delete(part);
    return NULL;
}

static const char *newline_name(const struct report *report)
{
    size_t lf = 0, crlf = 0;
    for (const char *p = report->text; (p = strchr(p, '\n')); p++) {
        bool cr = p > report->text && p[-1] == '\r';
        crlf += cr;
        lf += !cr;
    }
    return lf && crlf ? "mixed" : crlf ? "CRLF" : "LF";
}

static cJSON *source_part(const struct verdict_input *input)
{
    const struct report *report = input->report;
    char at[EVENT_TIME_NBYTES];
    cJSON *part = cJSON_CreateObject();
    int status = json_add_string(part, "id", "src1") ||
                 json_add_string(part, "path", input->relative) ||
                 json_add_string(part, "mediaType", "text/plain") ||
                 json_add_integer(part, "bytes", (int64_t)report->source_nbytes) ||
                 json_add_string(part, "sha256", report->source_sha256);
    event_time(report->source_mtime, at);
    if (!status && report->source_mtime > 0)
        status = json_add_string(part, "modified", at);
    if (!status)
        return part;
    cJSON_Delete(part);
    return NULL;
}

static int add_extractor(cJSON *part, const struct verdict_input *input)
{
    cJSON *extractor = cJSON_AddObjectToObject(part, "extractor");
    return json_add_string(extractor, "name", "gouji") ||
           json_add_string(extractor, "version", input->tool_version);
}

static cJSON *text_part(const struct verdict_input *input)
{
    const struct report *report = input->report;
    cJSON *part = cJSON_CreateObject();
    int64_t points = (int64_t)anchor_code_points(report->text, report->text_nbytes);
    if (json_add_string(part, "of", "src1") == 0 &&
        json_add_string(part, "sha256", report->text_sha256) == 0 &&
        json_add_integer(part, "bytes", report->text_nbytes) == 0 &&
        json_add_integer(part, "codePoints", points) == 0 &&
        json_add_string(part, "encoding", text_encoding_name(report->encoding)) == 0 &&
        json_add_string(part, "newline", newline_name(report)) == 0 &&
        json_add_string(part, "unicode", "as-is") == 0 && !add_extractor(part, input))
        return part;
    cJSON_Delete(part);
    return NULL;
}

static cJSON *subject_part(const struct verdict_input *input)
{
    const struct identity *who = &input->report->who;
    cJSON *part = cJSON_CreateObject(), *sources = NULL;
    if (add_text_or_null(part, "organ", who->agency) == 0 &&
        json_put(part, "year", who->year ? cJSON_CreateNumber(who->year) : cJSON_CreateNull()) ==
            0 &&
        add_text_or_null(part, "title", who->title) == 0 &&
        (sources = cJSON_AddArrayToObject(part, "sources")) &&
        append(sources, source_part(input)) == 0 && json_put(part, "text", text_part(input)) == 0)
        return part;
    cJSON_Delete(part);
    return NULL;
}

static cJSON *tool_part(const struct verdict_input *input)
{
    cJSON *part = cJSON_CreateObject();
    if (json_add_string(part, "name", "gouji") == 0 &&
        json_add_string(part, "version", input->tool_version) == 0 &&
        json_add_string(part, "build", input->build) == 0)
        return part;
    cJSON_Delete(part);
    return NULL;
}

static cJSON *rules_off(const struct findings *findings)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; list && i < findings->noff; i++) {
        cJSON *off = cJSON_CreateObject();
        bool made = json_add_string(off, "id", findings->off[i]->id) == 0 &&
                    json_add_string(off, "reason", findings->off[i]->why_off[LANG_ZH]) == 0;
        if (!made)
            cJSON_Delete(off);
        if (!made || append(list, off)) {
            cJSON_Delete(list);
            return NULL;
        }
    }
    return list;
}

static cJSON *ruleset_part(const struct verdict_input *input)
{
    const struct ruleset *rules = input->findings->rules;
    const struct report *report = input->report;
    const struct form *form = report->edition ? forms_find(report->forms, report->edition) : NULL;
    int64_t run = (int64_t)(ruleset_count(rules) - input->findings->noff);
    cJSON *part = cJSON_CreateObject();
    if (json_add_string(part, "id", ruleset_id(rules)) == 0 &&
        json_add_string(part, "version", ruleset_version(rules)) == 0 &&
        json_add_string(part, "sha256", ruleset_sha256(rules)) == 0 &&
        add_text_or_null(part, "form", form ? form->document : report->edition) == 0 &&
        json_add_integer(part, "run", run) == 0 &&
        json_put(part, "off", rules_off(input->findings)) == 0)
        return part;
    cJSON_Delete(part);
    return NULL;
}

static cJSON *run_part(const struct verdict_input *input)
{
    char started[EVENT_TIME_NBYTES], ended[EVENT_TIME_NBYTES];
    cJSON *part = cJSON_CreateObject();
    event_time(input->started, started);
    event_time(input->ended, ended);
    if (json_add_string(part, "guid", input->run) == 0 &&
        json_add_string(part, "started", started) == 0 &&
        json_add_string(part, "ended", ended) == 0 &&
        json_put(part, "counts", verdict_run_counts(input->findings)) == 0 &&
        json_put(part, "prior", verdict_prior(input->prior)) == 0)
        return part;
    cJSON_Delete(part);
    return NULL;
}

/* ---- the reviewer's part ---- */

/* n, by, at, then the body's keys as they are. */
static cJSON *from_event(const struct event *event, const cJSON *body)
{
    cJSON *element = cJSON_CreateObject();
    const cJSON *item;
    int status = json_add_integer(element, "n", event->n) ||
                 json_add_string(element, "by", event->by) ||
                 json_add_string(element, "at", event->at);
    cJSON_ArrayForEach (item, body)
        if (!status && !json_get(element, item->string) && strcmp(item->string, "recovered") != 0)
            status = json_put(element, item->string, cJSON_Duplicate(item, true));
    if (!status)
        return element;
    cJSON_Delete(element);
    return NULL;
}

/* Of one decision only what no later decision has replaced. */
static cJSON *decision_element(const struct state *state, size_t first, size_t *end)
{
    const struct held *held = &state->held[first];
    cJSON *element = from_event(held->event, held->event->body);
    cJSON *on = cJSON_CreateArray();
    const char *why = NULL;
    bool absent = true;
    cJSON_DeleteItemFromObjectCaseSensitive(element, "on");
    int status = json_put(element, "on", on);
    for (*end = first; *end < state->nheld && state->held[*end].event == held->event; (*end)++) {
        why = why ? why : state->held[*end].why;
        absent = absent && state->held[*end].item < 0;
        if (!status)
            status = append(on, cJSON_Duplicate(state->held[*end].on, true));
    }
    if (!status && why)
        status = json_add_string(element, "stale", why);
    if (!status && absent)
        status = cJSON_AddTrueToObject(element, "absent") ? 0 : -1;
    if (!status)
        return element;
    cJSON_Delete(element);
    return NULL;
}

static cJSON *decisions_part(const struct state *state)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0, end; list && i < state->nheld; i = end)
        if (append(list, decision_element(state, i, &end))) {
            cJSON_Delete(list);
            return NULL;
        }
    return list;
}

static cJSON *reading_element(const struct held_reading *held)
{
    cJSON *element = cJSON_CreateObject();
    if (json_add_integer(element, "n", held->event->n) == 0 &&
        json_add_string(element, "by", held->event->by) == 0 &&
        json_add_string(element, "at", held->event->at) == 0 &&
        (!held->from || json_put(element, "from", cJSON_Duplicate(held->from, true)) == 0) &&
        json_put(element, "to", cJSON_Duplicate(held->to, true)) == 0 &&
        (!held->row || json_put(element, "row", cJSON_Duplicate(held->row, true)) == 0) &&
        (!held->stale || cJSON_AddTrueToObject(element, "stale")))
        return element;
    cJSON_Delete(element);
    return NULL;
}

static cJSON *readings_part(const struct state *state)
{
    cJSON *part = cJSON_CreateObject();
    for (size_t i = 0; part && i < state->ncorrected; i++)
        if (json_put(part, state->corrected[i].cell, reading_element(&state->corrected[i]))) {
            cJSON_Delete(part);
            return NULL;
        }
    return part;
}

/* The note as it was made, with the text it has now. */
static cJSON *note_element(const struct source *source)
{
    cJSON *element = from_event(source->event, source->body);
    cJSON_DeleteItemFromObjectCaseSensitive(element, "body");
    if (json_put(element, "body", cJSON_Duplicate(source->latest, true)) == 0)
        return element;
    cJSON_Delete(element);
    return NULL;
}

static cJSON *sources_part(const struct source *sources, size_t n, bool notes)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; list && i < n; i++) {
        cJSON *element = notes ? note_element(&sources[i])
                               : from_event(sources[i].event, sources[i].latest ? sources[i].latest
                                                                                : sources[i].body);
        if (append(list, element)) {
            cJSON_Delete(list);
            return NULL;
        }
    }
    return list;
}

cJSON *verdict_conclusion_counts(const struct state *state)
{
    cJSON *counts = cJSON_CreateObject();
    for (int v = VERDICT_CONFIRMED; v < VERDICT_COUNT; v++)
        if (json_add_integer(counts, verdict_name((enum verdict)v),
                             (int64_t)state->counts.verdicts[v])) {
            cJSON_Delete(counts);
            return NULL;
        }
    if (json_add_integer(counts, "undecided", (int64_t)state->counts.verdicts[VERDICT_NONE]) ||
        json_add_integer(counts, "added", (int64_t)state->nproblems)) {
        cJSON_Delete(counts);
        return NULL;
    }
    return counts;
}

static int add_review(const struct verdict_input *input, cJSON *root)
{
    const struct state *state = input->state;
    cJSON *conclusion = state->concluded ? from_event(state->concluded, state->concluded->body)
                                         : cJSON_CreateNull();
    if (json_put(root, "readings", readings_part(state)) ||
        json_put(root, "decisions", decisions_part(state)) ||
        json_put(root, "annotations", sources_part(state->note_sources, state->nnotes, true)) ||
        json_put(root, "added", sources_part(state->problem_sources, state->nproblems, false)) ||
        json_put(root, "marks", sources_part(state->mark_sources, state->nmarks, false))) {
        cJSON_Delete(conclusion);
        return -1;
    }
    return json_put(root, "conclusion", conclusion);
}

static int add_end(const struct verdict_input *input, cJSON *root)
{
    char hex[HASH_HEX_NBYTES];
    cJSON *log = cJSON_AddObjectToObject(root, "log");
    if (json_add_integer(log, "events", (int64_t)input->log->count) ||
        json_add_string(log, "head", input->log->head) || verdict_seal(root, hex))
        return -1;
    const cJSON *old = json_get(input->earlier, "integrity");
    const char *sealed = json_string(old, "sha256");
    const cJSON *signatures = json_get(old, "signatures");
    bool still = sealed && strcmp(sealed, hex) == 0 && cJSON_IsArray(signatures);
    cJSON *integrity = cJSON_AddObjectToObject(root, "integrity");
    return json_add_string(integrity, "canon", "RFC8785") ||
                   json_add_string(integrity, "sha256", hex) ||
                   json_put(integrity, "signatures",
                            still ? cJSON_Duplicate(signatures, true) : cJSON_CreateArray())
               ? -1
               : 0;
}

static cJSON *build(const struct verdict_input *input)
{
    cJSON *root = cJSON_CreateObject();
    if (json_add_string(root, "format", "gouji-verdict") == 0 &&
        json_add_integer(root, "version", VERDICT_FILE_VERSION) == 0 &&
        json_put(root, "reviewer", reviewer_part(input)) == 0 &&
        json_put(root, "subject", subject_part(input)) == 0 &&
        json_put(root, "tool", tool_part(input)) == 0 &&
        json_put(root, "ruleset", ruleset_part(input)) == 0 &&
        json_put(root, "run", run_part(input)) == 0 &&
        json_put(root, "tables", verdict_tables(input->findings)) == 0 &&
        json_put(root, "findings", verdict_findings(input)) == 0 &&
        json_put(root, "causes", verdict_causes(input->findings)) == 0 &&
        add_review(input, root) == 0 && keep_unknown_parts(root, input->earlier) == 0 &&
        add_end(input, root) == 0)
        return root;
    cJSON_Delete(root);
    return NULL;
}

/* ---- printing: one key a line, lists of objects one element a line ---- */

static void print_compact(const cJSON *value, struct str *out)
{
    char *text = cJSON_PrintUnformatted(value);
    if (text)
        str_add(out, text);
    else
        out->failed = true;
    cJSON_free(text);
}

static void print_member(const cJSON *value, struct str *out)
{
    const cJSON *item;
    if (!cJSON_IsArray(value) || !cJSON_IsObject(value->child)) {
        print_compact(value, out);
        return;
    }
    str_byte(out, '[');
    cJSON_ArrayForEach (item, value) {
        str_add(out, item == value->child ? "\n  " : ",\n  ");
        print_compact(item, out);
    }
    str_add(out, "\n ]");
}

static void print(const cJSON *root, struct str *out)
{
    const cJSON *item;
    str_byte(out, '{');
    cJSON_ArrayForEach (item, root) {
        str_add(out, item == root->child ? "\n " : ",\n ");
        json_quote(slice_of(item->string), out);
        str_byte(out, ':');
        print_member(item, out);
    }
    str_add(out, "\n}\n");
}

int verdict_write(const struct verdict_input *input, struct str *out)
{
    cJSON *root = build(input);
    if (root)
        print(root, out);
    cJSON_Delete(root);
    return root && !out->failed ? 0 : -1;
}

#include "decision.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "gouji/base/ascii.h"
#include "gouji/base/map.h"
#include "gouji/base/message.h"
#include "gouji/check/mask.h"
#include "gouji/text/fold.h"

enum { QUOTE_MAX_NBYTES = 4096 };

/* ---- values and `on` ---- */

/* Cuts at a whole character, so that an endless line stays storable. */
static char *bounded(struct slice text)
{
    size_t n = text.nbytes < QUOTE_MAX_NBYTES ? text.nbytes : QUOTE_MAX_NBYTES;
    while (n > 0 && n < text.nbytes && ((unsigned char)text.ptr[n] & 0xC0) == 0x80)
        n--;
    char *copy = malloc(n + 1);
    if (copy) {
        if (n > 0)
            memcpy(copy, text.ptr, n);
        copy[n] = '\0';
    }
    return copy;
}

/* The sentence of a finding as it is stored and compared. */
static char *stored_quote(const struct findings *findings, const struct finding *finding)
{
    struct str text = STR_INIT;
    mask_append(findings, finding->quote, &text);
    char *quote = text.failed ? NULL : bounded(str_slice(&text));
    str_release(&text);
    return quote;
}

cJSON *decision_value(enum cell_state state, int64_t value, bool is_decimal, struct slice text)
{
    char buffer[CELL_VALUE_NBYTES];
    if (state == CELL_NUMBER)
        return is_decimal ? cJSON_CreateString(cell_format(value, true, buffer))
                          : cJSON_CreateNumber((double)value);
    cJSON *object = cJSON_CreateObject();
    char *printed = bounded(text);
    if (!object || !printed || json_add_string(object, "state", cell_state_name(state)) ||
        json_add_string(object, "text", printed)) {
        cJSON_Delete(object);
        object = NULL;
    }
    free(printed);
    return object;
}

void decision_write_value(const cJSON *value, struct str *out)
{
    const char *text = json_string(value, "text"), *state = json_string(value, "state");
    if (cJSON_IsNumber(value))
        str_format(out, "%" PRId64, (int64_t)cJSON_GetNumberValue(value));
    else if (cJSON_IsString(value))
        str_add(out, cJSON_GetStringValue(value));
    else if (text && *text)
        str_add(out, text);
    else if (state)
        str_format(out, "(%s)", _(state));
    else
        str_add(out, "?");
}

static int add_cells(cJSON *on, const struct finding *finding)
{
    cJSON *cells = cJSON_AddObjectToObject(on, "cells");
    for (size_t i = 0; cells && !finding->is_masked && i < finding->nseen; i++) {
        const struct seen *seen = &finding->seen[i];
        if (json_get(cells, seen->cell))
            continue;
        cJSON *value = decision_value(seen->state, seen->value, seen->is_decimal, seen->text);
        if (!value || !cJSON_AddItemToObject(cells, seen->cell, value)) {
            cJSON_Delete(value);
            return -1;
        }
    }
    return cells ? 0 : -1;
}

static int add_prose(cJSON *on, const struct findings *findings, const struct finding *finding)
{
    if (finding->quote.nbytes == 0)
        return 0;
    char *quote = stored_quote(findings, finding);
    int status = quote ? json_add_string(on, "quote", quote) : -1;
    free(quote);
    if (status || finding->nspans == 0)
        return status;
    cJSON *span = cJSON_AddArrayToObject(on, "span");
    return span && cJSON_AddItemToArray(span, cJSON_CreateNumber(finding->spans[0].start)) &&
                   cJSON_AddItemToArray(span, cJSON_CreateNumber(finding->spans[0].end))
               ? 0
               : -1;
}

cJSON *decision_on(const struct findings *findings, const struct finding *finding)
{
    cJSON *on = cJSON_CreateObject();
    if (on && json_add_string(on, "check", finding->rule->id) == 0 &&
        json_add_integer(on, "version", finding->rule->version) == 0 &&
        json_add_string(on, "instance", finding->instance) == 0 && add_cells(on, finding) == 0 &&
        add_prose(on, findings, finding) == 0) {
        cJSON *print = cJSON_AddObjectToObject(on, "fingerprint");
        if (print && json_add_string(print, "ruleCells/v1", finding->rule_cells) == 0 &&
            json_add_string(print, "values/v1", finding->values) == 0)
            return on;
    }
    cJSON_Delete(on);
    return NULL;
}

/* ---- collecting ---- */

/* Folded without white space, numbers as #: a sentence whatever it counts. */
static const char *normal(struct arena *arena, const char *quote)
{
    struct fold fold;
    if (fold_text(arena, slice_of(quote), 0, FOLD_DROP_SPACE, &fold))
        return NULL;
    size_t to = 0;
    for (size_t i = 0; i < fold.nbytes; i++) {
        bool digit = ascii_is_digit(fold.text[i]);
        if (digit && to > 0 && fold.text[to - 1] == '#')
            continue;
        fold.text[to++] = digit ? '#' : fold.text[i];
    }
    fold.text[to] = '\0';
    return fold.text;
}

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

static void held_fill(const cJSON *on, struct held *held)
{
    const cJSON *print = json_get(on, "fingerprint");
    held->on = on;
    held->check = or_empty(json_string(on, "check"));
    held->instance = or_empty(json_string(on, "instance"));
    held->version = (int)json_integer(on, "version", 0);
    held->rule_cells = or_empty(json_string(print, "ruleCells/v1"));
    held->values = or_empty(json_string(print, "values/v1"));
    held->quote = json_string(on, "quote");
    held->item = -1;
}

static int held_normalise(struct arena *arena, struct held *held)
{
    held->norm = held->quote ? normal(arena, held->quote) : NULL;
    return held->quote && !held->norm ? -1 : 0;
}

int decision_collect(struct state *state, const struct event *event, const char *form)
{
    const char *name = json_string(event->body, "verdict");
    enum verdict verdict = name ? verdict_find(name) : VERDICT_NONE;
    const cJSON *on;
    if (verdict == VERDICT_NONE)
        return 0;
    cJSON_ArrayForEach (on, json_get(event->body, "on")) {
        struct held *held = arena_push(state->arena, &state->held, &state->held_capacity,
                                       state->nheld, sizeof *held);
        if (!held)
            return -1;
        held_fill(on, held);
        held->event = event;
        held->form = form;
        held->verdict = verdict;
        state->nheld++;
    }
    return 0;
}

/* What two decisions on one finding share. The instance of a sentence is its
 * number, which another sentence may bear after a re-issue: so its words too. */
static struct slice settle_key(struct arena *arena, const struct held *held)
{
    return slice_of(arena_format(arena, "%s/%s|%s|%s", held->check, held->instance,
                                 held->rule_cells, held->norm ? held->norm : ""));
}

/* Keeps, in their order, the last decision on each finding. Places are stored
 * in the map as index + 1. */
int decision_settle(struct state *state)
{
    struct map *last = map_new();
    struct slice *keys = arena_array(state->arena, state->nheld, sizeof *keys);
    size_t kept = 0;
    int status = last && keys ? 0 : -1;
    for (size_t i = 0; !status && i < state->nheld; i++) {
        status = held_normalise(state->arena, &state->held[i]);
        keys[i] = settle_key(state->arena, &state->held[i]);
        status = status || map_set(last, keys[i], (const void *)(uintptr_t)(i + 1));
    }
    for (size_t i = 0; !status && i < state->nheld; i++)
        if ((uintptr_t)map_get(last, keys[i]) == i + 1)
            state->held[kept++] = state->held[i];
    if (!status)
        state->nheld = kept;
    map_free(last);
    return status;
}

/* ---- matching: a sieve, surest first, each match taken out ---- */

struct candidate {
    const struct finding *finding;
    const char *quote, *norm; /* NULL when not of prose */
};

static struct candidate *candidates_make(struct arena *arena, const struct findings *findings)
{
    struct candidate *list = arena_array(arena, findings->nitems, sizeof *list);
    for (size_t i = 0; list && i < findings->nitems; i++) {
        list[i].finding = &findings->items[i];
        if (list[i].finding->quote.nbytes == 0)
            continue;
        char *quote = stored_quote(findings, list[i].finding);
        list[i].quote = quote ? arena_string(arena, quote) : NULL;
        free(quote);
        list[i].norm = list[i].quote ? normal(arena, list[i].quote) : NULL;
        if (!list[i].norm)
            return NULL;
    }
    return list;
}

enum pass {
    PASS_SAME,          /* same instance and cells, same sentence */
    PASS_SAME_QUOTE,    /* the sentence stands elsewhere now */
    PASS_SAME_NORM,     /* its numbers changed */
    PASS_LIKE_QUOTE,    /* its words changed a little */
    PASS_SAME_PLACE,    /* same figure, the sentence half rewritten */
    PASS_SAME_INSTANCE, /* same instance over other cells */
    PASS_COUNT,
};

static int alike(const struct held *held, const struct candidate *candidate, bool any_digits,
                 bool *failed)
{
    return anchor_likeness(slice_of(held->quote), slice_of(candidate->quote), any_digits, failed);
}

static bool fits(enum pass pass, const struct held *held, const struct candidate *candidate,
                 bool *failed)
{
    const struct finding *finding = candidate->finding;
    if (strcmp(held->check, finding->rule->id) != 0)
        return false;
    bool instance = strcmp(held->instance, finding->instance) == 0;
    bool key = instance && strcmp(held->rule_cells, finding->rule_cells) == 0;
    bool prose = held->quote && candidate->quote;
    switch (pass) {
    case PASS_SAME:
        return key && (prose ? strcmp(held->norm, candidate->norm) == 0
                             : !held->quote && !candidate->quote);
    case PASS_SAME_QUOTE:
        return prose && strcmp(held->quote, candidate->quote) == 0;
    case PASS_SAME_NORM:
        return prose && strcmp(held->norm, candidate->norm) == 0;
    case PASS_LIKE_QUOTE:
        return prose && alike(held, candidate, true, failed) >= 750;
    case PASS_SAME_PLACE:
        return key && (!prose || alike(held, candidate, true, failed) >= 500);
    case PASS_SAME_INSTANCE:
        return instance && !held->quote && !candidate->quote;
    default:
        return false;
    }
}

static int find_candidate(enum pass pass, const struct held *held,
                          const struct candidate *candidates, size_t n, const int *of_item,
                          bool *failed)
{
    for (size_t i = 0; i < n; i++)
        if ((!of_item || of_item[i] < 0) && fits(pass, held, &candidates[i], failed))
            return (int)i;
    return -1;
}

int decision_find_item(struct arena *arena, const struct findings *findings, const cJSON *on)
{
    struct held held = {0};
    struct candidate *candidates = candidates_make(arena, findings);
    int item = -1;
    bool failed = false; /* short of memory no finding is told, which is no worse than none */
    held_fill(on, &held);
    if (!candidates || held_normalise(arena, &held))
        return -1;
    for (enum pass pass = PASS_SAME; item < 0 && pass < PASS_COUNT; pass++)
        item = find_candidate(pass, &held, candidates, findings->nitems, NULL, &failed);
    return item;
}

/* The findings of one run as if they had been decided on. */
static int hold_all(struct arena *arena, const struct findings *findings, struct held *held)
{
    struct candidate *candidates = candidates_make(arena, findings);
    for (size_t i = 0; candidates && i < findings->nitems; i++) {
        const struct finding *finding = candidates[i].finding;
        held[i] = (struct held){.check = finding->rule->id,
                                .instance = finding->instance,
                                .rule_cells = finding->rule_cells,
                                .quote = candidates[i].quote,
                                .norm = candidates[i].norm,
                                .item = -1};
    }
    return candidates ? 0 : -1;
}

int decision_pair(struct arena *arena, const struct findings *before, const struct findings *after,
                  int *after_of)
{
    struct held *held = arena_array(arena, before->nitems, sizeof *held);
    struct candidate *candidates = candidates_make(arena, after);
    int *of_item = arena_array(arena, after->nitems, sizeof *of_item);
    bool failed = false;
    if (!held || !candidates || !of_item || hold_all(arena, before, held) != 0)
        return -1;
    for (size_t i = 0; i < after->nitems; i++)
        of_item[i] = -1;
    for (enum pass pass = PASS_SAME; pass < PASS_COUNT; pass++)
        for (size_t h = 0; h < before->nitems; h++) {
            if (held[h].item < 0)
                held[h].item =
                    find_candidate(pass, &held[h], candidates, after->nitems, of_item, &failed);
            if (held[h].item >= 0)
                of_item[held[h].item] = (int)h;
        }
    for (size_t h = 0; h < before->nitems; h++)
        after_of[h] = held[h].item;
    return failed ? -1 : 0;
}

/* ---- needs another look ---- */

static void say_change(struct str *why, const char *what, const cJSON *old, const cJSON *new)
{
    str_format(why, "%s%s ", why->nbytes ? "; " : "", what);
    decision_write_value(old, why);
    str_add(why, " → ");
    decision_write_value(new, why);
}

static bool is_mention(const char *cell)
{
    return strncmp(cell, "TXT.", 4) == 0;
}

static const char *address(const struct state *state, const char *id)
{
    const struct cell *cell = report_cell(state->report, id);
    const char *text = cell ? cell_address(state->arena, cell, LANG_ZH) : NULL;
    return text ? text : id;
}

/* Figures of the prose are numbered through the text, so a sentence put in
 * before renumbers them: the k-th of a finding is compared with the k-th. */
static const cJSON *mention_at(const cJSON *cells, size_t k)
{
    const cJSON *item;
    cJSON_ArrayForEach (item, cells) {
        if (!is_mention(item->string))
            continue;
        size_t before = 0;
        const cJSON *other;
        long number = strtol(item->string + 4, NULL, 10);
        cJSON_ArrayForEach (other, cells)
            before += is_mention(other->string) && strtol(other->string + 4, NULL, 10) < number;
        if (before == k)
            return item;
    }
    return NULL;
}

static void compare_cells(const struct state *state, const cJSON *old, const cJSON *new,
                          struct str *why)
{
    const cJSON *item;
    size_t mentions = 0;
    cJSON_ArrayForEach (item, old) {
        const cJSON *now =
            is_mention(item->string) ? mention_at(new, mentions) : json_get(new, item->string);
        const cJSON *then = is_mention(item->string) ? mention_at(old, mentions++) : item;
        if (!now || !cJSON_Compare(then, now, true))
            say_change(why,
                       is_mention(item->string) ? _("number in the text")
                                                : address(state, item->string),
                       then, now);
    }
    cJSON_ArrayForEach (item, new)
        if (!is_mention(item->string) && !json_get(old, item->string))
            say_change(why, address(state, item->string), NULL, item);
}

static void compare_rest(const struct held *held, const struct candidate *candidate,
                         struct str *why)
{
    const struct finding *finding = candidate->finding;
    bool sides = finding->has_lhs || finding->has_rhs;
    bool prose = held->quote && candidate->quote;
    if (why->nbytes > 0)
        return;
    if (prose && alike(held, candidate, false, &why->failed) < 1000)
        str_format(why, _("text “%s” → “%s”"), held->quote, candidate->quote);
    else if ((sides || !prose) && strcmp(held->values, finding->values) != 0)
        str_add(why, _("the values compared are others now"));
}

static void compare_terms(const struct state *state, const struct held *held,
                          const struct finding *finding, struct str *why)
{
    const char *edition = state->report->edition;
    const char *expires = json_string(held->event->body, "expires");
    char now[EVENT_TIME_NBYTES];
    event_time((int64_t)time(NULL), now);
    if (held->version != finding->rule->version)
        str_format(why, _("%srule %s version %d → %d"), why->nbytes ? "; " : "", held->check,
                   held->version, finding->rule->version);
    if (held->form && edition && strcmp(held->form, edition) != 0)
        str_format(why, _("%sform %s → %s"), why->nbytes ? "; " : "", held->form, edition);
    if (expires && *expires && strncmp(expires, now, 10) < 0)
        str_format(why, _("%sheld until %s"), why->nbytes ? "; " : "", expires);
}

static int say_why(const struct state *state, const struct findings *findings, struct held *held,
                   const struct candidate *candidate)
{
    struct str why = STR_INIT;
    cJSON *now = decision_on(findings, candidate->finding);
    if (now) {
        compare_cells(state, json_get(held->on, "cells"), json_get(now, "cells"), &why);
        compare_rest(held, candidate, &why);
        compare_terms(state, held, candidate->finding, &why);
        held->why = why.nbytes ? arena_string(state->arena, str_text(&why)) : NULL;
    }
    int status = !now || why.failed ? -1 : 0;
    cJSON_Delete(now);
    str_release(&why);
    return status;
}

int decision_match(struct state *state, const struct findings *findings)
{
    struct candidate *candidates = candidates_make(state->arena, findings);
    bool failed = false;
    state->of_item = arena_array(state->arena, findings->nitems, sizeof *state->of_item);
    if (!candidates || !state->of_item)
        return -1;
    for (size_t i = 0; i < findings->nitems; i++)
        state->of_item[i] = -1;
    for (enum pass pass = PASS_SAME; pass < PASS_COUNT; pass++)
        for (size_t h = state->nheld; h-- > 0;) {
            struct held *held = &state->held[h];
            int item = held->item >= 0 ? -1
                                       : find_candidate(pass, held, candidates, findings->nitems,
                                                        state->of_item, &failed);
            if (item < 0)
                continue;
            held->item = item;
            state->of_item[item] = (int)h;
            if (say_why(state, findings, held, &candidates[item]))
                return -1;
        }
    return failed ? -1 : 0;
}

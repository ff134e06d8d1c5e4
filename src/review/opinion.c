/* The opinion: numbered problems in the order of the form's sections, each in
 * the form's own words. Plain text or Markdown. */
#include "opinion.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { DAY_NBYTES = 16 };

/* The day it is where the reviewer sits; events stand in UTC. */
static void write_day(const struct review *review, char day[DAY_NBYTES])
{
    time_t at = time(NULL);
    struct tm utc = {0}, local;
    if (review->state->concluded &&
        strptime(review->state->conclusion.at, "%Y-%m-%dT%H:%M:%SZ", &utc))
        at = timegm(&utc);
    if (!localtime_r(&at, &local) || !strftime(day, DAY_NBYTES, "%Y-%m-%d", &local))
        day[0] = '\0';
}

static void put_head_line(struct opinion *opinion, enum word label, const char *text)
{
    str_add(opinion->out, opinion->format == OPINION_MARKDOWN ? "- " : "");
    str_add(opinion->out, opinion_word(opinion, label));
    str_add(opinion->out, opinion_word(opinion, W_SEP));
    opinion_put(opinion, text && *text ? text : opinion_word(opinion, W_UNKNOWN));
    str_byte(opinion->out, '\n');
}

static void put_head(struct opinion *opinion)
{
    const struct review *review = opinion->review;
    struct conclusion_state conclusion = review->state->conclusion;
    char day[DAY_NBYTES], text[24];
    write_day(review, day);
    opinion_put_heading(opinion, 1, title_words[conclusion.status][opinion->lang]);
    put_head_line(opinion, W_AGENCY, review->report->who.agency);
    snprintf(text, sizeof text, "%d", review->report->who.year);
    put_head_line(opinion, W_YEAR, review->report->who.year ? text : NULL);
    put_head_line(opinion, W_REVIEWER,
                  review->reviewer && *review->reviewer ? review->reviewer
                                                        : opinion_word(opinion, W_UNNAMED));
    put_head_line(opinion, W_DATE, day);
    if (review->state->concluded)
        put_head_line(opinion, W_CONCLUSION, conclusion_words[conclusion.status][opinion->lang]);
    snprintf(text, sizeof text, "%zu", opinion->ntopics);
    put_head_line(opinion, W_COUNT_OF, text);
    if (review->state->conclusion.note && *review->state->conclusion.note)
        put_head_line(opinion, W_NOTE, review->state->conclusion.note);
    str_byte(opinion->out, '\n');
}

static void put_section(struct opinion *opinion, size_t section)
{
    const struct form_section *sections;
    size_t n = forms_sections(opinion->review->report->forms, &sections);
    struct str title = STR_INIT;
    if (section >= 1 && section <= n)
        str_format(&title, opinion->lang == LANG_ZH ? "%s、%s" : "“%s、%s”",
                   sections[section - 1].numeral, sections[section - 1].title);
    opinion_put_heading(opinion, 2,
                        title.nbytes ? str_text(&title)
                                     : opinion_word(opinion, section ? W_OTHER : W_WHOLE));
    opinion->out->failed = opinion->out->failed || title.failed;
    str_release(&title);
}

static void put_topics(struct opinion *opinion)
{
    size_t last = SIZE_MAX;
    if (opinion->ntopics == 0) {
        /* Nothing decided is not nothing wrong. */
        bool undecided = opinion->review->state->counts.verdicts[VERDICT_NONE] > 0;
        str_add(opinion->out, opinion_word(opinion, undecided ? W_NONE_YET : W_NONE));
        str_add(opinion->out, "\n\n");
    }
    for (size_t i = 0; i < opinion->ntopics; i++) {
        const struct topic *topic = &opinion->topics[i];
        if (topic->section != last)
            put_section(opinion, topic->section);
        last = topic->section;
        if (topic->problem)
            opinion_put_problem(opinion, i + 1, topic->problem);
        else
            opinion_put_entry(opinion, i + 1, topic->entry);
    }
}

/* Entries nobody has decided, later ones too; what was included above is said
 * there. */
static void put_lacking(struct opinion *opinion)
{
    const struct state *state = opinion->review->state;
    size_t lacking = 0;
    for (size_t i = 0; i < state->nentries; i++) {
        size_t item = state->entries[i].item;
        struct decision decision = review_decision(opinion->review, item);
        bool open = decision.verdict == VERDICT_NONE || decision.verdict == VERDICT_LATER;
        if (state->entries[i].depth > 0 || !open || opinion_includes(opinion, item))
            continue;
        if (lacking++ == 0)
            opinion_put_heading(opinion, 2, opinion_word(opinion, W_LACKING));
        str_add(opinion->out, "- ");
        opinion_put(opinion, opinion_message(opinion, &opinion->review->findings->items[item]));
        str_byte(opinion->out, '\n');
    }
    if (lacking == 0 && state->counts.verdicts[VERDICT_NONE] == 0 && state->nentries > 0) {
        str_add(opinion->out, opinion_word(opinion, W_ALL_DECIDED));
        str_byte(opinion->out, '\n');
    }
}

static void put_note_place(struct opinion *opinion, const struct note *note)
{
    const struct finding *items = opinion->review->findings->items;
    if (note->orphaned)
        opinion_put_line(opinion, W_PLACE_LOST, note->quote);
    else if (note->target.finding >= 0)
        opinion_put_line(opinion, W_CELLS, opinion_message(opinion, &items[note->target.finding]));
    else if (note->target.cell)
        opinion_put_line(opinion, W_CELLS, opinion_address(opinion, note->target.cell));
    else if (note->quote)
        opinion_put_quote(opinion, slice_of(note->quote));
    else
        opinion_put_line(opinion, W_CELLS, opinion_word(opinion, W_WHOLE));
}

/* What the reviewer noted elsewhere than on a problem above. */
static void put_other_notes(struct opinion *opinion)
{
    const struct state *state = opinion->review->state;
    bool any = false;
    for (size_t i = 0; i < state->nnotes; i++) {
        if (opinion->noted[i])
            continue;
        if (!any) {
            str_byte(opinion->out, '\n');
            opinion_put_heading(opinion, 2, opinion_word(opinion, W_NOTES));
        }
        any = true;
        str_add(opinion->out, "- ");
        opinion_put(opinion, state->notes[i].text);
        str_byte(opinion->out, '\n');
        put_note_place(opinion, &state->notes[i]);
    }
}

/* The address of a cell without its column. */
static void put_row_address(struct opinion *opinion, const struct cell *cell)
{
    const char *whole = opinion_address(opinion, cell->id);
    size_t n = strlen(whole), column = strlen(cell->block->cols[cell->col].label) + 1;
    opinion_put_escaped(opinion, slice_make(whole, n > column ? n - column : n));
}

/* Values whose columns the reviewer decided: one line a row. */
static void put_placed(struct opinion *opinion, const struct cell *cell, const struct cell *before)
{
    bool goes_on = before && before->block == cell->block && before->row == cell->row;
    struct seen seen = review_cell(opinion->review, cell->id);
    if (goes_on) {
        str_add(opinion->out, opinion_word(opinion, W_LIST));
    } else {
        str_add(opinion->out, before ? "\n" : "");
        opinion_put_point(opinion, W_PLACED);
        put_row_address(opinion, cell);
        str_add(opinion->out, opinion_word(opinion, W_SEP));
    }
    opinion_put(opinion, cell->block->cols[cell->col].label);
    str_byte(opinion->out, ' ');
    opinion_put_value(opinion, &seen);
}

static void put_readings(struct opinion *opinion)
{
    const struct review *review = opinion->review;
    const struct cell *cell, *placed = NULL;
    if (review->state->nreadings == 0)
        return;
    str_byte(opinion->out, '\n');
    opinion_put_heading(opinion, 2, opinion_word(opinion, W_READINGS));
    for (size_t position = 0; (cell = report_next_cell(review->report, &position));)
        if (cell->state != CELL_UNPLACED)
            opinion_put_reading(opinion, cell->id);
    for (size_t position = 0; (cell = report_next_cell(review->report, &position));) {
        if (cell->state != CELL_UNPLACED || !review_cell(review, cell->id).is_reading)
            continue;
        put_placed(opinion, cell, placed);
        placed = cell;
    }
    str_add(opinion->out, placed ? "\n" : "");
}

static bool is_off_alike(const struct opinion *opinion, const struct rule *a, const struct rule *b)
{
    const char *why_a = a->why_off[opinion->lang], *why_b = b->why_off[opinion->lang];
    return strcmp(why_a ? why_a : "", why_b ? why_b : "") == 0 &&
           strcmp(a->when_off ? a->when_off : "", b->when_off ? b->when_off : "") == 0;
}

static void put_why(struct opinion *opinion, const char *why, const char *when)
{
    opinion_put_escaped(opinion, slice_of(why ? why : ""));
    if (!when)
        return;
    str_byte(opinion->out, ' ');
    opinion_put(opinion, when);
}

/* What was not checked, so that nobody takes it for sound: of one reason in a line. */
static void put_off(struct opinion *opinion)
{
    const struct findings *findings = opinion->review->findings;
    for (size_t i = 0; i < findings->noff; i++) {
        const struct rule *first = findings->off[i];
        bool is_told = false;
        for (size_t k = 0; k < i; k++)
            is_told |= is_off_alike(opinion, findings->off[k], first);
        if (is_told)
            continue;
        if (i == 0) {
            str_byte(opinion->out, '\n');
            opinion_put_heading(opinion, 2, opinion_word(opinion, W_OFF));
        }
        str_add(opinion->out, "- ");
        put_why(opinion, first->why_off[opinion->lang], first->when_off);
        str_add(opinion->out, opinion_word(opinion, W_SEP));
        for (size_t k = i; k < findings->noff; k++) {
            if (!is_off_alike(opinion, findings->off[k], first))
                continue;
            str_add(opinion->out, k > i ? opinion_word(opinion, W_LIST) : "");
            opinion_put(opinion, findings->off[k]->id);
        }
        str_byte(opinion->out, '\n');
    }
}

/* What weighs otherwise here than elsewhere. */
static void put_weighed(struct opinion *opinion)
{
    struct rule_list changed = ruleset_changed(opinion->review->findings->rules);
    for (size_t i = 0; i < changed.n; i++) {
        const struct rule *rule = changed.items[i];
        if (i == 0) {
            str_byte(opinion->out, '\n');
            opinion_put_heading(opinion, 2, opinion_word(opinion, W_WEIGHED));
        }
        str_add(opinion->out, "- ");
        opinion_put(opinion, rule->id);
        str_add(opinion->out, opinion_word(opinion, W_SEP));
        opinion_put(opinion, severity_words[rule->changed_to][opinion->lang]);
        str_add(opinion->out, opinion_word(opinion, W_BECAUSE));
        put_why(opinion, rule->why_changed, rule->when_changed);
        str_byte(opinion->out, '\n');
    }
}

int review_opinion(const struct review *review, enum opinion_format format, enum lang lang,
                   bool all, struct str *out, struct err *err)
{
    struct opinion opinion = {
        .review = review, .format = format, .lang = lang, .all = all, .out = out};
    opinion.arena = arena_new();
    int status = opinion.arena ? opinion_collect(&opinion) : -1;
    if (!status) {
        put_head(&opinion);
        put_topics(&opinion);
        put_lacking(&opinion);
        put_other_notes(&opinion);
        put_readings(&opinion);
        put_off(&opinion);
        put_weighed(&opinion);
        status = out->failed || arena_failed(opinion.arena) ? -1 : 0;
    }
    arena_free(opinion.arena);
    return status ? err_set_nomem(err) : 0;
}

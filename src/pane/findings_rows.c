#include "findings_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/base/path.h"
#include "gouji/base/vec.h"

void finding_rows_release(struct finding_rows *rows)
{
    free(rows->items);
    filter_free(rows->filter);
    tags_release(&rows->tags);
}

const struct finding *finding_rows_finding(const struct finding_rows *rows, size_t index)
{
    return &desk_findings(rows->desk)->items[index];
}

const struct problem *finding_rows_problem(const struct finding_rows *rows, size_t index)
{
    const struct problem *problems;
    review_problems(rows->desk->review, &problems);
    return &problems[index];
}

const char *finding_rows_verdict(const struct finding_rows *rows, const struct finding_row *row,
                                 bool *stale)
{
    *stale = false;
    if (row->kind == ROW_PROBLEM)
        return _("added");
    struct decision decision = review_decision(rows->desk->review, row->index);
    *stale = decision.stale;
    return desk_verdict_text(decision.verdict);
}

void finding_rows_text(const struct finding_rows *rows, const struct finding_row *row,
                       struct str *out)
{
    bool stale;
    if (row->kind == ROW_FOLD)
        return;
    if (row->kind == ROW_PROBLEM) {
        const struct problem *problem = finding_rows_problem(rows, row->index);
        str_format(out, "%s %s %s", severity_name(problem->level), problem->text,
                   finding_rows_verdict(rows, row, &stale));
        return;
    }
    const struct finding *finding = finding_rows_finding(rows, row->index);
    str_format(out, "%s %s %s/%s %s %s", severity_name(finding->severity),
               outcome_name(finding->outcome), finding->rule->id, finding->instance,
               finding_rows_verdict(rows, row, &stale),
               desk_lang_text(rows->desk, finding->message));
}

/* ---- tags ---- */

/* A name that stays the same over a re-run of the checks. */
static bool tag_name(const struct finding_rows *rows, const struct finding_row *row,
                     struct str *out)
{
    str_format(out, "%s\t", desk_report(rows->desk)->path);
    if (row->kind == ROW_FINDING) {
        const struct finding *finding = finding_rows_finding(rows, row->index);
        str_format(out, "%s/%s", finding->rule->id, finding->instance);
    } else if (row->kind == ROW_PROBLEM) {
        str_add(out, finding_rows_problem(rows, row->index)->id);
    }
    return row->kind != ROW_FOLD && !out->failed;
}

bool finding_rows_is_tagged(const struct finding_rows *rows, const struct finding_row *row)
{
    struct str name = STR_INIT;
    bool tagged = rows->tags.count > 0 && tag_name(rows, row, &name) &&
                  tags_has(&rows->tags, str_text(&name));
    str_release(&name);
    return tagged;
}

bool finding_rows_tag(struct finding_rows *rows, const struct finding_row *row, bool tagged)
{
    struct str name = STR_INIT;
    bool done = tag_name(rows, row, &name) && tags_set(&rows->tags, str_text(&name), tagged) == 0;
    str_release(&name);
    return done;
}

size_t finding_rows_tagged(const struct finding_rows *rows, size_t *items)
{
    const struct findings *findings = desk_findings(rows->desk);
    size_t n = 0;
    for (size_t i = 0; rows->tags.count > 0 && findings && i < findings->nitems; i++) {
        struct finding_row row = {ROW_FINDING, i, 0, 0};
        if (!finding_rows_is_tagged(rows, &row))
            continue;
        if (items)
            items[n] = i;
        n++;
    }
    return n;
}

/* ---- the filter ---- */

struct asked {
    const struct finding_rows *rows;
    const struct finding_row *row;
};

static bool status_holds(const struct asked *asked, const char *wanted)
{
    const struct finding_row *row = asked->row;
    if (row->kind == ROW_PROBLEM)
        return strcmp(wanted, "added") == 0;
    struct decision decision = review_decision(asked->rows->desk->review, row->index);
    if (strcmp(wanted, "open") == 0)
        return desk_is_open(asked->rows->desk, row->index);
    if (strcmp(wanted, "stale") == 0)
        return decision.stale;
    return strcmp(wanted, verdict_name(decision.verdict)) == 0;
}

static const char *outcome_of(const struct asked *asked)
{
    return asked->row->kind == ROW_PROBLEM
               ? "added"
               : outcome_name(finding_rows_finding(asked->rows, asked->row->index)->outcome);
}

/* What cannot be decided has no severity yet: it ranks below all. */
static int64_t severity_of(const struct asked *asked)
{
    if (asked->row->kind == ROW_PROBLEM)
        return finding_rows_problem(asked->rows, asked->row->index)->level;
    const struct finding *finding = finding_rows_finding(asked->rows, asked->row->index);
    return finding->outcome == OUTCOME_UNDECIDED ? -1 : (int64_t)finding->severity;
}

static bool cell_holds(const struct asked *asked, const struct filter_term *term)
{
    if (asked->row->kind == ROW_PROBLEM) {
        const char *cell = finding_rows_problem(asked->rows, asked->row->index)->target.cell;
        return cell && filter_text_holds(term, cell);
    }
    const struct finding *finding = finding_rows_finding(asked->rows, asked->row->index);
    for (size_t i = 0; i < finding->nseen; i++)
        if (finding->seen[i].cell && filter_text_holds(term, finding->seen[i].cell))
            return true;
    return false;
}

static bool text_holds(const struct asked *asked, const struct filter_term *term)
{
    struct str text = STR_INIT;
    finding_rows_text(asked->rows, asked->row, &text);
    bool found = filter_text_holds(term, str_text(&text));
    str_release(&text);
    return found;
}

static bool rule_holds(const struct asked *asked, const struct filter_term *term)
{
    return asked->row->kind == ROW_FINDING &&
           filter_text_holds(term, finding_rows_finding(asked->rows, asked->row->index)->rule->id);
}

static bool reason_holds(const struct asked *asked, const struct filter_term *term)
{
    const char *reason = asked->row->kind == ROW_PROBLEM
                             ? finding_rows_problem(asked->rows, asked->row->index)->basis
                             : review_decision(asked->rows->desk->review, asked->row->index).reason;
    return filter_text_holds(term, reason);
}

static bool term_holds(const void *closure, const struct filter_term *term)
{
    const struct asked *asked = closure;
    const struct report *report = desk_report(asked->rows->desk);
    switch ((int)term->field) {
    case FILTER_RULE:
        return rule_holds(asked, term);
    case FILTER_SEVERITY:
        return filter_number_holds(term, severity_of(asked));
    case FILTER_OUTCOME:
        return strcmp(term->value, outcome_of(asked)) == 0;
    case FILTER_STATUS:
        return status_holds(asked, term->value);
    case FILTER_DOC:
        return filter_text_holds(term, path_name(report->path));
    case FILTER_TEXT:
        return text_holds(asked, term);
    case FILTER_CELL:
        return cell_holds(asked, term);
    case FILTER_REASON:
        return reason_holds(asked, term);
    case FILTER_TAG:
        return finding_rows_is_tagged(asked->rows, asked->row) == (term->value[0] == 'y');
    case FILTER_AGENCY:
        return filter_text_holds(term, report->who.agency);
    case FILTER_KIND:
        return filter_text_holds(term, report->who.kind);
    case FILTER_YEAR:
        return report->who.year && filter_number_holds(term, report->who.year);
    default:
        return false;
    }
}

bool finding_rows_match(const struct finding_rows *rows, const struct finding_row *row,
                        const struct filter *filter)
{
    struct asked asked = {rows, row};
    return row->kind == ROW_FOLD ? filter_is_empty(filter)
                                 : filter_holds(filter, term_holds, &asked);
}

/* ---- the rows ---- */

static void add_row(struct finding_rows *rows, struct finding_row row)
{
    if (vec_room(&rows->items, &rows->capacity, rows->count, sizeof row) == 0)
        rows->items[rows->count++] = row;
}

static void offer(struct finding_rows *rows, struct finding_row row)
{
    if (!finding_rows_match(rows, &row, rows->filter))
        return;
    rows->nshown++;
    add_row(rows, row);
}

static bool is_folded_kind(const struct finding_rows *rows, const struct entry *entry)
{
    return entry->depth > 0 && filter_is_empty(rows->filter) &&
           finding_rows_finding(rows, entry->item)->outcome == OUTCOME_UNDECIDED;
}

/* The entries of one head: itself, failed members, and the fold. */
static size_t add_head(struct finding_rows *rows, const struct entry *entries, size_t n, size_t at)
{
    size_t head = entries[at].item, nfolded = 0, end = at + 1;
    offer(rows, (struct finding_row){ROW_FINDING, head, 0, 0});
    for (; end < n && entries[end].depth > 0; end++) {
        if (is_folded_kind(rows, &entries[end]))
            nfolded++;
        else
            offer(rows, (struct finding_row){ROW_FINDING, entries[end].item, 1, 0});
    }
    if (nfolded == 0)
        return end;
    add_row(rows, (struct finding_row){ROW_FOLD, head, 1, nfolded});
    for (size_t i = at + 1; i < end && rows->unfolded == (int)head; i++)
        if (is_folded_kind(rows, &entries[i]))
            offer(rows, (struct finding_row){ROW_FINDING, entries[i].item, 2, 0});
    return end;
}

void finding_rows_build(struct finding_rows *rows)
{
    const struct entry *entries = NULL;
    const struct problem *problems = NULL;
    rows->count = rows->ntotal = rows->nshown = 0;
    if (!rows->desk->review)
        return;
    size_t n = review_entries(rows->desk->review, &entries);
    for (size_t i = 0; i < n;)
        i = add_head(rows, entries, n, i);
    size_t nproblems = review_problems(rows->desk->review, &problems);
    for (size_t i = 0; i < nproblems; i++)
        offer(rows, (struct finding_row){ROW_PROBLEM, i, 0, 0});
    rows->ntotal = n + nproblems;
}

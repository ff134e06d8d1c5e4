/* Searching in the text, and showing only the lines that hold some words. */
#include <stdlib.h>
#include <string.h>

#include "gouji/base/vec.h"
#include "text_pane.h"

static void say_match(struct text_pane *text, long at, bool wrapped, bool backward)
{
    const char *note = !wrapped   ? ""
                       : backward ? _("search hit TOP, continued at BOTTOM")
                                  : _("search hit BOTTOM, continued at TOP");
    desk_say(text->pane.desk, TONE_PLAIN, "%s  %ld/%zu  %s", str_text(&text->search.pattern),
             at + 1, text->search.nmatches, note);
}

/* The first match by its place, those behind it by their number. */
static void search_steps(struct text_pane *text, bool backward, bool from_here, int count)
{
    uint32_t from = backward || from_here ? text->cursor : text->cursor + 1;
    long n = (long)text->search.nmatches;
    bool wrapped = false;
    long at = search_from(&text->search, from, backward, &wrapped);
    if (at < 0) {
        desk_say(text->pane.desk, TONE_ERROR, _("Not found: %s"), str_text(&text->search.pattern));
        return;
    }
    long more = count > 1 ? count - 1 : 0;
    wrapped |= backward ? more > at : more >= n - at;
    at = (at + (backward ? n - more % n : more % n)) % n;
    text->cursor = text->search.matches[at].start;
    say_match(text, at, wrapped, backward);
}

/* The search itself sets out from where its pattern was begun. */
static void end_preview(struct text_pane *text)
{
    if (!text->previewing)
        return;
    text->previewing = false;
    text->top = text->origin_top;
    text->cursor = text->pane.desk->here.offset = text->origin;
}

static void accept(struct text_pane *text, const char *pattern)
{
    str_clear(&text->sought);
    str_add(&text->sought, pattern);
}

/* Back to what was accepted last, from a pattern given up or another report. */
static int find_sought(struct text_pane *text)
{
    const char *pattern = str_text(&text->sought);
    return strcmp(str_text(&text->search.pattern), pattern) == 0
               ? 0
               : search_find(&text->search, pattern);
}

unsigned text_search(struct text_pane *text, enum action action, int count, const char *argument)
{
    bool starts = action == ACTION_SEARCH || action == ACTION_SEARCH_BACK;
    if (starts) {
        end_preview(text);
        text->search_backward = action == ACTION_SEARCH_BACK;
    }
    if (argument && argument[0])
        accept(text, argument);
    if (find_sought(text) < 0)
        desk_say(text->pane.desk, TONE_ERROR, _("Not enough memory to search"));
    if (text->sought.nbytes == 0) {
        desk_say(text->pane.desk, TONE_PLAIN, _("Nothing to search for; / starts a search"));
        return REACT_REDRAW;
    }
    bool backward = text->search_backward != (action == ACTION_SEARCH_PREV);
    desk_jump_from(text->pane.desk);
    search_steps(text, backward, argument && argument[0], count);
    return REACT_REDRAW;
}

void text_pane_preview(struct pane *pane, uint32_t offset, const char *pattern, bool backward)
{
    struct text_pane *text = (struct text_pane *)pane;
    bool wrapped;
    if (!text->previewing) {
        text->origin_top = text->top;
        text->previewing = true;
    }
    text->origin = text->cursor = offset;
    text->top = text->origin_top;
    text->previewing = pattern[0] != '\0';
    if (!text_report(text) ||
        (pattern[0] ? search_find(&text->search, pattern) : find_sought(text)) < 0)
        return;
    long at = pattern[0] ? search_from(&text->search, offset, backward, &wrapped) : -1;
    if (at >= 0)
        text->cursor = text->search.matches[at].start;
}

void text_pane_matches(const struct pane *pane, size_t *shown, size_t *count)
{
    const struct text_pane *text = (const struct text_pane *)pane;
    *count = text->previewing ? text->search.nmatches : 0;
    *shown = 0;
    while (*shown < *count && text->search.matches[*shown].start < text->cursor)
        ++*shown;
    *shown += *count > 0;
}

/* ---- only some lines ---- */

void text_unfilter(struct text_pane *text)
{
    free(text->shown);
    text->shown = NULL;
    text->shown_capacity = 0;
    str_clear(&text->filter);
    text_layout_show(&text->layout, NULL, 0);
}

/* The lines that hold a match; -1: no memory. */
static int collect_lines(struct text_pane *text, size_t *count)
{
    const struct report *report = text_report(text);
    size_t next = 0; /* the first line not yet looked at */
    *count = 0;
    for (size_t i = 0; i < text->search.nmatches; i++) {
        const struct span *match = &text->search.matches[i];
        size_t line = report_line_at(report, match->start);
        size_t last = report_line_at(report, match->end - 1);
        for (line = line < next ? next : line; line <= last; line++) {
            if (vec_room(&text->shown, &text->shown_capacity, *count, sizeof *text->shown) < 0)
                return -1;
            text->shown[(*count)++] = line;
        }
        next = last + 1;
    }
    return 0;
}

unsigned text_filter(struct text_pane *text, const char *pattern)
{
    struct desk *desk = text->pane.desk;
    size_t nshown = 0;
    text_unfilter(text);
    if (!pattern || !pattern[0]) {
        desk_say(desk, TONE_PLAIN, _("All lines are shown"));
        return REACT_REDRAW;
    }
    accept(text, pattern);
    if (find_sought(text) < 0 || collect_lines(text, &nshown) < 0) {
        desk_say(desk, TONE_ERROR, _("Not enough memory to search"));
        text_unfilter(text);
        return REACT_REDRAW;
    }
    if (nshown == 0) {
        desk_say(desk, TONE_ERROR, _("No line holds these words; all are shown: %s"), pattern);
        return REACT_REDRAW;
    }
    str_add(&text->filter, pattern);
    text_layout_show(&text->layout, text->shown, nshown);
    desk_say(desk, TONE_PLAIN, _("%zu of %zu lines shown"), nshown, text_report(text)->nlines);
    return REACT_REDRAW;
}

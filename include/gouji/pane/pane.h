/* A pane: one view of the desk, drawn into an area of the grid. Panes read the
 * desk and the review behind it, never files, never the screen; what a key
 * does comes in as an action, what must happen next goes out as reactions. */
#ifndef GOUJI_PANE_PANE_H
#define GOUJI_PANE_PANE_H

#include <stdbool.h>

#include "gouji/base/str.h"
#include "gouji/pane/desk.h"
#include "gouji/review/compare.h"
#include "gouji/review/review.h"
#include "gouji/ui/action.h"
#include "gouji/ui/grid.h"

struct pane_ops;

/* First member of every pane's own struct. */
struct pane {
    const struct pane_ops *ops;
    struct desk *desk;
};

struct pane_ops {
    enum action_context context;
    const char *title;                         /* msgid; NULL: the subtitle is all */
    struct pane *(*create)(struct desk *desk); /* NULL: no memory */
    void (*destroy)(struct pane *pane);
    void (*draw)(struct pane *pane, struct area area, bool focused);
    /* REACT_UNHANDLED when the action is none of this pane's. count 0: none given. */
    unsigned (*act)(struct pane *pane, enum action action, int count, const char *argument);
    /* The place of the cursor in the area last drawn; false: none. */
    bool (*cursor)(const struct pane *pane, int *row, int *col);
    /* What of the report is shown, for the line of the title. May be NULL. */
    void (*subtitle)(const struct pane *pane, struct str *out);
    /* Where the cursor is, for the status line. May be NULL. */
    void (*status)(const struct pane *pane, struct str *out);
    /* What a note taken here would be about. Pointers stay valid until the
     * next act. May be NULL. */
    bool (*target)(const struct pane *pane, struct target *target);
    /* The review behind the desk is another one or has changed. May be NULL. */
    void (*refresh)(struct pane *pane);
    /* Shows what the search or filter being typed would find: "" when typing
     * begins, NULL when it ends, which takes all back. May be NULL. */
    void (*preview)(struct pane *pane, enum action action, const char *text);
};

extern const struct pane_ops queue_pane_ops, text_pane_ops, tables_pane_ops, findings_pane_ops,
    outline_pane_ops, notes_pane_ops, log_pane_ops, help_pane_ops, messages_pane_ops,
    popup_pane_ops, frequency_pane_ops, trend_pane_ops, versions_pane_ops;

struct keymap;
/* What the help shows: the live bindings, those of `context` first. */
void help_pane_set(struct pane *pane, const struct keymap *keymap, enum action_context context);
/* In a line of help or pop-up: what does not fit is continued below this column. */
enum { PAGER_HANG = '\v' };
/* What the pop-up shows: a title and lines of text, both copied. */
void popup_pane_set(struct pane *pane, const char *title, const char *text);
void popup_pane_text(const struct pane *pane, struct str *out);
/* Shows the first match of a pattern at or after an offset, or the last before
 * it, while it is typed; "" goes back to the offset. Says nothing. */
void text_pane_preview(struct pane *pane, uint32_t offset, const char *pattern, bool backward);
/* How many places the pattern that was previewed has, and the number, from 1, of the one shown;
 * both 0 when it has none. */
void text_pane_matches(const struct pane *pane, size_t *shown, size_t *count);
/* The path of the queue's entry under the cursor is opened by its index. */
bool queue_pane_index(struct pane *pane, size_t *index);
/* The file under the cursor that was left out, with the reason; NULL: none is. */
const struct queue_skipped *queue_pane_left_out(struct pane *pane);
/* A report of the agency under whose heading the cursor stands. */
bool queue_pane_agency_index(struct pane *pane, size_t *index);
void queue_pane_go(struct pane *pane, size_t index);
/* The n-th way to sort or to group, as commands name it; NULL past the last. */
const char *queue_sort_name(size_t index);
const char *queue_group_name(size_t index);
const char *queue_sort_text(size_t index); /* the same for people */
const char *queue_group_text(size_t index);
/* What a click on the header of the queue's list sorts by, NULL nothing. */
const char *queue_pane_heading(const struct pane *pane, int col);
/* What outlives the session, as commands take it (tags, and filters by them, do not);
 * sort with a minus: the other way round. "" or NULL: nothing special. */
struct queue_view {
    const char *filter, *group; /* borrowed */
    char sort[32];
    const char *const *folded; /* names of groups, borrowed */
    size_t nfolded;
};
void queue_pane_view(const struct pane *pane, struct queue_view *view);
void queue_pane_restore(struct pane *pane, const struct queue_view *view);
const char *findings_pane_filter(const struct pane *pane); /* "" none, or by tags */
void findings_pane_restore(struct pane *pane, const char *filter);
/* The first report on the screen, as an index of the queue. */
size_t queue_pane_top(const struct pane *pane);
/* The report `steps` further in the order shown; false: there is none. */
bool queue_pane_step(struct pane *pane, size_t *index, int steps);
/* Reports that pass the filter, borrowed; those tagged, room for all in `indexes`
 * or NULL. */
size_t queue_pane_shown(struct pane *pane, const size_t **indexes);
size_t queue_pane_tagged(const struct pane *pane, size_t *indexes);
struct filter;
/* Whether a finding, or a problem the reviewer added, passes a filter. */
bool findings_pane_match(const struct pane *pane, bool is_problem, size_t index,
                         const struct filter *filter);
/* The cell under the cursor of the tables; NULL when there is none. */
const struct cell *tables_pane_cell(const struct pane *pane);
/* The cell of a table the form does not know; an empty span when it is none. */
struct span tables_pane_local(const struct pane *pane);

/* Goes up whenever the queue's rows are made anew. */
unsigned long queue_pane_serial(struct pane *pane);

/* Counts the open report's findings, or those of the reports the queue shows. */
void frequency_pane_set(struct pane *pane, struct pane *queue);
/* false: nothing is counted by that here. */
bool frequency_pane_by(struct pane *pane, const char *name);
const char *frequency_by_name(size_t by); /* the n-th; NULL past the last */
/* The filter that shows what the cursor stands on, NULL none. */
const char *frequency_pane_filter(const struct pane *pane);

void trend_pane_set(struct pane *pane, const char *agency);
/* The report of the year under the cursor. */
bool trend_pane_index(const struct pane *pane, size_t *index);

/* What is compared, copied; -1: no memory. `later_is_here`: the later version is the
 * one on the desk. Then: where the row under the cursor is in it; false: nowhere. */
int versions_pane_set(struct pane *pane, const struct comparison *made, enum lang lang,
                      bool later_is_here);
bool versions_pane_target(const struct pane *pane, struct target *target);
/* All rows, one a line. */
void versions_pane_text(const struct pane *pane, struct str *out);

/* The findings an act is for: those tagged, or `count` heads from the chosen one
 * on (0: the chosen one alone). Room for all findings in `items`; how many. */
size_t findings_pane_chosen(const struct pane *pane, bool tagged, int count, size_t *items);
/* Tags a finding, or takes its tag off, and says how many are tagged now. */
void findings_pane_tag(struct pane *pane, int item);
/* Takes the tags off this report's findings. */
void findings_pane_untag(struct pane *pane);

/* The note, problem or draft under the cursor of the notes: its kind and its
 * index in the review's list. */
enum remark { REMARK_NONE, REMARK_NOTE, REMARK_PROBLEM, REMARK_DRAFT };
enum remark notes_pane_remark(const struct pane *pane, size_t *index);
/* What it says; a problem's basis below it. */
void notes_pane_text(const struct pane *pane, struct str *out);

#endif

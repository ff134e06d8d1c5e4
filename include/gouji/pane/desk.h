/* The desk: what the panes share. One report lies on it at a time; it knows
 * which finding, cell and place are looked at, and carries wishes between the
 * panes ("show this span", "give the focus to the findings") without their
 * knowing each other: a pane compares the serial number of a wish with the
 * last one it fulfilled when it draws. */
#ifndef GOUJI_PANE_DESK_H
#define GOUJI_PANE_DESK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gouji/base/map.h"
#include "gouji/base/str.h"
#include "gouji/review/queue.h"
#include "gouji/review/review.h"
#include "gouji/ui/action.h"
#include "gouji/ui/grid.h"

enum { DESK_CELL_NBYTES = 64, DESK_JUMPS = 100, DESK_MESSAGES = 200 };

enum desk_tone { TONE_PLAIN, TONE_OK, TONE_ERROR };

struct desk_message {
    int64_t at; /* seconds */
    enum desk_tone tone;
    char *text;
};

/* A stretch of text that some finding, problem or note speaks of. */
struct desk_mark {
    struct span span;
    enum style style;
    char letter;             /* E W I, N for a note; shown in the gutter */
    bool is_value;           /* a value the check saw, not only a place of evidence */
    int item, problem, note; /* whose; -1 none */
};

/* A place to come back to. */
struct desk_place {
    const char *report; /* its path in the queue, borrowed from there; NULL: the queue */
    uint32_t offset;
    char cell[DESK_CELL_NBYTES];
    int item, problem;
};

/* How the panes were scrolled when last drawn; -1 where one was not. */
struct desk_view {
    int64_t text_top;                     /* offset of the first row */
    int64_t text_left;                    /* columns scrolled off when chopped */
    int64_t tables_above, findings_above; /* rows above the cursor's */
    int64_t local; /* offset of the tables' cursor where here.cell names none */
};
#define DESK_VIEW_NONE                                                                             \
    {                                                                                              \
        -1, -1, -1, -1, -1                                                                         \
    }

struct desk {
    struct queue *queue;   /* borrowed */
    size_t queue_index;    /* of the report on the desk */
    struct review *review; /* borrowed; NULL: none open */
    enum lang lang;
    bool ascii;                  /* lines drawn with ASCII */
    bool linked;                 /* moving in one pane moves the others */
    const struct keymap *keymap; /* borrowed */
    const char *reviewer;        /* borrowed; "" while no name is known */
    bool is_plain;               /* no keys: commands are typed */
    bool masks;                  /* what is shown leaves the screen: dumps, plain mode */
    bool leaps; /* panes side by side: a line's scroll costs the terminal a whole pane,
                   so they scroll by half of it */

    struct desk_place here;        /* kept up to date by the panes */
    struct desk_view view;         /* likewise */
    bool advancing;                /* item was chosen by a move of the reviewer's */
    const struct culprit *weighed; /* whose explanations were gone through; only compared */
    size_t explanation;            /* the one of them looked at */

    unsigned text_wish, cell_wish, item_wish, note_wish; /* serial numbers */
    struct {
        unsigned text, cell, item; /* the wishes that come with their view */
        struct desk_view view;
    } restored;
    size_t wished_note;
    struct span wished_span;
    struct span wished_local;   /* by a cell_wish without here.cell */
    struct span shown;          /* highlighted beside the evidence; may be empty */
    enum action_context wanted; /* focus asked for by a pane, 0 none */

    struct {
        bool is_known; /* not of a list too long to look through at each key */
        size_t at, count;
    } found; /* of the pattern being typed: the number, from 1, of the row shown, and how many */

    struct desk_mark *marks; /* in no order */
    size_t nmarks, capacity;
    struct map *failed; /* cell id -> const struct finding *, the gravest */

    struct desk_place jumps[DESK_JUMPS];
    size_t njumps, jump_at;
    struct desk_place over; /* what desk_jump_over gave */

    struct desk_message messages[DESK_MESSAGES]; /* oldest first */
    size_t nmessages;
    unsigned said; /* serial number of the last message */
};

/* 0, or -1 when memory is short. */
int desk_init(struct desk *desk);
void desk_release(struct desk *desk);

/* What the reviewer does for this action in the context: its keys, or the command's name where
 * there are none. Borrowed. */
const char *desk_keys(const struct desk *desk, enum action_context context, enum action action);

/* Puts a review on the desk (NULL: clears it); the jumps stay. */
int desk_put(struct desk *desk, struct review *review);
/* Takes marks and failed cells anew after the review changed. -1: no memory. */
int desk_refresh(struct desk *desk);

const struct report *desk_report(const struct desk *desk);     /* NULL: none */
const struct findings *desk_findings(const struct desk *desk); /* NULL: none */
/* Where the desk masks, does so with what privacy checks found in `out` from the byte `from`
 * on. The reviewer at a terminal sees what the report says, and judges the finding by it. */
void desk_mask(const struct desk *desk, size_t from, struct str *out);
/* The finding looked at, NULL when it is a problem or nothing. */
const struct finding *desk_finding(const struct desk *desk);
const char *desk_lang_text(const struct desk *desk, const char *const text[LANG_COUNT]);

/* The explanation of a finding that is looked at: the likeliest unless the
 * reviewer went on to another one. NULL: none is known. */
const struct repair *desk_explanation(const struct desk *desk, const struct finding *finding);
/* Goes to another explanation of the finding looked at; false: there is none. */
bool desk_weigh(struct desk *desk, int steps);
/* The explanation that confirming the finding proposes, its index in *index:
 * the only one there is, or the one gone to. False: none. */
bool desk_proposal(const struct desk *desk, const struct finding *finding, size_t *index);
/* What is to blame, in one line, appended; nothing when nothing is known. */
void desk_blame(const struct desk *desk, const struct finding *finding, struct str *out);

/* What a note or a problem is about, in words. */
void desk_target_text(const struct desk *desk, const struct target *target, struct str *out);

/* Chooses a finding (or an added problem), and shows its evidence if linked. */
void desk_select(struct desk *desk, int item, int problem);
/* As above with the evidence shown in any case. */
void desk_show_evidence(struct desk *desk);
void desk_show_text(struct desk *desk, struct span span);
void desk_show_cell(struct desk *desk, const char *id);
/* The cell printed there of a table the form does not know; false: there is none. */
bool desk_show_local(struct desk *desk, struct span span);
void desk_show_note(struct desk *desk, size_t note);
void desk_want(struct desk *desk, enum action_context context);

/* Remembers the place before a jump; back and forward again. */
void desk_jump_from(struct desk *desk);
/* The place so many jumps back (negative) or forward, for desk_go, when its
 * report lies on the desk; NULL: there is none. */
const struct desk_place *desk_jump(struct desk *desk, int steps);
/* The place before the last jump; asked once more: this one again. */
const struct desk_place *desk_jump_over(struct desk *desk);
void desk_go(struct desk *desk, const struct desk_place *place);
/* The same with the panes scrolled as they were. */
void desk_restore(struct desk *desk, const struct desk_place *place, const struct desk_view *view);

void desk_say(struct desk *desk, enum desk_tone tone, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

enum style desk_severity_style(enum severity severity);
char desk_severity_letter(enum severity severity);
/* A verdict as the lists show it: translated, short. */
const char *desk_verdict_text(enum verdict verdict);
const char *desk_conclusion_text(enum conclusion conclusion);
const char *desk_state_text(enum cell_state state);
/* Neither decided nor settled: what next-unresolved stops at. */
bool desk_is_open(const struct desk *desk, size_t item);

#endif

/* The workstation's inside, shared by the files of this folder only. */
#ifndef GOUJI_APP_APP_PRIVATE_H
#define GOUJI_APP_APP_PRIVATE_H

#include <cjson/cJSON.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "config.h"
#include "gouji/app/app.h"
#include "gouji/pane/desk.h"
#include "gouji/pane/pane.h"
#include "gouji/ui/keymap.h"
#include "gouji/ui/lineedit.h"
#include "gouji/ui/screen.h"

enum pane_id {
    PANE_QUEUE,
    PANE_TEXT,
    PANE_TABLES,
    PANE_FINDINGS,
    PANE_OUTLINE,
    PANE_NOTES,
    PANE_LOG,
    PANE_HELP,
    PANE_MESSAGES,
    PANE_POPUP,
    PANE_FREQUENCY,
    PANE_TREND,
    PANE_VERSIONS,
    PANE_COUNT
};

/* The screen in memory behind --plain: all panes have room side by side. */
enum { PLAIN_ROWS = 60, PLAIN_COLS = 200 };

enum {
    WHEEL_LINES = 3,
    MIN_ROWS = 10,
    MIN_COLS = 40,
    STACK_BELOW_COLS = 100,
    HISTORY_MAX = 100,
    PLACED_MAX = 3,
    AHEAD_MAX = 64
};

/* ---- layout ---- */

struct placed {
    enum pane_id id;
    int row, col, nrows, ncols; /* of the title row and what is below it */
};

struct layout {
    struct placed placed[PLACED_MAX];
    size_t nplaced;
    int divider; /* column of the line between text and tables, -1 none */
    bool stacked;
};

struct layout_wish {
    enum layout_mode mode;
    bool in_queue, maximised;
    enum pane_id focus, below;
};
void layout_make(struct layout *layout, int nrows, int ncols, const struct layout_wish *wish);

/* ---- reports opened in this session ---- */

struct document {
    char *path;
    struct report *report, *prior;
    struct review *review;
    struct desk_place place; /* where the reviewer left it */
    struct desk_view view;   /* and how it was seen */
    enum pane_id focus;
    bool paired_by_word;     /* prior is the reviewer's answer, not the names' */
    bool asked;              /* this session about its last year's report */
    const char *asked_about; /* path in the queue of the one that may be it */
    bool acted;              /* this session wrote to its journal, or has text to write */
    char *told;              /* the review's notice as it was said last, or NULL */
    bool is_begun;           /* only the rules that come first have been checked */
};

/* ---- prompts ---- */

struct app;
typedef void prompt_done(struct app *app, const char *text);

/* From HISTORY_NOTE on: what the reviewer writes. */
enum history {
    HISTORY_NONE = -1,
    HISTORY_COMMAND,
    HISTORY_SEARCH,
    HISTORY_FILTER,
    HISTORY_NOTE,
    HISTORY_PROBLEM,
    HISTORY_REASON,
    HISTORY_COUNT
};

/* What could stand at the end of a line being typed. */
struct offer {
    char *word, *help;
};
struct offers {
    struct offer *items;
    size_t n, capacity;
    size_t stem; /* bytes of the line before the word */
    size_t at;   /* the one filled in, once gone through */
    bool going;
    const char *suffix; /* behind the only one */
};

struct prompt {
    bool open;
    bool multiline;
    bool offered; /* its text is: what is typed takes its place, motions keep it */
    struct lineedit *edit;
    char label[256];
    struct str hints;     /* lines shown above: canned reasons, choices */
    struct offers offers; /* shown there after Tab */
    prompt_done *done;
    const char *drafts; /* what a draft of it is of: "note", "add", "reason"; NULL none */
    enum history history;
    size_t history_at;
    struct pane *previews; /* the pane that shows what would be found while one types */
    bool searching;        /* the text shows matches while one types */
    uint32_t origin;       /* where such a search began */
    char draft_id[64];
    bool draft_dirty; /* typed since the draft was last kept */
};

/* What a prompt, once answered, is about. */
struct pending {
    enum action action; /* to be done when the name is known, or searched */
    int count;
    char *argument;
    struct target target;
    size_t *items; /* findings to be decided */
    size_t nitems;
    bool tagged; /* they are so because they were tagged */
    enum verdict verdict;
    enum severity level;
    char *text;  /* of a problem whose basis is being asked for; a conclusion's note */
    char id[80]; /* of the note or problem being edited, "" new */
    char cell[DESK_CELL_NBYTES];
};

/* A text typed into a prompt that could not be kept as a draft on the disk. */
struct unkept {
    const struct document *document;
    const char *of;
    enum verdict verdict; /* of a reason */
    struct target target;
    char *text;
};

/* An event that was written together with those of other reports. */
struct batched {
    struct document *document;
    int64_t n;
    unsigned batch;
};

struct app {
    const struct app_options *options;
    const struct screen_ops *ops;
    struct screen *screen;
    bool scripted;
    const struct app_streams *streams; /* of --plain, else NULL */
    struct grid *grid;

    struct keymap *keymap;
    struct config config;
    struct loading *loading; /* whose forms and rules are: */
    const struct forms *forms;
    const struct ruleset *rules;
    struct queue *queue;
    struct desk desk;
    struct pane *panes[PANE_COUNT];

    struct document **documents;
    size_t ndocuments, documents_capacity;
    struct document *document; /* on the desk; NULL in the queue */

    struct layout layout;
    bool maximised;
    enum pane_id focus, below;
    enum pane_id left, left_below; /* both before the log or the outline was opened */
    enum pane_id overlay;          /* PANE_COUNT: none */
    bool overlay_is_page;          /* over the whole screen, a pop-up too */
    bool overlay_is_sum; /* the pop-up writes sums out, and the explanations of what fails */

    struct key chord[KEYMAP_CHORD_MAX];
    size_t nchord;
    int count;
    enum action wants_char;    /* the next character is its argument */
    int marked[UCHAR_MAX + 1]; /* by letter: the finding the mark was set on, from 1; 0 none */
    bool which_key;
    bool describing; /* the next keys are described, not done */
    char shown_theme[32];
    bool on_tagged; /* the next act is for all that is tagged */
    struct batched *batched;
    size_t nbatched, batched_capacity;
    unsigned batch;      /* the last one's number */
    bool place_due;      /* the place has to be kept, when nothing else waits */
    int64_t typed_at;    /* when a key came last, in milliseconds */
    int64_t draft_began; /* when what no draft holds yet was typed, 0: all is held */
    int64_t shown_at;    /* when something long showed how far it is */
    unsigned said;       /* last message already seen by the reviewer */

    struct prompt prompt;
    struct pending pending;
    struct {
        bool full;
        struct prompt prompt;
        struct pending pending;
    } shelf;                      /* a prompt that waits while its help is read */
    struct opening *left_opening; /* called off, its thread not yet done; NULL */
    struct key ahead[AHEAD_MAX];  /* typed while a report was being read */
    size_t nahead;
    bool act_failed; /* the system refused to write: what was typed must stay */
    struct unkept *unkept;
    size_t nunkept, unkept_capacity;
    bool warned; /* that leaving loses them */
    struct {
        enum verdict verdict;
        char *reason;
    } last;

    char reviewer[NAME_NBYTES]; /* "" not yet known */
    char started[32];           /* UTC, as events write it */
    cJSON *session;             /* what was read at the start, then changed */
    char *history[HISTORY_COUNT][HISTORY_MAX];
    size_t nhistory[HISTORY_COUNT];

    size_t lesson; /* of the tutorial */
    bool lesson_done;
    bool quitting;
    int status; /* exit status */
};

/* correct.c: a cell in the form's own words, and its value as it is read now */
enum { CELL_NAME_NBYTES = 160 };
void app_cell_name(const struct app *app, const char *id, char name[CELL_NAME_NBYTES]);
void app_add_value(const struct app *app, const char *id, struct str *out);

/* app.c */
struct pane *app_focused(struct app *app);        /* overlay, else the pane with the focus */
enum action_context app_context(struct app *app); /* of keys: prompt, editor, pane's */
void app_say_err(struct app *app, const struct err *err);
void app_refresh_panes(struct app *app);
void app_set_theme(struct app *app, const char *name);

/* After options were set: what the terminal has to know of them. */
void app_apply_config(struct app *app);

/* pointing.c: what the mouse does; nothing unless it is on */
void app_point(struct app *app, const struct screen_input *input);

/* tutorial.c */
void tutorial_begin(struct app *app);
void tutorial_did(struct app *app, enum action action);
unsigned tutorial_do(struct app *app, const char *argument);
/* Rows its box wants, 0 none; goes on where the state asked for is reached. */
int tutorial_rows(struct app *app, int ncols);
void tutorial_draw(struct app *app, struct area area);

/* plain.c: the loop of --plain; -1 when it cannot begin */
int plain_loop(struct app *app, struct err *err);

/* loop.c */
void app_loop(struct app *app);

/* draw.c, status.c */
void app_draw(struct app *app);
/* Draws into the grid only, so that the panes know where things stand. */
void app_compose(struct app *app);
/* The screen is too small to show what keys would do. */
bool app_is_unseen(const struct app *app);
void status_draw(struct app *app, struct area area);
void footer_draw(struct app *app, struct area area);
/* The last message, in place of what stands there; false when it has been seen. */
bool message_draw(struct app *app, struct area area);

/* actions.c: what an action does, wherever it came from */
void app_do(struct app *app, enum action action, int count, const char *argument);
void app_focus(struct app *app, enum pane_id id);
void app_popup(struct app *app, const char *title, const char *text);
/* The same over the whole screen: what is read by itself, not beside the panes. */
void app_page(struct app *app, const char *title, const char *text);
void app_cancel(struct app *app);

/* steer.c: the pane an action asks for; then REACT_ flags */
struct pane *steer_asking_pane(struct app *app, enum action action);
unsigned steer_ask_search(struct app *app, enum action action);
unsigned steer_ask_choice(struct app *app, enum action action);
unsigned steer_ask_command(struct app *app);

/* acts.c: what the reviewer writes. REACT_ flags. */
unsigned acts_do(struct app *app, enum action action, int count, const char *argument);
void acts_ask_reviewer(struct app *app, enum action action, int count, const char *argument);
/* An act that waits for the answer to a prompt, and its doing after all. */
void acts_postpone(struct app *app, enum action action, int count, const char *argument);
void acts_resume(struct app *app);
void acts_changed(struct app *app);
/* Says what has come to the review's notice since it was said last; false: nothing. */
bool acts_say_news(struct app *app, struct document *document);

/* "T3-02 open" */
void acts_finding_name(const struct finding *finding, char *out, size_t n);
/* What the pane with the focus would note; false: nothing. */
bool acts_target(struct app *app, struct target *target);

/* After an act: says it, or why not, and takes the model anew. */
bool acts_finish(struct app *app, int status, const struct err *err, const char *said);

/* decide.c: on the finding looked at, on `count` of them, on all tagged. reason
 * NULL or "": asked for where the verdict needs one */
unsigned decide_here(struct app *app, enum verdict verdict, int count, const char *reason);
unsigned decide_repeat(struct app *app, int count);

/* conclude.c: argument NULL asks */
unsigned conclude_ask(struct app *app, const char *argument);
unsigned conclude_reopen(struct app *app, const char *argument);
/* Asks why a concluded report is reopened, then does what was asked for. */
void conclude_ask_reopen(struct app *app, enum action action, int count, const char *argument);

/* remarks.c: notes and problems; argument NULL asks */
unsigned remarks_annotate(struct app *app, const char *argument);
unsigned remarks_add_problem(struct app *app, const char *argument);
/* The note, problem or draft under the cursor of the notes is edited. */
unsigned remarks_edit(struct app *app);

/* drafts.c: `of` is "note", "add" or "reason"; the place and, for a reason, the
 * verdict are those of app->pending */
struct prompt_spec;
/* Opens the prompt with the draft kept for spec.drafts unless spec.text is given. */
void drafts_open(struct app *app, struct prompt_spec spec);
/* Keeps what is typed in the prompt in the journal, or in memory when that
 * cannot be written. False: it was not kept. */
bool drafts_keep(struct app *app);
bool drafts_keep_in_memory(struct app *app, const char *of, const char *text);
/* Keeps a text that waits for another prompt. */
void drafts_write(struct app *app, const char *of, const char *text);
/* Ends the draft of a text that became something else than its draft's kind. */
void drafts_end(struct app *app, const char *of);
/* Forgets the text that is only in memory: this one, all of them. */
void drafts_drop_unkept(struct app *app, const char *of);
void drafts_release(struct app *app);

/* tagged.c: a note (NULL: asked for) on all reports tagged in the queue */
void tagged_annotate(struct app *app, const char *text);
/* In the notes: tags what the notes from the cursor on are about, or takes the tags off. */
unsigned tagged_tag(struct app *app, int count);
/* The last event of this report belongs to the batch being written. */
void batch_add(struct app *app, struct document *document);
void batch_forget(struct app *app, const struct document *document);
/* Writes the batches of this report's events into what is remembered of it, and takes them
 * from there: after a restart they are still undone together. */
void batch_keep(const struct app *app, const struct document *document, cJSON *place);
void batch_find(struct app *app, struct document *document, const cJSON *place);
/* A report, maybe the same, whose next event to undo (redo) belongs to the batch of
 * this one's event n; NULL: none is left. */
struct document *batch_next(const struct app *app, const struct document *document, int64_t n,
                            bool redo);

/* wording.c: what may be written into the prompt that is open, without typing it */
typedef void wording_visit(void *closure, const char *text);
void wording_each(struct app *app, wording_visit *visit, void *closure);
/* Whether a template's {place}, {quote} or {message} is still to be written. */
bool wording_has_blanks(const char *text);
void wording_quote(struct app *app); /* the evidence, where the caret is */
void wording_remember(struct app *app, enum history history, const char *text);

/* options.c: what :set, :theme, :layout and :reviewer do */
unsigned options_set(struct app *app, const char *argument); /* NULL: lists them */
unsigned options_set_named(struct app *app, const char *name, const char *argument);
unsigned options_layout(struct app *app, const char *argument);
unsigned options_reviewer(struct app *app, const char *argument);

/* correct.c */
unsigned correct_cell(struct app *app, const char *argument);
unsigned correct_row(struct app *app, const char *argument);

/* writing.c */
unsigned writing_save(struct app *app);
unsigned writing_opinion(struct app *app, const char *path); /* NULL: it is shown */
unsigned writing_recover(struct app *app);

/* undo.c */
unsigned undo_do(struct app *app, bool redo, int count);
/* The decisions as they stand, to tell later what changed; the caller's (free), NULL when
 * memory is short. */
struct before *undo_before(const struct review *review);
/* The first finding of the list whose decision changed, -1 none; *n: how many did. */
int undo_changed(const struct review *review, const struct before *before, size_t *n);

/* goto.c: to the place of this name; false: there is none, nothing is said */
bool goto_place(struct app *app, const char *name);
unsigned goto_do(struct app *app, const char *name);
/* The cell or passage that a mark on the finding stands for; the whole report: none. */
struct target goto_finding_place(const struct app *app, int finding);
unsigned goto_mark(struct app *app, const char *name); /* "'": the previous place */
/* Marks the report under the queue's cursor. */
unsigned goto_set_mark(struct app *app, const char *name);
/* Back (negative) and forward over the jumps; to before the last one and again. */
unsigned goto_jump(struct app *app, int steps);

/* copy.c */
unsigned copy_here(struct app *app);

/* explain.c: pop-ups of sums, rules, cells */
unsigned explain_do(struct app *app, enum action action);
/* Goes to another explanation of the finding looked at. */
unsigned explain_weigh(struct app *app, int steps);
void explain_cell(struct app *app);

/* pairing.c: which report is last year's */
/* Last year's report if the queue has met it and the names decide it; NULL. */
struct report *pairing_find(const struct app *app, const struct report *report);
/* Checks open reports again whose last year's report the queue has met since. */
void pairing_meet(struct app *app);
/* Takes or drops last year's report of the one on the desk as the reviewer has
 * answered; asks what names do not decide and is not answered yet, once. */
void pairing_settle(struct app *app);
/* Asks again. */
unsigned pairing_ask(struct app *app);

/* figures.c: frequencies and trends over the panes */
unsigned figures_count(struct app *app, const char *by);
unsigned figures_trend(struct app *app);
/* From what was counted to what it was counted of. */
unsigned figures_follow(struct app *app);

/* versions.c: the report on the desk beside the other version of its year */
unsigned versions_compare(struct app *app, const char *path);
/* To what the line under the cursor is about. */
unsigned versions_follow(struct app *app);

/* documents.c */
int documents_open(struct app *app, size_t index);
int documents_open_path(struct app *app,
                        const char *path); /* -1 too when the queue has it no more */
/* Says on the screen that this file is being read, when that takes a while. */
/* opening.c: reads and checks the report of `item` into the document. A long one by a thread,
 * until ^C or Esc; another, where somebody looks on, only by the rules that come first. -1: could
 * not, err tells; or called off, err says nothing. */
int opening_read(struct app *app, const struct queue_item *item, struct document *document,
                 struct err *err);
/* Checks the rest and takes it over; nothing where all is there. */
int opening_complete(struct app *app, struct document *document, struct err *err);
/* So long to read that one is told, and can call it off. */
bool opening_is_long(const char *path);
/* Waits for a reading that was called off. */
void opening_end(struct app *app);
/* loop.c: waits until `done`, keys meanwhile being kept for later; false when called off. */
bool loop_await(struct app *app, atomic_bool *done);
/* Between two steps of something long: shows what was said last, once in a while. Keys are
 * kept for later; true when it was called off. */
bool loop_is_called_off(struct app *app);

void documents_tell_reading(struct app *app, const char *path);
void documents_leave(struct app *app); /* saved, back to the queue */
void documents_close_all(struct app *app);
void documents_step(struct app *app, int steps);
int documents_save(struct app *app, struct document *document);
void documents_remember(struct app *app);
void documents_find_index(struct app *app); /* after the queue moved */
/* Tells the queue what has become of a report. */
void documents_tell_queue(struct app *app, const struct document *document);
/* Of this path in the queue, -1 none. */
int documents_index(const struct app *app, const char *path);

/* prompt.c */
struct prompt_spec {
    const char *label, *text; /* text NULL: empty */
    prompt_done *done;
    bool multiline;
    bool offered; /* the text, as a whole: typing begins another */
    const char *drafts;
    enum history history;
};
int prompt_open(struct app *app, const struct prompt_spec *spec);
void prompt_close(struct app *app);
/* Puts the prompt aside with what it is about, and takes it back as it was. */
void prompt_shelve(struct app *app);
void prompt_unshelve(struct app *app);
void prompt_accept(struct app *app);
void prompt_key(struct app *app, struct key key);
void prompt_paste(struct app *app, struct slice text);
/* Draws it over the panes; gives the caret's place on the grid. */
void prompt_draw(struct app *app, struct area area, int *row, int *col);
void history_add(struct app *app, enum history history, const char *text);

/* command.c */
void command_line_run(struct app *app, const char *line);
/* Shows the theme a command line being typed names; leaves it when none. */
void command_line_preview(struct app *app, const char *line);
/* Says what a chord does where the focus is. */
void describe_chord(struct app *app, const struct key *chord, size_t n);
unsigned describe_key(struct app *app, const char *keys);

/* complete.c */
void complete_line(struct app *app);

/* offers.c */
void offers_add(struct offers *offers, const char *word, const char *help); /* both are copied */
void offers_release(struct offers *offers);
/* The rows that all of them take. */
int offers_rows(const struct offers *offers, int ncols);
/* As many as there is room for: the page on which the one gone to stands. */
void offers_draw(const struct offers *offers, struct area area);
/* " 1-8/13 " where those drawn are not all, else "". */
void offers_page(const struct offers *offers, int nrows, int ncols, char *out, size_t n);

/* outside.c: $VISUAL on a temporary file. *text replaced (caller frees). */
int outside_edit(struct app *app, char **text, struct err *err);

/* session.c */
void session_load(struct app *app);
void session_save(struct app *app);
/* Takes over / puts back the place of a report. */
void session_keep(struct app *app, const struct document *document);
bool session_find(struct app *app, const char *path, struct document *document);
/* The finding of this check and instance (either may be NULL), -1 none. */
int session_find_item(const struct findings *findings, const char *check, const char *instance);
/* The name last given on this account, only to be offered; NULL. */
const char *session_reviewer(const struct app *app);
/* A mark of the queue: the report's place in the list, which is nobody's act on it. */
void session_mark(struct app *app, char name, size_t index);
int session_marked(const struct app *app, char name); /* an index of the queue, -1 none */
/* Puts the queue's cursor on the report of the last session. */
void session_find_last(struct app *app);

/* ---- what is read at the start ---- */

/* Begins to read the keys, the forms, and the report where one alone is named, by a second
 * thread. The app may start its screen meanwhile. */
int load_begin(struct app *app, struct err *err);
/* The keys that come with gouji, once; the caller's from then on. NULL: they cannot be read.
 * Their faults are added, a line each. */
struct keymap *load_take_keys(struct loading *loading, struct str *faults, struct err *err);
/* Reads the rules and makes the queue; where one report alone is named those that come first
 * are enough for that. */
int load_finish(struct app *app, struct err *err);
/* The report that was read, once, where it is that of this path; NULL. And whether there is one. */
struct report *load_take(struct loading *loading, const char *path);
bool load_has(const struct loading *loading);
/* Makes sure that all rules are there, on any thread; false when they cannot be used. */
bool load_wait(struct loading *loading);
/* The same, telling why. */
int load_end(struct app *app, struct err *err);
/* With forms and rules. NULL is fine. */
void load_free(struct loading *loading);
/* True when the command line names one file and no folder. */
bool load_is_single(const struct app_options *options);

#endif

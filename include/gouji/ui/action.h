/* The one action table. Names of `:` commands, the key file, the help, the
 * README's and the man page's key tables and completions derive from it. An
 * action returns reaction flags; it never draws. */
#ifndef GOUJI_UI_ACTION_H
#define GOUJI_UI_ACTION_H

#include <stddef.h>

#include "gouji/base/message.h"

/* Contexts: where a key or command is valid. */
enum action_context {
    IN_QUEUE = 1,
    IN_TEXT = 2,
    IN_TABLES = 4,
    IN_FINDINGS = 8,
    IN_NOTES = 16,
    IN_OUTLINE = 32,
    IN_LOG = 64,
    IN_PROMPT = 128,
    IN_EDITOR = 256,
    IN_HELP = 512,
    IN_FIGURES = 1024,
    IN_REPORT = 2 | 4 | 8 | 16 | 32 | 64,
    IN_LISTS = 1 | 2 | 4 | 8 | 16 | 32 | 64,
    IN_ALL = 2047,
};

enum action_flags {
    ACTION_WRITES = 1,     /* changes the review: refused when read-only */
    ACTION_COUNT = 2,      /* takes a count */
    ACTION_ARGUMENT = 4,   /* as `:name ARG` */
    ACTION_REPEATABLE = 8, /* `.` repeats it */
    ACTION_DECIDES = 17,   /* writes, and changes what a conclusion rests on */
};

/* id, name, contexts, flags, help (English msgid, translated in data/po) */
#define ACTIONS(X)                                                                                 \
    X(LINE_DOWN, "down", IN_LISTS | IN_HELP | IN_FIGURES, ACTION_COUNT,                            \
      N_("one line or row down"))                                                                  \
    X(LINE_UP, "up", IN_LISTS | IN_HELP | IN_FIGURES, ACTION_COUNT, N_("one line or row up"))      \
    X(LEFT, "left", IN_TEXT | IN_TABLES | IN_FIGURES, ACTION_COUNT, N_("left"))                    \
    X(RIGHT, "right", IN_TEXT | IN_TABLES | IN_FIGURES, ACTION_COUNT, N_("right"))                 \
    X(PAGE_DOWN, "page-down", IN_LISTS | IN_HELP | IN_FIGURES, ACTION_COUNT, N_("page down"))      \
    X(PAGE_UP, "page-up", IN_LISTS | IN_HELP | IN_FIGURES, ACTION_COUNT, N_("page up"))            \
    X(HALF_DOWN, "half-page-down", IN_LISTS | IN_HELP | IN_FIGURES, ACTION_COUNT,                  \
      N_("half a page down"))                                                                      \
    X(HALF_UP, "half-page-up", IN_LISTS | IN_HELP | IN_FIGURES, ACTION_COUNT,                      \
      N_("half a page up"))                                                                        \
    X(TOP, "top", IN_LISTS | IN_HELP | IN_FIGURES, 0, N_("to the top"))                            \
    X(GOTO_END, "end", IN_LISTS | IN_HELP | IN_FIGURES, ACTION_COUNT,                              \
      N_("to the end, or to line N"))                                                              \
    X(PERCENT, "percent", IN_LISTS, ACTION_COUNT, N_("to N percent"))                              \
    X(LINE_TOP, "line-to-top", IN_LISTS, 0, N_("cursor's line to the top"))                        \
    X(LINE_MIDDLE, "line-to-middle", IN_LISTS, 0, N_("cursor's line to the middle"))               \
    X(LINE_BOTTOM, "line-to-bottom", IN_LISTS, 0, N_("cursor's line to the bottom"))               \
    X(SCROLL_DOWN, "scroll-down", IN_LISTS | IN_HELP | IN_FIGURES, ACTION_COUNT,                   \
      N_("the view a line down; the cursor stays while it is seen"))                               \
    X(SCROLL_UP, "scroll-up", IN_LISTS | IN_HELP | IN_FIGURES, ACTION_COUNT,                       \
      N_("the view a line up; the cursor stays while it is seen"))                                 \
    X(FOLLOW, "follow", IN_LISTS | IN_FIGURES, 0, N_("open, follow, show in full"))                \
    X(NEXT_FINDING, "next-finding", IN_REPORT, ACTION_COUNT, N_("next finding"))                   \
    X(PREV_FINDING, "previous-finding", IN_REPORT, ACTION_COUNT, N_("previous finding"))           \
    X(NEXT_UNRESOLVED, "next-unresolved", IN_LISTS, ACTION_COUNT, N_("next unresolved"))           \
    X(PREV_UNRESOLVED, "previous-unresolved", IN_LISTS, ACTION_COUNT, N_("previous unresolved"))   \
    X(NEXT_TABLE, "next-table", IN_REPORT, ACTION_COUNT, N_("next table"))                         \
    X(PREV_TABLE, "previous-table", IN_REPORT, ACTION_COUNT, N_("previous table"))                 \
    X(NEXT_SECTION, "next-section", IN_REPORT, ACTION_COUNT, N_("next section"))                   \
    X(PREV_SECTION, "previous-section", IN_REPORT, ACTION_COUNT, N_("previous section"))           \
    X(NEXT_PAGE, "next-page", IN_REPORT, ACTION_COUNT, N_("next page of the print"))               \
    X(PREV_PAGE, "previous-page", IN_REPORT, ACTION_COUNT, N_("previous page of the print"))       \
    X(NEXT_REPORT, "next-report", IN_REPORT, ACTION_COUNT, N_("next report"))                      \
    X(PREV_REPORT, "previous-report", IN_REPORT, ACTION_COUNT, N_("previous report"))              \
    X(JUMP_BACK, "jump-back", IN_LISTS, ACTION_COUNT, N_("jump back"))                             \
    X(JUMP_FORWARD, "jump-forward", IN_LISTS, ACTION_COUNT, N_("jump forward"))                    \
    X(SEARCH, "search", IN_LISTS | IN_HELP | IN_FIGURES, ACTION_ARGUMENT, N_("search forward"))    \
    X(SEARCH_BACK, "search-back", IN_LISTS, ACTION_ARGUMENT, N_("search backward"))                \
    X(SEARCH_NEXT, "search-next", IN_LISTS | IN_HELP | IN_FIGURES, ACTION_COUNT, N_("next match")) \
    X(SEARCH_PREV, "search-previous", IN_LISTS | IN_HELP | IN_FIGURES, ACTION_COUNT,               \
      N_("previous match"))                                                                        \
    X(COPY, "copy", IN_LISTS | IN_HELP, 0, N_("copy what the cursor stands at, or the pop-up"))    \
    X(FILTER, "filter", IN_QUEUE | IN_TEXT | IN_FINDINGS | IN_NOTES, ACTION_ARGUMENT,              \
      N_("show only what passes the filter; empty shows all"))                                     \
    X(TAG, "tag", IN_QUEUE | IN_FINDINGS | IN_NOTES, ACTION_COUNT, N_("tag, or take the tag off")) \
    X(TAG_MATCHING, "tag-matching", IN_QUEUE | IN_FINDINGS | IN_NOTES, ACTION_ARGUMENT,            \
      N_("tag all shown that pass a filter; empty tags all shown"))                                \
    X(UNTAG, "untag", IN_QUEUE | IN_FINDINGS | IN_NOTES, ACTION_ARGUMENT,                          \
      N_("take tags off all shown that pass a filter; without one off all"))                       \
    X(ACT_ON_TAGGED, "act-on-tagged", IN_QUEUE | IN_FINDINGS | IN_NOTES, 0,                        \
      N_("the next act is for all that is tagged"))                                                \
    X(SORT, "sort", IN_QUEUE, ACTION_ARGUMENT,                                                     \
      N_("sort by name, state, errors, warnings, undecided, open, year, agency"))                  \
    X(GROUP, "group", IN_QUEUE, ACTION_ARGUMENT, N_("group by state, agency, year; none"))         \
    X(FREQUENCY, "frequency", IN_QUEUE | IN_REPORT, ACTION_ARGUMENT,                               \
      N_("findings by rule, severity, status, document …, counted and drawn"))                     \
    X(TREND, "trend", IN_QUEUE | IN_REPORT, 0, N_("this organ over the years"))                    \
    X(GOTO, "goto", IN_REPORT, ACTION_ARGUMENT,                                                    \
      N_("go to a line, N%, section, table, cell or check"))                                       \
    X(MARK, "mark", IN_LISTS, ACTION_ARGUMENT | ACTION_WRITES, N_("set mark x here"))              \
    X(GOTO_MARK, "goto-mark", IN_LISTS, ACTION_ARGUMENT,                                           \
      N_("go to mark x; '' to the previous place"))                                                \
    X(CONFIRM, "confirmed", IN_FINDINGS, ACTION_DECIDES | ACTION_COUNT | ACTION_REPEATABLE,        \
      N_("confirmed: an error of the report"))                                                     \
    X(MISREAD, "misread", IN_FINDINGS,                                                             \
      ACTION_DECIDES | ACTION_COUNT | ACTION_ARGUMENT | ACTION_REPEATABLE,                         \
      N_("misread: our reading is wrong"))                                                         \
    X(EXPLAINED, "explained", IN_FINDINGS,                                                         \
      ACTION_DECIDES | ACTION_COUNT | ACTION_ARGUMENT | ACTION_REPEATABLE,                         \
      N_("explained: true, but explained"))                                                        \
    X(NOT_AN_ERROR, "not-an-error", IN_FINDINGS,                                                   \
      ACTION_DECIDES | ACTION_COUNT | ACTION_ARGUMENT | ACTION_REPEATABLE,                         \
      N_("not an error: the rule is too strict"))                                                  \
    X(LATER, "later", IN_FINDINGS, ACTION_DECIDES | ACTION_COUNT | ACTION_REPEATABLE,              \
      N_("decide later"))                                                                          \
    X(CANNOT_TELL, "cannot-tell", IN_FINDINGS, ACTION_DECIDES | ACTION_COUNT | ACTION_REPEATABLE,  \
      N_("cannot be decided"))                                                                     \
    X(REPEAT, "repeat", IN_FINDINGS, ACTION_DECIDES | ACTION_COUNT,                                \
      N_("repeat the last decision"))                                                              \
    X(ANNOTATE, "annotate", IN_REPORT | IN_QUEUE, ACTION_WRITES | ACTION_ARGUMENT,                 \
      N_("note on the finding, cell, passage or report here"))                                     \
    X(SELECT, "select", IN_TEXT, 0, N_("select a passage"))                                        \
    X(ADD_PROBLEM, "add-problem", IN_TEXT | IN_TABLES | IN_FINDINGS | IN_NOTES,                    \
      ACTION_DECIDES | ACTION_ARGUMENT, N_("add a problem no rule found"))                         \
    X(CORRECT, "correct", IN_TABLES, ACTION_DECIDES | ACTION_ARGUMENT,                             \
      N_("correct our reading of the cell"))                                                       \
    X(PLACE_ROW, "place-row", IN_TABLES, ACTION_DECIDES | ACTION_ARGUMENT,                         \
      N_("give the values of the row, in the order of its columns"))                               \
    X(SUM, "sum", IN_TABLES | IN_FINDINGS | IN_NOTES, 0, N_("the sum written out"))                \
    X(EXPLAIN, "explain", IN_TABLES | IN_FINDINGS | IN_NOTES, 0, N_("explain the check"))          \
    X(NEXT_EXPLANATION, "next-explanation", IN_TABLES | IN_FINDINGS | IN_NOTES | IN_HELP,          \
      ACTION_COUNT, N_("next explanation of what is wrong"))                                       \
    X(PREV_EXPLANATION, "previous-explanation", IN_TABLES | IN_FINDINGS | IN_NOTES | IN_HELP,      \
      ACTION_COUNT, N_("previous explanation of what is wrong"))                                   \
    X(PAIR, "pair", IN_REPORT, ACTION_DECIDES,                                                     \
      N_("say anew which report is last year's, where names leave it open"))                       \
    X(CONCLUDE, "conclude", IN_REPORT, ACTION_WRITES | ACTION_ARGUMENT,                            \
      N_("conclude: passed, passed-with-notes, returned"))                                         \
    X(REOPEN, "reopen", IN_REPORT, ACTION_WRITES | ACTION_ARGUMENT,                                \
      N_("reopen a concluded report"))                                                             \
    X(RECOVER, "recover", IN_REPORT, 0, N_("take lost events back from the verdict file"))         \
    X(UNDO, "undo", IN_LISTS, ACTION_COUNT, N_("undo"))                                            \
    X(REDO, "redo", IN_LISTS, ACTION_COUNT, N_("redo"))                                            \
    X(NEXT_PANE, "next-pane", IN_LISTS, 0, N_("next pane"))                                        \
    X(PREV_PANE, "previous-pane", IN_LISTS, 0, N_("previous pane"))                                \
    X(GO_TEXT, "go-text", IN_LISTS, 0, N_("to the text"))                                          \
    X(GO_TABLES, "go-tables", IN_LISTS, 0, N_("to the tables"))                                    \
    X(GO_FINDINGS, "go-findings", IN_LISTS, 0, N_("to the findings"))                              \
    X(GO_QUEUE, "go-queue", IN_LISTS, 0, N_("to the queue"))                                       \
    X(GO_NOTES, "go-notes", IN_LISTS, 0, N_("to the notes"))                                       \
    X(GO_OUTLINE, "go-outline", IN_LISTS, 0, N_("to the outline"))                                 \
    X(LOG, "log", IN_LISTS, 0, N_("the log of this review"))                                       \
    X(MAXIMISE, "maximise", IN_LISTS, 0, N_("this pane alone, or all"))                            \
    X(LAYOUT, "layout", IN_LISTS, ACTION_ARGUMENT,                                                 \
      N_("side by side, stacked, one at a time, automatic"))                                       \
    X(LINK, "link", IN_REPORT, 0, N_("panes follow each other, or not"))                           \
    X(CHOP, "chop", IN_TEXT, 0, N_("chop or wrap long lines"))                                     \
    X(COMMAND, "command", IN_LISTS, 0, N_("command line"))                                         \
    X(HELP, "help", IN_ALL, ACTION_ARGUMENT, N_("help; with a word: from where it stands"))        \
    X(TUTORIAL, "tutorial", IN_LISTS, ACTION_ARGUMENT,                                             \
      N_("go on in the tutorial: next, previous, end"))                                            \
    X(DESCRIBE_KEY, "describe-key", IN_LISTS | IN_HELP, ACTION_ARGUMENT,                           \
      N_("say what a key does here"))                                                              \
    X(WRITE, "write", IN_LISTS, 0, N_("write the verdict file now"))                               \
    X(OPINION, "opinion", IN_REPORT, ACTION_ARGUMENT, N_("write the opinion to FILE"))             \
    X(VERSIONS, "versions", IN_REPORT, ACTION_ARGUMENT,                                            \
      N_("compare with the other version of this year, or with FILE"))                             \
    X(MESSAGES, "messages", IN_LISTS, 0, N_("earlier messages"))                                   \
    X(THEME, "theme", IN_LISTS, ACTION_ARGUMENT, N_("use theme NAME"))                             \
    X(SET, "set", IN_LISTS, ACTION_ARGUMENT, N_("set OPTION=VALUE"))                               \
    X(REVIEWER, "reviewer", IN_LISTS, ACTION_ARGUMENT, N_("who is reviewing"))                     \
    X(CANCEL, "cancel", IN_ALL, 0, N_("cancel"))                                                   \
    X(BACK, "back", IN_LISTS | IN_HELP | IN_FIGURES, 0, N_("back; in the queue: quit"))            \
    X(QUIT, "quit", IN_LISTS, 0, N_("quit"))                                                       \
    X(REDRAW, "redraw", IN_ALL, 0, N_("redraw the screen"))                                        \
    X(SUSPEND, "suspend", IN_ALL, 0, N_("suspend"))                                                \
    X(ACCEPT, "accept", IN_PROMPT | IN_EDITOR, 0, N_("done with the text"))                        \
    X(COMPLETE, "complete", IN_PROMPT | IN_EDITOR, 0, N_("complete the word"))                     \
    X(QUOTE, "quote", IN_PROMPT | IN_EDITOR, 0, N_("quote the evidence here"))                     \
    X(EDIT_OUTSIDE, "edit-outside", IN_PROMPT | IN_EDITOR, 0, N_("edit in $VISUAL"))

enum action {
#define X(id, name, contexts, flags, help) ACTION_##id,
    ACTIONS(X)
#undef X
        ACTION_TOTAL,
    ACTION_NOTHING = -1
};

struct action_entry {
    const char *name;
    unsigned contexts;
    unsigned flags;
    const char *help; /* msgid */
};
const struct action_entry *action_entry(enum action action);
/* The heading (msgid) an action stands under in help and manual: the table is
 * in the order of its groups. */
const char *action_group(enum action action);
/* Exact name, else a unique prefix (also "q", "w", "e"…); ACTION_NOTHING. */
enum action action_find(const char *name);
/* The same, looked for from this action on and then before it: a list of names is mostly in the
 * order of the table. */
enum action action_find_from(const char *name, enum action first);
const char *action_context_name(enum action_context context); /* "queue", "text" … */
/* The contexts of that name, "lists", "report" and "all" among them; 0: there are none. */
unsigned action_contexts(const char *name);

/* What must happen after an action. */
enum reaction {
    REACT_NOTHING = 0,
    REACT_REDRAW = 1, /* draw the panes again */
    REACT_LAYOUT = 2, /* sizes changed */
    REACT_MODEL = 4,  /* findings or decisions changed */
    REACT_QUIT = 8,
    REACT_UNHANDLED = 16, /* the pane has no such action: the app's own turn */
    REACT_AGAIN = 32      /* the argument was no such thing: it is asked for again */
};

#endif

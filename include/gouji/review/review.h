/* One review of one report by one reviewer: a fold over a log of events.
 *
 *     review_open -> acts (each appended to the journal and synced before the
 *     call returns) -> review_save (verdict file) -> review_close
 *
 * Nothing is written before the first act; then the lock is taken, the journal
 * read again, an `open` event written, the act appended. A call that fails
 * leaves the state as it was and the reason in err. After each act that
 * changes readings the checks are evaluated again. File names, events, fields:
 * see data/verdict.schema.json and data/journal.schema.json. */
#ifndef GOUJI_REVIEW_REVIEW_H
#define GOUJI_REVIEW_REVIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gouji/base/err.h"
#include "gouji/base/str.h"
#include "gouji/check/finding.h"
#include "gouji/check/uses.h"
#include "gouji/report/report.h"

enum verdict {
    VERDICT_NONE,
    VERDICT_CONFIRMED,
    VERDICT_MISREAD,      /* reason required */
    VERDICT_EXPLAINED,    /* reason required */
    VERDICT_NOT_AN_ERROR, /* reason required */
    VERDICT_LATER,        /* leaves the finding open */
    VERDICT_CANNOT_TELL,
    VERDICT_COUNT,
};
const char *verdict_name(enum verdict verdict); /* "confirmed", "not-an-error" */
enum verdict verdict_find(const char *name);    /* VERDICT_NONE if unknown */
bool verdict_needs_reason(enum verdict verdict);

enum conclusion {
    CONCLUSION_NONE,
    CONCLUSION_PASSED,
    CONCLUSION_PASSED_WITH_NOTES,
    CONCLUSION_RETURNED
};
const char *conclusion_name(enum conclusion conclusion);
enum conclusion conclusion_find(const char *name);

struct review;

/* Other reports that the checks hold this one against, beside last year's: as in struct
 * findings_input, where each is told of. Borrowed while the review is open. */
struct review_others {
    const struct report *version, *peer; /* NULL: none */
    const char *const *doubts;
    size_t ndoubts;
    bool doubts_are_versions;
};

struct review_options {
    const char *reviewer;     /* NULL: not yet known; acts then fail with
                                 ERR_USAGE until review_set_reviewer */
    const char *root;         /* the opened folder, NULL: the file's own */
    const char *verdicts_dir; /* --verdicts, NULL: beside the report */
    const char *tool_version;
    const char *build; /* "git:…" or "" */
    bool readonly;
    bool first_only;                    /* findings_make_first's findings, until review_complete */
    enum lang lang;                     /* in which the log and undo name cells */
    const struct review_others *others; /* NULL: none */
};

/* Loads verdict and journal if there are any, replays, checks the report.
 * report, prior (may be NULL) and rules are borrowed. A damaged or newer file
 * opens read-only with review_notice saying why. NULL only when even that is
 * impossible. */
struct review *review_open(const struct report *report, const struct report *prior,
                           const struct ruleset *rules, const struct review_options *options,
                           struct err *err);
/* All findings of one opened with first_only: the first may run on another thread while nothing
 * acts on the review, and touches nothing of it; the second, which takes them, folds them in. */
struct findings *review_check(const struct review *review, struct err *err);
int review_complete(struct review *review, struct findings *findings, struct err *err);
/* Saves the verdict file if acts came after the last save, releases the lock. -1: the save failed
 * (the journal has everything); the review is closed all the same. */
int review_close(struct review *review, struct err *err);

int review_set_reviewer(struct review *review, const char *name, struct err *err);
const char *review_reviewer(const struct review *review); /* NULL unknown */
/* Checks again together with last year's report, found only now (borrowed, NULL: none). */
int review_set_prior(struct review *review, const struct report *prior, struct err *err);
/* The text's SHA-256 of last year's report that this review was made with
 * before, as its files say; NULL: with none. */
const char *review_prior_text(const struct review *review);

/* What the reviewer answered, where names do not decide it, to whether the report
 * with this text is last year's of this one. */
enum pairing { PAIRING_OPEN, PAIRING_SAME, PAIRING_OTHER };
enum pairing review_pairing(const struct review *review, const char *text_sha256);
/* An act: answers it. Setting last year's report is the caller's. */
int review_pair(struct review *review, const struct report *prior, bool same, struct err *err);

const struct report *review_report(const struct review *review);
/* Current findings; replaced (old pointer dead) by acts that change readings. */
const struct findings *review_findings(const struct review *review);

/* The cell as the reviewer has it: *reading true when it is the reviewer's. */
struct seen review_cell(const struct review *review, const char *id);
/* The same of a cell of the review's report that the caller has at hand. */
struct seen review_see(const struct review *review, const struct cell *cell);
/* The balances the cell is part of, see check/uses.h. */
size_t review_uses(const struct review *review, struct arena *arena, const char *cell,
                   const struct use **uses);
size_t review_readings(const struct review *review, const struct reading **readings);

/* ---- state ---- */

struct decision {
    enum verdict verdict;
    const char *reason; /* "" */
    const char *by;
    const char *at;        /* UTC, 2024-02-03T02:14:40Z */
    int64_t n;             /* event number */
    bool stale;            /* "needs another look" */
    const char *why_stale; /* old and new values / rule version / form, in zh */
};
/* The decision in force on items[index] of review_findings; verdict NONE if none. */
struct decision review_decision(const struct review *review, size_t index);

/* What a note, an added problem or a mark points at. Exactly one of finding,
 * cell, span (not empty); none of them: the whole report. */
struct target {
    int finding; /* index into review_findings()->items, -1 */
    const char *cell;
    struct span span;
};
#define TARGET_REPORT                                                                              \
    {                                                                                              \
        -1, NULL,                                                                                  \
        {                                                                                          \
            0, 0                                                                                   \
        }                                                                                          \
    }

struct note {
    const char *id;
    int64_t n;
    const char *by, *at, *text;
    struct target target; /* resolved against this run */
    bool orphaned;        /* its place was not found again; quote tells */
    const char *quote;
    const char *check, *instance; /* of the finding it is about, or NULL */
};
size_t review_notes(const struct review *review, const struct note **notes);

struct problem { /* added by the reviewer */
    const char *id;
    int64_t n;
    const char *by, *at, *text, *basis;
    enum severity level;
    struct target target;
    bool orphaned;
    const char *quote;
};
size_t review_problems(const struct review *review, const struct problem **problems);

struct mark {
    char name;
    struct target target;
};
size_t review_marks(const struct review *review, const struct mark **marks);

struct draft {
    const char *id, *of, *text; /* of "note", "add", "reason" */
    enum verdict verdict;       /* that a reason was begun for, else NONE */
    struct target target;
};
size_t review_drafts(const struct review *review, const struct draft **drafts);

struct conclusion_state {
    enum conclusion status;
    const char *by, *at, *note;
    bool asked;
};
struct conclusion_state review_conclusion(const struct review *review);

struct review_counts {
    size_t entries; /* failed findings by cause (a cause counts once) + undecided ones that
                       stand by themselves + added problems */
    size_t decided; /* of them */
    size_t stale;
    size_t open_errors; /* failed errors undecided, later, cannot-tell or stale,
                           and undecided checks without a decision */
    size_t verdicts[VERDICT_COUNT];
};
struct review_counts review_count(const struct review *review);

/* How far the cause of a finding is decided: its failed findings (itself at
 * least), and those of them with a decision that is neither "later" nor stale.
 * The cause counts as decided when all of them are. */
struct cause_counts {
    size_t findings, decided;
};
struct cause_counts review_cause(const struct review *review, size_t index);

/* Entries as the list shows them: for each cause one head finding with its
 * members and undecided children below. Returns item indexes in display order;
 * `depth` 0 for heads, 1 below. */
struct entry {
    size_t item;
    int depth;
};
size_t review_entries(const struct review *review, const struct entry **entries);

bool review_is_readonly(const struct review *review);
const char *review_notice(const struct review *review); /* zh/en message or NULL */
/* ERR_READONLY: why nothing can be written now, and what to do; looks whether a
 * session that held the lock has ended since. */
void review_say_readonly(const struct review *review, struct err *err);
/* How many events the verdict file records that the journal lacks, when that is
 * why the review is read-only; 0 else. review_recover takes them. */
int64_t review_missing(const struct review *review);
const char *review_verdict_path(const struct review *review);
bool review_is_elsewhere(
    const struct review *review);                  /* verdicts are written, not beside the report */
bool review_is_dirty(const struct review *review); /* acts since the last save */
int64_t review_saved_at(const struct review *review);         /* seconds, 0 never */
const char *review_save_trouble(const struct review *review); /* why not saved, NULL */

struct log_entry {
    int64_t n;
    const char *at, *by, *type, *summary;
    bool undone;
    int item; /* the first finding of this run that it is about, -1 none */
};
size_t review_log(const struct review *review, const struct log_entry **entries);

/* ---- acts ---- */

/* One decision on one finding, or on all findings of its cause (with its
 * undecided children). Deciding the same verdict and reason again does nothing. */
int review_decide(struct review *review, size_t index, bool whole_cause, enum verdict verdict,
                  const char *reason, struct err *err);
/* One decision on several findings at once, each with its cause when it heads one:
 * one event, undone as one. */
int review_decide_all(struct review *review, const size_t *indexes, size_t n, enum verdict verdict,
                      const char *reason, struct err *err);
/* Confirms the finding with all of its cause and proposes the values of one of
 * its culprit's explanations: what should stand in the report, for the opinion.
 * No reading and no check changes by it. */
int review_accept(struct review *review, size_t index, size_t repair, struct err *err);
int review_annotate(struct review *review, struct target target, const char *text, struct err *err);
/* Empty text withdraws. */
int review_edit_note(struct review *review, const char *id, const char *text, struct err *err);
int review_add_problem(struct review *review, struct target target, enum severity level,
                       const char *text, const char *basis, struct err *err);
int review_edit_problem(struct review *review, const char *id, enum severity level,
                        const char *text, const char *basis, struct err *err);
/* Another reading of cells; `text` as typed ("12", "" = blank, "/" = mark,
 * NULL = give the program's reading back). */
struct correction {
    const char *cell;
    const char *text;
};
int review_correct(struct review *review, const struct correction *corrections, size_t n,
                   const char *row, const char *reason, struct err *err);
/* Empty text ends it. */
int review_draft(struct review *review, const struct draft *draft, struct err *err);
int review_mark(struct review *review, char name, struct target target, struct err *err);
/* PASSED over open errors needs asked = true, else ERR_USAGE with the count. */
int review_conclude(struct review *review, enum conclusion status, const char *note, bool asked,
                    struct err *err);
int review_reopen(struct review *review, const char *reason, struct err *err);
/* Undo the last act still in force / redo the last undone. said (may be NULL)
 * gets what was undone, for the status line. ERR_USAGE when nothing is left. */
int review_undo(struct review *review, struct str *said, struct err *err);
int review_redo(struct review *review, struct str *said, struct err *err);
/* When an event was written: what the journal says, to the second, and for those
 * this process wrote nanoseconds of a clock that never goes back, else 0. */
struct act_time {
    const char *at; /* NULL: there is no event */
    int64_t moment;
};
/* Time (may be NULL) and number of the event undo / redo would take; 0 none. */
int64_t review_undo_next(const struct review *review, struct act_time *when);
int64_t review_redo_next(const struct review *review, struct act_time *when);

/* Takes from the verdict file what the journal lacks, as events marked
 * `recovered`, saves the verdict file and makes the review writable. What was
 * undone and drafts are lost. ERR_USAGE when nothing is missing. */
int review_recover(struct review *review, struct err *err);

/* Writes the verdict file. Also done by review_close. */
int review_save(struct review *review, struct err *err);

/* The opinion, 退回修改意见 unless the report has passed: numbered problems
 * (confirmed ones, stale ones said so, added ones; with all = true also
 * undecided failures), then what lacks a decision and the other notes. */
enum opinion_format { OPINION_TEXT, OPINION_MARKDOWN };
int review_opinion(const struct review *review, enum opinion_format format, enum lang lang,
                   bool all, struct str *out, struct err *err);
/* Goes over an earlier opinion only: any other file that is there is refused, and so is
 * what is no ordinary file. */
int review_opinion_save(const struct review *review, const char *path, struct slice text,
                        struct err *err);

#endif

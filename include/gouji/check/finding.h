/* What the checks say of one report. Immutable, in an arena of its own; a pure
 * function of (report, last year's report, rule set, reviewer's readings).
 *
 * `items` holds every finding that is shown: outcome FAIL, and UNDECIDED.
 * Passes and not-applicables are only counted. An undecided item that a
 * failed one caused has `parent` set to it. Display ids (F1, C1) are numbered
 * anew by every run and never stored in events. */
#ifndef GOUJI_CHECK_FINDING_H
#define GOUJI_CHECK_FINDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gouji/base/arena.h"
#include "gouji/base/err.h"
#include "gouji/base/str.h"
#include "gouji/check/localise.h"
#include "gouji/check/ruleset.h"
#include "gouji/report/report.h"

enum outcome { OUTCOME_PASS, OUTCOME_FAIL, OUTCOME_UNDECIDED, OUTCOME_NA, OUTCOME_COUNT };

/* A value a check saw: what decisions are tied to. */
struct seen {
    const char *cell;  /* cell id, or "TXT.<n>" for a figure of the prose */
    struct slice text; /* as printed */
    int64_t value;     /* NUMBER only; scaled when is_decimal */
    struct span span;
    enum cell_state state;
    bool is_decimal;
    bool is_reading; /* the reviewer's reading, not the program's */
};

/* A known other scope of a number of the prose, and what the tables say in it. */
struct scope_value {
    const char *name[LANG_COUNT];
    int64_t value;
};

enum { FINGERPRINT_NBYTES = 17 };

struct finding {
    const struct rule *rule;
    const char *instance;  /* "unable_1", "np", "S4", "T3", "3" …; never NULL */
    const char *condition; /* of the prose's: which of its rule's it was raised on; NULL none */
    enum severity severity;
    enum outcome outcome;
    const struct seen *seen; /* operands, in the order of the formula */
    size_t nseen;
    const char *const *targets; /* what it is about: cells, ranges T3.unable_1.np..ot,
                                   TXT.<n>; the operands in the order of the formula */
    size_t ntargets;
    const struct span *spans; /* evidence in the text, most telling first */
    size_t nspans;
    const char *message[LANG_COUNT];
    const char *sum[LANG_COUNT];      /* written out: "10 + 1 = 11 ≠ 9 + 0 = 9，差 2"; NULL */
    const struct scope_value *scopes; /* tried where the prose differs from the tables */
    size_t nscopes;
    int64_t lhs, rhs; /* scaled when is_decimal */
    bool has_lhs, has_rhs, is_decimal;
    bool is_masked;         /* the quote */
    int cause;              /* 1.. shared by findings of one cause; 0 none */
    int parent;             /* index into items of what made it undecided, -1 */
    const size_t *children; /* indexes of the undecided ones it caused, by rule */
    size_t nchildren;
    const struct culprit *culprit;       /* of its cause; NULL: nothing can be said */
    char rule_cells[FINGERPRINT_NBYTES]; /* ruleCells/v1, VERDICT 2 */
    char values[FINGERPRINT_NBYTES];     /* values/v1 */
    struct slice quote;                  /* for prose: the sentence, masked for PRV */
};

struct findings {
    struct arena *arena;
    const struct report *report; /* borrowed */
    const struct ruleset *rules; /* borrowed */
    struct finding *items;       /* causes together, by severity then text order */
    size_t nitems;
    int ncauses;
    size_t counts[OUTCOME_COUNT]; /* instances */
    const struct rule **off;      /* switched off, each says why */
    size_t noff;
    struct span *hidden; /* what privacy checks that are off would have found */
    size_t nhidden, hidden_capacity;
    const struct masks *masks; /* what privacy findings cover, for mask.h; NULL nothing */
    struct span *unclaimed;    /* numbers no cell and no check used, in the order of the text */
    size_t nunclaimed;
    bool is_partial; /* findings_make_first made them */
};

/* The reviewer's other reading of one cell (event `correct`). */
struct reading {
    const char *cell;
    enum cell_state state;
    int64_t value;
    bool is_decimal;
    const char *text; /* as typed */
    bool is_accepted; /* no reading: what should stand there, as the reviewer has accepted
                         it. The checks go by what is printed; only the search for what is
                         to blame takes it as settled */
};

/* The same findings on two threads, for somebody who waits for one report. */
struct findings *findings_make_soon(const struct report *report, const struct report *prior,
                                    const struct ruleset *rules, const struct reading *readings,
                                    size_t nreadings, struct err *err);

/* For a first sight of the report, to be replaced: what the tables alone tell at once, by
 * rules of the kinds that need no prose, without what is to blame. */
struct findings *findings_make_first(const struct report *report, const struct ruleset *rules,
                                     const struct reading *readings, size_t nreadings,
                                     struct err *err);

/* Evaluates every rule. prior may be NULL. readings are copied. NULL only when
 * memory is short. Caller frees with findings_free. */
struct findings *findings_make(const struct report *report, const struct report *prior,
                               const struct ruleset *rules, const struct reading *readings,
                               size_t nreadings, struct err *err);
/* The same, all that goes into it by name. */
struct findings_input {
    const struct report *report;
    const struct report *prior; /* NULL: none */
    const char *const *doubts;  /* without prior: the files that may be last year's report, where
                                   the names do not decide it. The checks across two years are
                                   then undecided, said once */
    size_t ndoubts;
    bool doubts_are_versions;     /* of one agency's report, and nothing says which one counts */
    const struct report *version; /* another report of this agency and year, NULL */
    const struct report *peer;    /* another agency's with prose most like it, NULL */
    const struct ruleset *rules;
    const struct reading *readings;
    size_t nreadings;
    bool without_prints; /* no decision is tied to them: targets, rule_cells, values stay empty */
    bool one_language;   /* messages in `lang` only: for print */
    enum lang lang;
};
struct findings *findings_evaluate(const struct findings_input *input, struct err *err);
/* The same of n reports, with one rule set, rule by rule: that takes a fifth less time than one
 * report after the other. out[i] is NULL when memory is short. */
enum { FINDINGS_AT_ONCE = 8 }; /* more are cut: no more time is won by them */
void findings_evaluate_all(const struct findings_input *inputs, size_t n, struct findings **out);
void findings_free(struct findings *findings);

/* Failed findings of this severity. */
size_t findings_failed(const struct findings *findings, enum severity severity);
bool finding_touches_cell(const struct finding *finding, const char *cell);
/* The sum written out; NULL when there is none or the message says it already. */
const char *finding_sum(const struct finding *finding, enum lang lang);

const char *outcome_name(enum outcome outcome); /* "pass" "fail" "undecided" "not-applicable" */

/* How people name a cell: 表三（四）1 自然人 / Table 3 (四)1 自然人. In arena. */
const char *cell_address(struct arena *arena, const struct cell *cell, enum lang lang);

/* `gouji check` output of one report, appended without line end for jsonl. */
void findings_write_jsonl(const struct findings *findings, enum lang lang, struct str *out);

#endif

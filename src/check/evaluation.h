/* One run of a rule set over one report, private to src/check. Evaluators (one
 * file a family, named in kinds.c's table) read cells only through eval_cell,
 * which applies the reviewer's readings, and report every instance with one of
 * the eval_* calls: pass and not-applicable are counted, fail and undecided
 * become findings. Never silence: a rule that is on gives at least one
 * instance; the driver counts a not-applicable for one that gave none. */
#ifndef GOUJI_SRC_CHECK_EVALUATION_H
#define GOUJI_SRC_CHECK_EVALUATION_H

#include "gouji/check/finding.h"

/* A figure of the prose that says, in the same scope, what the sum of these
 * cells says: who is to blame when they differ is told by the other balances. */
struct witness {
    const struct rule *rule;
    const char *instance;
    struct seen figure;
    int64_t value; /* a plain count */
    bool differs;
    size_t sentence; /* that says it */
    const struct seen *cells;
    size_t ncells;
};

struct evaluation {
    struct arena *arena;
    const struct report *report;
    int stated_year;            /* see document_stated_year */
    const struct report *prior; /* NULL: XY rules are not applicable */
    const char *const *doubts;  /* what may be last year's report */
    size_t ndoubts;
    bool doubts_are_versions;
    const struct report *version, *peer; /* see struct findings_input; NULL */
    const struct ruleset *rules;
    const struct reading *readings;
    size_t nreadings;
    struct findings *out;
    size_t capacity;               /* of out->items */
    bool *claimed;                 /* per figure of the report: a check has used it */
    bool *mentioned;               /* per figure: it was held against a cell */
    const struct marked *prose;    /* the report's sentences, see prose.h; NULL until wanted */
    const struct letters *letters; /* which sentences have which characters; set with prose */
    const uint32_t *ordinals;      /* by figure: how many quantities up to it; set with prose */
    const struct seen_table *tables[2][TABLE_COUNT]; /* see eval_table; NULL until wanted */
    struct side *sides;                              /* see expr_sides; NULL until wanted */
    const size_t *digit_lines;                       /* with digits enough for a person's number */
    size_t ndigit_lines;
    const size_t *broken_lines; /* whose last digits go on in the next line: enough together */
    size_t nbroken_lines;
    const size_t *boxed_lines; /* a cell of which goes on below in such a number */
    size_t nboxed_lines;
    bool knows_digit_lines;                    /* else they have not been wanted yet */
    const struct kept_mentions *kept_mentions; /* see mentions_find; NULL: none yet */
    const struct part_lists *part_lists;       /* see part_lists_find; NULL: none yet */
    const struct spreads *spreads;             /* see spread_of; NULL: none yet */
    struct witness *witnesses;
    size_t nwitnesses, witness_capacity;
    struct testimony *testimonies; /* in no order; figures are read when a sum has failed */
    bool without_prints;           /* findings get neither fingerprints nor targets */
    bool has_no_spreads;           /* spreads were made, and there are none */
    bool one_language;             /* messages in `lang` only */
    enum lang lang;
    struct str message; /* where the next one is worded */
    bool failed;        /* memory ran short */
};

/* One kind of rule. compile may be NULL; it checks the record when the rule
 * set is loaded (faults named in err, *at being set to the value of the record that
 * is wrong where it is known) and returns the compiled form. */
struct rule_kind {
    const char *name;
    void *(*compile)(const struct rule *rule, const cJSON **at, struct err *err);
    void (*release)(void *compiled);
    void (*evaluate)(struct evaluation *run, const struct rule *rule);
    bool is_apart; /* neither uses figures up nor asks which are, nor is a witness:
                      may run beside the other kinds, on a thread of its own */
    bool is_first; /* holds the tables against themselves, by no patterns: evaluated
                      for the first sight of a report. Is apart too */
};

/* NULL when unknown (or name is NULL). The table is in kinds.c. */
const struct rule_kind *rule_kind_find(const char *name);

/* The cell as the checks see it (reading applied); ABSENT when the form
 * decided for this report has no such cell. */
struct seen eval_cell(const struct evaluation *run, const char *id);

/* The same of a cell at hand. */
struct seen eval_seen(const struct evaluation *run, const struct cell *cell);

/* The same of all cells of a block, row by row; those of group rows are zeros. */
struct seen_block {
    const struct form_block *form;
    const struct seen *cells;
    const bool *used; /* by row, see places_row_used */
    unsigned states;  /* 1 << state of each that some cell has */
    bool has_notes;   /* some cell, as the program read it */
};

struct seen_table {
    const struct seen_block *blocks; /* those of places_blocks */
    size_t nblocks;
};

const struct seen_table *eval_see_table(struct evaluation *run, bool is_prior, enum table_id table);

/* Made once for all rules. Of last year's report, which must be there, as the program read
 * it. NULL: no memory. */
static inline const struct seen_table *eval_table(struct evaluation *run, bool is_prior,
                                                  enum table_id table)
{
    const struct seen_table *known = run->tables[is_prior][table];
    return known ? known : eval_see_table(run, is_prior, table);
}

/* One block that the table has in the report at hand. NULL: no memory, run->failed is set. */
const struct seen_block *eval_block(struct evaluation *run, enum table_id table,
                                    const struct form_block *form);

/* Whether anybody will read a message in this language. */
bool eval_says_in(const struct evaluation *run, enum lang lang);

void eval_pass(struct evaluation *run, const struct rule *rule);
void eval_not_applicable(struct evaluation *run, const struct rule *rule);

/* Appends a finding with rule, instance (it lives as long as the report, its form, the rules or the
 * arena; NULL: ""), outcome and severity set (severity from the rule's `severity` list: the first
 * entry whose `when` is NULL or is the given condition name); the caller fills the rest. NULL: no
 * memory (run->failed is set). The pointer is valid until the next append. */
struct finding *eval_add(struct evaluation *run, const struct rule *rule, const char *instance,
                         enum outcome outcome, const char *condition);

/* Fills message[zh], message[en] from the record's "message": {"zh": …, "en": …}
 * (or from "messages": {<key>: {…}} when key is not NULL), replacing {name} by
 * the pair's value. Values may differ by language ("zh\0en" is not used: pass
 * two arrays). Unknown {names} stay visible. */
struct message_value {
    const char *name;
    const char *zh;
    const char *en;
};
void eval_message(struct evaluation *run, struct finding *finding, const char *key,
                  const struct message_value *values, size_t nvalues);

/* The same with values that are worded when a template asks for them, behind what is in
 * `out`; false: it is no name of a value. */
typedef bool message_worder(void *context, struct slice name, enum lang lang, struct str *out);
void eval_message_worded(struct evaluation *run, struct finding *finding, const char *key,
                         message_worder *word, void *context);

/* Evidence. Copies into the arena. The cells seen are what the finding is tied to, too: its
 * targets, of which a run without fingerprints has none. */
void eval_set_seen(struct evaluation *run, struct finding *finding, const struct seen *seen,
                   size_t nseen);
void eval_set_spans(struct evaluation *run, struct finding *finding, const struct span *spans,
                    size_t nspans);

/* The templates of "messages", of several one after the other, and of "message", the last (NULL:
 * none), in the arena; NULL: no memory. */
const struct rule_message *messages_compile(struct arena *arena, const cJSON *const *lists,
                                            size_t nlists, const cJSON *message);

/* A text of a record in one language: {"zh", "en"}, or one string for both. */
const char *rule_text(const cJSON *object, enum lang lang);

/* What the record says under a key that not all kinds have; as json_get and its like, but at once
 * for rules that were noted. */
const cJSON *rule_get(const struct rule *rule, const char *key);
const char *rule_string(const struct rule *rule, const char *key);
int64_t rule_integer(const struct rule *rule, const char *key, int64_t fallback);
/* A key's first bytes: few keys of one object have the same. */
uint64_t rule_key_begin(const char *key);
/* Before other threads use the rule. Without memory it is as before. */
void rule_note_own(struct rule *rule);

/* The severity the rule's list gives under a condition (NULL: none). */
enum severity rule_severity(const struct rule *rule, const char *condition);
/* A rule's list in the arena, NULL: no memory. */
const struct rule_weight *severities_compile(struct arena *arena, const cJSON *list);
/* A rule's list: every entry names a severity, and only the last has no condition. */
bool severities_valid(const cJSON *list);

/* Marks the figures inside a span of the text as used. */
void eval_claim(struct evaluation *run, struct span span);

#endif

/* Two versions of one report, the earlier one with its review: which of its
 * problems are mended in the later one, which cells and sentences are others now,
 * what needs another look. With a verdict file of the earlier version its
 * confirmed and added problems are what was sent back; else every failed check. */
#ifndef GOUJI_REVIEW_COMPARE_H
#define GOUJI_REVIEW_COMPARE_H

#include "gouji/review/review.h"

enum compared_fate {
    COMPARED_STANDS,  /* sent back, not mended: the same values fail */
    COMPARED_CHANGED, /* sent back, changed, and fails still */
    COMPARED_NEW,     /* fails now and did not before */
    COMPARED_LOOK,    /* for a person to say; see why */
    COMPARED_MENDED,
    COMPARED_FATE_COUNT,
};

enum compared_why {
    COMPARED_NO_WHY,
    COMPARED_NO_NUMBER,    /* nothing fails, but a number it rests on is none now */
    COMPARED_NO_SENTENCE,  /* nothing fails, but the sentence it rests on is gone */
    COMPARED_UNDECIDED,    /* cannot be checked any more */
    COMPARED_BY_HAND,      /* the reviewer's own problem: no check can tell */
    COMPARED_OTHER_VALUES, /* was decided to be no error, of other values */
    COMPARED_WHY_COUNT,
};

/* What became of the values that the reviewer proposed (review_accept). */
enum compared_proposal { COMPARED_NO_PROPOSAL, COMPARED_AS_PROPOSED, COMPARED_OTHERWISE };

struct compared_problem {
    enum compared_fate fate;
    enum compared_why why;        /* LOOK only */
    const struct finding *before; /* NULL: NEW, or added by the reviewer */
    const struct finding *after;  /* NULL: no such finding now */
    const struct problem *added;  /* by the reviewer of the earlier version, NULL */
    enum verdict verdict;         /* on the earlier one */
    bool was_sent_back;
    enum compared_proposal proposal;
};

struct compared_cell {
    const char *id;
    struct seen before, after; /* cell NULL: the version's form has none such */
};

struct compared_sentence {
    bool is_new;                     /* only in the later version; else only in the earlier */
    const struct sentence *sentence; /* of that version */
};

struct comparison {
    struct arena *arena;
    const struct review *earlier; /* borrowed, as the others */
    const struct report *before, *after;
    const struct findings *findings_before, *findings_after;
    bool has_verdict;                  /* somebody decided on the earlier version */
    struct compared_problem *problems; /* by fate, what was sent back first */
    size_t nproblems;
    struct compared_cell *cells; /* that changed */
    size_t ncells;
    struct compared_sentence *sentences; /* of the prose, headings too */
    size_t nsentences;
    size_t counts[COMPARED_FATE_COUNT];
    size_t sent_back[COMPARED_FATE_COUNT]; /* of these, what was sent back */
};

/* findings_after are those of the later version. NULL: no memory. */
struct comparison *comparison_make(const struct review *earlier,
                                   const struct findings *findings_after, struct err *err);
void comparison_free(struct comparison *comparison);

/* The comparison line by line, for people: sanitised, what privacy checks found
 * masked. */
enum compared_kind {
    COMPARED_NOTE,
    COMPARED_HEADING,
    COMPARED_PROBLEM,
    COMPARED_CELL,
    COMPARED_SENTENCE
};
struct compared_row {
    enum compared_kind kind;
    size_t index; /* into problems, cells, sentences */
    const char *text;
};
/* The rows hang from the comparison. -1: no memory. */
int comparison_rows(const struct comparison *comparison, enum lang lang,
                    const struct compared_row **rows, size_t *nrows);
/* The same as one text, an empty line before each heading. */
void comparison_write(const struct comparison *comparison, enum lang lang, struct str *out);
/* One JSON object with a line end. */
void comparison_write_json(const struct comparison *comparison, enum lang lang, struct str *out);

const char *compared_fate_name(enum compared_fate fate); /* "stands" "changed" "new" … */
const char *compared_proposal_name(enum compared_proposal proposal); /* NULL "as-proposed" … */
const char *compared_why_name(enum compared_why why);                /* NULL "no-number" … */

#endif

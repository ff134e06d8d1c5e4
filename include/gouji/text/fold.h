/* Folding text for matching, with an exact map back to the source bytes.
 * NFKC per grapheme cluster, then as asked: all white space dropped (or runs
 * joined), zero-width characters dropped, brackets and quotation marks
 * unified (（）〔〕﹝﹞ -> (); “”‘’「」 -> "), [bookmark: …] and [image: …] dropped.
 * Full-width forms, digits and punctuation become half-width through NFKC;
 * 。 、 《 》 stay. Traditional characters of the label alphabet become
 * simplified with FOLD_SIMPLIFY. */
#ifndef GOUJI_TEXT_FOLD_H
#define GOUJI_TEXT_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gouji/base/arena.h"
#include "gouji/base/slice.h"
#include "gouji/text/span.h"

enum fold_flags {
    FOLD_DROP_SPACE = 1,  /* every White_Space character incl. line ends, U+3000 */
    FOLD_DROP_INSETS = 2, /* [bookmark: …], [image: …], <br>, and Markdown's ** __ \ */
    FOLD_SIMPLIFY = 4,
    FOLD_CASE = 8, /* lower-case, for search */
    FOLD_LABEL = FOLD_DROP_SPACE | FOLD_DROP_INSETS | FOLD_SIMPLIFY,
    FOLD_SEARCH = FOLD_DROP_SPACE | FOLD_CASE | FOLD_SIMPLIFY,
};

struct fold {
    char *text; /* folded UTF-8, NUL-terminated, in the arena */
    size_t nbytes;
    const uint32_t *from; /* of each folded byte: see fold_start and fold_size */
};

/* A source byte's offset takes the lower bits of a map's entry, how many there are the rest. */
enum {
    FOLD_OFFSET_BITS = 25,
    FOLD_LAST_OFFSET = (1 << FOLD_OFFSET_BITS) - 1,
    FOLD_MOST_BYTES = 127
};

static inline uint32_t fold_from(uint32_t start, uint32_t nbytes)
{
    return start + ((nbytes < FOLD_MOST_BYTES ? nbytes : FOLD_MOST_BYTES) << FOLD_OFFSET_BITS);
}

/* Where the source bytes, relative to `base`, begin that gave rise to folded byte i, how many
 * they are, or 127 of more, as blanks in a row may be, and where they end. What they begin and
 * end with never decreases. */
static inline uint32_t fold_start(const struct fold *fold, size_t i)
{
    return fold->from[i] & FOLD_LAST_OFFSET;
}

static inline uint32_t fold_size(const struct fold *fold, size_t i)
{
    return fold->from[i] >> FOLD_OFFSET_BITS;
}

static inline uint32_t fold_end(const struct fold *fold, size_t i)
{
    return fold_start(fold, i) + fold_size(fold, i);
}

/* Folded bytes [start, end), without a NUL behind them. */
static inline struct fold fold_part(const struct fold *fold, size_t start, size_t end)
{
    return (struct fold){fold->text + start, end - start, fold->from + start};
}

/* Folds source; offsets in the map are relative to source.ptr plus `base`
 * (so that folding a line of a report gives report offsets). -1: no memory, or
 * offsets over FOLD_LAST_OFFSET. */
int fold_text(struct arena *arena, struct slice source, uint32_t base, unsigned flags,
              struct fold *out);

/* Whether the text is its own fold, told by its bytes alone: as most labels do they stand for
 * ideographs and plain ASCII. False where only folding tells. */
bool fold_keeps(struct slice text, unsigned flags);

/* Folds several spans of a text into one fold: the i-th is folded bytes
 * [at[i], at[i + 1] - 1) of *out, with a NUL behind them; `at` has n + 1 entries. -1: as
 * fold_text. */
int fold_spans(struct arena *arena, const char *text, const struct span *spans, size_t n,
               unsigned flags, struct fold *out, uint32_t *at);

/* What the source bytes of span, a field between separators, have become in the fold of
 * their line, without a NUL behind it; false when they were folded together with others,
 * or begin or end with what is dropped. */
bool fold_cut(const struct fold *fold, struct span span, struct fold *out);

/* The source span of folded bytes [start, end); empty when start == end. */
struct span fold_span(const struct fold *fold, size_t start, size_t end);

/* How, as searches fold, the part stands in the text; an empty part stands nowhere. */
enum fold_match { FOLD_NO_MEMORY = -1, FOLD_APART, FOLD_HOLDS, FOLD_BEGINS, FOLD_IS };
enum fold_match fold_match(struct slice text, struct slice part);

#endif

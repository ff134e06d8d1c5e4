/* The table of kinds: what a record's "kind" may be. */
#include "evaluation.h"
#include "formula.h"
#include "money.h"
#include "never.h"
#include "pattern.h"
#include "printing.h"
#include "prose_kinds.h"
#include "structure.h"

enum { APART = true };

static const struct rule_kind TABLE_KINDS[] = {
    {"SUM", formula_compile, formula_release, formula_evaluate, APART},
    {"LE", formula_compile, formula_release, formula_evaluate, APART},
    {"GE", formula_compile, formula_release, formula_evaluate, APART},
    {"TABLE", structure_compile, NULL, structure_table, APART},
    {"ROWS", structure_compile, NULL, structure_rows, APART},
    {"LABEL", structure_compile, NULL, structure_labels, APART},
    {"PLACED", structure_compile, NULL, structure_placed, APART},
    {"BLANK", structure_compile, NULL, structure_blank, APART},
    {"EXTRA-ROWS", structure_compile, NULL, printing_extra_rows, APART},
    {"COUNTS", structure_compile, NULL, printing_counts, APART},
    {"HEADER", structure_compile, NULL, printing_header, APART},
    {"SPLIT", structure_compile, NULL, printing_split, APART},
    {"STRAY", structure_compile, NULL, printing_stray, APART},
    {"EDITIONS", structure_compile, NULL, printing_editions, APART},
    {"ZERO", structure_compile, NULL, printing_zero, APART},
    {"NEVER", never_compile, patterns_release, never_evaluate, APART},
    {"MONEY", money_compile, NULL, money_evaluate, !APART},
};

static const struct rule_kind *find_in(const struct rule_kind *kinds, size_t count,
                                       const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    return NULL;
}

const struct rule_kind *rule_kind_find(const char *name)
{
    if (!name)
        return NULL;
    const struct rule_kind *kind =
        find_in(TABLE_KINDS, sizeof TABLE_KINDS / sizeof *TABLE_KINDS, name);
    return kind ? kind : find_in(prose_kinds, prose_kinds_count, name);
}

/* The table of kinds: what a record's "kind" may be. */
#include "evaluation.h"
#include "formula.h"
#include "money.h"
#include "never.h"
#include "pattern.h"
#include "printing.h"
#include "prose_kinds.h"
#include "structure.h"

static const struct rule_kind TABLE_KINDS[] = {
    {"SUM", formula_compile, formula_release, formula_evaluate},
    {"LE", formula_compile, formula_release, formula_evaluate},
    {"GE", formula_compile, formula_release, formula_evaluate},
    {"TABLE", structure_compile, NULL, structure_table},
    {"ROWS", structure_compile, NULL, structure_rows},
    {"LABEL", structure_compile, NULL, structure_labels},
    {"PLACED", structure_compile, NULL, structure_placed},
    {"BLANK", structure_compile, NULL, structure_blank},
    {"EXTRA-ROWS", structure_compile, NULL, printing_extra_rows},
    {"COUNTS", structure_compile, NULL, printing_counts},
    {"HEADER", structure_compile, NULL, printing_header},
    {"SPLIT", structure_compile, NULL, printing_split},
    {"STRAY", structure_compile, NULL, printing_stray},
    {"EDITIONS", structure_compile, NULL, printing_editions},
    {"ZERO", structure_compile, NULL, printing_zero},
    {"NEVER", never_compile, patterns_release, never_evaluate},
    {"MONEY", money_compile, NULL, money_evaluate},
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

/* The table of kinds: what a record's "kind" may be. */
#include <stdlib.h>

#include "evaluation.h"
#include "formula.h"
#include "money.h"
#include "never.h"
#include "pattern.h"
#include "printing.h"
#include "prose_kinds.h"
#include "structure.h"

#define TABLES(name, compile, release, evaluate)                                                   \
    {                                                                                              \
        name, compile, release, evaluate, true, true                                               \
    }

static const struct rule_kind TABLE_KINDS[] = {
    TABLES("SUM", formula_compile, NULL, formula_evaluate),
    TABLES("LE", formula_compile, NULL, formula_evaluate),
    TABLES("GE", formula_compile, NULL, formula_evaluate),
    TABLES("TABLE", structure_compile, free, structure_table),
    TABLES("ROWS", structure_compile, free, structure_rows),
    TABLES("LABEL", structure_compile, free, structure_labels),
    TABLES("PLACED", structure_compile, free, structure_placed),
    TABLES("BLANK", structure_compile, free, structure_blank),
    TABLES("EXTRA-ROWS", structure_compile, free, printing_extra_rows),
    TABLES("COUNTS", structure_compile, free, printing_counts),
    TABLES("HEADER", structure_compile, free, printing_header),
    TABLES("SPLIT", structure_compile, free, printing_split),
    TABLES("STRAY", structure_compile, free, printing_stray),
    TABLES("EDITIONS", structure_compile, free, printing_editions),
    TABLES("ZERO", structure_compile, free, printing_zero),
    {"NEVER", never_compile, patterns_release, never_evaluate, true, false},
    {"MONEY", money_compile, NULL, money_evaluate, false, false},
};

static const struct rule_kind *find_in(const struct rule_kind *kinds, size_t count,
                                       const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (kinds[i].name[0] == name[0] && strcmp(kinds[i].name, name) == 0)
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

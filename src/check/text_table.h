/* A number of the prose against cells of the tables: what both say, and how
 * severe a difference is. Shared by the checks of the TT family. */
#ifndef GOUJI_SRC_CHECK_TEXT_TABLE_H
#define GOUJI_SRC_CHECK_TEXT_TABLE_H

#include "document.h"
#include "mentions.h"

enum { TEXT_MAX_CELLS = 16 };

/* What the tables say: the sum of some cells. */
struct told {
    struct seen cells[TEXT_MAX_CELLS];
    size_t n;
    int64_t known; /* sum of the numbers */
    size_t nnumbers, nblanks, nlost;
};

void told_add(struct evaluation *run, struct told *told, const char *cell);
void told_add_list(struct evaluation *run, struct told *told, const cJSON *cells);

/* "表三 一 总计 + 表四 …" in one language. */
const char *told_name(struct evaluation *run, const struct told *told, enum lang lang);

/* OUTCOME_PASS when the tables say `value` (blanks read as 0 when something is
 * a number), FAIL when they cannot, UNDECIDED with *key "lost" or "blank". */
enum outcome told_compare(const struct told *told, int64_t value, const char **key);

/* A word of the sentence that says that the number may have another scope than the
 * organ's own tables; NULL. */
const char *scope_word_near(const struct evaluation *run, const struct rule *rule,
                            struct slice sentence);

/* Whether words name a territory, and whether it is the one that the report's organ is of. */
enum territory { TERRITORY_NONE, TERRITORY_OWN, TERRITORY_WIDER };
enum territory territory_said(const struct evaluation *run, const struct rule *rule,
                              struct slice words);

/* Whether words name what is of the government alone. */
bool territory_has_narrower(const struct evaluation *run, const struct rule *rule,
                            struct slice words);

/* Whether each number is that of the record's cells, or of one of its known other scopes:
 * different ones may all be right. */
bool text_table_explains(struct evaluation *run, const struct rule *rule,
                         const struct mentions *found);

/* Fills seen (the figure, when there is one, then the cells) and both sides. */
void told_set(struct evaluation *run, struct finding *finding, size_t figure, int64_t value,
              const struct told *told);

#endif

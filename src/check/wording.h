/* Pieces of messages about cells and sums, in both languages, in an
 * evaluation's arena. On short memory run->failed is set and "" returned. */
#ifndef GOUJI_SRC_CHECK_WORDING_H
#define GOUJI_SRC_CHECK_WORDING_H

#include "gouji/base/str.h"
#include "judge.h"

/* Takes the string's bytes into the arena and releases it. */
const char *wording_keep(struct evaluation *run, struct str *text);

const char *wording_number(struct evaluation *run, int64_t value, bool is_decimal);
void wording_add_number(int64_t value, bool is_decimal, struct str *out);
const char *wording_count(struct evaluation *run, size_t n);

/* 、 in Chinese, a comma in English. */
const char *wording_separator(enum lang lang);

/* A list separated as in Chinese (、；), separated as in English, in arena. */
const char *wording_list_in_english(struct evaluation *run, const char *list);

/* These four go behind what is in `out`. A cell as people name it: 上年表三（四）1 自然人. */
void wording_add_operand(struct evaluation *run, const struct operand *operand, enum lang lang,
                         struct str *out);

/* What all operands of both sides have in common:
 * the row (表三（四）1), the column (表三 自然人) or only the table. */
void wording_where(struct evaluation *run, const struct side *lhs, const struct side *rhs,
                   enum lang lang, struct str *out);

/* 表三（四）1 自然人至其他、表三（四）1 总计: each term once. */
void wording_cells(struct evaluation *run, const struct side *lhs, const struct side *rhs,
                   enum lang lang, struct str *out);

/* The operands in one of these states, named; after the fourth only how many. */
void wording_operands(struct evaluation *run, const struct side *lhs, const struct side *rhs,
                      bool (*wanted)(enum cell_state), enum lang lang, struct str *out);

/* 10 + 1 = 11 ≠ 9 + 0 = 9，差 2. */
const char *wording_sum(struct evaluation *run, const struct side *lhs, const struct side *rhs,
                        const struct comparison *made, enum relation relation, enum lang lang);
/* The same of a comparison that holds (10 + 0 = 10 = 9 + 1 = 10) or is left open
 * (10 + 0 = 10 ? 9 + blank ≥ 9). */
const char *wording_balance(struct evaluation *run, const struct side *lhs, const struct side *rhs,
                            const struct comparison *made, enum relation relation, enum lang lang);

#endif

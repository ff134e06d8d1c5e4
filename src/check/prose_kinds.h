/* The kinds of rules that read prose, one family a file; the table is in
 * prose_kinds.c, the words and patterns are in data/rules/prose.json. */
#ifndef GOUJI_SRC_CHECK_PROSE_KINDS_H
#define GOUJI_SRC_CHECK_PROSE_KINDS_H

#include "evaluation.h"

extern const struct rule_kind prose_kinds[];
extern const size_t prose_kinds_count;

/* document.c: the year, the period, the signature, the edition of the tables */
void document_year(struct evaluation *run, const struct rule *rule);
void document_period(struct evaluation *run, const struct rule *rule);
void document_signature(struct evaluation *run, const struct rule *rule);
void document_edition(struct evaluation *run, const struct rule *rule);
/* document_words.c: what the organ calls itself, what the lead promises */
void document_self(struct evaluation *run, const struct rule *rule);
void document_lead(struct evaluation *run, const struct rule *rule);
/* section.c: the six sections and their numerals */
void section_present(struct evaluation *run, const struct rule *rule);
void section_numbering(struct evaluation *run, const struct rule *rule);
void section_extra(struct evaluation *run, const struct rule *rule);
void section_empty(struct evaluation *run, const struct rule *rule);
/* section_content.c: what a section has to say */
void *section_results_compile(const struct rule *rule, const cJSON **at, struct err *err);
void section_results(struct evaluation *run, const struct rule *rule);
void *section_problems_compile(const struct rule *rule, const cJSON **at, struct err *err);
void section_problems(struct evaluation *run, const struct rule *rule);
void section_stated(struct evaluation *run, const struct rule *rule);
/* text_table.c, denial.c, text_documents.c: numbers and denials against tables */
void text_table_evaluate(struct evaluation *run, const struct rule *rule);
void *denial_compile(const struct rule *rule, const cJSON **at, struct err *err);
void denial_evaluate(struct evaluation *run, const struct rule *rule);
void *text_documents_compile(const struct rule *rule, const cJSON **at, struct err *err);
void text_documents_evaluate(struct evaluation *run, const struct rule *rule);
/* text_money.c, twice.c: amounts against tables, a number against itself */
void text_money_evaluate(struct evaluation *run, const struct rule *rule);
void text_fee_evaluate(struct evaluation *run, const struct rule *rule);
void twice_evaluate(struct evaluation *run, const struct rule *rule);
/* parts.c: parts and wholes inside the prose */
void parts_sum(struct evaluation *run, const struct rule *rule);
void parts_over(struct evaluation *run, const struct rule *rule);
/* asked.c: what local rules want */
void asked_evaluate(struct evaluation *run, const struct rule *rule);
/* phrase.c: words that should not stand there, or should */
void *phrase_compile(const struct rule *rule, const cJSON **at, struct err *err);
void phrase_evaluate(struct evaluation *run, const struct rule *rule);
void *said_compile(const struct rule *rule, const cJSON **at, struct err *err);
void said_evaluate(struct evaluation *run, const struct rule *rule);
/* local_balance.c, percent.c, listed.c: arithmetic of local tables and of prose */
void local_evaluate(struct evaluation *run, const struct rule *rule);
void rate_evaluate(struct evaluation *run, const struct rule *rule);
void percent_share(struct evaluation *run, const struct rule *rule);
void growth_evaluate(struct evaluation *run, const struct rule *rule);
void listed_evaluate(struct evaluation *run, const struct rule *rule);
/* similar.c: prose that stands elsewhere too */
void similar_evaluate(struct evaluation *run, const struct rule *rule);
void similar_repeated(struct evaluation *run, const struct rule *rule);
/* versions.c: two reports of one year */
void versions_evaluate(struct evaluation *run, const struct rule *rule);
/* names.c: the title, the agency's names and others', the deadline */
void names_title(struct evaluation *run, const struct rule *rule);
void *names_compile(const struct rule *rule, const cJSON **at, struct err *err);
void names_agree(struct evaluation *run, const struct rule *rule);
void names_foreign(struct evaluation *run, const struct rule *rule);
void names_deadline(struct evaluation *run, const struct rule *rule);
/* order.c: titles, order and numbering of sections */
void order_titles(struct evaluation *run, const struct rule *rule);
void order_sections(struct evaluation *run, const struct rule *rule);
void order_levels(struct evaluation *run, const struct rule *rule);
/* topics.c, items.c: what sections one and five have to treat */
void *topics_compile(const struct rule *rule, const cJSON **at, struct err *err);
void topics_evaluate(struct evaluation *run, const struct rule *rule);
void *items_compile(const struct rule *rule, const cJSON **at, struct err *err);
void items_evaluate(struct evaluation *run, const struct rule *rule);
/* privacy.c */
/* Makes run->digit_lines and run->broken_lines known. */
void privacy_find_lines(struct evaluation *run);
void privacy_evaluate(struct evaluation *run, const struct rule *rule);

#endif

#include "prose_kinds.h"

#include "pattern.h"

#define KIND(name, evaluate) {name, patterns_compile, patterns_release, evaluate}

const struct rule_kind prose_kinds[] = {
    KIND("YEAR", document_year),
    KIND("PERIOD", document_period),
    KIND("SIGNATURE", document_signature),
    KIND("EDITION", document_edition),
    KIND("SELF", document_self),
    KIND("LEAD", document_lead),
    KIND("SECTIONS", section_present),
    KIND("NUMBERING", section_numbering),
    KIND("EXTRA", section_extra),
    KIND("EMPTY", section_empty),
    KIND("RESULTS", section_results),
    KIND("PROBLEMS", section_problems),
    KIND("PRESENT", section_stated),
    KIND("TXT=TBL", text_table_evaluate),
    KIND("DENIAL", denial_evaluate),
    KIND("DOCUMENTS", text_documents_evaluate),
    KIND("TXT=MONEY", text_money_evaluate),
    KIND("FEE", text_fee_evaluate),
    KIND("TWICE", twice_evaluate),
    KIND("TXT-SUM", parts_sum),
    KIND("TXT-PART", parts_over),
    KIND("TITLE", names_title),
    KIND("NAMES", names_agree),
    KIND("FOREIGN", names_foreign),
    KIND("DEADLINE", names_deadline),
    KIND("TITLES", order_titles),
    KIND("ORDER", order_sections),
    KIND("LEVELS", order_levels),
    KIND("TOPICS", topics_evaluate),
    KIND("ITEMS", items_evaluate),
    KIND("LOCAL", local_evaluate),
    KIND("RATE", percent_rate),
    KIND("SHARE", percent_share),
    KIND("GROWTH", percent_growth),
    KIND("LISTED", listed_evaluate),
    KIND("VERSIONS", versions_evaluate),
    KIND("SIMILAR", similar_evaluate),
    KIND("REPEATED", similar_repeated),
    KIND("WORDING", phrase_evaluate),
    KIND("SAID", said_evaluate),
    KIND("PRIVATE", privacy_evaluate),
};

const size_t prose_kinds_count = sizeof prose_kinds / sizeof *prose_kinds;

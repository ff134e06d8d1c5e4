#include "prose_kinds.h"

#include "mentions.h"
#include "part_words.h"

#define KIND(name, evaluate)                                                                       \
    {                                                                                              \
        name, patterns_compile, patterns_release, evaluate, false, false                           \
    }
#define MENTIONS(name, evaluate)                                                                   \
    {                                                                                              \
        name, mentions_compile, patterns_release, evaluate, false, false                           \
    }
#define APART(name, evaluate)                                                                      \
    {                                                                                              \
        name, patterns_compile, patterns_release, evaluate, true, false                            \
    }

const struct rule_kind prose_kinds[] = {
    APART("YEAR", document_year),
    APART("PERIOD", document_period),
    APART("SIGNATURE", document_signature),
    APART("EDITION", document_edition),
    KIND("SELF", document_self),
    KIND("LEAD", document_lead),
    APART("SECTIONS", section_present),
    APART("NUMBERING", section_numbering),
    APART("EXTRA", section_extra),
    APART("EMPTY", section_empty),
    {"RESULTS", section_results_compile, patterns_release, section_results, true, false},
    {"PROBLEMS", section_problems_compile, patterns_release, section_problems, true, false},
    APART("PRESENT", section_stated),
    MENTIONS("TXT=TBL", text_table_evaluate),
    {"DENIAL", denial_compile, patterns_release, denial_evaluate, false, false},
    {"DOCUMENTS", text_documents_compile, patterns_release, text_documents_evaluate, false, false},
    MENTIONS("TXT=MONEY", text_money_evaluate),
    MENTIONS("FEE", text_fee_evaluate),
    MENTIONS("TWICE", twice_evaluate),
    {"TXT-SUM", part_words_compile, patterns_release, parts_sum, false, false},
    {"TXT-PART", part_words_compile, patterns_release, parts_over, false, false},
    APART("TITLE", names_title),
    {"NAMES", names_compile, patterns_release, names_agree, true, false},
    {"FOREIGN", names_compile, patterns_release, names_foreign, false, false},
    APART("DEADLINE", names_deadline),
    APART("TITLES", order_titles),
    APART("ORDER", order_sections),
    APART("LEVELS", order_levels),
    {"TOPICS", topics_compile, patterns_release, topics_evaluate, true, false},
    {"ITEMS", items_compile, patterns_release, items_evaluate, true, false},
    KIND("LOCAL", local_evaluate),
    KIND("RATE", rate_evaluate),
    KIND("SHARE", percent_share),
    KIND("GROWTH", growth_evaluate),
    KIND("LISTED", listed_evaluate),
    KIND("VERSIONS", versions_evaluate),
    KIND("SIMILAR", similar_evaluate),
    KIND("REPEATED", similar_repeated),
    {"WORDING", phrase_compile, patterns_release, phrase_evaluate, true, false},
    APART("ASKED", asked_evaluate),
    {"SAID", said_compile, patterns_release, said_evaluate, true, false},
    {"PRIVATE", patterns_compile, patterns_release, privacy_evaluate, true, true},
};

const size_t prose_kinds_count = sizeof prose_kinds / sizeof *prose_kinds;

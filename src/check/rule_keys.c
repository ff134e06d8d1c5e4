#include "rule_keys.h"

#include <string.h>

#define KEY(key, of_type)                                                                          \
    {                                                                                              \
        .name = (key), .type = KEY_##of_type                                                       \
    }
#define MUST(key, of_type)                                                                         \
    {                                                                                              \
        .name = (key), .type = KEY_##of_type, .is_required = true                                  \
    }
#define OF(key, of_type, has)                                                                      \
    {                                                                                              \
        .name = (key), .type = KEY_##of_type, .members = (has)                                     \
    }
#define MUST_OF(key, of_type, has)                                                                 \
    {                                                                                              \
        .name = (key), .type = KEY_##of_type, .is_required = true, .members = (has)                \
    }

static const struct rule_key NOTHING[] = {{0}};

/* What several kinds have. */
static const struct rule_key TOPIC[] = {
    MUST("id", WORD), MUST("name", TEXT), MUST("words", WORDS), {0}};
static const struct rule_key UNIT[] = {MUST("name", WORD), MUST("parts", NUMBER), {0}};
static const struct rule_key SCOPE[] = {MUST("name", TEXT),         KEY("plus", CELLS),
                                        KEY("minus", CELLS),        KEY("stated", WORDS),
                                        KEY("unless_apart", TRUTH), {0}};

/* Kinds on tables. */
static const struct rule_key SIDES[] = {KEY("lhs", FORMULA), KEY("rhs", FORMULA), {0}};
static const struct rule_key FORMULA[] = {
    {.name = "each", .type = KEY_ANY, .choices = "row column"},
    KEY("of", PLACES),
    KEY("instance", WORD),
    {.name = "mode", .type = KEY_WORD, .choices = "partial_zero lower_bound"},
    KEY("lhs", FORMULA),
    KEY("rhs", FORMULA),
    MUST("lhs_name", TEXT),
    MUST("rhs_name", TEXT),
    OF("severe", OBJECT, SIDES),
    KEY("severe_percent", NUMBER),
    KEY("explained_as", CHECK),
    KEY("explained_list", WORD),
    KEY("prior", TRUTH),
    {0}};
static const struct rule_key TABLES[] = {KEY("of", TABLES), {0}};
static const struct rule_key TABLE[] = {KEY("of", TABLES),
                                        KEY("picture", WORDS),
                                        KEY("unconverted", WORDS),
                                        KEY("printed", WORDS_BY_NAME),
                                        {0}};
static const struct rule_key NONE_STATED[] = {MUST("topic", WORDS), MUST("denial", WORDS), {0}};
static const struct rule_key BLANK[] = {
    KEY("of", TABLES), OF("none_stated", BY_TABLE, NONE_STATED), {0}};
static const struct rule_key ORGAN[] = {
    {.name = "kinds", .type = KEY_WORDS, .is_required = true, .unless = "names"},
    KEY("names", WORDS),
    {0}};
static const struct rule_key NO_FIXED_LISTS[] = {{0}};
static const struct rule_key NEVER[] = {KEY("never", CLAUSES),
                                        {.name = "each", .type = KEY_CHOICE, .choices = "row cell"},
                                        KEY("of", PLACES),
                                        KEY("instance", WORD),
                                        OF("organs", BY_NAME, ORGAN),
                                        KEY("said", LIST),
                                        KEY("unless_said", LIST),
                                        KEY("said_in", SECTIONS),
                                        KEY("prior", TRUTH),
                                        OF("patterns", LISTS, NO_FIXED_LISTS),
                                        {0}};
static const struct rule_key MONEY[] = {KEY("instance", WORD),
                                        KEY("amount", CELL),
                                        KEY("count", CELL),
                                        KEY("unit", WORD),
                                        MUST_OF("units", OBJECTS, UNIT),
                                        KEY("max_each", NUMBER),
                                        KEY("max_total", NUMBER),
                                        KEY("small", WORDS),
                                        {0}};

/* Kinds on title, dates, organ and edition. */
static const struct rule_key YEAR_LISTS[] = {
    KEY("opening", PATTERNS),   KEY("opening_fact", PATTERNS),
    KEY("carried", NUMBERS),    KEY("facts", PATTERNS),
    KEY("facts_not", PATTERNS), KEY("compared", PATTERNS),
    KEY("fees", PATTERNS),      {0}};
static const struct rule_key YEAR[] = {
    KEY("cell", CELL), KEY("carried_cell", CELL), OF("patterns", LISTS, YEAR_LISTS), {0}};
static const struct rule_key EDITION[] = {MUST("labels", WORDS_BY_EDITION), {0}};
static const struct rule_key SELF_LISTS[] = {MUST("self", PATTERNS), KEY("subject", PATTERNS), {0}};
static const struct rule_key SELF[] = {MUST("may_say", WORDS_BY_NAME),
                                       KEY("subject_kinds", WORDS),
                                       MUST_OF("patterns", LISTS, SELF_LISTS),
                                       {0}};
static const struct rule_key LEAD_LISTS[] = {
    MUST("lead", PATTERNS), KEY("count", PATTERNS), KEY("open", PATTERNS), {0}};
static const struct rule_key LEAD[] = {MUST("sections", WORDS_BY_SECTION),
                                       KEY("least", NUMBER),
                                       MUST_OF("patterns", LISTS, LEAD_LISTS),
                                       {0}};
static const struct rule_key TITLE_LISTS[] = {MUST("whole", PATTERNS), KEY("short", PATTERNS), {0}};
static const struct rule_key TITLE[] = {MUST_OF("patterns", LISTS, TITLE_LISTS), {0}};
static const struct rule_key NAMES[] = {KEY("drop", WORDS), {0}};
static const struct rule_key FOREIGN_LISTS[] = {
    KEY("stray", PATTERNS),   MUST("subject", PATTERNS),  KEY("county", PATTERNS),
    KEY("no_name", PATTERNS), KEY("of_county", PATTERNS), {0}};
static const struct rule_key FOREIGN[] = {KEY("drop", WORDS),
                                          KEY("places", WORDS),
                                          KEY("kinds", WORDS),
                                          MUST_OF("patterns", LISTS, FOREIGN_LISTS),
                                          {0}};
static const struct rule_key DAY[] = {
    MUST("kinds", WORDS), MUST("month", NUMBER), MUST("day", NUMBER), KEY("when", WORD), {0}};
static const struct rule_key LATER[] = {
    MUST("ends", WORDS), MUST("month", NUMBER), MUST("day", NUMBER), MUST("when", WORD), {0}};
static const struct rule_key DEADLINE[] = {
    MUST_OF("deadlines", OBJECTS, DAY), OF("later", OBJECTS, LATER), {0}};

/* Kinds on sections and headings. */
static const struct rule_key EXTRA[] = {KEY("strict_since", NUMBER), {0}};
static const struct rule_key PRESENT_LISTS[] = {MUST("stated", PATTERNS), {0}};
static const struct rule_key PRESENT[] = {MUST("section", SECTION),
                                          KEY("required_since", NUMBER),
                                          MUST_OF("patterns", LISTS, PRESENT_LISTS),
                                          {0}};
static const struct rule_key RESULTS_LISTS[] = {KEY("results", PATTERNS), {0}};
static const struct rule_key RESULTS[] = {
    MUST_OF("topics", OBJECTS, TOPIC),
    {.name = "governments", .type = KEY_WORDS, .is_required = true, .unless = "delegated"},
    KEY("government_words", WORDS),
    KEY("offices", WORDS),
    KEY("delegated", WORDS),
    KEY("own_section", WORDS),
    KEY("result_words", WORDS),
    OF("patterns", LISTS, RESULTS_LISTS),
    {0}};
static const struct rule_key SIGNATURE_LISTS[] = {
    KEY("page_agency", PATTERNS), KEY("page_date", PATTERNS), {0}};
static const struct rule_key SIGNATURE[] = {OF("patterns", LISTS, SIGNATURE_LISTS), {0}};
static const struct rule_key PROBLEMS_LISTS[] = {
    MUST("problem", PATTERNS),     MUST("measure", PATTERNS),
    KEY("problem_more", PATTERNS), KEY("measure_more", PATTERNS),
    KEY("measure_weak", PATTERNS), KEY("answering", PATTERNS),
    KEY("mended", PATTERNS),       KEY("achieved", PATTERNS),
    KEY("denial", PATTERNS),       {0}};
static const struct rule_key PROBLEMS[] = {KEY("problem_headings", WORDS),
                                           KEY("measure_headings", WORDS),
                                           KEY("past_headings", WORDS),
                                           MUST_OF("patterns", LISTS, PROBLEMS_LISTS),
                                           {0}};
static const struct rule_key TOPICS_LISTS[] = {
    MUST("level1", PATTERNS), KEY("level2", PATTERNS), KEY("level3", PATTERNS), {0}};
static const struct rule_key TOPICS[] = {MUST("section", SECTION),
                                         MUST_OF("topics", OBJECTS, TOPIC),
                                         MUST_OF("patterns", LISTS, TOPICS_LISTS),
                                         {0}};
static const struct rule_key ASKED[] = {MUST("section", SECTION), {0}};
static const struct rule_key LEVELS_LISTS[] = {
    KEY("glued", PATTERNS), MUST("level", PATTERNS), KEY("item", PATTERNS), {0}};
static const struct rule_key LEVELS[] = {MUST_OF("patterns", LISTS, LEVELS_LISTS), {0}};
static const struct rule_key ITEMS_LISTS[] = {KEY("past", PATTERNS),
                                              KEY("still", PATTERNS),
                                              KEY("year_before", PATTERNS),
                                              KEY("measures_then", PATTERNS),
                                              KEY("both", PATTERNS),
                                              KEY("turn", PATTERNS),
                                              MUST("problems", PATTERNS),
                                              KEY("item_is", PATTERNS),
                                              MUST("measures", PATTERNS),
                                              KEY("item_han", PATTERNS),
                                              KEY("item_bracket", PATTERNS),
                                              KEY("item_digit", PATTERNS),
                                              {0}};
static const struct rule_key ITEMS[] = {MUST_OF("patterns", LISTS, ITEMS_LISTS), {0}};

/* What tells that a number is another body's, or of a part. */
#define BODIES                                                                                     \
    KEY("body", PATTERNS), KEY("organ", PATTERNS), KEY("organ_since", PATTERNS),                   \
        KEY("subject", PATTERNS), KEY("subject_organ", PATTERNS), KEY("subset", PATTERNS),         \
        KEY("above", PATTERNS), KEY("own_zone", PATTERNS)
/* Names whose numbers stand behind them all. */
#define SPREAD                                                                                     \
    KEY("spread", NUMBERS), KEY("spread_name", PATTERNS), KEY("spread_unit", PATTERNS),            \
        KEY("spread_common", PATTERNS)
/* Kinds on numbers of the prose. What guards a number is the same for all. */
#define GUARDS                                                                                     \
    KEY("match_not", PATTERNS), KEY("clause_not", PATTERNS), KEY("before_not", PATTERNS),          \
        KEY("since_not", PATTERNS), KEY("after_not", PATTERNS), KEY("matter_not", PATTERNS),       \
        KEY("apart", PATTERNS), KEY("apart_behind", PATTERNS), KEY("context", PATTERNS),           \
        KEY("goes_on", PATTERNS), KEY("goes_on_not", PATTERNS), KEY("year", PATTERNS),             \
        KEY("leading_year", PATTERNS), KEY("general_not", PATTERNS), BODIES, SPREAD
#define NUMBERS                                                                                    \
    KEY("total", NUMBERS), KEY("only_zero", NUMBERS), KEY("weak", NUMBERS), KEY("zero", PATTERNS)
/* An item may name lists of its own in place of the record's. */
#define ITEM_LISTS                                                                                 \
    KEY("total", NUMBER_LIST), KEY("only_zero", NUMBER_LIST), KEY("weak", NUMBER_LIST),            \
        KEY("zero", LIST), KEY("match_not", LIST), KEY("clause_not", LIST),                        \
        KEY("before_not", LIST), KEY("since_not", LIST), KEY("after_not", LIST),                   \
        KEY("matter_not", LIST), KEY("context", LIST), KEY("exclusive", TRUTH)
#define MENTIONS                                                                                   \
    KEY("organs_below", WORDS), KEY("context_section", SECTION), KEY("general_section", SECTION),  \
        KEY("year_offset", NUMBER), KEY("fractions", TRUTH), KEY("exclusive", TRUTH)
#define SCOPES                                                                                     \
    KEY("scope_as", CHECK), KEY("scope_words", WORDS), KEY("own_scope", WORDS_BY_NAME),            \
        KEY("territories", WORDS), KEY("narrower", WORDS)

static const struct rule_key FIND_LISTS[] = {KEY("find", NUMBERS), NUMBERS, GUARDS, {0}};
static const struct rule_key FOUND_LISTS[] = {MUST("find", NUMBERS), NUMBERS, GUARDS, {0}};
static const struct rule_key CELL_ITEM[] = {MUST("find", NUMBER_LIST),
                                            ITEM_LISTS,
                                            MUST("cells", CELLS),
                                            KEY("instead", CELLS),
                                            OF("scopes", OBJECTS, SCOPE),
                                            KEY("part", TRUTH),
                                            KEY("testifies", TRUTH),
                                            KEY("loose", TRUTH),
                                            KEY("at_most", TRUTH),
                                            KEY("below", TRUTH),
                                            {0}};
static const struct rule_key APPLICANTS[] = {
    MUST("name", TEXT), MUST("said", LIST), MUST("columns", WORDS), {0}};
static const struct rule_key TEXT_TABLE[] = {
    {.name = "cells", .type = KEY_CELLS, .is_required = true, .unless = "items", .list = "find"},
    OF("items", OBJECTS, CELL_ITEM),
    OF("scopes", OBJECTS, SCOPE),
    OF("applicants", OBJECTS, APPLICANTS),
    SCOPES,
    MENTIONS,
    MUST_OF("patterns", LISTS, FIND_LISTS),
    {0}};
static const struct rule_key MONEY_ITEM[] = {
    MUST("find", NUMBER_LIST), ITEM_LISTS, MUST("cell", CELL), {0}};
static const struct rule_key TEXT_MONEY[] = {MUST_OF("items", OBJECTS, MONEY_ITEM),
                                             MUST_OF("units", OBJECTS, UNIT),
                                             SCOPES,
                                             MENTIONS,
                                             MUST_OF("patterns", LISTS, FIND_LISTS),
                                             {0}};
static const struct rule_key FEE[] = {MUST("cell", CELL),
                                      KEY("step", NUMBER),
                                      MUST_OF("units", OBJECTS, UNIT),
                                      SCOPES,
                                      MENTIONS,
                                      MUST_OF("patterns", LISTS, FOUND_LISTS),
                                      {0}};
static const struct rule_key TWICE_ITEM[] = {
    MUST("id", WORD),
    {.name = "find", .type = KEY_NUMBER_LIST, .is_required = true, .unless = "as"},
    ITEM_LISTS,
    KEY("as", CHECK),
    KEY("sentence_not", LIST),
    {0}};
static const struct rule_key TWICE_LISTS[] = {
    KEY("sentence_not", PATTERNS), KEY("find", NUMBERS), NUMBERS, GUARDS, {0}};
static const struct rule_key TWICE[] = {
    MUST_OF("items", OBJECTS, TWICE_ITEM), MENTIONS, OF("patterns", LISTS, TWICE_LISTS), {0}};
static const struct rule_key DENIED[] = {
    MUST("patterns", LIST), MUST("cells", CELLS), KEY("under", LIST), {0}};
static const struct rule_key DENIAL_LISTS[] = {KEY("clause_not", PATTERNS),
                                               KEY("since_not", PATTERNS),
                                               KEY("heading_not", PATTERNS),
                                               KEY("year", PATTERNS),
                                               KEY("leading_year", PATTERNS),
                                               BODIES,
                                               {0}};
static const struct rule_key DENIAL[] = {MUST_OF("denials", OBJECTS, DENIED),
                                         SCOPES,
                                         KEY("organs_below", WORDS),
                                         MUST_OF("patterns", LISTS, DENIAL_LISTS),
                                         {0}};
static const struct rule_key DOCUMENT_KIND[] = {MUST("words", LIST), KEY("row", ROW), {0}};
static const struct rule_key DOCUMENT_COLUMN[] = {
    MUST("find", NUMBER_LIST), MUST("column", COLUMN), KEY("unless", LIST), {0}};
static const struct rule_key DOCUMENTS_LISTS[] = {
    MUST("find", NUMBERS),         KEY("explained", PATTERNS),  KEY("cleared", NUMBERS),
    KEY("match_not", PATTERNS),    KEY("clause_not", PATTERNS), KEY("since_not", PATTERNS),
    KEY("heading_not", PATTERNS),  KEY("also", NUMBERS),        KEY("total", NUMBERS),
    KEY("part", PATTERNS),         KEY("stock", PATTERNS),      KEY("year", PATTERNS),
    KEY("leading_year", PATTERNS), KEY("above", PATTERNS),      {0}};
static const struct rule_key DOCUMENTS[] = {MUST_OF("kinds", OBJECTS, DOCUMENT_KIND),
                                            OF("columns", OBJECTS, DOCUMENT_COLUMN),
                                            KEY("nearest", ROW),
                                            SCOPES,
                                            MUST_OF("patterns", LISTS, DOCUMENTS_LISTS),
                                            {0}};

/* Kinds on the arithmetic of the prose. */
static const struct rule_key SUM_LISTS[] = {
    MUST("marker", PATTERNS),      KEY("open_start", PATTERNS),
    KEY("open_end", PATTERNS),     KEY("whole_not", PATTERNS),
    KEY("addend_not", PATTERNS),   KEY("joined", PATTERNS),
    KEY("stop", PATTERNS),         KEY("bracket_not", PATTERNS),
    KEY("bracket_open", PATTERNS), KEY("inner", PATTERNS),
    KEY("complete", PATTERNS),     KEY("family", PATTERNS),
    KEY("total", NUMBERS),         KEY("first_item", PATTERNS),
    KEY("item", PATTERNS),         KEY("overlap", PATTERNS),
    KEY("may_stop", PATTERNS),     KEY("results", PATTERNS),
    KEY("left_over", PATTERNS),    KEY("summed_up", NUMBERS),
    KEY("may_lack", PATTERNS),     {0}};
static const struct rule_key TEXT_SUM[] = {
    KEY("covers", NUMBER), MUST_OF("patterns", LISTS, SUM_LISTS), {0}};
static const struct rule_key TEXT_PART[] = {
    {.name = "lists_as", .type = KEY_CHECK, .is_required = true, .unless = "patterns"},
    OF("patterns", LISTS, SUM_LISTS),
    {0}};
static const struct rule_key RATE_LISTS[] = {MUST("part", NUMBERS),
                                             MUST("whole", NUMBERS),
                                             MUST("rate", NUMBERS),
                                             KEY("alone", NUMBERS),
                                             KEY("context", PATTERNS),
                                             KEY("part_not", PATTERNS),
                                             KEY("in_time", PATTERNS),
                                             KEY("clause_not", PATTERNS),
                                             KEY("alone_since_not", PATTERNS),
                                             KEY("share", NUMBERS),
                                             KEY("share_not", PATTERNS),
                                             KEY("year", PATTERNS),
                                             KEY("leading_year", PATTERNS),
                                             BODIES,
                                             SPREAD,
                                             {0}};
static const struct rule_key RATE_BASE[] = {
    MUST("name", TEXT), MUST("cells", CELLS), KEY("said", LIST), {0}};
static const struct rule_key SHARE_BASE[] = {MUST("cells", CELLS), MUST("whole_cells", CELLS), {0}};
static const struct rule_key RATE_ITEM[] = {
    MUST("find", NUMBER_LIST), MUST("id", WORD),
    MUST("named", WORDS),      MUST_OF("bases", OBJECTS, SHARE_BASE),
    KEY("section", SECTION),   KEY("context", LIST),
    KEY("since_not", LIST),    {0}};
static const struct rule_key RATE[] = {KEY("cells", CELLS),
                                       KEY("whole_cells", CELLS),
                                       OF("bases", OBJECTS, RATE_BASE),
                                       OF("items", OBJECTS, RATE_ITEM),
                                       KEY("section", SECTION),
                                       KEY("organs_below", WORDS),
                                       KEY("scope_as", CHECK),
                                       MUST_OF("patterns", LISTS, RATE_LISTS),
                                       {0}};
static const struct rule_key SHARE_LISTS[] = {
    KEY("percent", NUMBERS),    KEY("growth", PATTERNS),    KEY("falls", PATTERNS),
    KEY("by", NUMBERS),         KEY("over", NUMBERS),       KEY("from", NUMBERS),
    KEY("added", NUMBERS),      KEY("of", NUMBERS),         KEY("has", NUMBERS),
    KEY("list", NUMBERS),       KEY("respective", NUMBERS), KEY("about", PATTERNS),
    KEY("about_not", PATTERNS), KEY("goes_on", PATTERNS),   {0}};
static const struct rule_key BASE[] = {
    KEY("named", LIST), KEY("of", LIST), MUST("cells", CELLS), {0}};
static const struct rule_key SHARE[] = {
    KEY("units", WORDS), OF("bases", OBJECTS, BASE), MUST_OF("patterns", LISTS, SHARE_LISTS), {0}};
static const struct rule_key GROWTH_LISTS[] = {KEY("find", NUMBERS),       KEY("falls", PATTERNS),
                                               KEY("rises", PATTERNS),     KEY("year", PATTERNS),
                                               KEY("base_year", PATTERNS), {0}};
static const struct rule_key GROWTH_ITEM[] = {
    MUST("find", NUMBER_LIST),
    {.name = "cells", .type = KEY_CELLS, .is_required = true, .unless = "before"},
    KEY("second", CELLS),
    KEY("amount", TRUTH),
    KEY("before", NUMBER_LIST),
    {0}};
static const struct rule_key GROWTH[] = {
    {.name = "cell", .type = KEY_CELL, .is_required = true, .unless = "items", .list = "find"},
    OF("items", OBJECTS, GROWTH_ITEM),
    MUST_OF("patterns", LISTS, GROWTH_LISTS),
    {0}};
static const struct rule_key BALANCE[] = {
    MUST("id", WORD), MUST("whole", WORDS), MUST("group", WORDS), KEY("holds_each", TRUTH), {0}};
static const struct rule_key LOCAL_LISTS[] = {MUST("part", PATTERNS), KEY("end", PATTERNS), {0}};
static const struct rule_key LOCAL[] = {
    MUST_OF("balances", OBJECTS, BALANCE), MUST_OF("patterns", LISTS, LOCAL_LISTS), {0}};
static const struct rule_key LISTED_LISTS[] = {MUST("announced", NUMBERS),
                                               KEY("announced_in_words", PATTERNS),
                                               KEY("item_is", PATTERNS),
                                               KEY("item_han", PATTERNS),
                                               KEY("item_bracket", PATTERNS),
                                               KEY("item_digit", PATTERNS),
                                               {0}};
static const struct rule_key LISTED[] = {MUST_OF("patterns", LISTS, LISTED_LISTS), {0}};

/* Kinds on words. */
static const struct rule_key FACT_BEFORE[] = {MUST("find", LIST), MUST("cells", CELLS), {0}};
static const struct rule_key CASE[] = {MUST("find", LIST),
                                       KEY("id", WORD),
                                       KEY("when", WORD),
                                       KEY("from", NUMBER),
                                       KEY("until", NUMBER),
                                       KEY("unless", LIST),
                                       KEY("said", LIST),
                                       KEY("unless_said", LIST),
                                       KEY("sections", SECTIONS),
                                       KEY("headings", TRUTH),
                                       KEY("year_offset", NUMBER),
                                       KEY("next", LIST),
                                       KEY("gap", TRUTH),
                                       OF("before", OBJECTS, FACT_BEFORE),
                                       {0}};
static const struct rule_key CELLS_OF[] = {
    MUST("find", LIST), MUST("column", LIST), MUST("person", LIST), {0}};
static const struct rule_key NUMBERS_OF[] = {MUST("find", LIST), KEY("before_not", LIST), {0}};
static const struct rule_key BARE[] = {MUST("section", SECTION),
                                       MUST("numbers", NUMBER),
                                       MUST("drop", WORDS),
                                       MUST("places", WORDS),
                                       {0}};
static const struct rule_key WORDING[] = {MUST_OF("cases", OBJECTS, CASE),
                                          OF("cells", OBJECT, CELLS_OF),
                                          OF("numbers", OBJECT, NUMBERS_OF),
                                          OF("bare", OBJECT, BARE),
                                          KEY("triggers", WORDS),
                                          KEY("mask", TRUTH),
                                          KEY("prior", TRUTH),
                                          MUST_OF("patterns", LISTS, NO_FIXED_LISTS),
                                          {0}};
static const struct rule_key SAID_LISTS[] = {MUST("find", PATTERNS), {0}};
static const struct rule_key SAID[] = {KEY("sections", SECTIONS),
                                       KEY("year_offset", NUMBER),
                                       KEY("also", LIST),
                                       {.name = "in", .type = KEY_CHOICE, .choices = "text"},
                                       MUST_OF("patterns", LISTS, SAID_LISTS),
                                       {0}};
static const struct rule_key PRIVATE_LISTS[] = {
    {.name = "number", .type = KEY_PATTERNS, .is_required = true, .unless = "address"},
    KEY("address", PATTERNS),
    KEY("broken", PATTERNS),
    KEY("duty", PATTERNS),
    KEY("owner", PATTERNS),
    KEY("cells", PATTERNS),
    {0}};
static const struct rule_key PRIVATE[] = {
    KEY("checksum", TRUTH), KEY("luhn", TRUTH), MUST_OF("patterns", LISTS, PRIVATE_LISTS), {0}};
static const struct rule_key SIMILAR_LISTS[] = {
    KEY("find", PATTERNS), KEY("boilerplate", PATTERNS), {0}};
static const struct rule_key LEASTS[] = {
    KEY("T2", NUMBER), KEY("T3", NUMBER), KEY("T4", NUMBER), {0}};
static const struct rule_key SIMILAR[] = {
    {.name = "with", .type = KEY_CHOICE, .is_required = true, .choices = "prior other"},
    KEY("section", SECTION),
    {.name = "warn", .type = KEY_NUMBER, .is_required = true, .unless = "note"},
    KEY("note", NUMBER),
    OF("tables", OBJECT, LEASTS),
    KEY("stocks", WORDS),
    OF("patterns", LISTS, SIMILAR_LISTS),
    {0}};
static const struct rule_key REPEATED[] = {KEY("least", NUMBER), {0}};

#define CELL_VALUES "text cells table unit"
#define FORMULA_VALUES "where cells lhs rhs lhs_name rhs_name diff sum blanks missing need"
#define FORMULA_CASES "whatever blank lost lost_all depends would_be need severe explained"

static const struct kind_keys KINDS[] = {
    {"SUM LE GE", FORMULA, FORMULA_VALUES, FORMULA_CASES, true},
    {"TABLE", TABLE, "table n list", "picture unconverted printed", false},
    {"ROWS", TABLES, "table n list nlabelled labelled", "printed some", false},
    {"PLACED", TABLES, "table n list", "", false},
    {"LABEL", TABLES, "table printed label", "lost truncated prefix punctuation note", true},
    {"BLANK", BLANK, "table n list", "none_stated", false},
    {"EXTRA-ROWS", TABLES, "table text n", "twice", false},
    {"HEADER SPLIT ZERO", TABLES, "table text n", "", false},
    {"COUNTS", TABLES, "table text n", "form negative text too_long unit", false},
    {"STRAY", TABLES, "table text n", "local", false},
    {"EDITIONS", TABLES, "table text n", "one_row", false},
    {"NEVER", NEVER, "values", "blank lost", false},
    {"MONEY", MONEY, "where amount count each converted printed_unit unit",
     "absurd absurd_sum lost no_unit no_unit_sum", false},
    {"YEAR", YEAR, "year other text", "later signature", false},
    {"PERIOD", NOTHING, "text year", "damaged wrong missing yearless", false},
    {"SIGNATURE", SIGNATURE, "text", "date agency both no_day", false},
    {"EDITION", EDITION, "year edition labels", "encouraged foreign mixed", false},
    {"SELF", SELF, "word kind", "", false},
    {"LEAD", LEAD, "absent unlisted stated found", "absent unlisted count", false},
    {"TITLE", TITLE, "text", "missing short", false},
    {"NAMES", NAMES, "title signature", "akin", false},
    {"FOREIGN", FOREIGN, "text name", "stray", false},
    {"DEADLINE", DEADLINE, "date limit", "early", true},
    {"SECTIONS", NOTHING, "title numeral", "", false},
    {"NUMBERING", NOTHING, "list expected found", "repeat gap shift", false},
    {"EXTRA", EXTRA, "title", "strict", false},
    {"EMPTY", NOTHING, "title", "", false},
    {"PRESENT", PRESENT, "", "all_zero", false},
    {"RESULTS", RESULTS, "topics", "delegated", false},
    {"PROBLEMS", PROBLEMS, "", "both problems measures unclear", false},
    {"TITLES", NOTHING, "printed title", "lost", false},
    {"ORDER", NOTHING, "", "", false},
    {"LEVELS", LEVELS, "text", "bullet gap glued", false},
    {"TOPICS", TOPICS, "topic", "text", false},
    {"ASKED", ASKED, "topic reason date", "", false},
    {"ITEMS", ITEMS, "problems measures", "no_problems no_measures", false},
    {"TXT=TBL", TEXT_TABLE, "text stated table diff cells scope word numbers limit",
     "blank bound far loose lost near over part rounded scope scopes several wider", false},
    {"TXT=MONEY", TEXT_MONEY, CELL_VALUES, "blank lost near unit", false},
    {"FEE", FEE, CELL_VALUES, "blank lost tariff", false},
    {"TWICE", TWICE, "numbers", "", false},
    {"DENIAL", DENIAL, "text table cells", "blank lost near", false},
    {"DOCUMENTS", DOCUMENTS, "text stated sums", "column lost near part policy several_kinds",
     false},
    {"TXT-SUM", TEXT_SUM, "sum", "nested", false},
    {"TXT-PART", TEXT_PART, "part whole", "", false},
    {"RATE", RATE, "text stated found scope word cells",
     "alone counted near part scope lost blank share share_near", false},
    {"SHARE", SHARE, "text stated found", "base range share", false},
    {"GROWTH", GROWTH, "text stated found year", "other_year named rise fall named_rise named_fall",
     false},
    {"LOCAL", LOCAL, "whole parts", "blank equal lost", false},
    {"LISTED", LISTED, "stated found", "", false},
    {"WORDING", WORDING, "text", "bare before", true},
    {"SAID", SAID, "year_before", "", false},
    {"PRIVATE", PRIVATE, "number", "", false},
    {"SIMILAR", SIMILAR, "percent file n table", "tables warn", false},
    {"REPEATED", REPEATED, "", "", false},
    {"VERSIONS", NOTHING, "list n file", "", false},
};

static const struct rule_key LEADER[] = {KEY("check", CHECK),  KEY("by", ANY),
                                         KEY("severity", ANY), KEY("part", ANY),
                                         KEY("when", ANY),     {0}};
static const struct rule_key LANGUAGES[] = {KEY("zh", ANY), KEY("en", ANY), {0}};
static const struct rule_key WEIGHT[] = {KEY("when", CASE), KEY("is", ANY), {0}};
const struct rule_key RULE_KEYS[] = {KEY("id", ANY),
                                     KEY("version", ANY),
                                     KEY("class", ANY),
                                     OF("severity", ANY, WEIGHT),
                                     OF("name", ANY, LANGUAGES),
                                     OF("basis", ANY, LANGUAGES),
                                     KEY("explain", TEXT),
                                     KEY("causes", TEXT),
                                     KEY("guards", TEXTS),
                                     OF("led_by", ANY, LEADER),
                                     KEY("on", TRUTH),
                                     KEY("why_off", TEXT),
                                     KEY("kind", ANY),
                                     KEY("message", TEMPLATE),
                                     KEY("messages", TEMPLATES),
                                     KEY("one_cause", TRUTH),
                                     {0}};

static const struct rule_key SET[] = {MUST("id", WORD), MUST("version", WORD), {0}};
static const struct rule_key KIND[] = {KEY("messages", TEMPLATES), {0}};
#define CHANGED KEY("id", ANY), KEY("reason", ANY), KEY("date", DAY)
static const struct rule_key OFF[] = {CHANGED, {0}};
static const struct rule_key WEIGHED[] = {CHANGED, KEY("is", ANY), {0}};
static const struct rule_key ASKED_TOPIC[] = {
    CHANGED, OF("name", ANY, LANGUAGES), KEY("words", WORDS), {0}};
const struct rule_key FILE_KEYS[] = {OF("set", OBJECT, SET),
                                     OF("kinds", BY_KIND, KIND),
                                     KEY("shared", SHARED),
                                     KEY("rules", RULES),
                                     OF("off", OBJECTS, OFF),
                                     OF("severity", OBJECTS, WEIGHED),
                                     OF("topics", OBJECTS, ASKED_TOPIC),
                                     KEY("on", WORDS),
                                     {0}};

bool words_have(const char *words, const char *word, size_t nbytes)
{
    while (nbytes > 0 && *words) {
        size_t n = strcspn(words, " ");
        if (n == nbytes && memcmp(words, word, n) == 0)
            return true;
        words += n + (words[n] == ' ');
    }
    return false;
}

const struct kind_keys *kind_keys_all(size_t *n)
{
    *n = sizeof KINDS / sizeof *KINDS;
    return KINDS;
}

const struct kind_keys *kind_keys_find(const char *kind)
{
    for (size_t i = 0; kind && i < sizeof KINDS / sizeof *KINDS; i++)
        if (words_have(KINDS[i].kinds, kind, strlen(kind)))
            return &KINDS[i];
    return NULL;
}

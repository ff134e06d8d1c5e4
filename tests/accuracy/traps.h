/* The traps of LAYOUTS.md (L and its section) and PITFALLS.md (P and its
 * number) that the generator knows to lay. */
#ifndef ACCURACY_TRAPS_H
#define ACCURACY_TRAPS_H

#define TRAPS(T)                                                                                   \
    T(BREAK_LINE, "L1.A1", "label broken by a line break")                                         \
    T(BREAK_BLANK, "L1.A1", "label broken by a blank line")                                        \
    T(BLANK_BREAKS, "L1.A1", "blank cells are extra line breaks")                                  \
    T(EMPTY_PARAGRAPH, "L1.A1", "empty paragraphs inside a full row")                              \
    T(BREAKS_LOST, "L1.A1", "blank cells leave no trace")                                          \
    T(WORD_MARK, "L1.A2", "[image: …] and [bookmark: …]")                                          \
    T(DEDUP, "L1.A3", "repeated lines removed")                                                    \
    T(MERGED_VALUE, "L1.B2", "one value cell spans all columns")                                   \
    T(BROKEN_ROW, "L1.B3", "blank cells break the row over lines")                                 \
    T(NO_SPAN_BARS, "L1.B6", "no bars for spans")                                                  \
    T(HEADER_TWO_ROWS, "L1.B4", "column labels as two table rows")                                 \
    T(SHIFTED_LABELS, "L1.C", "row labels shifted to the left")                                    \
    T(PAGE_HEADER, "L1.C", "header repeated after a page break")                                   \
    T(ROWS_LOST, "L1.C", "rows lost at a page break")                                              \
    T(TABLE_CUT, "L1.C", "table cut off")                                                          \
    T(HEADER_CUT, "L1.C", "column labels cut by a page break")                                     \
    T(SIXTEEN_FIELDS, "L1.C", "sixteen fields for fifteen columns")                                \
    T(STRAY_PREFIX, "L1.C", "stray (四) before a caption")                                         \
    T(MERGED_GROUP, "L1.C", "group label run into its neighbour")                                  \
    T(RULE_LINE, "L1.C", "rule of dashes under a header")                                          \
    T(SPLIT_TABLE, "L1.C", "table two split, with two widths")                                     \
    T(ONE_PARAGRAPH, "L1.D", "everything in one paragraph")                                        \
    T(PAGE_FRAME, "L1.D", "page frame of hundreds of bars")                                        \
    T(NO_TABLE, "L1.E", "tables missing under their headings")                                     \
    T(HTML_NO_SPAN, "L1.H", "empty cells instead of rowspan")                                      \
    T(HTML_NBSP, "L1.H", "&nbsp; in blank cells")                                                  \
    T(HTML_WORD, "L1.H", "style noise of word processors")                                         \
    T(HTML_GBK, "L1.H", "page in GBK")                                                             \
    T(HEADING_VARIANT, "L2.1", "heading in other words")                                           \
    T(FALSE_HEADING, "L2.1", "false headings inside a section")                                    \
    T(EXTRA_SECTION, "L2.1", "extra section shifts the numbers")                                   \
    T(SUB_NUMBERING, "L2.2", "other numbering of sub-sections")                                    \
    T(LABEL_T2, "L2.3", "variant of a label of table two")                                         \
    T(LABEL_NOTE, "L2.3", "label with a note that holds digits")                                   \
    T(LABEL_CUT, "L2.3", "labels cut: 本年新, 本年增/")                                            \
    T(LABEL_LOST, "L2.3", "a row label lost")                                                      \
    T(CAPTION_CUT, "L2.3", "captions lost their brackets")                                         \
    T(EXTRA_ROW, "L2.3", "row that is not in the form")                                            \
    T(LOCAL_TABLE, "L3.2", "local table between the form's own")                                   \
    T(EXTRA_LINE, "L2.3", "line with a figure after table two")                                    \
    T(MISSING_ROW, "L2.3", "a row or block left out")                                              \
    T(LABEL_T3, "L2.4", "variant of a label of table three")                                       \
    T(INNER_BLANKS, "L2.4", "blanks inside labels")                                                \
    T(LABEL_T4, "L2.5", "variant of a label of table four")                                        \
    T(BLANK_CELLS, "L2.6", "blank cells")                                                          \
    T(MARKS, "L2.6", "marks for numbers")                                                          \
    T(SIGNS, "L2.6", "signed and worded changes")                                                  \
    T(UNITS, "L2.6", "unit inside a cell")                                                         \
    T(WIDE_DIGITS, "L2.6", "full-width digits")                                                    \
    T(PADDED_VALUE, "L2.6", "blanks round a value")                                                \
    T(BIG_NUMBER, "L2.6", "counts of up to eight digits, separators")                              \
    T(TEXT_VALUE, "L2.6", "words in a value cell")                                                 \
    T(TITLE_VARIANT, "L2.7", "title in other words")                                               \
    T(TITLE_BROKEN, "L2.7", "title over two lines, or twice")                                      \
    T(TITLE_NONE, "L2.7", "no title")                                                              \
    T(YEAR_CONFLICT, "L2.7", "sources of the year disagree")                                       \
    T(PERIOD_DAMAGED, "L2.7", "digits of the period lost")                                         \
    T(SIGNATURE, "L2.8", "signature in another place or shape")                                    \
    T(FURNITURE, "L2.9", "page furniture")                                                         \
    T(MIXED_EDITION, "L3.1", "editions mixed by block")                                            \
    T(OLD_FORM, "L3.1", "old form in a new year")                                                  \
    T(PROSE_BEFORE, "L3.3", "figures in prose before a table")                                     \
    T(INSTRUCTION, "L3.4", "format instruction copied in")                                         \
    T(NOT_A_REPORT, "L3.9", "looks like a report and is none")                                     \
    T(HALF_WIDTH, "L0", "half-width punctuation")                                                  \
    T(TRADITIONAL, "L0", "traditional characters")                                                 \
    T(ENCODING, "L0", "GB18030, UTF-16, BOM, CR LF")                                               \
    T(ROW_MARKUP, "P1", "### before rows of table three")                                          \
    T(HEADING_LOST, "P2", "heading lost, content stands")                                          \
    T(HEADING_BROKEN, "P3", "heading over two lines or nodes")                                     \
    T(HEADINGS_IN_LEAD, "P3", "headings listed in the lead")                                       \
    T(ONE_ROW_OTHER, "P4", "one row (六) in the 2021 form")                                        \
    T(MISPRINT, "P5", "misprinted label")                                                          \
    T(VERTICAL, "P6", "vertical group label")                                                      \
    T(FIGURES_BETWEEN, "P7", "label on two lines, figures between")                                \
    T(PAGE_NUMBER, "P8", "page number between rows")                                               \
    T(HEADER_COLLAPSED, "P9", "header collapsed to 数据1 …")                                       \
    T(CELL_LOST, "P10", "row that lost one cell")                                                  \
    T(VALUE_ALONE, "P11", "value on a line of its own")                                            \
    T(VALUE_NOTE, "P11", "note behind a value")                                                    \
    T(TORN_NUMBER, "P12", "ten torn into one and nought")                                          \
    T(DAMAGED_TEXT, "P13", "U+FFFD and ??? in the text")                                           \
    T(BLANK_HUNDREDS, "P14", "blank cells by the hundred")                                         \
    T(FOOTNOTE, "P15", "footnote under table four")                                                \
    T(OPPOSITE_SLIPS, "P19", "two opposite slips")                                                 \
    T(TOTAL_NOUGHT, "P20", "total 0, parts are not")                                               \
    T(UNBALANCED, "P18", "a sum that does not hold")                                               \
    T(SCOPE, "P21", "received counts those carried in")                                            \
    T(NESTED_PARTS, "P21", "parts of parts of a whole")                                            \
    T(OPEN_LIST, "P21", "a list that is not complete")                                             \
    T(OTHER_LETTERS, "P21", "letters and proposals beside applications")                           \
    T(FEE, "P22", "processing fee in yuan, fees in 万元")                                          \
    T(SHARE, "P23", "a share rounded to its decimals")                                             \
    T(ROUNDED, "P25", "近, 余, 约")                                                                \
    T(HAN_NUMBERS, "P25", "numbers in characters")                                                 \
    T(OTHER_YEAR, "P26", "last year's follow-up, next year's plan")

#define TRAP_ID(id, code, text) TRAP_##id,
enum trap { TRAPS(TRAP_ID) TRAP_COUNT };

struct trap_spec {
    const char *code, *text;
};
extern const struct trap_spec trap_specs[TRAP_COUNT];

#endif

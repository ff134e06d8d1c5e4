/* A report: read once, never changed. Everything hangs from one arena. All
 * offsets are bytes into `text`, the decoded UTF-8 text; spans are [start, end).
 *
 * The stages fill it in this order (each one file, private headers beside
 * them): decode -> lines -> tables and blocks -> outline -> prose -> figures ->
 * identity. Later stages read earlier ones, never the reverse. */
#ifndef GOUJI_REPORT_REPORT_H
#define GOUJI_REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gouji/base/arena.h"
#include "gouji/base/err.h"
#include "gouji/base/hash.h"
#include "gouji/base/message.h"
#include "gouji/base/slice.h"
#include "gouji/report/form.h"
#include "gouji/text/decode.h"
#include "gouji/text/fold.h"
#include "gouji/text/html.h"
#include "gouji/text/span.h"

enum __attribute__((packed)) cell_state {
    CELL_NUMBER,
    CELL_BLANK,    /* the cell exists and is empty */
    CELL_MARK,     /* one of the marks / - — 无 …, nothing else */
    CELL_TEXT,     /* anything else, also numbers of 10^12 and more */
    CELL_ABSENT,   /* row, column or table is not in the source */
    CELL_UNPLACED, /* the row prints numerals, but not which column each is in */
    CELL_STATE_COUNT,
};

/* Amounts are scaled by this inside; counts are plain. */
#define CELL_SCALE INT64_C(1000000)

/* Of a number that no count can be: its state is TEXT. */
#define CELL_TOO_LONG "number too long"

struct cell {
    const char *id; /* "T3.unable_1.np" */
    const struct form_block *block;
    uint16_t row, col; /* index into block->rows, block->cols */
    enum cell_state state;
    bool placed_by_order; /* its row label is lost, neighbours fixed it */
    int64_t value;        /* NUMBER only; scaled when cols[col].is_decimal */
    struct span span;     /* exactly the printed value; empty for BLANK where
                             nothing stands, ABSENT and UNPLACED */
    struct slice unit;    /* as printed in the cell (元), empty */
    const char *note;     /* note behind the value, CELL_TOO_LONG, or NULL */
};

/* Where a label of the form was met and how it matched. */
enum label_match {
    LABEL_EXACT,
    LABEL_VARIANT,  /* a listed variant: see `same` and `effect` */
    LABEL_FUZZY,    /* bounded edit distance, in order */
    LABEL_KEYWORDS, /* only by keywords */
    LABEL_BY_ORDER, /* lost, placed between matched neighbours */
};

struct label_reading {
    uint16_t block, row; /* indexes in the table reading; groups too */
    enum label_match match;
    bool same;          /* wording is the form's (white space aside) */
    const char *effect; /* for VARIANT */
    struct span span;   /* the printed label */
    const char *quote;  /* its words, where figures stand between them in the span or parts
                           of it behind the span; NULL: the span's text */
    struct span prefix; /* stray text before it, `(四) `; empty */
};

/* One printed data row as it was met. T4's one printed row is row 0. */
struct row_reading {
    uint16_t block, row;
    struct span span;   /* first to last byte of label and values */
    uint16_t nnumerals; /* numerals printed in its value fields */
    uint16_t nexpected;
    struct span *numerals; /* their spans, nnumerals of them */
};

struct block_reading {
    const struct form_block *form; /* in the edition decided for this block */
    struct cell *cells;            /* nrows*ncols of form; group rows' have no id */
    struct span heading;           /* 第二十条第（一）项, empty if lost */
};

enum table_state { TABLE_COMPLETE, TABLE_INCOMPLETE, TABLE_DOUBTFUL, TABLE_ABSENT };

struct missing_row {
    uint16_t block, row;
};

struct table {
    enum table_id id;
    enum table_state state;
    const char *layout;  /* "A1" … "B9", "MD", "BOX", "C", "CSV" …, NULL when absent */
    const char *edition; /* "2019", "2021", "mixed"; NULL when absent */
    const char *runner_up[LANG_COUNT]; /* a reading nearly as good, in words, or NULL */
    const char *why[LANG_COUNT];       /* why incomplete or doubtful, or NULL */
    bool is_strewn;   /* its text does not go by rows: their numbers may stand in any order */
    struct span span; /* whole table in the text */
    struct block_reading *blocks;
    size_t nblocks;
    struct label_reading *labels;
    size_t nlabels;
    struct row_reading *rows;
    size_t nrows;
    struct missing_row *missing;
    size_t nmissing;
    struct span *splits; /* places where a page break cuts it between data rows:
                            the blank line or the repeated header */
    size_t nsplits;
    struct span *bad_headers; /* header cells that differ from the form */
    size_t nbad_headers;
    struct span *stray; /* stray prefixes before labels, headers, headings */
    size_t nstray;
    struct span *extra; /* rows with values that the form does not know, or that
                           are printed twice: label and values */
    size_t nextra;
    struct span *unclaimed; /* numbers printed in it that no cell has, in the order of the text */
    size_t nunclaimed;
    struct span *loose; /* of these, what stands between the rows without a label: some row's,
                           perhaps. A table with any is not complete */
    size_t nloose;
};

/* A table the form does not know, kept as it is. */
struct local_cell {
    struct span span;  /* trimmed; may be empty; where it goes on below itself, of its first line */
    const char *words; /* of all its lines, other cells' between them; NULL: the span's text */
};
struct local_table {
    struct slice title; /* heading or first header line, as printed */
    struct span span;
    struct local_cell *cells; /* nrows * ncols, row by row; ragged rows padded empty */
    size_t nrows, ncols;
    struct span *stray; /* stray prefixes in its cells: the first dot of ".2.…" */
    size_t nstray;
};

enum block_kind { BLOCK_PROSE, BLOCK_TABLE, BLOCK_LOCAL };

/* The text as consecutive runs of whole lines. */
struct block {
    enum block_kind kind;
    enum table_id table; /* for BLOCK_TABLE */
    size_t local;        /* index for BLOCK_LOCAL */
    struct span span;
};

struct section {
    const char *id;      /* "S1".."S6", NULL for one the law does not know */
    const char *numeral; /* as printed: 一; "" when none */
    const char *title;   /* printed, white space removed, numeral aside */
    struct span heading; /* numeral included; empty when found by content only */
    struct span body;    /* from after the heading to the next heading */
    bool irregular;      /* title neither canonical nor a listed variant */
};

/* One sentence of the prose, or a heading line (is_heading). Lines given to a
 * table are not in it. Paragraphs broken over lines by a page break are joined. */
struct sentence {
    struct span span;
    int section;      /* index into sections, -1 before the first */
    bool is_heading;  /* a heading line of any level */
    struct fold fold; /* folded with FOLD_DROP_SPACE | FOLD_DROP_INSETS */
};

/* What an approximate number says of the count. */
enum figure_bound {
    FIGURE_ABOUT,  /* 近 约 左右 …: near it */
    FIGURE_ONWARD, /* 余 多: from it on, up to one more in its last place that is not 0 */
    FIGURE_FROM,   /* 不少于 超过 以上: at least */
    FIGURE_BELOW   /* 不到 不超过 以内: at most */
};

/* A number stated in prose. Chinese numerals, full-width digits, thousand
 * separators are read; a number split by a blank is not joined. */
struct figure {
    struct span span; /* of the number alone */
    size_t sentence;  /* index */
    int64_t value;    /* scaled by CELL_SCALE always */
    const char *unit; /* 件 条 项 份 个 次 % 万元 元 年 … or "" */
    bool approximate; /* 近 余 约 多 不到 stands at it */
    enum figure_bound bound;
    bool is_list_number; /* section number, note, page, phone, document number,
                            date, year, postcode: never a quantity */
};

struct date {
    int year, month, day;
}; /* month, day 0 when not stated */

/* Whether it is a day of the calendar; of some year, where that is 0. */
bool date_exists(struct date date);

struct identity {
    const char *title; /* title lines joined, white space removed; NULL */
    struct span title_span;
    const char *agency; /* as the title says; NULL when not known */
    struct span agency_span;
    const char *kind;          /* 镇 乡 街道 局 办公室 …, NULL */
    int year;                  /* 0 unknown */
    const int *year_conflicts; /* other years stated for this report */
    size_t nyear_conflicts;
    bool has_period;                      /* a statistical period is stated */
    struct date period_start, period_end; /* year 0 where damaged */
    struct span period_span;              /* the clause */
    const char *signature_agency;         /* NULL none */
    struct span signature_span;
    struct date signature_date; /* year 0 none */
    struct span date_span;
};

/* A line of a web page's text that is a row of one of its tables. */
struct markup_row {
    uint32_t start; /* offset of the line */
    uint32_t table, row;
    const struct html_cell *cells; /* as many as the line has fields between tabs */
    uint32_t ncells;
};

/* What a web page says beyond its text. */
struct markup {
    struct markup_row *rows; /* in the order of the text */
    size_t nrows;
    bool has_article;      /* false: nothing in it looks like a report's */
    size_t nlines, nlinks; /* of the whole page, blank ones aside; mostly links */
};

struct report {
    struct arena *arena;
    const char *path; /* as given */
    uint64_t source_nbytes;
    char source_sha256[HASH_HEX_NBYTES];
    int64_t source_mtime; /* seconds, 0 for bytes in memory */
    const char *text;     /* NUL-terminated */
    uint32_t text_nbytes;
    char text_sha256[HASH_HEX_NBYTES];
    enum text_encoding encoding;
    size_t nbad;                 /* undecodable bytes, shown as U+FFFD */
    const char *remark;          /* what a reader should know of the source, translated; NULL */
    const struct markup *markup; /* of a web page, else NULL */
    const struct forms *forms;   /* borrowed, outlives the report */

    const uint32_t *lines; /* start offset of each line; nlines entries */
    size_t nlines;
    char padding;          /* what an exported sheet fills all its lines up with (,,,), else 0 */
    struct fold folded;    /* the lines one after the other: see report_line_fold */
    const uint32_t *folds; /* where each starts in it; nlines + 1 entries */
    struct block *blocks;
    size_t nblocks;
    struct table tables[TABLE_COUNT];
    struct local_table *locals;
    size_t nlocals;
    struct section *sections; /* in the order of the text */
    size_t nsections;
    struct sentence *sentences;
    size_t nsentences;
    struct figure *figures;
    size_t nfigures;
    struct identity who;
    const char *edition; /* "2019", "2021", "mixed", NULL */
};

enum {
    REPORT_MAX_NBYTES = 16 * 1024 * 1024,
    REPORT_MAX_LINE = 1024 * 1024,
    REPORT_MAX_LINES = 2 * 1000 * 1000,
    REPORT_MAX_TABLES = 64,
};

/* Reads the file. NULL with err: ERR_IO, ERR_INPUT (no text: message carries
 * the converting command), ERR_LIMIT, ERR_NOT_REPORT (reason). The report is
 * the caller's; report_free. */
struct report *report_open(const char *path, const struct forms *forms, struct err *err);

/* The same from memory; name is used in messages and as path. */
struct report *report_read(const char *name, struct slice bytes, const struct forms *forms,
                           struct err *err);

void report_free(struct report *report);

/* The row of a page's table that is the line starting at this offset; NULL when
 * it is none. */
const struct markup_row *report_markup_row(const struct report *report, uint32_t start);

/* The cell of this id, NULL when neither the edition decided for its block nor
 * an alternative row of it has such a cell. */
const struct cell *report_cell(const struct report *report, const char *id);

/* Whether a cell of the decided forms counts as one: a group has no cells; an alternative row
 * counts only where it is printed. */
static inline bool cell_is_counted(const struct cell *cell)
{
    return cell->id &&
           (cell->state != CELL_ABSENT || cell->block->rows[cell->row].alternative_of < 0);
}

/* Fills a block's cells, nrows * ncols, as they are in a report that has none of them. */
void block_absent_cells(const struct form_block *block, struct cell *cells);

/* Walks all cells of the decided forms in form order (absent ones too). NULL
 * after the last. *position starts at 0. */
const struct cell *report_next_cell(const struct report *report, size_t *position);

/* Whether two versions of a report have the same number wherever both have one. */
bool report_versions_agree(const struct report *one, const struct report *other);

/* 0-based line holding a byte offset (the last line for offsets past it), its
 * span without the line end and the padding before it. */
size_t report_line_at(const struct report *report, uint32_t offset);
static inline struct span report_line_span(const struct report *report, size_t line)
{
    if (line >= report->nlines)
        return (struct span){report->text_nbytes, report->text_nbytes};
    /* Behind the last byte stands the line's mark, unless it was cut out of a paragraph. */
    uint32_t start = report->lines[line];
    uint32_t end = line + 1 < report->nlines ? report->lines[line + 1] : report->text_nbytes;
    if (end > start && report->text[end - 1] == '\n')
        end--;
    if (end > start && report->text[end - 1] == '\r')
        end--;
    while (report->padding && end > start && report->text[end - 1] == report->padding)
        end--;
    return (struct span){start, end};
}

/* The line folded with FOLD_LABEL. */
static inline struct fold report_line_fold(const struct report *report, size_t line)
{
    uint32_t at = report->folds[line];
    return fold_part(&report->folded, at, report->folds[line + 1] - 1);
}

static inline struct slice report_slice(const struct report *report, struct span span)
{
    return slice_make(report->text + span.start, span.end - span.start);
}

/* The label as it is printed. */
static inline struct slice report_label_text(const struct report *report,
                                             const struct label_reading *label)
{
    return label->quote ? slice_of(label->quote) : report_slice(report, label->span);
}

/* The first section with this id ("S3"), NULL when absent or id is NULL. */
const struct section *report_section(const struct report *report, const char *id);

/* The sentence covering an offset, NULL in tables and between. */
const struct sentence *report_sentence_at(const struct report *report, uint32_t offset);

const char *cell_state_name(enum cell_state state); /* "number", "blank", … */
const char *table_state_name(enum table_state state);
const char *table_name(enum table_id id); /* "T2" */

/* A value as people write it: counts plain, scaled ones without trailing
 * zeros ("137.3"). Returns buffer. */
enum { CELL_VALUE_NBYTES = 32 };
const char *cell_format(int64_t value, bool is_decimal, char buffer[CELL_VALUE_NBYTES]);

/* Parses what stands in one value field (trimmed by the caller), by the
 * grammar of data: sign, 增/减, digits with thousands comma, decimals, unit,
 * note. Fills state, value, unit, note and the value's span (source offsets by
 * `base`). Shared by the reader and by the reviewer's corrections. */
void cell_parse(struct arena *arena, struct slice field, uint32_t base, const struct form_col *col,
                struct cell *cell);

#endif

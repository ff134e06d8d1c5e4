/* One made-up report: what it prints and what a reader must find in it. */
#ifndef ACCURACY_SHEET_H
#define ACCURACY_SHEET_H

#include <stddef.h>
#include <stdint.h>

#include "out.h"
#include "prng.h"
#include "traps.h"

enum { SECTIONS = 6, VALUES_MAX = 320, SCALE = 1000000 };

enum state {
    STATE_NUMBER,
    STATE_BLANK,
    STATE_MARK,
    STATE_TEXT,
    STATE_ABSENT,
    STATE_UNPLACED,
    STATE_COUNT
};
extern const char *const state_names[STATE_COUNT];
#define MAY(state) (1u << (state))

/* A cell of the form, as printed and as it must be read. */
struct value {
    char id[40];
    enum state state;
    unsigned accept;              /* states that are right too, MAY(…); numbers only if equal */
    int64_t micro;                /* the number, scaled by SCALE */
    int table;                    /* 0 … 2 */
    char text[40];                /* as printed; "" for a blank */
    char after[48];               /* unit or note printed behind it */
    size_t start, end, outer_end; /* where the text, and with what follows, was printed; 0 if not */
};

enum layout {
    LAYOUT_A1,
    LAYOUT_A2,
    LAYOUT_A3,
    LAYOUT_B1,
    LAYOUT_B2,
    LAYOUT_B3,
    LAYOUT_B4,
    LAYOUT_B5,
    LAYOUT_B6,
    LAYOUT_B7,
    LAYOUT_B8,
    LAYOUT_B9,
    LAYOUT_C,
    LAYOUT_D,
    LAYOUT_E,
    LAYOUT_F,
    LAYOUT_H,
    LAYOUT_MD,
    LAYOUT_BOX,
    LAYOUT_SP,
    LAYOUT_PDF,
    LAYOUT_NEGATIVE,
    LAYOUT_COUNT
};

enum encoding { ENCODING_UTF8, ENCODING_BOM, ENCODING_GB, ENCODING_UTF16 };

/* How the cells of one table say nought. */
enum blanks { BLANKS_NONE, BLANKS_ZEROS, BLANKS_SOME, BLANKS_ALL, BLANKS_BUT_TOTAL };

struct section {
    bool printed;
    size_t start;
    char heading[120]; /* as printed */
};

struct sheet {
    struct prng prng;
    enum layout layout;
    bool damaged; /* the text lost something a clean one of its layout keeps */
    unsigned traps[TRAP_COUNT];
    struct value values[VALUES_MAX];
    int nvalues;
    struct section sections[SECTIONS];
    bool not_report;
    bool year_open; /* only weak hints at the year: none is right too */
    int year;       /* that the text decides; 0: none */
    int form;       /* 2019 or 2021: of table three and most blocks of table two */
    int form_a1;    /* of the first block */
    char agency[100], agency_short[100];
    enum blanks blanks[3];
    const char *mark[3]; /* printed for nought in that table; NULL: none */
    bool wide_digits;
    bool inner_blanks, label_breaks, break_blank_line;
    bool tables_cut;  /* table three ends early, table four is missing */
    bool span_bars;   /* B6 to B8: spans leave bars */
    int extra_breaks; /* A1: blank cells waiting to be line breaks */
    bool sound;       /* see sound.h; with what only its text needs: */
    const char *we;   /* 我镇 */
    bool is_government;
    int fee;             /* 信息处理费 in yuan */
    int rows_drawn;      /* of table two */
    struct prng numbers; /* draws tables three and four, for the text and again for them */
    int variant;         /* of the writer: its own choice, 0 … 99 */
    enum encoding encoding;
    struct out out;
};

void sheet_make(struct sheet *sheet, uint64_t seed, uint64_t index, enum layout layout);
/* The same with nothing wrong in it. */
void sheet_make_sound(struct sheet *sheet, uint64_t seed, uint64_t index, enum layout layout);
void sheet_release(struct sheet *sheet);

/* Rolls the dice for a trap; notes it as laid when it comes up. */
bool sheet_try(struct sheet *sheet, enum trap trap, int percent);
void sheet_lay(struct sheet *sheet, enum trap trap);

/* Prints a value with what follows it and keeps where. */
void sheet_print_value(struct sheet *sheet, int index);

extern const char *const layout_names[LAYOUT_COUNT];
bool layout_is_clean(enum layout layout);
/* Whether a blank cell leaves a trace that fixes the others' places. */
bool layout_keeps_blanks(enum layout layout);
/* Whether each cell has an end of its own, so that words in one stay its own. */
bool layout_marks_cells(enum layout layout);

#endif

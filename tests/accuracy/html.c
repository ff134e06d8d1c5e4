/* Tables as HTML: with spans or with empty cells for them, plain or with the
 * markup word processors leave. */
#include <string.h>

#include "writers.h"

static const char *const styles[] = {
    "", " style=\"text-align:center\"", " width=\"72\" valign=\"center\"",
    " style=\"border:1px solid #000;padding:0px 7px;mso-border-alt:solid windowtext .5pt\"",
    " class=\"et3\" x:num"};

static void open_content(struct sheet *sheet, int style)
{
    static const char *const opening[] = {
        "", "<p>",
        "<p style=\"text-align:center\"><span style=\"font-family:宋体;font-size:14px\">",
        "<p class=\"MsoNormal\" align=\"center\"><!--[if !supportLists]--><span lang=\"EN-US\">"};
    out_add(&sheet->out, opening[style]);
    out_add(&sheet->out, sheet->variant % 23 == 12  ? "&nbsp;"
                         : sheet->variant % 23 == 7 ? "\n    "
                                                    : "");
}

static void close_content(struct sheet *sheet, int style)
{
    static const char *const closing[] = {"", "</p>", "</span></p>",
                                          "<o:p></o:p></span><!--[endif]--></p>"};
    out_add(&sheet->out, sheet->variant % 23 == 12  ? "&ensp;"
                         : sheet->variant % 23 == 7 ? "\n    "
                                                    : "");
    out_add(&sheet->out, closing[style]);
}

static void write_blank(struct sheet *sheet, int style)
{
    if (sheet->variant % 3 == 0) {
        out_add(&sheet->out, "&nbsp;");
        sheet_lay(sheet, TRAP_HTML_NBSP);
    } else if (sheet->variant % 3 == 1) {
        open_content(sheet, style);
        out_add(&sheet->out, "&nbsp;");
        close_content(sheet, style);
        sheet_lay(sheet, TRAP_HTML_NBSP);
    }
}

static void write_td(struct sheet *sheet, const struct slot *slot, bool spans)
{
    int style = sheet->variant / 7 % 4;
    const struct gcell *cell = slot->cell;
    const char *tag = sheet->variant % 19 == 11 && cell->kind == KIND_HEAD ? "th" : "td";
    out_format(&sheet->out, "<%s%s", tag, styles[sheet->variant % COUNT_OF(styles)]);
    if (spans && cell->rowspan > 1)
        out_format(&sheet->out, " rowspan=\"%d\"", cell->rowspan);
    if (spans && cell->colspan > 1)
        out_format(&sheet->out, " colspan=\"%d\"", cell->colspan);
    out_add(&sheet->out, ">");
    if (!slot->own || slot_is_blank(sheet, slot) || (cell->value < 0 && !cell->text[0])) {
        write_blank(sheet, style);
    } else {
        open_content(sheet, style);
        write_cell(sheet, cell, style == 1 ? "</p><p>" : "<br/>");
        close_content(sheet, style);
    }
    bool open = sheet->variant % 29 == 17; /* end tags that HTML lets one leave out */
    if (!open)
        out_format(&sheet->out, "</%s>", tag);
    if (!spans)
        for (int i = 1; i < cell->colspan; i++)
            out_format(&sheet->out, "<%s></%s>", tag, tag);
    if (style > 1)
        sheet_lay(sheet, TRAP_HTML_WORD);
}

void html_write_table(struct sheet *sheet, struct grid *grid)
{
    bool spans = sheet->variant % 5 != 3;
    bool lines = sheet->variant % 2;
    if (!spans)
        sheet_lay(sheet, TRAP_HTML_NO_SPAN);
    out_add(&sheet->out, "<table border=\"1\" cellspacing=\"0\"><tbody>");
    for (int row = 0; row < grid->nrows; row++) {
        struct slot slots[GRID_COLS];
        int n = grid_row(grid, row, slots);
        if (row > 4 && slots[0].cell->kind == KIND_CAPTION && sheet->variant % 11 == 9) {
            out_add(&sheet->out, "</tbody></table>\n<table border=\"1\"><tbody>");
            sheet_lay(sheet, TRAP_SPLIT_TABLE);
        }
        out_add(&sheet->out, lines ? "\n<tr>" : "<tr>");
        for (int i = 0; i < n; i++) {
            if (!slots[i].own && spans)
                continue;
            out_add(&sheet->out, lines ? "\n  " : "");
            write_td(sheet, &slots[i], spans);
        }
        out_add(&sheet->out, sheet->variant % 29 == 17 ? "" : "</tr>");
    }
    out_add(&sheet->out, "</tbody></table>\n");
}

#include "gouji/ui/lineedit.h"

#include <stdlib.h>
#include <string.h>

#include <unistr.h>

#include "gouji/base/message.h"
#include "gouji/base/str.h"
#include "gouji/text/sanitise.h"
#include "gouji/text/width.h"
#include "gouji/text/wrap.h"

enum { UNDO_MAX = 200, TAB_NCOLS = 8 };

struct snapshot {
    char *text;
    size_t caret;
};

struct lineedit {
    struct str text;
    size_t caret;
    bool multiline;
    bool typing; /* the last change was one typed character: further ones join its undo step */
    struct str killed;
    struct snapshot undo[UNDO_MAX];
    size_t nundo;
    int first_col; /* single line: columns scrolled away */
    int first_row; /* multiline: rows scrolled away */
    int ncols;     /* of the last drawing; 0 before it */
    int goal_col;  /* where up and down want to go, over shorter rows; -1 none */
};

struct lineedit *lineedit_new(bool multiline)
{
    struct lineedit *edit = calloc(1, sizeof *edit);
    if (edit != NULL)
        *edit = (struct lineedit){.multiline = multiline, .goal_col = -1};
    return edit;
}

static void forget_undo(struct lineedit *edit)
{
    for (size_t i = 0; i < edit->nundo; i++)
        free(edit->undo[i].text);
    edit->nundo = 0;
    edit->typing = false;
}

void lineedit_free(struct lineedit *edit)
{
    if (edit == NULL)
        return;
    forget_undo(edit);
    str_release(&edit->text);
    str_release(&edit->killed);
    free(edit);
}

const char *lineedit_text(const struct lineedit *edit)
{
    return str_text(&edit->text);
}

size_t lineedit_caret(const struct lineedit *edit)
{
    return edit->caret;
}

static struct slice before(const struct lineedit *edit)
{
    return slice_make(str_text(&edit->text), edit->caret);
}

static struct slice behind(const struct lineedit *edit)
{
    return slice_make(str_text(&edit->text) + edit->caret, edit->text.nbytes - edit->caret);
}

/* Replaces the whole text; the old one stays when memory is short. */
static int replace(struct lineedit *edit, struct slice text, size_t caret)
{
    struct str fresh = STR_INIT;
    str_append(&fresh, text);
    if (fresh.failed) {
        str_release(&fresh);
        return -1;
    }
    str_release(&edit->text);
    edit->text = fresh;
    edit->caret = caret;
    return 0;
}

int lineedit_set(struct lineedit *edit, struct slice text)
{
    if (text.nbytes > LINEEDIT_MAX_NBYTES || replace(edit, text, text.nbytes) != 0)
        return -1;
    forget_undo(edit);
    edit->first_col = edit->first_row = 0;
    return 0;
}

/* Without memory for a step that step cannot be undone; the edit goes on. */
static void save_undo(struct lineedit *edit)
{
    char *copy = strdup(str_text(&edit->text));
    if (copy == NULL)
        return;
    if (edit->nundo == UNDO_MAX) {
        free(edit->undo[0].text);
        memmove(edit->undo, edit->undo + 1, (UNDO_MAX - 1) * sizeof edit->undo[0]);
        edit->nundo--;
    }
    struct snapshot *step = &edit->undo[edit->nundo++];
    step->text = copy;
    step->caret = edit->caret;
}

static void undo(struct lineedit *edit)
{
    edit->typing = false;
    if (edit->nundo == 0)
        return;
    struct snapshot step = edit->undo[--edit->nundo];
    replace(edit, slice_of(step.text), step.caret);
    free(step.text);
}

static bool insert(struct lineedit *edit, struct slice bytes)
{
    if (edit->text.nbytes + bytes.nbytes > LINEEDIT_MAX_NBYTES)
        return false;
    struct str grown = STR_INIT;
    str_append(&grown, before(edit));
    str_append(&grown, bytes);
    str_append(&grown, behind(edit));
    size_t caret = edit->caret + bytes.nbytes;
    bool fits = !grown.failed && replace(edit, str_slice(&grown), caret) == 0;
    str_release(&grown);
    return fits;
}

static void insert_typed(struct lineedit *edit, uint32_t ch)
{
    uint8_t bytes[8];
    int nbytes = u8_uctomb(bytes, ch, sizeof bytes);
    if (nbytes <= 0 || (ch < ' ' && ch != '\n' && ch != '\t') || (ch >= 0x7F && ch < 0xA0))
        return;
    if (!edit->typing)
        save_undo(edit);
    insert(edit, slice_make((char *)bytes, (size_t)nbytes));
    edit->typing = ch != '\n';
}

/* Removes [start, end), to be yanked again when `kill`. */
static void cut(struct lineedit *edit, size_t start, size_t end, bool kill)
{
    edit->typing = false;
    if (start == end)
        return;
    save_undo(edit);
    if (kill) {
        str_clear(&edit->killed);
        str_append(&edit->killed, slice_make(str_text(&edit->text) + start, end - start));
    }
    str_remove(&edit->text, start, end - start);
    edit->caret = start;
}

static void yank(struct lineedit *edit)
{
    edit->typing = false;
    if (edit->killed.failed || edit->killed.nbytes == 0)
        return;
    save_undo(edit);
    insert(edit, str_slice(&edit->killed));
}

static size_t place_before(const struct lineedit *edit)
{
    return edit->caret - (edit->caret > 0 ? width_cluster_before(before(edit)) : 0);
}

static size_t place_behind(const struct lineedit *edit)
{
    return edit->caret + (edit->caret < edit->text.nbytes ? width_cluster(behind(edit)) : 0);
}

static size_t line_start(const struct lineedit *edit, size_t at)
{
    const char *text = str_text(&edit->text);
    while (at > 0 && text[at - 1] != '\n')
        at--;
    return at;
}

static size_t line_end(const struct lineedit *edit, size_t at)
{
    const char *text = str_text(&edit->text);
    return at + strcspn(text + at, "\n");
}

/* Words for Alt-B, Alt-F and Ctrl-W: runs of one class. Chinese is written
 * without blanks, so a run of ideographs ends at the next punctuation. */
enum char_class { CLASS_BLANK, CLASS_WORD, CLASS_PUNCTUATION, CLASS_WIDE };

static enum char_class class_at(const struct lineedit *edit, size_t at)
{
    ucs4_t ch;
    const char *text = str_text(&edit->text);
    u8_mbtouc(&ch, (const uint8_t *)text + at, edit->text.nbytes - at);
    if (ch <= ' ' || ch == 0x3000)
        return CLASS_BLANK;
    if ((ch >= 0x3001 && ch <= 0x303F) || (ch >= 0xFF01 && ch <= 0xFF0F) ||
        (ch >= 0xFF1A && ch <= 0xFF20) || (ch >= 0x2010 && ch <= 0x2027))
        return CLASS_PUNCTUATION;
    if (ch >= 0x80)
        return CLASS_WIDE;
    bool word = (ch >= '0' && ch <= '9') || (ch | 0x20) - 'a' < 26 || ch == '_';
    return word ? CLASS_WORD : CLASS_PUNCTUATION;
}

static size_t word_before(const struct lineedit *edit)
{
    struct lineedit walk = *edit;
    while (walk.caret > 0 && class_at(&walk, place_before(&walk)) == CLASS_BLANK)
        walk.caret = place_before(&walk);
    if (walk.caret == 0)
        return 0;
    enum char_class class = class_at(&walk, place_before(&walk));
    while (walk.caret > 0 && class_at(&walk, place_before(&walk)) == class)
        walk.caret = place_before(&walk);
    return walk.caret;
}

static size_t word_behind(const struct lineedit *edit)
{
    struct lineedit walk = *edit;
    size_t end = edit->text.nbytes;
    while (walk.caret < end && class_at(&walk, walk.caret) == CLASS_BLANK)
        walk.caret = place_behind(&walk);
    if (walk.caret == end)
        return end;
    enum char_class class = class_at(&walk, walk.caret);
    while (walk.caret < end && class_at(&walk, walk.caret) == class)
        walk.caret = place_behind(&walk);
    return walk.caret;
}

/* Columns that text takes when it begins at column 0, TABs as area_put draws them. */
static int text_ncols(struct slice text)
{
    int ncols = 0;
    while (text.nbytes > 0) {
        struct glyph glyph;
        sanitise_next(text, &glyph);
        ncols =
            glyph.kind == SANITISE_TAB ? (ncols / TAB_NCOLS + 1) * TAB_NCOLS : ncols + glyph.ncols;
        text = slice_make(text.ptr + glyph.consumed, text.nbytes - glyph.consumed);
    }
    return ncols;
}

/* The place in [start, end) whose column comes nearest to `col` from the left. */
static size_t place_at_col(const struct lineedit *edit, size_t start, size_t end, int col)
{
    const char *text = str_text(&edit->text);
    size_t at = start;
    while (at < end) {
        size_t next = at + width_cluster(slice_make(text + at, end - at));
        if (text_ncols(slice_make(text + start, next - start)) > col)
            break;
        at = next;
    }
    return at;
}

/* The screen rows of the whole text, in bytes of it. */
struct rows {
    struct wrap_row *items;
    size_t count;
};

static int add_line_rows(struct rows *rows, const char *text, size_t start, size_t end, int ncols)
{
    struct wrap_row *wrapped = NULL;
    size_t nwrapped;
    if (wrap_line(slice_make(text + start, end - start), ncols, &wrapped, &nwrapped, NULL) != 0)
        return -1;
    struct wrap_row *grown = realloc(rows->items, (rows->count + nwrapped) * sizeof *rows->items);
    if (grown != NULL) {
        rows->items = grown;
        for (size_t i = 0; i < nwrapped; i++)
            grown[rows->count++] =
                (struct wrap_row){start + wrapped[i].start, start + wrapped[i].end};
    }
    free(wrapped);
    return grown != NULL ? 0 : -1;
}

/* Empty (count 0) when memory is short. */
static struct rows layout(const struct lineedit *edit)
{
    struct rows rows = {NULL, 0};
    const char *text = str_text(&edit->text);
    int ncols = edit->ncols >= 2 ? edit->ncols : LINEEDIT_MAX_NBYTES * 2;
    for (size_t start = 0; start <= edit->text.nbytes;) {
        size_t end = line_end(edit, start);
        if (add_line_rows(&rows, text, start, end, ncols) != 0) {
            free(rows.items);
            return (struct rows){NULL, 0};
        }
        start = end + 1;
    }
    return rows;
}

/* The last row that begins at or before the caret. */
static size_t caret_row_of(const struct rows *rows, size_t caret)
{
    size_t row = 0;
    while (row + 1 < rows->count && rows->items[row + 1].start <= caret)
        row++;
    return row;
}

static void move_row(struct lineedit *edit, int step)
{
    struct rows rows = layout(edit);
    if (rows.count > 0) {
        size_t row = caret_row_of(&rows, edit->caret);
        size_t start = rows.items[row].start;
        if (edit->goal_col < 0)
            edit->goal_col =
                text_ncols(slice_make(str_text(&edit->text) + start, edit->caret - start));
        if (step < 0 ? row > 0 : row + 1 < rows.count) {
            struct wrap_row to = rows.items[step < 0 ? row - 1 : row + 1];
            edit->caret = place_at_col(edit, to.start, to.end, edit->goal_col);
        }
    }
    free(rows.items);
}

static void move(struct lineedit *edit, size_t caret)
{
    edit->caret = caret;
    edit->typing = false;
}

/* ---- the keys ---- */

static void to_start(struct lineedit *edit)
{
    move(edit, line_start(edit, edit->caret));
}

static void to_end(struct lineedit *edit)
{
    move(edit, line_end(edit, edit->caret));
}

static void to_left(struct lineedit *edit)
{
    move(edit, place_before(edit));
}

static void to_right(struct lineedit *edit)
{
    move(edit, place_behind(edit));
}

static void to_word_before(struct lineedit *edit)
{
    move(edit, word_before(edit));
}

static void to_word_behind(struct lineedit *edit)
{
    move(edit, word_behind(edit));
}

static void cut_before(struct lineedit *edit)
{
    cut(edit, place_before(edit), edit->caret, false);
}

static void cut_behind(struct lineedit *edit)
{
    cut(edit, edit->caret, place_behind(edit), false);
}

static void cut_word(struct lineedit *edit)
{
    cut(edit, word_before(edit), edit->caret, true);
}

static void cut_to_start(struct lineedit *edit)
{
    cut(edit, line_start(edit, edit->caret), edit->caret, true);
}

static void cut_to_end(struct lineedit *edit)
{
    cut(edit, edit->caret, line_end(edit, edit->caret), true);
}

#define CTRL(letter)                                                                               \
    {                                                                                              \
        KEY_CHAR, letter, KEY_CTRL                                                                 \
    }
#define ALT(letter)                                                                                \
    {                                                                                              \
        KEY_CHAR, letter, KEY_ALT                                                                  \
    }
static const struct {
    struct key key;
    void (*act)(struct lineedit *edit);
    const char *help;
} keys[] = {
    {CTRL('a'), to_start, N_("to the start of the line")},
    {{KEY_HOME_, 0, 0}, to_start, N_("to the start of the line")},
    {CTRL('e'), to_end, N_("to the end of the line")},
    {{KEY_END_, 0, 0}, to_end, N_("to the end of the line")},
    {{KEY_LEFT_, 0, 0}, to_left, N_("one character left")},
    {{KEY_RIGHT_, 0, 0}, to_right, N_("one character right")},
    {ALT('b'), to_word_before, N_("one word left")},
    {ALT('f'), to_word_behind, N_("one word right")},
    {{KEY_BACKSPACE_, 0, 0}, cut_before, N_("delete the character before the cursor")},
    {CTRL('d'), cut_behind, N_("delete the character under the cursor")},
    {{KEY_DELETE, 0, 0}, cut_behind, N_("delete the character under the cursor")},
    {CTRL('w'), cut_word, N_("cut the word before the cursor")},
    {CTRL('u'), cut_to_start, N_("cut all before the cursor in the line")},
    {CTRL('k'), cut_to_end, N_("cut all behind the cursor in the line")},
    {CTRL('y'), yank, N_("put back what was cut")},
    {CTRL('_'), undo, N_("undo inside the text")},
};
#undef CTRL
#undef ALT
enum { NKEYS = sizeof keys / sizeof *keys };

const char *lineedit_key_help(size_t index, struct key *key)
{
    if (index >= NKEYS)
        return NULL;
    *key = keys[index].key;
    return keys[index].help;
}

static bool multiline_key(struct lineedit *edit, enum key_code code)
{
    if (!edit->multiline)
        return false;
    edit->typing = false;
    if (code == KEY_ENTER_)
        insert_typed(edit, '\n');
    else if (code == KEY_TAB)
        insert_typed(edit, '\t');
    else if (code == KEY_UP_)
        move_row(edit, -1);
    else if (code == KEY_DOWN_)
        move_row(edit, 1);
    else
        return false;
    return true;
}

bool lineedit_key(struct lineedit *edit, struct key key)
{
    if (key.code != KEY_UP_ && key.code != KEY_DOWN_)
        edit->goal_col = -1;
    for (size_t i = 0; i < NKEYS; i++)
        if (key_equal(key, keys[i].key)) {
            keys[i].act(edit);
            return true;
        }
    if (key.modifiers != 0)
        return false;
    if (key.code == KEY_CHAR)
        insert_typed(edit, key.ch);
    return key.code == KEY_CHAR || multiline_key(edit, key.code);
}

/* What of a paste may stand in the text: valid UTF-8 without control characters;
 * line ends of any kind as LF, or as blanks in a single line. */
static void clean_paste(struct slice text, bool multiline, struct str *out)
{
    for (size_t at = 0; at < text.nbytes;) {
        ucs4_t ch;
        const uint8_t *bytes = (const uint8_t *)text.ptr + at;
        int nbytes = u8_mbtoucr(&ch, bytes, text.nbytes - at);
        if (nbytes <= 0) {
            at++;
            continue;
        }
        at += (size_t)nbytes;
        if (ch == '\r' && at < text.nbytes && text.ptr[at] == '\n')
            continue;
        if (ch == '\n' || ch == '\r')
            str_byte(out, multiline ? '\n' : ' ');
        else if (ch == '\t')
            str_byte(out, multiline ? '\t' : ' ');
        else if (ch >= ' ' && !(ch >= 0x7F && ch < 0xA0))
            str_append(out, slice_make((const char *)bytes, (size_t)nbytes));
    }
}

bool lineedit_paste(struct lineedit *edit, struct slice text)
{
    struct str clean = STR_INIT;
    clean_paste(text, edit->multiline, &clean);
    edit->typing = false;
    bool fits = !clean.failed && edit->text.nbytes + clean.nbytes <= LINEEDIT_MAX_NBYTES;
    if (fits && clean.nbytes > 0) {
        save_undo(edit);
        fits = insert(edit, str_slice(&clean));
    }
    str_release(&clean);
    return fits;
}

/* Scrolls [*first, *first + room) so that `at` lies inside. */
static void scroll_to(int *first, int room, int at)
{
    if (at < *first)
        *first = at;
    else if (at >= *first + room)
        *first = at - room + 1;
}

static void draw_line(struct lineedit *edit, struct area area, enum style style, int *caret_row,
                      int *caret_col)
{
    int col = text_ncols(before(edit));
    scroll_to(&edit->first_col, area.ncols, col);
    area_put(area, 0, -edit->first_col, -1, str_slice(&edit->text), style);
    *caret_row = 0;
    *caret_col = col - edit->first_col;
}

static void draw_rows(struct lineedit *edit, struct area area, enum style style, int *caret_row,
                      int *caret_col)
{
    struct rows rows = layout(edit);
    const char *text = str_text(&edit->text);
    size_t row = rows.count > 0 ? caret_row_of(&rows, edit->caret) : 0;
    scroll_to(&edit->first_row, area.nrows, (int)row);
    for (int i = 0; i < area.nrows; i++) {
        size_t at = (size_t)edit->first_row + (size_t)i;
        if (!rows.items || at >= rows.count)
            break;
        const struct wrap_row *place = &rows.items[at];
        /* NOLINTNEXTLINE(clang-analyzer-core.Undefined*): add_line_rows fills what it counts */
        struct slice line = slice_make(text + place->start, place->end - place->start);
        area_put(area, i, 0, -1, line, style);
    }
    size_t start = rows.items ? rows.items[row].start : edit->caret;
    *caret_row = (int)row - edit->first_row;
    *caret_col = text_ncols(slice_make(text + start, edit->caret - start));
    if (*caret_col > area.ncols - 1)
        *caret_col = area.ncols - 1;
    free(rows.items);
}

void lineedit_draw(struct lineedit *edit, struct area area, enum style style, int *caret_row,
                   int *caret_col)
{
    *caret_row = *caret_col = 0;
    if (area.nrows < 1 || area.ncols < 1)
        return;
    edit->ncols = area.ncols;
    area_fill(area, style);
    if (edit->multiline)
        draw_rows(edit, area, style, caret_row, caret_col);
    else
        draw_line(edit, area, style, caret_row, caret_col);
}

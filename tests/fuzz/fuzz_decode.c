/* From bytes to the screen: sniff, decode, fold, sanitise, measure, wrap. The
 * first byte chooses a declared charset, the second the flags of folding, the
 * third the columns. */
#include "fuzz.h"

#include "gouji/text/decode.h"
#include "gouji/text/sanitise.h"
#include "gouji/text/width.h"
#include "gouji/text/wrap.h"

static bool is_utf8(struct slice text)
{
    for (size_t i = 0, n; i < text.nbytes; i += n)
        if (text_next(text.ptr + i, text.nbytes - i, &n) < 0)
            return false;
    return true;
}

static void check_fold(struct slice text, unsigned flags)
{
    struct arena *arena = arena_new();
    struct fold fold;
    FUZZ_CHECK(arena && fold_text(arena, text, 7, flags, &fold) == 0);
    FUZZ_CHECK(fold.text[fold.nbytes] == '\0');
    FUZZ_CHECK(is_utf8(slice_make(fold.text, fold.nbytes)) || !is_utf8(text));
    for (size_t i = 0; i < fold.nbytes; i++) {
        FUZZ_CHECK(fold_start(&fold, i) >= 7 && fold_start(&fold, i) <= fold_end(&fold, i));
        FUZZ_CHECK(fold_end(&fold, i) <= text.nbytes + 7);
        FUZZ_CHECK(i == 0 || (fold_start(&fold, i - 1) <= fold_start(&fold, i) &&
                              fold_end(&fold, i - 1) <= fold_end(&fold, i)));
    }
    if (fold.nbytes > 0) {
        struct span whole = fold_span(&fold, 0, fold.nbytes);
        FUZZ_CHECK(whole.start == fold_start(&fold, 0) &&
                   whole.end == fold_end(&fold, fold.nbytes - 1));
    }
    arena_free(arena);
}

static void check_glyphs(struct slice text)
{
    int ncols = 0;
    for (struct slice rest = text; rest.nbytes > 0;) {
        struct glyph glyph;
        sanitise_next(rest, &glyph);
        FUZZ_CHECK(glyph.consumed >= 1 && glyph.consumed <= rest.nbytes);
        FUZZ_CHECK(glyph.nbytes == strlen(glyph.bytes) && glyph.ncols >= 0);
        FUZZ_CHECK(glyph.kind != SANITISE_PLAIN || glyph.ncols == 1 || glyph.ncols == 2);
        if (glyph.kind != SANITISE_TAB)
            fuzz_check_shown(slice_of(glyph.bytes), false);
        ncols += glyph.ncols;
        rest = slice_make(rest.ptr + glyph.consumed, rest.nbytes - glyph.consumed);
    }
    FUZZ_CHECK(width_text(text) >= 0 && ncols >= 0);
    for (int with_layout = 0; with_layout <= 1; with_layout++) {
        struct str out = STR_INIT;
        sanitise_append(&out, text, with_layout);
        fuzz_check_shown(str_slice(&out), with_layout);
        str_release(&out);
    }
}

static void check_measure(struct slice line, int ncols)
{
    int used = -1;
    char clipped[256];
    size_t fits = width_fit(line, ncols, &used);
    FUZZ_CHECK(fits <= line.nbytes && used >= 0 && used <= ncols);
    FUZZ_CHECK(line.nbytes == 0 ||
               (width_cluster(line) >= 1 && width_cluster(line) <= line.nbytes));
    FUZZ_CHECK(line.nbytes == 0 ||
               (width_cluster_before(line) >= 1 && width_cluster_before(line) <= line.nbytes));
    width_clip_middle(line, ncols, clipped, sizeof clipped);
    FUZZ_CHECK(width_text(slice_of(clipped)) <= ncols);
}

static bool is_blank(struct slice bytes)
{
    struct arena *arena = arena_new();
    struct fold fold;
    FUZZ_CHECK(arena && fold_text(arena, bytes, 0, FOLD_DROP_SPACE, &fold) == 0);
    bool blank = fold.nbytes == 0;
    arena_free(arena);
    return blank;
}

/* Every byte of the line is in one row, blanks between two rows aside. */
static void check_wrap(struct slice line, int ncols)
{
    struct wrap_row *rows = NULL;
    size_t nrows = 0, at = 0;
    FUZZ_CHECK(wrap_line(line, ncols, &rows, &nrows, NULL) == 0 && nrows >= 1);
    for (size_t i = 0; i < nrows; i++) {
        FUZZ_CHECK(rows[i].start >= at && rows[i].start <= rows[i].end);
        FUZZ_CHECK(rows[i].end <= line.nbytes);
        FUZZ_CHECK(is_blank(slice_make(line.ptr + at, rows[i].start - at)));
        FUZZ_CHECK(i == 0 || rows[i].end > at);
        at = rows[i].end;
    }
    FUZZ_CHECK(is_blank(slice_make(line.ptr + at, line.nbytes - at)));
    free(rows);
}

static void check_lines(struct slice text, int ncols)
{
    for (size_t at = 0; at < text.nbytes;) {
        const char *end = memchr(text.ptr + at, '\n', text.nbytes - at);
        size_t n = end ? (size_t)(end - text.ptr) - at : text.nbytes - at;
        check_wrap(slice_make(text.ptr + at, n), ncols < 2 ? 2 : ncols);
        check_measure(slice_make(text.ptr + at, n), ncols);
        at += n + 1;
    }
}

static void check_decoded(const struct text_decoded *decoded, struct slice bytes)
{
    struct slice text = slice_make(decoded->text, decoded->nbytes);
    FUZZ_CHECK(text_encoding_name(decoded->encoding) != NULL);
    FUZZ_CHECK(text.ptr[text.nbytes] == '\0');
    for (size_t i = 0, n; i < text.nbytes; i += n)
        FUZZ_CHECK(text_next(text.ptr + i, text.nbytes - i, &n) >= 0);
    if (decoded->encoding == TEXT_UTF8 && decoded->nbad == 0)
        FUZZ_CHECK(slice_equal(text, bytes));
    FUZZ_CHECK(decoded->nbad <= bytes.nbytes);
}

static void check_kind(struct slice bytes)
{
    enum text_kind kind = text_sniff(bytes);
    FUZZ_CHECK(kind <= TEXT_KIND_BINARY);
    char *advice = text_kind_advice(kind, "a 'b'\x1b.txt");
    free(advice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const charsets[] = {"",        "UTF-8", "GBK",      "GB2312",
                                           "GB18030", "BIG5",  "UTF-16LE", "no such"};
    if (size < 3)
        return 0;
    struct slice bytes = slice_make((const char *)data + 3, size - 3);
    struct text_decoded decoded, declared;
    FUZZ_CHECK(text_decode(bytes, &decoded, NULL) == 0);
    check_decoded(&decoded, bytes);
    FUZZ_CHECK(text_decode_declared(bytes, charsets[data[0] % 8], &declared, NULL) == 0);
    check_decoded(&declared, bytes);
    check_kind(bytes);
    struct slice text = slice_make(declared.text, declared.nbytes);
    check_fold(text, data[1] % 16);
    check_fold(bytes, data[1] % 16); /* matching takes any bytes */
    check_glyphs(text);
    check_glyphs(bytes);
    check_lines(text, data[2]);
    check_lines(bytes, data[2]);
    free(decoded.text);
    free(declared.text);
    return 0;
}

#include "words.h"

#include "gouji/base/ascii.h"
#include "gouji/text/decode.h"
#include "numeral.h"

/* How many of eight bytes go on with a character: their upper bits are 10. */
static size_t count_tails(const char *bytes)
{
    const uint64_t each = UINT64_C(0x0101010101010101);
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    uint64_t tails = word >> 7 & ~word >> 6 & each;
    return tails * each >> 56;
}

size_t words_glyphs(struct slice text)
{
    size_t count = text.nbytes, i = 0;
    for (; i + 8 <= text.nbytes; i += 8)
        count -= count_tails(text.ptr + i);
    for (; i < text.nbytes; i++)
        count -= !words_may_start(text.ptr + i);
    return count;
}

size_t words_han(struct slice text)
{
    size_t count = 0, nbytes;
    for (size_t i = 0; i < text.nbytes; i += nbytes) {
        unsigned char lead = (unsigned char)text.ptr[i];
        bool is_han = lead >= 0xE4 && lead <= 0xE9 && text.nbytes - i >= 3; /* as nearly all */
        nbytes = is_han ? 3 : 1;
        count += is_han;
        if (is_han || lead < 0x80)
            continue;
        count += words_is_han(text_next(text.ptr + i, text.nbytes - i, &nbytes));
    }
    return count;
}

/* The longer of the best word so far, of *most bytes, and one more that text may start with. */
static const char *longer_start(const char *best, const char *word, const char *text, size_t *most)
{
    size_t n = 0;
    while (word[n] && word[n] == text[n])
        n++;
    if (word[n] || n <= *most)
        return best;
    *most = n;
    return word;
}

const char *words_starts(const char *const *words, const char *text)
{
    const char *best = NULL;
    size_t most = 0;
    if (!words || !*text)
        return NULL;
    for (; *words; words++) {
        const char *word = *words;
        if (*word == *text && (word[1] == text[1] || !word[1]))
            best = longer_start(best, word, text, &most);
    }
    return best;
}

void words_index(const char *const *words, struct word_index *out)
{
    size_t n = 0;
    out->words = words;
    memset(out->first, 0, sizeof out->first);
    for (; words && words[n] && n < WORDS_INDEXED; n++) {
        size_t place = words_place(words[n]);
        out->next[n + 1] = out->first[place];
        out->first[place] = (uint8_t)(n + 1);
    }
    out->is_whole = !words || !words[n];
    if (!out->is_whole)
        memset(out->first, 1, sizeof out->first);
}

const char *words_starts_in(const struct word_index *index, const char *text)
{
    const char *best = NULL;
    size_t most = 0;
    if (!index->is_whole)
        return words_starts(index->words, text);
    for (uint8_t i = index->first[words_place(text)]; i > 0; i = index->next[i])
        best = longer_start(best, index->words[i - 1], text, &most);
    return best;
}

void words_seconds(const char *const *words, bool seconds[256])
{
    memset(seconds, 0, 256 * sizeof *seconds);
    for (; words && *words; words++)
        seconds[(unsigned char)(*words)[1]] = true;
}

const char *words_ends(const char *const *words, struct slice text)
{
    const char *best = NULL;
    for (; words && *words; words++) {
        size_t n = strlen(*words);
        if (n > text.nbytes || n == 0 || (*words)[n - 1] != text.ptr[text.nbytes - 1])
            continue;
        if (memcmp(text.ptr + text.nbytes - n, *words, n) == 0 && (!best || n > strlen(best)))
            best = *words;
    }
    return best;
}

const char *words_holds(const char *const *words, struct slice text)
{
    for (; words && *words; words++)
        if (slice_contains(text, *words))
            return *words;
    return NULL;
}

static const char *const openers[] = {"(", "（", "[", "【", "〔", "﹝", NULL};
static const char *const closers[] = {")", "）", "]", "】", "〕", "﹞", NULL};

/* The text is not empty; most differ in their first byte. */
static bool starts_one(struct slice text, const char *const *words)
{
    while (*words && (**words != *text.ptr || !slice_has_prefix(text, slice_of(*words))))
        words++;
    return *words != NULL;
}

/* By its first byte, which most others do not have. */
static bool may_be_bracket(char byte)
{
    return byte == '(' || byte == ')' || byte == '[' || byte == ']' || byte == '\xE3' ||
           byte == '\xEF';
}

bool words_open_bracket(struct slice text)
{
    for (size_t i = text.nbytes; i-- > 0;) {
        if (!may_be_bracket(text.ptr[i]))
            continue;
        struct slice rest = slice_make(text.ptr + i, text.nbytes - i);
        if (starts_one(rest, closers))
            return false;
        if (starts_one(rest, openers))
            return true;
    }
    return false;
}

bool words_close_bracket(struct slice text)
{
    for (size_t i = 0; i < text.nbytes; i++) {
        if (!may_be_bracket(text.ptr[i]))
            continue;
        struct slice rest = slice_make(text.ptr + i, text.nbytes - i);
        if (starts_one(rest, openers))
            return false;
        if (starts_one(rest, closers))
            return true;
    }
    return false;
}

struct slice words_unbracket(struct slice text)
{
    static const char open[] = "【", close[] = "】";
    enum { NBYTES = sizeof open - 1 };
    bool both = text.nbytes >= (size_t)2 * NBYTES && memcmp(text.ptr, open, NBYTES) == 0 &&
                slice_ends_with(text, close);
    return both ? slice_make(text.ptr + NBYTES, text.nbytes - (size_t)2 * NBYTES) : text;
}

static bool folds_into(const struct report *report, struct span span, struct fold *fold)
{
    return fold_text(report->arena, report_slice(report, span), span.start,
                     FOLD_DROP_SPACE | FOLD_DROP_INSETS, fold) == 0;
}

/* An ideograph, CJK punctuation or wide ASCII, which every fold keeps and which no mark
 * before or behind it can take in. */
static bool is_solid(const char *text)
{
    const unsigned char *p = (const unsigned char *)text;
    return (p[0] >= 0xE4 && p[0] <= 0xE9) || (p[0] == 0xEF && p[1] == 0xBC && p[2] > 0x80) ||
           (p[0] == 0xE3 && p[1] == 0x80 && p[2] > 0x80 && p[2] <= 0x91 && p[2] != 0x84);
}

static bool is_ascii_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* Cuts ASCII blanks in front; whether what stands there then surely stays. */
static bool begins_solidly(const struct report *report, struct span *span)
{
    const char *text = report->text;
    while (span->start < span->end && is_ascii_blank(text[span->start]))
        span->start++;
    return span->end - span->start >= 3 &&
           (is_solid(text + span->start) || ascii_is_digit(text[span->start]));
}

static bool ends_solidly(const struct report *report, struct span *span)
{
    const char *text = report->text;
    while (span->start < span->end && is_ascii_blank(text[span->end - 1]))
        span->end--;
    return span->end - span->start >= 3 &&
           (is_solid(text + span->end - 3) || ascii_is_digit(text[span->end - 1]));
}

struct span words_trim(const struct report *report, struct span span)
{
    struct fold fold;
    if (begins_solidly(report, &span) && ends_solidly(report, &span))
        return span;
    if (!folds_into(report, span, &fold) || fold.nbytes == 0)
        return (struct span){span.start, span.start};
    return fold_span(&fold, 0, fold.nbytes);
}

bool words_has_text(const struct report *report, struct span span)
{
    struct span rest = span; /* behind the wide blanks that a paragraph begins with */
    while (!begins_solidly(report, &rest)) {
        const char *text = report->text + rest.start;
        if (rest.start < rest.end && (strchr("|#(-", *text) || memcmp(text, "\xE2\x94", 2) == 0))
            return true; /* bars and strokes are never dropped */
        if (rest.end - rest.start < 3 || memcmp(text, "\u3000", 3) != 0)
            return !span_empty(words_trim(report, span));
        rest.start += 3;
    }
    return true;
}

/* A radical in the place of a character (U+2E80 to U+2FDF), as some PDFs have:
 * it looks like the character, but no name that has it would be found again. */
static bool is_radical(const char *text)
{
    const unsigned char *p = (const unsigned char *)text;
    return p[0] == 0xE2 && p[1] >= 0xBA;
}

/* Nothing but ideographs, as numerals and titles mostly are. */
static bool is_all_han(struct slice text)
{
    size_t i = 0;
    while (text.nbytes - i >= 3 && (unsigned char)text.ptr[i] >= 0xE4 &&
           (unsigned char)text.ptr[i] <= 0xE9)
        i += 3;
    return i == text.nbytes;
}

const char *words_printed(const struct report *report, struct span span)
{
    struct fold fold;
    if (is_all_han(report_slice(report, span)))
        return arena_copy(report->arena, report_slice(report, span));
    if (!folds_into(report, span, &fold))
        return NULL;
    char *printed = arena_alloc(report->arena, (size_t)(span.end - span.start) + 1);
    size_t n = 0;
    uint32_t done = span.start;
    for (size_t i = 0; printed && i < fold.nbytes; i++) {
        const char *source = report->text + fold_start(&fold, i);
        if (is_radical(source)) {
            printed[n++] = fold.text[i];
            continue;
        }
        if (fold_start(&fold, i) < done || *source == '#' || *source == '*')
            continue;
        memcpy(printed + n, source, fold_size(&fold, i));
        n += fold_size(&fold, i);
        done = fold_end(&fold, i);
    }
    return printed;
}

/* The block in which the line is; NULL: the text is not divided yet. */
static const struct block *block_of(const struct report *report, size_t line)
{
    uint32_t at = report->lines[line];
    size_t low = 0, high = report->nblocks;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct block *block = &report->blocks[middle];
        if (at < block->span.start)
            high = middle;
        else if (at >= block->span.end)
            low = middle + 1;
        else
            return block;
    }
    return NULL;
}

bool words_is_prose(const struct report *report, size_t line)
{
    const struct block *block = block_of(report, line);
    return !block || block->kind == BLOCK_PROSE;
}

size_t words_next_prose(const struct report *report, size_t line)
{
    while (line < report->nlines) {
        const struct block *block = block_of(report, line);
        if (!block || block->kind == BLOCK_PROSE)
            return line;
        bool is_last = block->span.end >= report->text_nbytes;
        line = is_last ? report->nlines : report_line_at(report, block->span.end);
    }
    return line;
}

bool words_is_blank(const struct report *report, size_t line)
{
    struct span span = report_line_span(report, line);
    for (uint32_t i = span.start; i < span.end; i++)
        if (!strchr(" \t\v\f", report->text[i]))
            return !words_has_text(report, span);
    return true;
}

size_t words_next_line(const struct report *report, size_t line)
{
    do
        line++;
    while (line < report->nlines && words_is_blank(report, line));
    return line;
}

/* The bytes of 、 or · or one of the signs . , : at the front, or 0. */
static size_t sign_size(const char *text)
{
    if (*text == '.' || *text == ',' || *text == ':')
        return 1;
    if (strncmp(text, "、", 3) == 0)
        return 3;
    return strncmp(text, "·", 2) == 0 ? 2 : 0;
}

/* The separator behind a marker's numeral: bytes, 0 for none. A comma slipped
 * in before it (二,、) belongs to it. */
static size_t separator(const char *text, bool is_digit)
{
    size_t n = sign_size(text);
    if (n == 0)
        return 0;
    if (is_digit && (*text == ',' || *text == ':' || ascii_is_digit(text[n])))
        return 0;
    return strncmp(text + n, "、", 3) == 0 ? n + 3 : n;
}

static size_t ordinary_numeral(const char *text, bool *is_digit, int *number)
{
    int64_t value = 0;
    size_t n = numeral_chinese(text, &value);
    *is_digit = n == 0;
    *number = value < 100 ? (int)value : 0;
    if (*is_digit)
        n = numeral_digits(text, 3, number);
    return *number > 0 && *number < 100 ? n : 0;
}

/* 第一部分 */
static struct marker part_marker(const char *text)
{
    static const char *const kinds[] = {"部分", "章", "节", NULL};
    struct marker marker = {.level = MARKER_SECTION, .numeral_start = strlen("第")};
    bool is_digit;
    size_t n = ordinary_numeral(text + marker.numeral_start, &is_digit, &marker.number);
    marker.numeral_end = marker.numeral_start + n;
    const char *kind = n ? words_starts(kinds, text + marker.numeral_end) : NULL;
    if (!kind)
        return (struct marker){0};
    marker.nbytes = marker.numeral_end + strlen(kind);
    marker.nbytes += separator(text + marker.nbytes, false);
    return marker;
}

/* Ⅳ、, whose numeral is folded to letters. */
static struct marker roman_marker(const char *text)
{
    static const char *const numerals[] = {"I",  "II",  "III",  "IV", "V",
                                           "VI", "VII", "VIII", "IX", "X"};
    size_t n = strspn(text, "IVX");
    size_t mark =
        text[n] == '.' || strncmp(text + n, "、", 3) == 0 ? separator(text + n, false) : 0;
    for (size_t i = 0; mark && i < sizeof numerals / sizeof *numerals; i++)
        if (n == strlen(numerals[i]) && memcmp(text, numerals[i], n) == 0)
            return (struct marker){MARKER_SECTION, (int)i + 1, 0, n, n + mark};
    return (struct marker){0};
}

struct marker marker_read(const char *text)
{
    if (*text == 'I' || *text == 'V' || *text == 'X')
        return roman_marker(text);
    if (*text != '(' && *text != '\xE7' && !numeral_may_begin(text))
        return (struct marker){0}; /* as nearly all texts */
    if (strncmp(text, "第", strlen("第")) == 0)
        return part_marker(text);
    struct marker marker = {.numeral_start = *text == '('};
    bool is_digit;
    size_t n = ordinary_numeral(text + marker.numeral_start, &is_digit, &marker.number);
    marker.numeral_end = marker.numeral_start + n;
    const char *after = text + marker.numeral_end;
    bool is_open = marker.numeral_start > 0;
    if (n && *after == ')') {
        marker.level = is_digit ? MARKER_NOTE : MARKER_PART;
        marker.nbytes = marker.numeral_end + 1 + separator(after + 1, is_digit);
        return marker;
    }
    size_t mark = n && !is_open ? separator(after, is_digit) : 0;
    if (mark == 0)
        return (struct marker){0};
    marker.level = is_digit ? MARKER_ITEM : MARKER_SECTION;
    marker.nbytes = marker.numeral_end + mark;
    return marker;
}

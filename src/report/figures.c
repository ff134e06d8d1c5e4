/* Numbers stated in the prose, each told apart: a quantity, or a number that
 * only names something (a date, a telephone, a document, a place in a list). */
#include <string.h>

#include "cell.h"
#include "form_private.h"
#include "gouji/base/ascii.h"
#include "gouji/text/decode.h"
#include "numeral.h"
#include "stages.h"
#include "words.h"

enum { DIGITS_MOST = 12, FRACTION_DIGITS = 6, LONG_NUMBER = 5, CLAUSE_NBYTES = 300 };

/* The lists of words that say what a number is. */
enum list {
    UNITS,
    UNITS_CHINESE,
    LIST_UNITS,
    PHONE_WORDS,
    APPROXIMATE_BEFORE,
    APPROXIMATE_BEFORE_NOT,
    APPROXIMATE_INSIDE,
    APPROXIMATE_AFTER,
    FROM_BEFORE,
    FROM_AFTER,
    BELOW_BEFORE,
    BELOW_AFTER,
    SOME_BEFORE,
    NUMERAL_BEFORE_NOT,
    NUMERAL_AFTER_NOT,
    ONE_AFTER_NOT,
    LIST_COUNT,
};

static const char *const list_names[LIST_COUNT] = {
    [UNITS] = "units",
    [UNITS_CHINESE] = "units_chinese",
    [LIST_UNITS] = "list_units",
    [PHONE_WORDS] = "phone_words",
    [APPROXIMATE_BEFORE] = "approximate_before",
    [APPROXIMATE_BEFORE_NOT] = "approximate_before_not",
    [APPROXIMATE_INSIDE] = "approximate_inside",
    [APPROXIMATE_AFTER] = "approximate_after",
    [FROM_BEFORE] = "from_before",
    [FROM_AFTER] = "from_after",
    [BELOW_BEFORE] = "below_before",
    [BELOW_AFTER] = "below_after",
    [SOME_BEFORE] = "some_before",
    [NUMERAL_BEFORE_NOT] = "numeral_before_not",
    [NUMERAL_AFTER_NOT] = "numeral_after_not",
    [ONE_AFTER_NOT] = "one_after_not",
};

struct figure_words {
    struct word_index lists[LIST_COUNT];
    uint64_t about_ends; /* a bit for the last byte of each of APPROXIMATE_, FROM_, BELOW_BEFORE */
};

struct counter {
    struct report *report;
    const struct figure_words *words;
    size_t capacity;
    size_t sentence;
    const struct fold *fold;
    size_t list_until; /* numbers before this byte belong to a marker or date */
    bool failed;
};

/* One numeral as it was met. */
struct numeral {
    size_t start, end; /* folded bytes */
    int64_t value;     /* scaled */
    size_t ndigits;    /* before the decimal point; 0 for Chinese ones */
    bool is_chinese;
    bool is_cut; /* more digits than we can hold: only a name */
};

/* ① and ⒈ fold to digits, but number a list: Enclosed Alphanumerics. ² refers to
 * a note, ½ folds to 1 and 2: none of them is a digit of a number. */
static bool is_apart(const struct counter *counter, size_t at)
{
    const unsigned char *source =
        (const unsigned char *)counter->report->text + fold_start(counter->fold, at);
    if (source[0] == 0xC2)
        return true; /* ¹ ² ³ ¼ ½ ¾ are all that Latin-1 has of digits */
    return source[0] == 0xE2 && source[1] >= 0x81 && source[1] <= 0x93;
}

/* Does a fraction of one character follow the number, as in 3½? */
static bool is_before_fraction(const struct counter *counter, size_t end)
{
    const struct fold *fold = counter->fold;
    size_t slash = end + 1; /* behind the fraction's first digit */
    return ascii_is_digit(fold->text[end]) && is_apart(counter, end) &&
           strncmp(fold->text + slash, "\xE2\x81\x84", 3) == 0;
}

/* Does nothing stand between folded bytes i and i + 1 in the source? */
static bool is_adjacent(const struct fold *fold, size_t i)
{
    return fold_start(fold, i + 1) <= fold_end(fold, i);
}

/* Does nothing that is seen stand there? Pages put marks of no width between all characters, that
 * lines may end anywhere. */
static bool is_unseen_between(const struct counter *counter, size_t i)
{
    uint32_t at = fold_end(counter->fold, i), next = fold_start(counter->fold, i + 1);
    for (size_t nbytes; at < next; at += (uint32_t)nbytes)
        if (!cell_is_unseen(text_next(counter->report->text + at, next - at, &nbytes)))
            return false;
    return true;
}

/* 1 / 932条: the edge of the text broke the number. What stands below may as well be a
 * year, and what stands above a telephone's last digits. */
static bool goes_on_below(const struct counter *counter, size_t first, size_t at)
{
    const struct fold *fold = counter->fold;
    const char *source = counter->report->text;
    struct date date;
    uint32_t end = fold_end(fold, at), next = fold_start(fold, at + 1);
    if (next <= end || !memchr(source + end, '\n', next - end))
        return false;
    return (first == 0 || fold->text[first - 1] != '-') &&
           date_read(fold->text + at + 1, &date) == 0;
}

static bool is_comma(const struct fold *fold, size_t at)
{
    return fold->text[at] == ',' && fold_size(fold, at) == 1;
}

/* The end of a run of digits without a gap; an enclosed number is one alone. */
static size_t digits_end(const struct counter *counter, size_t at)
{
    const struct fold *fold = counter->fold;
    size_t first = at;
    bool apart = ascii_is_digit(fold->text[at]) && is_apart(counter, at);
    while (ascii_is_digit(fold->text[at]) && ascii_is_digit(fold->text[at + 1]) &&
           (is_adjacent(fold, at) || is_unseen_between(counter, at) ||
            goes_on_below(counter, first, at)) &&
           is_apart(counter, at + 1) == apart)
        at++;
    return ascii_is_digit(fold->text[at]) ? at + 1 : at;
}

/* The integer part, thousand separators included: 1,234,567. */
static size_t integer_end(const struct counter *counter, size_t at)
{
    const struct fold *fold = counter->fold;
    size_t end = digits_end(counter, at);
    if (end - at > 3)
        return end;
    while (is_comma(fold, end) && is_adjacent(fold, end - 1) && is_adjacent(fold, end) &&
           digits_end(counter, end + 1) - end == 4)
        end += 4;
    return end;
}

static struct numeral read_digits(const struct counter *counter, size_t at)
{
    const struct fold *fold = counter->fold;
    struct numeral n = {.start = at, .end = integer_end(counter, at)};
    int64_t scale = CELL_SCALE;
    for (size_t i = at; i < n.end; i++) {
        if (!ascii_is_digit(fold->text[i]))
            continue;
        if (++n.ndigits > DIGITS_MOST)
            n.is_cut = true;
        else
            n.value = n.value * 10 + (fold->text[i] - '0');
    }
    n.is_cut |= is_before_fraction(counter, n.end);
    n.value *= n.is_cut ? 1 : CELL_SCALE;
    if (fold->text[n.end] != '.' || !ascii_is_digit(fold->text[n.end + 1]) || n.is_cut ||
        !is_adjacent(fold, n.end - 1) || !is_adjacent(fold, n.end))
        return n;
    size_t end = digits_end(counter, n.end + 1);
    for (size_t i = n.end + 1; i < end; i++, scale /= 10) {
        n.is_cut |= i - n.end > FRACTION_DIGITS;
        n.value += (fold->text[i] - '0') * (scale / 10);
    }
    n.end = end;
    return n;
}

/* 3万 and 1.2万余, but the 万 of 万元 belongs to the unit. */
static void take_place_word(const struct fold *fold, struct numeral *n)
{
    static const struct {
        const char *word;
        int64_t factor;
    } places[] = {{"千", 1000}, {"万", 10000}, {"亿", 100000000}};
    const char *at = fold->text + n->end;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (*at != *places[i].word || strncmp(at, places[i].word, 3) != 0 ||
            strncmp(at + 3, "元", 3) == 0)
            continue;
        int64_t most = INT64_C(1000000000000) * CELL_SCALE / places[i].factor;
        if (n->value >= most)
            n->is_cut = true;
        else
            n->value *= places[i].factor;
        n->end += 3;
        return;
    }
}

static bool holds_word(const struct counter *counter, enum list list, struct slice text)
{
    return words_holds(counter->words->lists[list].words, text) != NULL;
}

static const char *starts_word(const struct counter *counter, enum list list, size_t at)
{
    return words_starts_in(&counter->words->lists[list], counter->fold->text + at);
}

/* The longest of the list's words that ends there, or NULL. */
static const char *word_before(const struct counter *counter, enum list list, size_t at)
{
    return words_ends(counter->words->lists[list].words, slice_make(counter->fold->text, at));
}

static bool ends_word(const struct counter *counter, enum list list, size_t at)
{
    return word_before(counter, list, at) != NULL;
}

static uint64_t byte_bit(char byte)
{
    return UINT64_C(1) << (byte & 63);
}

static void note_ends(struct figure_words *words, enum list list)
{
    const char *const *word = words->lists[list].words;
    for (; word && *word; word++)
        words->about_ends |= **word ? byte_bit((*word)[strlen(*word) - 1]) : 0;
}

const struct figure_words *figure_words_make(const struct forms *forms, struct arena *arena)
{
    struct figure_words *words = arena_alloc(arena, sizeof *words);
    if (!words)
        return NULL;
    for (int list = 0; list < LIST_COUNT; list++)
        words_index(forms_words(forms, list_names[list]), &words->lists[list]);
    note_ends(words, APPROXIMATE_BEFORE);
    note_ends(words, FROM_BEFORE);
    note_ends(words, BELOW_BEFORE);
    return words;
}

/* 约, 不到 and their like stand before a number; most are told by their last byte to be none. The
 * longest word counts: 不少于 is no 少于, 不超过 no 超过. */
static void look_before(const struct counter *counter, size_t at, struct figure *figure)
{
    static const struct {
        enum list list;
        enum figure_bound bound;
    } sides[] = {{FROM_BEFORE, FIGURE_FROM}, {BELOW_BEFORE, FIGURE_BELOW}};
    if (at == 0 || (counter->words->about_ends & byte_bit(counter->fold->text[at - 1])) == 0)
        return;
    const char *about = word_before(counter, APPROXIMATE_BEFORE, at);
    size_t longest = about ? strlen(about) : 0;
    figure->approximate |= about && !ends_word(counter, APPROXIMATE_BEFORE_NOT, at);
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        const char *word = word_before(counter, sides[i].list, at);
        if (!word || strlen(word) <= longest)
            continue;
        longest = strlen(word);
        figure->bound = sides[i].bound;
        figure->approximate = true;
    }
}

/* 件左右, 件余, 件以上, 件以内 */
static void look_after(const struct counter *counter, size_t at, struct figure *figure)
{
    if (starts_word(counter, BELOW_AFTER, at))
        figure->bound = FIGURE_BELOW;
    else if (starts_word(counter, FROM_AFTER, at))
        figure->bound = FIGURE_FROM;
    else if (!starts_word(counter, APPROXIMATE_AFTER, at))
        return;
    else if (starts_word(counter, APPROXIMATE_INSIDE, at))
        figure->bound = FIGURE_ONWARD;
    figure->approximate = true;
}

/* The clause before byte `at`, back to a comma or full stop. */
static struct slice clause_before(const struct fold *fold, size_t at)
{
    size_t start = at;
    while (start > 0 && at - start < CLAUSE_NBYTES && !strchr(",;", fold->text[start - 1]) &&
           !(start >= 3 && strncmp(fold->text + start - 3, "。", 3) == 0))
        start--;
    return slice_make(fold->text + start, at - start);
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_name_char(char c)
{
    return is_letter(c) || c == '@' || c == '_' || c == '/';
}

/* 0536-4396492, (0536)4396492: no count starts with 0. */
static bool is_phone_part(const struct fold *fold, const struct numeral *n)
{
    static const char *const dashes[] = {"-", "—", "–", ")", NULL};
    if (fold->text[n->start] == '0' && n->ndigits > 1)
        return true;
    if (n->ndigits < LONG_NUMBER)
        return false;
    const char *dash = words_ends(dashes, slice_make(fold->text, n->start));
    return dash && n->start > strlen(dash) &&
           ascii_is_digit(fold->text[n->start - strlen(dash) - 1]);
}

/* 1. 1、 (1) where a sentence or a part of it begins. */
static bool is_item_number(const struct fold *fold, const struct numeral *n)
{
    static const char *const before[] = {"。", ";", ":", ",", "、", "(", ")", "\"", NULL};
    const char *after = fold->text + n->end;
    if (n->ndigits > 2 || !(*after == ')' || strncmp(after, "、", 3) == 0 ||
                            (*after == '.' && !ascii_is_digit(after[1]))))
        return false;
    return n->start == 0 || words_ends(before, slice_make(fold->text, n->start)) != NULL;
}

/* APP200条, VR 3个: what is counted has a Latin name. H53条 may be 53 or, of H5, 3; of COVID-1916条
 * nobody knows: both stay names. */
static bool is_behind_name(const struct fold *fold, const struct numeral *n, const char *unit)
{
    if (n->start == 0 || (*unit && !is_adjacent(fold, n->start - 1)))
        return false;
    size_t last = n->start - 1;
    if (fold->text[last] == '-' && last > 0)
        return is_letter(fold->text[last - 1]) && is_adjacent(fold, last - 1);
    bool is_word = is_letter(fold->text[last]) && last > 0 && is_letter(fold->text[last - 1]);
    return is_name_char(fold->text[last]) && !(is_word && *unit);
}

/* 分别为23、5、9件: a number behind another one and 、, in a list whose last has a measure word. A
 * list longer than any sentence's is not followed: each of its numbers asks for it. */
static bool is_among_counts(const struct counter *counter, const struct numeral *n)
{
    static const char pause[] = "、";
    enum { PAUSE = sizeof pause - 1, MOST_NBYTES = 400 };
    const char *text = counter->fold->text;
    size_t at = n->end;
    if (n->start <= PAUSE || memcmp(text + n->start - PAUSE, pause, PAUSE) != 0 ||
        !ascii_is_digit(text[n->start - PAUSE - 1]))
        return false;
    while (at - n->end < MOST_NBYTES &&
           (ascii_is_digit(text[at]) || strncmp(text + at, pause, PAUSE) == 0))
        at += ascii_is_digit(text[at]) ? 1 : PAUSE;
    const char *unit = starts_word(counter, UNITS, at);
    return unit && strcmp(unit, "年") != 0 && strcmp(unit, "月") != 0 && strcmp(unit, "日") != 0;
}

static bool is_part_of_name(const struct counter *counter, const struct numeral *n,
                            const char *unit)
{
    const struct fold *fold = counter->fold;
    if (is_behind_name(fold, n, unit))
        return true;
    if (n->start > 1 && fold->text[n->start - 1] == '.' && !n->is_chinese)
        return ascii_is_digit(fold->text[n->start - 2]) || is_name_char(fold->text[n->start - 2]);
    if (is_name_char(fold->text[n->end]))
        return true;
    return fold->text[n->end] == '.' && ascii_is_digit(fold->text[n->end + 1]);
}

/* A number without a measure word: a year, a telephone, a postcode, ... */
static bool is_bare_name(const struct counter *counter, const struct numeral *n)
{
    int64_t value = n->value / CELL_SCALE;
    if (n->ndigits == 4 && value >= 1949 && value <= 2099)
        return true;
    return n->ndigits >= LONG_NUMBER ||
           holds_word(counter, PHONE_WORDS, clause_before(counter->fold, n->start));
}

static bool is_name(const struct counter *counter, const struct numeral *n, const char *unit)
{
    const char *text = counter->fold->text;
    bool is_ordinal = n->start >= 3 && memcmp(text + n->start - 3, "第", 3) == 0;
    if (n->is_cut || n->start < counter->list_until || is_apart(counter, n->start) || is_ordinal ||
        starts_word(counter, LIST_UNITS, n->end) || is_part_of_name(counter, n, unit))
        return true;
    if (strcmp(unit, "月") == 0 ||
        (strcmp(unit, "日") == 0 && strncmp(text + n->end + strlen(unit), "内", 3) != 0))
        return true;
    if (n->is_chinese)
        return false;
    if (is_phone_part(counter->fold, n))
        return true;
    return !*unit && !is_among_counts(counter, n) &&
           (is_item_number(counter->fold, n) || is_bare_name(counter, n));
}

/* 余 and 多 may stand before the place word: 10余万. Moves n to the end of the
 * number and returns where its unit starts. */
static size_t take_approximate(const struct counter *counter, struct numeral *n,
                               struct figure *figure)
{
    const char *about = starts_word(counter, APPROXIMATE_INSIDE, n->end);
    size_t skip = about ? strlen(about) : 0;
    *figure = (struct figure){.approximate = about != NULL,
                              .bound = about ? FIGURE_ONWARD : FIGURE_ABOUT};
    look_before(counter, n->start, figure);
    if (!about)
        return n->end;
    struct numeral whole = *n;
    whole.end += skip;
    take_place_word(counter->fold, &whole);
    if (whole.end > n->end + skip)
        *n = whole;
    return whole.end;
}

static void add_figure(struct counter *counter, struct numeral *n, const char *unit)
{
    struct report *report = counter->report;
    struct figure *figure = arena_push(report->arena, &report->figures, &counter->capacity,
                                       report->nfigures, sizeof *figure);
    if (!figure) {
        counter->failed = true;
        return;
    }
    report->nfigures++;
    size_t end = take_approximate(counter, n, figure);
    unit = unit ? unit : starts_word(counter, UNITS, end);
    figure->unit = unit ? unit : "";
    if (unit)
        look_after(counter, end + strlen(unit), figure);
    figure->sentence = counter->sentence;
    figure->is_list_number = is_name(counter, n, figure->unit);
    figure->value = n->is_cut ? 0 : n->value;
    figure->span = fold_span(counter->fold, n->start, n->end);
}

/* 三五件, which is not 35, and 数十件, 几十万条, which are not 10 and 100000. */
static bool is_vague(const struct counter *counter, const struct numeral *n)
{
    enum { GLYPH_NBYTES = 3 };
    const char *text = counter->fold->text;
    size_t nplaces = 0, nzeros = 0, nglyphs = (n->end - n->start) / GLYPH_NBYTES;
    for (size_t at = n->start; at < n->end; at += GLYPH_NBYTES) {
        nplaces += numeral_glyph_value(text + at) >= 10;
        nzeros += numeral_glyph_value(text + at) == 0;
    }
    return (nglyphs == 2 && nplaces + nzeros == 0) ||
           (nplaces == nglyphs && ends_word(counter, SOME_BEFORE, n->start));
}

/* A Chinese numeral counts only with a measure word: 一般, 统一, 三公 do not. */
static bool is_chinese_count(const struct counter *counter, const struct numeral *n)
{
    const char *text = counter->fold->text;
    const char *about = starts_word(counter, APPROXIMATE_INSIDE, n->end);
    size_t after = n->end + (about ? strlen(about) : 0);
    if (!starts_word(counter, UNITS_CHINESE, after) || is_vague(counter, n))
        return false;
    if (ends_word(counter, NUMERAL_BEFORE_NOT, n->start) ||
        starts_word(counter, NUMERAL_AFTER_NOT, after))
        return strncmp(text + (n->start >= 3 ? n->start - 3 : 0), "第", 3) == 0;
    return n->value != CELL_SCALE || !starts_word(counter, ONE_AFTER_NOT, after);
}

static size_t take_digits(struct counter *counter, size_t at)
{
    struct numeral n = read_digits(counter, at);
    take_place_word(counter->fold, &n);
    add_figure(counter, &n, NULL);
    return n.end;
}

static size_t take_chinese(struct counter *counter, size_t at)
{
    const char *text = counter->fold->text;
    int64_t value;
    struct numeral n = {.start = at, .is_chinese = true};
    size_t nbytes = numeral_chinese(text + at, &value);
    if (nbytes == 0) {
        /* Of 十二三 and 一二十 no part is a number either. */
        while (numeral_chinese_char(text + at) > 0)
            at += numeral_chinese_char(text + at);
        return at;
    }
    n.end = at + nbytes;
    n.value = value * CELL_SCALE;
    if (at < counter->list_until || is_chinese_count(counter, &n))
        add_figure(counter, &n, NULL);
    return n.end;
}

/* 百分之三十 */
static size_t take_percent(struct counter *counter, size_t at)
{
    size_t start = at + strlen("百分之");
    const char *text = counter->fold->text;
    int64_t value;
    struct numeral n = {.start = start, .is_chinese = true};
    size_t nbytes = numeral_chinese(text + start, &value);
    if (nbytes) {
        n.end = start + nbytes;
        n.value = value * CELL_SCALE;
    } else if (ascii_is_digit(text[start])) {
        n = read_digits(counter, start);
    } else {
        return start;
    }
    add_figure(counter, &n, "%");
    return n.end;
}

static void count_sentence(struct counter *counter)
{
    const char *text = counter->fold->text;
    struct date date;
    counter->list_until = marker_read(text).nbytes;
    for (size_t at = 0; at < counter->fold->nbytes && !counter->failed;) {
        bool is_digit = ascii_is_digit(text[at]);
        size_t n = numeral_chinese_char(text + at);
        if (!is_digit && n == 0) {
            at += words_skip(text + at);
            continue;
        }
        if (n > 0 && strncmp(text + at, "百分之", 9) == 0) {
            at = take_percent(counter, at);
            continue;
        }
        size_t dated = at >= counter->list_until ? date_read(text + at, &date) : 0;
        if (dated)
            counter->list_until = at + dated + clock_read(text + at + dated);
        at = is_digit ? take_digits(counter, at) : take_chinese(counter, at);
    }
}

int stage_figures(struct report *report, struct err *err)
{
    struct counter counter = {.report = report, .words = report->forms->figure_words};
    for (size_t i = 0; i < report->nsentences && !counter.failed; i++) {
        counter.sentence = i;
        counter.fold = &report->sentences[i].fold;
        count_sentence(&counter);
    }
    return counter.failed ? err_set_nomem(err) : 0;
}

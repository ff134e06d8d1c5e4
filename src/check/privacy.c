/* Numbers that identify a person. What is found is shown masked only; nothing
 * in a finding repeats it but its place. */
#include "prose.h"
#include "prose_kinds.h"

#include <string.h>

#include "boxed_numbers.h"
#include "broken_numbers.h"
#include "gouji/base/ascii.h"
#include "gouji/base/json.h"

enum { ID_DIGITS = 17, OLD_ID_DIGITS = 15, PRINTED_NBYTES = 64 };

/* GB 11643: weighted sum modulo 11. */
static bool has_id_checksum(struct slice text)
{
    static const int weights[ID_DIGITS] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    static const char last[] = "10X98765432";
    int sum = 0;
    if (text.nbytes != ID_DIGITS + 1)
        return false;
    for (int i = 0; i < ID_DIGITS; i++)
        sum += weights[i] * (text.ptr[i] - '0');
    char check = text.ptr[ID_DIGITS] == 'x' ? 'X' : text.ptr[ID_DIGITS];
    return last[sum % 11] == check;
}

/* Luhn's sum modulo 10, as on bank cards. */
static bool has_luhn(struct slice text)
{
    int sum = 0;
    for (size_t i = 0; i < text.nbytes; i++) {
        int digit = text.ptr[text.nbytes - 1 - i] - '0';
        digit *= i % 2 ? 2 : 1;
        sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0 && !has_id_checksum(text);
}

/* The characters of a number without what parts its groups. */
static struct slice compact(struct slice number, char room[PRINTED_NBYTES])
{
    size_t n = 0;
    for (size_t i = 0; i < number.nbytes && n < PRINTED_NBYTES; i++)
        if (!memchr(" -.", number.ptr[i], 3))
            room[n++] = number.ptr[i];
    return slice_make(room, n);
}

static bool is_within_character(struct slice line, size_t at)
{
    return at < line.nbytes && ((unsigned char)line.ptr[at] & 0xC0) == 0x80;
}

/* What stands around the number, of its own sentence: the next one is about something else. */
static struct span surroundings(struct slice line, const struct match *match)
{
    enum { AROUND = 60 };
    static const char stop[] = "。";
    size_t start = match->start[0] > AROUND ? match->start[0] - AROUND : 0;
    size_t end = match->end[0] + AROUND < line.nbytes ? match->end[0] + AROUND : line.nbytes;
    while (start < match->start[0] && is_within_character(line, start))
        start++;
    while (is_within_character(line, end))
        end++;
    const char *at;
    while ((at = slice_find(slice_make(line.ptr + start, match->start[0] - start), slice_of(stop))))
        start = (size_t)(at - line.ptr) + sizeof stop - 1;
    at = slice_find(slice_make(line.ptr + match->end[0], end - match->end[0]), slice_of(stop));
    return (struct span){(uint32_t)start, (uint32_t)(at ? (size_t)(at - line.ptr) : end)};
}

/* Words around it may say that the number is there for duty; not if those right before it say
 * whose it is. */
static bool is_of_duty(const struct rule *rule, struct slice line, const struct match *match)
{
    struct span around = surroundings(line, match);
    struct slice before = slice_make(line.ptr + around.start, match->start[0] - around.start);
    return patterns_match(rule, "duty",
                          slice_make(line.ptr + around.start, around.end - around.start)) &&
           !patterns_match(rule, "owner", before);
}

/* Where a converter set a table's cells together, the figures of a row follow its label. */
static bool is_of_cells(const struct rule *rule, struct slice line, const struct match *match)
{
    struct span around = surroundings(line, match);
    return patterns_match(rule, "cells",
                          slice_make(line.ptr + around.start, match->start[0] - around.start));
}

/* Is the number one that the rule looks for? Those of fifteen digits have no check digit. */
static bool is_private(const struct rule *rule, struct slice line, const struct match *match)
{
    struct slice number = slice_make(line.ptr + match->start[0], match->end[0] - match->start[0]);
    char room[PRINTED_NBYTES];
    struct slice digits = compact(number, room);
    if (json_bool(rule->record, "checksum", false) && digits.nbytes != OLD_ID_DIGITS &&
        !has_id_checksum(digits))
        return false;
    if (json_bool(rule->record, "luhn", false) && ascii_is_digit(number.ptr[0]) &&
        !has_luhn(digits))
        return false;
    return !is_of_duty(rule, line, match) && !is_of_cells(rule, line, match);
}

/* A line's numbers share what is quoted of it: one line may hold them all. */
struct quoted {
    size_t start, end;
    const char *text; /* NULL: nothing yet */
};

static const char *quote_line(struct evaluation *run, struct quoted *quoted, struct slice line,
                              const struct match *match)
{
    if (!quoted->text || match->start[0] < quoted->start || match->end[0] > quoted->end) {
        struct slice part = prose_around(line, match->start[0]);
        quoted->start = (size_t)(part.ptr - line.ptr);
        quoted->end = quoted->start + part.nbytes;
        /* The folded line goes. */
        quoted->text = arena_copy(run->arena, prose_masked(run, part));
    }
    return quoted->text;
}

static void report_number(struct evaluation *run, const struct rule *rule, struct slice line,
                          const struct match *match, struct quoted *quoted,
                          const struct span_list *spans, size_t n)
{
    struct slice number = slice_make(line.ptr + match->start[0], match->end[0] - match->start[0]);
    bool is_address = (unsigned char)number.ptr[0] >= 0x80;
    const char *masked = prose_hidden(run, number);
    /* Of an address nothing else is quoted. */
    const char *kept = is_address ? masked : quote_line(run, quoted, line, match);
    if (!masked || !kept) {
        run->failed = true;
        return;
    }
    struct message_value values[] = {{"number", masked, masked}};
    struct finding *finding =
        prose_report(run, rule, prose_instance(run, n), OUTCOME_FAIL, NULL, values, 1, spans, NULL);
    if (!finding)
        return;
    finding->quote = slice_of(kept);
    finding->is_masked = true;
}

/* Whether the line ends in all of an ID number but its last character, which begins the next. */
static bool is_begun_id(const struct report *report, struct slice digits, struct span span)
{
    char whole[ID_DIGITS + 1];
    size_t at = span.end;
    if (digits.nbytes != ID_DIGITS)
        return false;
    while (at < report->text_nbytes && strchr(" \r\n", report->text[at]))
        at++;
    if (at == span.end || at == report->text_nbytes)
        return false;
    memcpy(whole, digits.ptr, ID_DIGITS);
    whole[ID_DIGITS] = report->text[at];
    return has_id_checksum(slice_make(whole, ID_DIGITS + 1));
}

static bool is_part(struct span part, struct span whole)
{
    return span_overlaps(part, whole) && (part.start > whole.start || part.end < whole.end);
}

/* Groups of one number stand a single blank apart; wider gaps part columns. */
static bool has_wide_gap(struct slice text)
{
    for (size_t i = 0; i < text.nbytes; i++)
        if (text.ptr[i] == '\t' || (i > 0 && text.ptr[i] == ' ' && text.ptr[i - 1] == ' '))
            return true;
    return false;
}

static bool has_cell_within(const struct report *report, struct span span)
{
    size_t position = 0;
    const struct cell *cell;
    while ((cell = report_next_cell(report, &position)))
        if (is_part(cell->span, span))
            return true;
    for (size_t i = 0; i < report->nlocals; i++)
        for (size_t k = 0; k < report->locals[i].nrows * report->locals[i].ncols; k++)
            if (is_part(report->locals[i].cells[k].span, span))
                return true;
    return false;
}

static bool has_numeral_within(const struct report *report, struct span span)
{
    for (int t = 0; t < TABLE_COUNT; t++)
        for (size_t i = 0; i < report->tables[t].nrows; i++)
            for (size_t k = 0; k < report->tables[t].rows[i].nnumerals; k++)
                if (is_part(report->tables[t].rows[i].numerals[k], span))
                    return true;
    return false;
}

/* Numbers side by side in a table are no groups of one. */
static bool are_several(const struct report *report, struct span span)
{
    struct slice text = report_slice(report, span);
    if (has_wide_gap(text))
        return true;
    return slice_contains(text, " ") &&
           (has_cell_within(report, span) || has_numeral_within(report, span));
}

static bool is_numeral_of_row(const struct report *report, struct span span)
{
    for (int t = 0; t < TABLE_COUNT; t++)
        for (size_t i = 0; i < report->tables[t].nrows; i++)
            for (size_t k = 0; k < report->tables[t].rows[i].nnumerals; k++)
                if (report->tables[t].rows[i].numerals[k].start == span.start &&
                    report->tables[t].rows[i].numerals[k].end == span.end)
                    return true;
    return false;
}

/* The figures of a row of the form, printed without a gap, may pass the check digit by chance: an
 * ID number has a day of birth, too. */
static bool is_row_run_together(const struct report *report, const struct rule *rule,
                                struct slice digits, struct span span)
{
    return digits.nbytes == ID_DIGITS + 1 && json_bool(rule->record, "checksum", false) &&
           is_numeral_of_row(report, span) && !patterns_match(rule, "broken", digits);
}

/* What is looked for in a folded text. */
struct search {
    const struct rule *rule;
    struct pattern_list list;
    const struct mended *mended; /* NULL: of one line, wherever they stand */
    bool is_boxed;               /* it is of two cells, one above the other */
    size_t *n;
};

/* What is broken looks like what is sought without its line end and groups, too, and is no
 * figures of a table that stand one above the other. */
static bool is_broken(struct evaluation *run, const struct search *search,
                      const struct match *match, struct span span)
{
    const struct mended *mended = search->mended;
    char room[PRINTED_NBYTES];
    if (match->start[0] >= mended->start || match->end[0] <= mended->end)
        return false;
    struct slice number =
        slice_make(mended->fold.text + match->start[0], match->end[0] - match->start[0]);
    bool has_check = json_bool(search->rule->record, "checksum", false);
    if (search->is_boxed)
        return patterns_match(search->rule, "broken", compact(number, room));
    return patterns_match(search->rule, "broken", compact(number, room)) &&
           (has_check || !broken_is_of_column(run->report, mended, span)) &&
           !has_cell_within(run->report, span) && !has_numeral_within(run->report, span);
}

/* Of a box the part in each line. */
static struct span_list places_of(struct evaluation *run, const struct search *search,
                                  const struct fold *fold, const struct match *match)
{
    struct span_list spans = {0};
    size_t middle = search->is_boxed ? search->mended->start : match->end[0];
    span_list_add(run, &spans, fold_span(fold, match->start[0], middle));
    if (search->is_boxed)
        span_list_add(run, &spans, fold_span(fold, middle, match->end[0]));
    return spans;
}

static void check_fold(struct evaluation *run, const struct search *search, const struct fold *fold)
{
    struct slice line = slice_make(fold->text, fold->nbytes);
    struct quoted quoted = {0};
    struct match match;
    for (size_t i = 0; i < search->list.n; i++) {
        for (size_t from = 0; pattern_find(&search->list.items[i], line, from, &match) &&
                              match.end[0] > match.start[0];
             from = match.end[0]) {
            struct span span = fold_span(fold, match.start[0], match.end[0]);
            bool is_one = search->mended ? is_broken(run, search, &match, span)
                                         : !are_several(run->report, span);
            struct slice digits =
                slice_make(line.ptr + match.start[0], match.end[0] - match.start[0]);
            if (!is_one || !is_private(search->rule, line, &match) ||
                is_begun_id(run->report, digits, span) ||
                is_row_run_together(run->report, search->rule, digits, span))
                continue;
            struct span_list spans = places_of(run, search, fold, &match);
            report_number(run, search->rule, line, &match, &quoted, &spans, ++*search->n);
        }
    }
}

static void check_line(struct evaluation *run, const struct rule *rule, const char *name,
                       size_t number, size_t *n)
{
    struct span source = report_line_span(run->report, number);
    const struct search search = {.rule = rule, .list = patterns_get(rule, name), .n = n};
    struct arena *arena = arena_new(); /* freed at once: reports may be long */
    struct fold fold;
    if (!arena || fold_text(arena, report_slice(run->report, source), source.start, 0, &fold) < 0)
        run->failed = true;
    else
        check_fold(run, &search, &fold);
    arena_free(arena);
}

static void check_mended(struct evaluation *run, const struct rule *rule, size_t number,
                         size_t nlines, const char *glue, size_t *n)
{
    struct mended mended;
    const struct search search = {rule, patterns_get(rule, "number"), &mended, false, n};
    struct arena *arena = arena_new();
    if (!arena || broken_mend(arena, run->report, number, nlines, glue, &mended) < 0)
        run->failed = true;
    else
        check_fold(run, &search, &mended.fold);
    arena_free(arena);
}

/* Where the line broke between the groups of a number, a blank stood. */
static void check_broken(struct evaluation *run, const struct rule *rule, size_t number, size_t *n)
{
    size_t before = *n, most = broken_nlines(run->report, number);
    for (size_t nlines = 2; nlines <= most && *n == before; nlines++) {
        check_mended(run, rule, number, nlines, "", n);
        if (*n == before)
            check_mended(run, rule, number, nlines, " ", n);
    }
}

/* Where nothing but its check digit tells a number, nothing else may stand below. */
static void check_boxed(struct evaluation *run, const struct rule *rule, size_t line, size_t *n)
{
    struct mended mended;
    const struct search search = {rule, patterns_get(rule, "number"), &mended, true, n};
    struct arena *arena = arena_new();
    bool has_check = json_bool(rule->record, "checksum", false), alone;
    size_t cell = 0;
    int rc = arena ? 1 : -1;
    while (rc > 0) {
        rc = boxed_mend(arena, run->report, line, &cell, &mended, &alone);
        if (rc > 0 && (has_check || alone))
            check_fold(run, &search, &mended.fold);
    }
    run->failed |= rc < 0;
    arena_free(arena);
}

static inline bool is_ideograph(unsigned char first)
{
    return first >= 0xE4 && first <= 0xE9;
}

/* What a character is to a number that the fold would show: it ends one, or stands for so
 * many digits at most. Of what is beyond ASCII only ideographs, their punctuation and lines
 * are sure to end one: there are digits of many shapes, and what the fold drops. */
static inline size_t digits_of(const unsigned char *p, size_t nbytes)
{
    enum { MOST = 2 };
    if (*p < 0x80)
        return ascii_is_digit(*p);
    if (nbytes < 3)
        return MOST;
    if (is_ideograph(*p))
        return 0;
    if (p[0] == 0xEF && (p[1] == 0xBC || p[1] == 0xBD)) /* wide */
        return p[1] == 0xBC && p[2] >= 0x90 && p[2] <= 0x99;
    bool is_line = p[0] == 0xE2 && (p[1] == 0x94 || p[1] == 0x95);
    return is_line || (p[0] == 0xE3 && p[1] == 0x80) ? 0 : MOST;
}

/* What may part the groups of a number: a blank, a point or a hyphen, also a wide one. */
static bool is_gap(const unsigned char *p, size_t nbytes)
{
    return *p == ' ' || *p == '-' || *p == '.' ||
           (nbytes >= 3 && memcmp(p, "\xEF\xBC\x8D", 3) == 0);
}

static size_t size_of_character(unsigned char first)
{
    return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

enum { LEAST_DIGITS = 11, GROUP = 3 }; /* no byte stands for more than one digit */

/* Where the row ends that begins at `at`, of what may be digits, in groups of a few, or where it
 * has got long enough. */
static size_t row_of_digits(struct slice text, size_t at, size_t *digits)
{
    size_t group = 0, n;
    bool goes_on = true;
    for (*digits = 0; goes_on && at < text.nbytes && *digits < LEAST_DIGITS; *digits += n) {
        const unsigned char *p = (const unsigned char *)text.ptr + at;
        n = digits_of(p, text.nbytes - at);
        goes_on = n > 0 || (group >= GROUP && is_gap(p, text.nbytes - at));
        group = n > 0 ? group + n : 0;
        at += size_of_character(*p);
    }
    return at;
}

/* Whether a character stands there that ends a number which begins at `first` or behind it: so
 * does a gap that follows upon none of its digits. */
static bool is_ender(struct slice text, size_t first, size_t at)
{
    const unsigned char *p = (const unsigned char *)text.ptr + at;
    if (is_ideograph(*p)) /* most of a report */
        return true;
    if ((*p & 0xC0) == 0x80 || digits_of(p, text.nbytes - at) > 0)
        return false;
    return !is_gap(p, text.nbytes - at) || at == first ||
           (p[-1] < 0x80 && digits_of(p - 1, 1) == 0);
}

/* Where digits enough stand in a row, at or after `at`; the end of the text when nowhere. Of
 * the bytes that a row must have at least, it is asked from behind whether one ends it, so
 * that most of a text is passed over. */
static size_t find_digits(struct slice text, size_t at)
{
    while (at + LEAST_DIGITS <= text.nbytes) {
        size_t i = at + LEAST_DIGITS, digits;
        while (i > at && !is_ender(text, at, i - 1))
            i--;
        if (i > at) {
            at = i - 1 + size_of_character((unsigned char)text.ptr[i - 1]);
            continue;
        }
        i = row_of_digits(text, at, &digits);
        if (digits >= LEAST_DIGITS)
            return at;
        at = i;
    }
    return text.nbytes;
}

static void find_long(struct evaluation *run)
{
    const struct report *report = run->report;
    struct slice text = slice_make(report->text, report->text_nbytes);
    size_t *lines = NULL, capacity = 0, line = 0;
    for (size_t at = 0; (at = find_digits(text, at)) < text.nbytes; at = report->lines[line + 1]) {
        size_t *room = arena_push(run->arena, &lines, &capacity, run->ndigit_lines, sizeof *lines);
        run->failed |= room == NULL;
        if (!room)
            return;
        run->digit_lines = lines;
        line = report_line_at(report, (uint32_t)at);
        lines[run->ndigit_lines++] = line;
        if (line + 1 == report->nlines)
            return;
    }
}

static const size_t *find_all(struct evaluation *run, size_t (*next)(const struct report *, size_t),
                              size_t *n)
{
    const struct report *report = run->report;
    size_t *lines = NULL, capacity = 0;
    for (size_t line = next(report, 0); line < report->nlines; line = next(report, line + 1)) {
        size_t *room = arena_push(run->arena, &lines, &capacity, *n, sizeof *lines);
        run->failed |= room == NULL;
        if (!room)
            break;
        lines[(*n)++] = line;
    }
    return lines;
}

/* A line holds such a number only if digits enough stand in a row: to fold every line of a
 * long report would be slow. Several rules look through them. */
void privacy_find_lines(struct evaluation *run)
{
    if (run->knows_digit_lines)
        return;
    run->knows_digit_lines = true;
    find_long(run);
    run->broken_lines = find_all(run, broken_next, &run->nbroken_lines);
    run->boxed_lines = find_all(run, boxed_next, &run->nboxed_lines);
}

static void check_addresses(struct evaluation *run, const struct rule *rule, size_t *n)
{
    static const char unit[] = "单元";
    const struct report *report = run->report;
    size_t at = 0;
    while (at < report->text_nbytes && !run->failed) {
        struct slice rest = slice_make(report->text + at, report->text_nbytes - at);
        const char *found = slice_find(rest, slice_of(unit));
        if (!found)
            return;
        size_t line = report_line_at(report, (uint32_t)(found - report->text));
        check_line(run, rule, "address", line, n);
        at = line + 1 < report->nlines ? report->lines[line + 1] : report->text_nbytes;
    }
}

void privacy_evaluate(struct evaluation *run, const struct rule *rule)
{
    size_t n = 0;
    privacy_find_lines(run);
    for (size_t i = 0; i < run->ndigit_lines && !run->failed; i++)
        check_line(run, rule, "number", run->digit_lines[i], &n);
    for (size_t i = 0; patterns_get(rule, "broken").n > 0 && i < run->nbroken_lines && !run->failed;
         i++)
        check_broken(run, rule, run->broken_lines[i], &n);
    for (size_t i = 0; patterns_get(rule, "broken").n > 0 && i < run->nboxed_lines && !run->failed;
         i++)
        check_boxed(run, rule, run->boxed_lines[i], &n);
    if (patterns_get(rule, "address").n > 0)
        check_addresses(run, rule, &n);
    if (n == 0)
        eval_pass(run, rule);
}

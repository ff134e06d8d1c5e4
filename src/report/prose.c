/* Paragraphs and sentences of the prose. A paragraph is a list of runs: parts
 * of lines that a page break may have torn apart. */
#include <string.h>

#include "gouji/base/ascii.h"
#include "numeral.h"
#include "organ.h"
#include "stages.h"
#include "words.h"

enum {
    PROSE_FOLD = FOLD_LABEL,
    TORN_GLYPHS = 18,    /* a shorter line was not broken by the page's edge */
    HEADING_GLYPHS = 40, /* of a heading line with a marker */
    RUN_GLYPHS = 25,     /* of a heading run into its text */
    LONG_NBYTES = 400,   /* too long for a heading, whatever the script */
    PLAIN_GLYPHS = 20,   /* of a heading line without a marker */
};

/* For a fold to be written to. */
struct room {
    char *text;
    uint32_t *from;
    size_t nbytes;
};

struct writer {
    struct report *report;
    struct fold text; /* the paragraph's runs, folded, one after the other */
    struct room room; /* begins with the text of a paragraph of several runs */
    size_t sentences_capacity;
    size_t section; /* next section heading to come */
    bool failed;
};

static int section_at(const struct report *report, uint32_t offset)
{
    int found = -1;
    for (size_t i = 0; i < report->nsections && report->sections[i].heading.start <= offset; i++)
        found = (int)i;
    return found;
}

static void add_sentence(struct writer *writer, const struct fold *text, size_t start, size_t end,
                         bool is_heading)
{
    struct report *report = writer->report;
    struct sentence *sentence =
        arena_push(report->arena, &report->sentences, &writer->sentences_capacity,
                   report->nsentences, sizeof *sentence);
    char *copy = arena_copy(report->arena, slice_make(text->text + start, end - start));
    if (!sentence || !copy) {
        writer->failed = true;
        return;
    }
    report->nsentences++;
    sentence->fold = (struct fold){copy, end - start, text->from + start};
    sentence->span = fold_span(text, start, end);
    sentence->section = section_at(report, sentence->span.start);
    sentence->is_heading = is_heading;
}

/* Any digit but those of a year? */
static bool has_count(struct slice text)
{
    struct date date;
    for (size_t i = 0; i < text.nbytes; i++) {
        size_t n = ascii_is_digit(text.ptr[i]) ? date_read(text.ptr + i, &date) : 0;
        if (n == 0 && ascii_is_digit(text.ptr[i]))
            return true;
        i += n ? n - 1 : 0;
    }
    return false;
}

static bool is_phrase(struct slice text)
{
    return !slice_contains(text, ",") && !slice_contains(text, ";") &&
           !slice_contains(text, "。") && !has_count(text);
}

/* Without the full stop at its end. */
static struct slice cut_stop(struct slice text)
{
    char last = text.nbytes ? text.ptr[text.nbytes - 1] : '\0';
    if (last == '!' || last == '?')
        text.nbytes--;
    else if (text.nbytes >= 3 && memcmp(text.ptr + text.nbytes - 3, "。", 3) == 0)
        text.nbytes -= 3;
    return text;
}

static bool ends_as_heading(const struct writer *writer, struct slice words)
{
    return words_ends(forms_words(writer->report->forms, "heading_ends"), words) != NULL;
}

/* Is this sentence of a paragraph a heading? `ended`: by a full stop; `alone`:
 * there is nothing more in the paragraph. */
static bool is_heading(const struct writer *writer, const char *text, size_t nbytes, bool ended,
                       bool alone)
{
    struct marker marker = marker_read(text);
    if (marker.nbytes >= nbytes)
        return marker.nbytes > 0;
    if (ended ? !marker.nbytes : !alone)
        return false;
    struct slice title = cut_stop(slice_make(text + marker.nbytes, nbytes - marker.nbytes));
    size_t glyphs = words_glyphs(title);
    struct slice words = title; /* without a colon at its end */
    words.nbytes -= title.nbytes > 0 && title.ptr[title.nbytes - 1] == ':';
    if (!marker.nbytes)
        return glyphs <= PLAIN_GLYPHS && is_phrase(title) && ends_as_heading(writer, words);
    if (ended && alone)
        return glyphs <= RUN_GLYPHS && is_phrase(title) && ends_as_heading(writer, words);
    if (ended)
        return glyphs <= RUN_GLYPHS && is_phrase(title) && !slice_contains(title, ":");
    return glyphs <= HEADING_GLYPHS && !slice_contains(title, ";") && !has_count(title) &&
           (words.nbytes == title.nbytes || is_phrase(title));
}

/* The bytes of the full stop at the front, or 0. */
static size_t stop_size(const char *text)
{
    if (*text == '!' || *text == '?')
        return 1;
    return text[0] == '\xE3' && text[1] == '\x80' && text[2] == '\x82' ? 3 : 0;
}

/* Where the sentence from `start` ends: behind its full stop, the rest of the
 * character that holds it (‼ folds to two), and the quotation mark or bracket
 * that it closes. */
static size_t sentence_end(const struct fold *text, size_t start, bool *ended)
{
    size_t nquotes = 0;
    *ended = false;
    for (size_t i = start; i < text->nbytes; i++) {
        unsigned char lead = (unsigned char)text->text[i];
        if (lead >= 0xE4 || lead == 0xE2) { /* an ideograph, or a line that is drawn */
            i += 2;
            continue;
        }
        size_t stop = stop_size(text->text + i);
        nquotes += text->text[i] == '"';
        if (!stop)
            continue;
        *ended = true;
        i += stop;
        while (i < text->nbytes && fold_start(text, i) < fold_end(text, i - 1))
            i++;
        while (text->text[i] == ')' || (text->text[i] == '"' && nquotes % 2))
            nquotes += text->text[i++] == '"';
        return i;
    }
    return text->nbytes;
}

static bool is_mark(char byte)
{
    return byte != '\0' && strchr(",;:.*#|>-", byte);
}

/* A page's frame leaves hundreds of bars in a row. */
static size_t skip_punctuation(const struct fold *text, size_t at)
{
    static const char *const wide_marks[] = {"。", "、", "•", NULL};
    const char *mark;
    do {
        while (at < text->nbytes && is_mark(text->text[at]))
            at++;
        mark = at < text->nbytes ? words_starts(wide_marks, text->text + at) : NULL;
        at += mark ? strlen(mark) : 0;
    } while (mark);
    return at;
}

static void go_on(struct room *room, size_t nbytes)
{
    room->text += nbytes;
    room->from += nbytes;
    room->nbytes -= nbytes;
}

/* Writes the paragraph's sentences and starts a new one. */
static void end_paragraph(struct writer *writer)
{
    const struct fold *text = &writer->text;
    if (text->nbytes == 0)
        return;
    size_t first = skip_punctuation(text, 0);
    for (size_t at = first, end; at < text->nbytes && !writer->failed; at = end) {
        bool ended;
        end = sentence_end(text, at, &ended);
        const char *start = text->text + at;
        bool heading =
            is_heading(writer, start, end - at, ended, at == first && end == text->nbytes);
        add_sentence(writer, text, at, end, heading);
    }
    if (text->text == writer->room.text) /* where its sentences point to */
        go_on(&writer->room, text->nbytes + 1);
    writer->text.nbytes = 0;
}

/* Room for `nbytes` and a NUL. */
static bool make_room(struct arena *arena, size_t nbytes, struct room *room)
{
    if (nbytes < room->nbytes)
        return true;
    size_t n = 2 * nbytes + 1024;
    *room = (struct room){
        .text = arena_raw(arena, n), .from = arena_raw(arena, n * sizeof *room->from), .nbytes = n};
    return room->text && room->from;
}

/* Puts a run with a NUL behind it into the room. */
static void put(const struct room *room, size_t at, const struct fold *run)
{
    memcpy(room->text + at, run->text, run->nbytes);
    memcpy(room->from + at, run->from, run->nbytes * sizeof *run->from);
    at += run->nbytes;
    room->text[at] = '\0';
    room->from[at] = 0;
}

/* Most paragraphs are one run, and are left where it is. */
static void append(struct writer *writer, const struct fold *run)
{
    struct fold *text = &writer->text;
    struct room *room = &writer->room;
    if (text->nbytes == 0) {
        *text = *run;
        return;
    }
    if (!make_room(writer->report->arena, text->nbytes + run->nbytes, room)) {
        writer->failed = true;
        return;
    }
    if (text->text != room->text)
        put(room, 0, text);
    put(room, text->nbytes, run);
    *text = (struct fold){room->text, text->nbytes + run->nbytes, room->from};
}

/* Was the paragraph so far torn off in its middle? */
static bool is_torn(const struct writer *writer)
{
    static const char *const stops[] = {"。", "!", "?", ";",    ":",    ")", "\"",
                                        "》", ">", "|", "报告", "年报", NULL};
    const struct fold *text = &writer->text;
    struct slice all = slice_make(text->text, text->nbytes);
    bool is_long = all.nbytes > LONG_NBYTES;
    if ((!is_long && words_glyphs(all) < TORN_GLYPHS) || words_ends(stops, all))
        return false;
    return is_long || !is_heading(writer, text->text, text->nbytes, false, true);
}

/* Does the run start something of its own? */
static bool is_start(const struct writer *writer, const struct fold *run)
{
    const struct forms *forms = writer->report->forms;
    struct date date;
    if (marker_read(run->text).nbytes || words_starts(forms_words(forms, "item_starts"), run->text))
        return true;
    if (strchr("-*•#|>", *run->text))
        return true;
    return date_read(run->text, &date) == run->nbytes ||
           organ_is_name(forms, slice_make(run->text, run->nbytes));
}

/* -3- or — 4 — or 第5页 on a line of its own. */
static bool is_page_number(const struct fold *run)
{
    static const char *const marks[] = {"-", "—", "–", "第", "页", "共", "/", "·", NULL};
    const char *at = run->text, *end = at + run->nbytes, *mark;
    size_t ndigits = 0, nmarks = 0;
    for (; at < end; at += mark ? strlen(mark) : 1) {
        mark = words_starts(marks, at);
        if (!mark && !ascii_is_digit(*at))
            return false;
        nmarks += mark != NULL;
        ndigits += mark == NULL;
    }
    return ndigits > 0 && ndigits <= 6 && (nmarks > 0 || ndigits <= 3);
}

/* Where the blanks and at most one line end before `at` begin; none: `at`. */
static uint32_t skip_back(const char *text, uint32_t at, bool *line_end)
{
    *line_end = false;
    while (at > 0 && strchr(" \t\r\n", text[at - 1]) && !(*line_end && text[at - 1] == '\n'))
        *line_end |= text[--at] == '\n';
    return at;
}

/* 共 / 51 / 件, or a number that was cut out of a long line: no page's. */
static bool is_count(const struct writer *writer, const struct fold *run, struct span span)
{
    static const char *const totals[] = {"共", "共计", "合计", "总计", "为", "达", "了", NULL};
    const char *text = writer->report->text;
    const struct fold *before = &writer->text;
    bool line_end;
    if (before->nbytes == 0 || !ascii_is_digit(*run->text))
        return false;
    uint32_t start = skip_back(text, span.start, &line_end);
    if (!line_end && start > 0 && text[start - 1] != '\n')
        return true;
    const char *next = text + span.end;
    next += strspn(next, " \t\r");
    next += *next == '\n';
    next += strspn(next, " \t");
    return words_ends(totals, slice_make(before->text, before->nbytes)) &&
           (start == 0 || text[start - 1] != '\n') &&
           words_starts(forms_words(writer->report->forms, "units"), next);
}

/* Lines are folded as prose is. */
static int fold_run(const struct report *report, size_t line, struct span span, struct fold *run)
{
    struct span whole = report_line_span(report, line);
    *run = report_line_fold(report, line);
    if (span.start == whole.start && span.end == whole.end)
        return 0;
    return fold_text(report->arena, report_slice(report, span), span.start, PROSE_FOLD, run);
}

static void take_run(struct writer *writer, size_t line, struct span span)
{
    struct fold run;
    if (fold_run(writer->report, line, span, &run) < 0) {
        writer->failed = true;
        return;
    }
    if (run.nbytes == 0 || (is_page_number(&run) && !is_count(writer, &run, span)))
        return;
    const struct fold *before = &writer->text;
    bool is_open = before->nbytes > 0 && before->text[before->nbytes - 1] == '('; /* （ / 四） */
    if (before->nbytes && (!is_torn(writer) || (!is_open && is_start(writer, &run))))
        end_paragraph(writer);
    append(writer, &run);
}

static void take_heading(struct writer *writer, struct span span)
{
    struct fold fold;
    end_paragraph(writer);
    if (fold_text(writer->report->arena, report_slice(writer->report, span), span.start, PROSE_FOLD,
                  &fold))
        writer->failed = true;
    else if (fold.nbytes)
        add_sentence(writer, &fold, 0, fold.nbytes, true);
}

/* One line of prose, cut at the section headings in it; a heading may reach
 * over line ends. */
static void take_line(struct writer *writer, size_t index)
{
    const struct report *report = writer->report;
    struct span line = report_line_span(report, index);
    for (uint32_t at = line.start; at < line.end && !writer->failed;) {
        while (writer->section < report->nsections &&
               report->sections[writer->section].heading.end <= at)
            writer->section++;
        struct span heading = {report->text_nbytes, report->text_nbytes};
        if (writer->section < report->nsections)
            heading = report->sections[writer->section].heading;
        if (heading.start > at) {
            uint32_t end = heading.start < line.end ? heading.start : line.end;
            take_run(writer, index, (struct span){at, end});
            at = end;
            continue;
        }
        if (heading.start >= line.start && !span_empty(heading))
            take_heading(writer, heading);
        at = span_empty(heading) ? at + 1 : heading.end;
    }
}

int stage_prose(struct report *report, struct err *err)
{
    struct writer writer = {.report = report};
    for (size_t line = 0, next; line < report->nlines && !writer.failed; line = next + 1) {
        next = words_next_prose(report, line);
        if (next > line)
            end_paragraph(&writer);
        if (next < report->nlines)
            take_line(&writer, next);
    }
    end_paragraph(&writer);
    return writer.failed ? err_set_nomem(err) : 0;
}

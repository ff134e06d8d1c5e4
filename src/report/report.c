#include "gouji/report/report.h"

#include <stdlib.h>
#include <string.h>

#include "breaks.h"
#include "gouji/base/message.h"
#include "gouji/base/path.h"
#include "gouji/text/archive.h"
#include "inline_tags.h"
#include "latex.h"
#include "line_marks.h"
#include "line_numbers.h"
#include "page.h"
#include "references.h"
#include "stages.h"
#include "texinfo.h"

static int refuse_kind(const char *path, struct slice bytes, enum text_kind kind, struct err *err)
{
    if (kind == TEXT_KIND_TEXT || kind == TEXT_KIND_HTML)
        return 0;
    if (bytes.nbytes == 0)
        return err_set(err, ERR_INPUT,
                       _("%s: the file is empty (0 bytes); save the report as text once more"),
                       path);
    char *advice = text_kind_advice(kind, path);
    if (!advice)
        return err_set_nomem(err);
    err_set(err, ERR_INPUT, "%s", advice);
    free(advice);
    return -1;
}

/* Where the line ends: at its line end, or with the text. */
static inline const char *line_end(const char *line, const char *end, bool has_returns)
{
    const char *stop =
        has_returns ? line + strcspn(line, "\r\n") : memchr(line, '\n', (size_t)(end - line));
    return stop ? stop : end;
}

static int stage_lines(struct report *report, struct err *err)
{
    uint32_t *lines = NULL;
    size_t n = 0, capacity = 0;
    bool has_returns = memchr(report->text, '\r', report->text_nbytes) != NULL;
    const char *end = report->text + report->text_nbytes;
    for (const char *line = report->text, *stop; line < end; line = stop + 1) {
        stop = line_end(line, end, has_returns);
        if (stop - line > REPORT_MAX_LINE)
            return err_set(err, ERR_LIMIT,
                           _("%s: line %zu is longer than 1 MiB (limit: line length)"),
                           report->path, n + 1);
        /* Each takes some 600 bytes of memory in the end. */
        if (n == REPORT_MAX_LINES)
            return err_set(err, ERR_LIMIT, _("%s: more than %d lines (limit: lines)"), report->path,
                           REPORT_MAX_LINES);
        if (n == capacity && !arena_more_room(report->arena, &lines, &capacity, n, sizeof *lines))
            return err_set_nomem(err);
        lines[n++] = (uint32_t)(line - report->text);
        stop += stop[0] == '\r' && stop[1] == '\n';
    }
    report->lines = lines;
    report->nlines = n;
    return 0;
}

/* The size of the quote marks at the front: "> ", "> > ". */
static size_t quote_size(const char *line)
{
    size_t marks = strspn(line, "> ");
    return line[0] == '>' ? marks : 0;
}

/* Whether nearly all lines are quoted, as in a mail passed on. */
static bool is_quoted(const char *text)
{
    enum { LEAST_PERCENT = 80 };
    size_t nlines = 0;
    size_t nquoted = 0;
    const char *mark = strchr(text, '>');
    while (mark && mark > text && mark[-1] != '\n')
        mark = strchr(mark + 1, '>');
    if (!mark)
        return false;
    for (const char *at = text; *at; at += strcspn(at, "\n"), at += *at == '\n') {
        nlines += strcspn(at, "\r\n") > 0;
        nquoted += quote_size(at) > 0;
    }
    return nquoted > 1 && nquoted * 100 >= nlines * LEAST_PERCENT;
}

/* Blanks in place of the marks: all offsets stay. */
static void blank_quotes(char *text)
{
    for (char *at = text; *at; at += strcspn(at, "\n"), at += *at == '\n')
        memset(at, ' ', quote_size(at));
}

/* NUL bytes cannot stand in a text that is passed on as a C string. */
static int take_text(struct report *report, struct slice text, bool is_page, struct err *err)
{
    if (memchr(text.ptr, 0, text.nbytes))
        return err_set(err, ERR_INPUT, _("%s: the text holds NUL bytes; it is no text file"),
                       report->path);
    if (is_page && page_read(report, text, err))
        return -1;
    if (!is_page) {
        char *copy = arena_copy(report->arena, text);
        if (!copy)
            return err_set_nomem(err);
        breaks_turn(copy);
        texinfo_turn(copy);
        latex_turn(copy);
        line_marks_turn(copy);
        references_turn(copy);
        inline_tags_turn(copy);
        if (is_quoted(copy))
            blank_quotes(copy);
        line_numbers_turn(copy);
        report->text = copy;
        report->text_nbytes = (uint32_t)text.nbytes;
    }
    return report->text ? 0 : err_set_nomem(err);
}

/* Most files are their own text. */
static int hash_text(struct report *report, struct slice source, struct err *err)
{
    if (slice_equal(slice_make(report->text, report->text_nbytes), source)) {
        memcpy(report->text_sha256, report->source_sha256, sizeof report->text_sha256);
        return 0;
    }
    if (hash_hex(report->text, report->text_nbytes, report->text_sha256))
        return err_set(err, ERR_IO, _("%s: SHA-256 is not available"), report->path);
    return 0;
}

/* Text that has to be made of the bytes first. */
static int decode_other(struct report *report, struct slice bytes, bool is_page, struct err *err)
{
    struct text_decoded decoded;
    char charset[HTML_CHARSET_NBYTES] = "";
    if (is_page)
        html_charset(bytes, charset);
    if (text_decode_declared(bytes, charset, &decoded, err))
        return -1;
    report->encoding = decoded.encoding;
    report->nbad = decoded.nbad;
    if (*charset && text_contradicts(charset, decoded.encoding))
        report->remark =
            arena_format(report->arena, _("the page declares %s, but its bytes are %s"), charset,
                         text_encoding_name(decoded.encoding));
    int result = take_text(report, slice_make(decoded.text, decoded.nbytes), is_page, err);
    free(decoded.text);
    return result;
}

static int refuse_size(const struct report *report, struct err *err)
{
    return err_set(err, ERR_LIMIT,
                   _("%s: larger than 16 MiB (limit: report size); keep only the report in it"),
                   report->path);
}

static int stage_decode(struct report *report, struct slice bytes, bool is_page, struct err *err)
{
    int result = is_page || !text_is_plain(bytes) ? decode_other(report, bytes, is_page, err)
                                                  : take_text(report, bytes, false, err);
    if (result == 0 && report->text_nbytes > FOLD_LAST_OFFSET)
        return refuse_size(report, err); /* decoding made more of it */
    return result ? result : hash_text(report, bytes, err);
}

static int read_archive(struct report *report, struct slice bytes, struct err *err)
{
    struct slice page;
    if (archive_page(bytes, report->arena, &page) < 0)
        return err_set_nomem(err);
    if (page.nbytes == 0)
        return err_set(err, ERR_INPUT,
                       _("%s: a web archive without a page in it; open it in a "
                         "browser and save the page as HTML"),
                       report->path);
    return stage_decode(report, page, true, err);
}

static int read_source(struct report *report, struct slice bytes, struct err *err)
{
    if (bytes.nbytes > REPORT_MAX_NBYTES)
        return refuse_size(report, err);
    report->source_nbytes = bytes.nbytes;
    if (hash_hex(bytes.ptr, bytes.nbytes, report->source_sha256))
        return err_set(err, ERR_IO, _("%s: SHA-256 is not available"), report->path);
    if (archive_is(bytes))
        return read_archive(report, bytes, err);
    enum text_kind kind = text_sniff(bytes);
    if (refuse_kind(report->path, bytes, kind, err))
        return -1;
    return stage_decode(report, bytes, kind == TEXT_KIND_HTML, err);
}

static int run_stages(struct report *report, struct err *err)
{
    static int (*const stages[])(struct report *, struct err *) = {
        stage_lines, stage_runs,    stage_tables,   stage_outline,
        stage_prose, stage_figures, stage_identity,
    };
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++) {
        if (stages[i](report, err))
            return -1;
        if (arena_failed(report->arena))
            return err_set_nomem(err);
    }
    return stage_judge(report, err);
}

struct report *report_read(const char *name, struct slice bytes, const struct forms *forms,
                           struct err *err)
{
    struct arena *arena = arena_new();
    struct report *report = arena ? arena_alloc(arena, sizeof *report) : NULL;
    if (!report) {
        arena_free(arena);
        err_set_nomem(err);
        return NULL;
    }
    report->arena = arena;
    report->forms = forms;
    report->path = arena_string(arena, name);
    if (!report->path || read_source(report, bytes, err) || run_stages(report, err)) {
        if (!report->path)
            err_set_nomem(err);
        report_free(report);
        return NULL;
    }
    return report;
}

struct report *report_open(const char *path, const struct forms *forms, struct err *err)
{
    char *bytes;
    size_t nbytes;
    int64_t changed;
    if (path_read_dated(path, REPORT_MAX_NBYTES, _("report size"), &bytes, &nbytes, &changed, err))
        return NULL;
    struct report *report = report_read(path, slice_make(bytes, nbytes), forms, err);
    free(bytes);
    if (report)
        report->source_mtime = changed;
    return report;
}

void report_free(struct report *report)
{
    if (report)
        arena_free(report->arena);
}

/* Last index whose start is not after offset; the starts are ascending. */
size_t report_line_at(const struct report *report, uint32_t offset)
{
    size_t low = 0, n = report->nlines; /* it is one of the n from `low` on */
    while (n > 1) {
        size_t half = n / 2;
        low += report->lines[low + half] <= offset ? half : 0;
        n -= half;
    }
    return low;
}

const struct markup_row *report_markup_row(const struct report *report, uint32_t start)
{
    size_t low = 0, high = report->markup ? report->markup->nrows : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct markup_row *row = &report->markup->rows[middle];
        if (row->start == start)
            return row;
        if (row->start < start)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const struct section *report_section(const struct report *report, const char *id)
{
    for (size_t i = 0; id && i < report->nsections; i++)
        if (report->sections[i].id && strcmp(report->sections[i].id, id) == 0)
            return &report->sections[i];
    return NULL;
}

const struct sentence *report_sentence_at(const struct report *report, uint32_t offset)
{
    size_t low = 0, high = report->nsentences;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (report->sentences[middle].span.end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < report->nsentences && span_holds(report->sentences[low].span, offset);
    return found ? &report->sentences[low] : NULL;
}

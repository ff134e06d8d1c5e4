#include "gouji/review/rollup.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gouji/base/json.h"
#include "gouji/base/path.h"
#include "gouji/check/finding.h"
#include "gouji/check/mask.h"
#include "gouji/cli/command.h"
#include "gouji/review/queue.h"
#include "listing.h"
#include "progress.h"

/* `gouji rollup`: a region's tables against the sum of its parts. */

enum { MOST_NAMED = 3 };

struct sums {
    const struct command_context *context;
    struct report *whole;
    const char *agency; /* of the whole, as it may be shown; NULL */
    struct rollup *rollup;
    struct arena *arena; /* addresses of cells */
    size_t nparts;
    bool in_trouble; /* a file named could not be read, is no report or no part */
};

/* ---- reading the parts ---- */

static void leave_out(const char *path, const char *why)
{
    char text[ERR_TEXT_NBYTES];
    snprintf(text, sizeof text, _("skipped: %s"), why);
    output_complain_about(path, text);
}

static bool is_file_of_whole(const struct sums *sums, const char *path)
{
    struct stat a, b;
    return stat(path, &a) == 0 && stat(sums->whole->path, &b) == 0 && a.st_ino == b.st_ino &&
           a.st_dev == b.st_dev;
}

/* Other files of a folder are none of our business; one that is named is. */
static int take_unread(struct sums *sums, const char *path, bool from_folder, const struct err *err)
{
    if (from_folder && (err->kind == ERR_NOT_REPORT || err->kind == ERR_INPUT)) {
        leave_out(path, err->text);
        return 0;
    }
    sums->in_trouble = true;
    sums->nparts++;
    output_complain_about(path, err->text);
    return rollup_add_unread(sums->rollup, path, err->text);
}

static void tell_others(const char *path, const char *reviewer, size_t nothers)
{
    struct str text = STR_INIT;
    str_format(&text,
               _("its cells as %s reads them; reviewed by %zu others too; --reviewer says whose "
                 "reading is taken"),
               reviewer, nothers);
    output_complain_about(path, str_text(&text));
    str_release(&text);
}

/* As the reviewer reads its cells, where there is a verdict file; NULL: none. */
static struct review *open_review(const struct sums *sums, struct queue *queue, size_t index,
                                  const struct report *report)
{
    size_t nothers = 0;
    char *reviewer = queue_find_reviewer(queue, index, &nothers);
    const struct review_options options = {.reviewer = reviewer,
                                           .root = queue_at(queue, index)->root,
                                           .verdicts_dir = sums->context->options->verdicts_dir,
                                           .tool_version = sums->context->version,
                                           .build = sums->context->build,
                                           .readonly = true};
    struct review *review =
        reviewer ? review_open(report, NULL, sums->context->rules, &options, NULL) : NULL;
    if (review && nothers > 0)
        tell_others(report->path, reviewer, nothers);
    free(reviewer);
    return review;
}

/* What is told of a report for its sums. What must not be shown of its cells is found by
 * the first rules already. */
struct look {
    struct rollup_source source;
    struct findings *findings;
    struct review *review;
};

static int look_at(const struct sums *sums, struct queue *queue, size_t index,
                   const struct report *report, struct look *look, struct err *err)
{
    look->findings = findings_make_first(report, sums->context->rules, NULL, 0, err);
    look->review = look->findings ? open_review(sums, queue, index, report) : NULL;
    look->source = (struct rollup_source){report, look->findings, look->review};
    return look->findings ? 0 : -1;
}

static void look_away(struct look *look)
{
    review_close(look->review, NULL);
    findings_free(look->findings);
}

static int add_part(struct sums *sums, struct queue *queue, size_t index,
                    const struct report *report)
{
    struct look look;
    int rc = look_at(sums, queue, index, report, &look, NULL);
    if (rc == 0)
        rc = rollup_add(sums->rollup, &look.source);
    look_away(&look);
    sums->nparts++;
    return rc;
}

static int take_part(struct sums *sums, struct queue *queue, size_t index)
{
    const struct queue_item *item = queue_at(queue, index);
    struct err err = {ERR_NONE, ""};
    bool from_folder = item->root != NULL;
    if (from_folder && is_file_of_whole(sums, item->path))
        return 0;
    struct report *report = report_open(item->path, sums->context->forms, &err);
    if (!report)
        return take_unread(sums, item->path, from_folder, &err);
    int rc = 0;
    if (from_folder && rollup_is_other_year(sums->rollup, report)) {
        leave_out(item->path, _("it is another year's report"));
    } else if (from_folder && rollup_is_whole(sums->rollup, report)) {
        leave_out(item->path, _("it is the whole's own report"));
    } else {
        rc = add_part(sums, queue, index, report);
    }
    report_free(report);
    return rc;
}

/* A folder that cannot be read holds parts, for all that is known. */
static int take_skipped(struct sums *sums, const struct queue_skipped *skipped)
{
    struct err err;
    err_set(&err, skipped->is_unread ? ERR_IO : ERR_INPUT, "%s", skipped->reason);
    return take_unread(sums, skipped->path, true, &err);
}

static void tell_parts_out(struct sums *sums)
{
    const struct rollup_part *parts;
    size_t n = rollup_parts(sums->rollup, &parts);
    for (size_t i = 0; i < n; i++) {
        if (parts[i].why_out && parts[i].year) {
            sums->in_trouble = true;
            output_complain_about(parts[i].path, parts[i].why_out);
        }
        if (parts[i].year == 0 && !parts[i].why_out)
            output_complain_about(parts[i].path, _("the report does not say of which year it is"));
    }
}

static int take_all(struct sums *sums, struct queue *queue, struct err *err)
{
    const struct queue_skipped *skipped;
    struct progress progress;
    size_t n = queue_count(queue), nskipped = queue_skipped_list(queue, &skipped);
    progress_begin(&progress, STDERR_FILENO, n);
    for (size_t i = 0; i < n; i++) {
        progress_hide(&progress);
        if (take_part(sums, queue, i) != 0)
            return err_set_nomem(err);
        progress_step(&progress);
    }
    progress_hide(&progress);
    for (size_t i = 0; i < nskipped; i++)
        if (take_skipped(sums, &skipped[i]) != 0)
            return err_set_nomem(err);
    if (sums->nparts == 0)
        return err_set(err, ERR_USAGE,
                       _("there is no part to add; name reports or a folder of "
                         "them behind --whole FILE"));
    tell_parts_out(sums);
    return 0;
}

static int open_whole(struct sums *sums, const struct review_options *look, struct err *err)
{
    const struct command_context *context = sums->context;
    const char *path = context->options->whole;
    sums->whole = report_open(path, context->forms, err);
    struct queue *queue =
        sums->whole ? queue_new(&path, 1, context->forms, context->rules, look, err) : NULL;
    if (queue) {
        struct look whole;
        if (look_at(sums, queue, 0, sums->whole, &whole, err) == 0) {
            sums->agency = mask_keep(whole.findings, sums->arena, sums->whole->who.agency);
            sums->rollup = rollup_new(&whole.source, err);
        }
        look_away(&whole);
    }
    queue_free(queue);
    if (sums->rollup && sums->whole->who.year == 0)
        output_complain_about(path, _("the report does not say of which year it is"));
    return sums->rollup ? 0 : -1;
}

static int read_all(struct sums *sums, struct err *err)
{
    const struct command_context *context = sums->context;
    const struct options *options = context->options;
    const struct review_options look = {
        .reviewer = options->reviewer, .verdicts_dir = options->verdicts_dir, .readonly = true};
    if (open_whole(sums, &look, err) != 0)
        return -1;
    struct queue *queue =
        queue_new(options->paths, options->npaths, context->forms, context->rules, &look, err);
    int rc = queue ? take_all(sums, queue, err) : -1;
    queue_free(queue);
    if (rc == 0)
        rollup_sum(sums->rollup);
    return rc;
}

/* ---- words ---- */

static const char *outcome_text(enum rollup_outcome outcome)
{
    static const char *const texts[ROLLUP_OUTCOME_COUNT] = {N_("agrees"), N_("differs"),
                                                            N_("undecided"), N_("not summed")};
    return _(texts[outcome]);
}

static const char *fault_text(const struct rollup_value *value)
{
    static const char *const states[CELL_STATE_COUNT] = {
        N_("number"), N_("blank"), N_("mark"), N_("words"), N_("absent"), N_("unplaced")};
    switch (value->fault) {
    case ROLLUP_NO_CELL:
        return _("no such cell in its form");
    case ROLLUP_OTHER_UNIT:
        return _("another unit");
    case ROLLUP_PRIVATE:
        return _("a personal number");
    case ROLLUP_PART_OUT:
        return _("left out");
    default:
        return _(states[value->state]);
    }
}

static void add_fault(struct str *out, const char *name, const struct rollup_value *value)
{
    str_format(out, "%s%s: %s", out->nbytes ? "; " : "", name, fault_text(value));
}

/* What keeps a sum undecided: the whole's cell, the first parts, how many more. */
static void list_faults(const struct sums *sums, size_t index, size_t most, struct str *out)
{
    const struct rollup_part *parts;
    const struct rollup_cell *cells;
    size_t nparts = rollup_parts(sums->rollup, &parts), named = 0;
    rollup_cells(sums->rollup, &cells);
    if (cells[index].outcome != ROLLUP_UNDECIDED)
        return;
    if (cells[index].stated.fault != ROLLUP_NO_FAULT)
        add_fault(out, _("the whole"), &cells[index].stated);
    for (size_t i = 0; i < nparts && named < most; i++)
        if (parts[i].values[index].fault != ROLLUP_NO_FAULT && ++named)
            add_fault(out, path_name(parts[i].path), &parts[i].values[index]);
    if (cells[index].nfaults > named)
        str_format(out, _("; %zu more"), cells[index].nfaults - named);
    if (out->nbytes == 0)
        str_add(out, _("the sum is too large"));
}

static const char *value_text(const struct rollup_value *value, bool is_decimal,
                              char buffer[CELL_VALUE_NBYTES])
{
    return value->fault == ROLLUP_NO_FAULT ? cell_format(value->value, is_decimal, buffer)
                                           : fault_text(value);
}

/* ---- text and csv ---- */

enum column { CELL, SUM, STATED, DIFFERENCE, OUTCOME, WHY, NSHOWN, ID = NSHOWN, NFIXED };

static void set_sum(struct listing *listing, const struct rollup_cell *cell)
{
    char buffer[CELL_VALUE_NBYTES];
    bool is_known = cell->outcome == ROLLUP_AGREES || cell->outcome == ROLLUP_DIFFERS;
    listing_set(listing, STATED, value_text(&cell->stated, cell->is_decimal, buffer));
    if (is_known)
        listing_set(listing, SUM, cell_format(cell->sum, cell->is_decimal, buffer));
    if (is_known)
        listing_set(listing, DIFFERENCE, cell_format(cell->difference, cell->is_decimal, buffer));
}

static void add_row(const struct sums *sums, struct listing *listing, size_t index, size_t most)
{
    const struct rollup_cell *cells;
    struct str why = STR_INIT;
    rollup_cells(sums->rollup, &cells);
    listing_add_row(listing);
    listing_set(listing, CELL, cell_address(sums->arena, cells[index].cell, sums->context->lang));
    set_sum(listing, &cells[index]);
    listing_set(listing, OUTCOME, outcome_text(cells[index].outcome));
    list_faults(sums, index, most, &why);
    listing_set(listing, WHY, str_text(&why));
    str_release(&why);
}

static void make_columns(struct listing_column *columns)
{
    columns[CELL] = (struct listing_column){_("cell"), 16, false, 0};
    columns[SUM] = (struct listing_column){_("sum of parts"), 0, true, 0};
    columns[STATED] = (struct listing_column){_("stated"), 0, true, 0};
    columns[DIFFERENCE] = (struct listing_column){_("difference"), 0, true, 0};
    columns[OUTCOME] = (struct listing_column){_("outcome"), 0, false, 0};
    columns[WHY] = (struct listing_column){_("why"), 8, false, 0};
    columns[ID] = (struct listing_column){_("cell id"), 0, false, 0};
}

/* A column a part, behind those for people. */
static int print_csv(const struct sums *sums)
{
    const struct rollup_part *parts;
    const struct rollup_cell *cells;
    size_t nparts = rollup_parts(sums->rollup, &parts);
    size_t ncells = rollup_cells(sums->rollup, &cells);
    char buffer[CELL_VALUE_NBYTES];
    struct listing listing;
    struct listing_column *columns = calloc(NFIXED + nparts, sizeof *columns);
    if (!columns || listing_init(&listing, columns, NFIXED + nparts) != 0) {
        free(columns);
        return -1;
    }
    make_columns(columns);
    for (size_t i = 0; i < nparts; i++)
        columns[NFIXED + i].head = parts[i].path;
    for (size_t i = 0; i < ncells; i++) {
        add_row(sums, &listing, i, nparts);
        listing_set(&listing, ID, cells[i].cell->id);
        for (size_t p = 0; p < nparts; p++)
            listing_set(&listing, NFIXED + p,
                        value_text(&parts[p].values[i], cells[i].is_decimal, buffer));
    }
    int rc = listing_print_csv(&listing, sums->context->out);
    listing_release(&listing);
    free(columns);
    return rc;
}

static void print_head(const struct sums *sums)
{
    struct output *out = sums->context->out;
    const struct identity *who = &sums->whole->who;
    output_shown(out, slice_of(sums->agency ? sums->agency : sums->whole->path));
    if (who->year)
        output_format(out, _("; year %d"), who->year);
    output_format(out, _("; parts: %zu\n"), sums->nparts);
}

/* One line for a part that keeps every sum undecided, instead of one for every cell. */
static size_t print_parts_out(const struct sums *sums)
{
    struct output *out = sums->context->out;
    const struct rollup_part *parts;
    size_t n = rollup_parts(sums->rollup, &parts), nout = 0;
    for (size_t i = 0; i < n; i++) {
        if (!parts[i].why_out)
            continue;
        nout++;
        output_shown(out, slice_of(parts[i].path));
        output_add(out, ": ");
        output_shown(out, slice_of(parts[i].why_out));
        output_add(out, _("; no sum can be decided with it\n"));
    }
    return nout;
}

static bool is_listed(const struct sums *sums, const struct rollup_cell *cell, size_t nout)
{
    return sums->context->options->all || cell->outcome == ROLLUP_DIFFERS ||
           (cell->outcome == ROLLUP_UNDECIDED && nout == 0);
}

static int print_text(const struct sums *sums)
{
    struct output *out = sums->context->out;
    const struct rollup_cell *cells;
    size_t ncells = rollup_cells(sums->rollup, &cells);
    struct listing_column columns[NFIXED];
    struct listing listing;
    make_columns(columns);
    if (listing_init(&listing, columns, NSHOWN) != 0)
        return -1;
    print_head(sums);
    size_t nout = print_parts_out(sums);
    for (size_t i = 0; i < ncells; i++)
        if (is_listed(sums, &cells[i], nout))
            add_row(sums, &listing, i, MOST_NAMED);
    int rc = listing.nrows ? listing_print(&listing, listing_room(out), out) : 0;
    listing_release(&listing);
    output_format(out, _("cells %zu: agree %zu, differ %zu, undecided %zu, not summed %zu\n"),
                  ncells, rollup_count(sums->rollup, ROLLUP_AGREES),
                  rollup_count(sums->rollup, ROLLUP_DIFFERS),
                  rollup_count(sums->rollup, ROLLUP_UNDECIDED),
                  rollup_count(sums->rollup, ROLLUP_NOT_SUMMED));
    if (rollup_readings(sums->rollup))
        output_format(out, _("cells as reviewers read them: %zu\n"), rollup_readings(sums->rollup));
    return rc;
}

/* ---- JSON ---- */

static void put_quoted(struct str *out, const char *key, const char *text)
{
    str_format(out, "\"%s\":", key);
    if (text)
        json_quote(slice_of(text), out);
    else
        str_add(out, "null");
}

static void put_year(struct str *out, int year)
{
    if (year)
        str_format(out, ",\"year\":%d", year);
    else
        str_add(out, ",\"year\":null");
}

static void put_value(struct str *out, const struct rollup_value *value, bool is_decimal)
{
    char buffer[CELL_VALUE_NBYTES];
    if (value->fault == ROLLUP_NO_FAULT)
        str_add(out, cell_format(value->value, is_decimal, buffer));
    else
        str_format(out, "{\"%s\":\"%s\"}", value->fault == ROLLUP_NO_NUMBER ? "state" : "fault",
                   rollup_fault_name(value));
}

static void put_cell(const struct sums *sums, struct str *out, size_t index)
{
    const struct rollup_cell *cells;
    const struct rollup_part *parts;
    char buffer[CELL_VALUE_NBYTES];
    size_t nparts = rollup_parts(sums->rollup, &parts);
    rollup_cells(sums->rollup, &cells);
    const struct rollup_cell *cell = &cells[index];
    bool is_known = cell->outcome == ROLLUP_AGREES || cell->outcome == ROLLUP_DIFFERS;
    str_format(out, "{\"id\":\"%s\",\"outcome\":\"%s\",\"sum\":", cell->cell->id,
               rollup_outcome_name(cell->outcome));
    str_add(out, is_known ? cell_format(cell->sum, cell->is_decimal, buffer) : "null");
    str_add(out, ",\"stated\":");
    put_value(out, &cell->stated, cell->is_decimal);
    str_add(out, ",\"difference\":");
    str_add(out, is_known ? cell_format(cell->difference, cell->is_decimal, buffer) : "null");
    str_add(out, ",\"parts\":[");
    for (size_t i = 0; i < nparts; i++) {
        str_add(out, i ? "," : "");
        put_value(out, &parts[i].values[index], cell->is_decimal);
    }
    str_add(out, "]}");
}

static void put_parts(const struct sums *sums, struct str *out)
{
    const struct rollup_part *parts;
    size_t n = rollup_parts(sums->rollup, &parts);
    str_add(out, ",\n\"parts\":[");
    for (size_t i = 0; i < n; i++) {
        str_add(out, i ? ",\n{" : "\n{");
        put_quoted(out, "path", parts[i].path);
        str_byte(out, ',');
        put_quoted(out, "agency", parts[i].agency);
        put_year(out, parts[i].year);
        str_byte(out, ',');
        put_quoted(out, "left_out", parts[i].why_out);
        str_byte(out, '}');
    }
    str_add(out, "]");
}

static int print_json(const struct sums *sums)
{
    const struct rollup_cell *cells;
    size_t n = rollup_cells(sums->rollup, &cells);
    struct str out = STR_INIT;
    str_add(&out, "{\"whole\":{");
    put_quoted(&out, "path", sums->whole->path);
    str_byte(&out, ',');
    put_quoted(&out, "agency", sums->agency);
    put_year(&out, sums->whole->who.year);
    str_byte(&out, '}');
    put_parts(sums, &out);
    str_add(&out, ",\n\"counts\":{");
    for (size_t i = 0; i < ROLLUP_OUTCOME_COUNT; i++)
        str_format(&out, "%s\"%s\":%zu", i ? "," : "", rollup_outcome_name((enum rollup_outcome)i),
                   rollup_count(sums->rollup, (enum rollup_outcome)i));
    str_format(&out, "},\"readings\":%zu,\n\"cells\":[", rollup_readings(sums->rollup));
    for (size_t i = 0; i < n; i++) {
        str_add(&out, i ? ",\n" : "\n");
        put_cell(sums, &out, i);
    }
    str_add(&out, "\n]}\n");
    output_exact(sums->context->out, str_slice(&out));
    int rc = out.failed ? -1 : 0;
    str_release(&out);
    return rc;
}

static int print(const struct sums *sums, struct err *err)
{
    enum option_format format = sums->context->options->format;
    int rc = format == FORMAT_JSON  ? print_json(sums)
             : format == FORMAT_CSV ? print_csv(sums)
                                    : print_text(sums);
    return rc == 0 ? 0 : err_set_nomem(err);
}

int command_rollup(const struct command_context *context)
{
    struct sums sums = {.context = context, .arena = arena_new()};
    struct err err = {ERR_NONE, ""};
    int rc = -1;
    if (sums.arena)
        rc = read_all(&sums, &err);
    else
        err_set_nomem(&err);
    if (rc == 0)
        rc = print(&sums, &err);
    if (rc != 0 && !sums.whole && sums.arena)
        output_complain_about(context->options->whole, err.text);
    else if (rc != 0)
        output_complain(err.text);
    bool differs = rc == 0 && rollup_count(sums.rollup, ROLLUP_DIFFERS) > 0;
    rollup_free(sums.rollup);
    report_free(sums.whole);
    arena_free(sums.arena);
    if (rc != 0 || sums.in_trouble)
        return STATUS_TROUBLE;
    return differs ? STATUS_ERRORS : STATUS_CLEAN;
}

#include "gouji/review/ledger.h"

#include <stdio.h>
#include <unistd.h>

#include "format.h"
#include "gouji/base/json.h"
#include "gouji/cli/command.h"
#include "listing.h"
#include "progress.h"
#include "reviewers.h"
#include "together.h"

/* `gouji ledger`: who has reported and who has not, when, and the state of review. */

enum column {
    AGENCY,
    PARENT,
    STATUS,
    SIGNED,
    DEADLINE,
    TIME,
    STATE,
    REVIEWER,
    ERRORS,
    WARNINGS,
    INFOS,
    UNDECIDED,
    DECIDED,
    PATH,
    TITLED,
    BASIS,
    VERSION,
    OTHERS,
    TROUBLE,
    SWITCHED,
    NCOLUMNS,
    NSHOWN = PATH + 1, /* for people; the rest is for spreadsheets */
};

struct office {
    const struct command_context *context;
    struct expected_list list;
    struct queue *queue;
    struct ledger *ledger;
};

static void make_columns(struct listing_column columns[NCOLUMNS], bool for_people)
{
    const struct listing_column made[NCOLUMNS] = {
        [AGENCY] = {_("agency"), 12, false, 0},
        [PARENT] = {_("parent"), 6, false, 1},
        [STATUS] = {_("reporting"), 0, false, 0},
        [SIGNED] = {_("signed on"), 0, false, 0},
        [DEADLINE] = {_("deadline"), 0, false, 2},
        [TIME] = {_("timing"), 0, false, 0},
        [STATE] = {_("state"), 0, false, 0},
        [REVIEWER] = {_("reviewer"), 4, false, 0},
        [ERRORS] = {for_people ? "E" : _("errors"), 0, true, 0},
        [WARNINGS] = {for_people ? "W" : _("warnings"), 0, true, 0},
        [INFOS] = {for_people ? "I" : _("infos"), 0, true, 0},
        [UNDECIDED] = {for_people ? "U" : _("undecided"), 0, true, 0},
        [DECIDED] = {_("decided"), 0, true, 4},
        [PATH] = {_("file"), 12, false, 3},
        [TITLED] = {_("agency in the report"), 0, false, 0},
        [BASIS] = {_("deadline by"), 0, false, 0},
        [VERSION] = {_("version"), 0, false, 0},
        [OTHERS] = {_("other reviewers"), 0, false, 0},
        [TROUBLE] = {_("why unreadable"), 0, false, 0},
        [SWITCHED] = {_("checks off"), 0, false, 0},
    };
    for (size_t i = 0; i < NCOLUMNS; i++)
        columns[i] = made[i];
}

/* ---- words ---- */

static const char *status_text(const struct ledger_row *row)
{
    static const char *const texts[LEDGER_STATUS_COUNT] = {N_("reported"), N_("not reported"),
                                                           N_("doubtful"), N_("not on the list"),
                                                           N_("not readable")};
    return _(texts[row->status]);
}

static const char *time_text(enum ledger_time time)
{
    static const char *const texts[LEDGER_TIME_COUNT] = {N_("in time"), N_("late"),
                                                         N_("before year's end"), N_("unknown")};
    return _(texts[time]);
}

static const char *basis_text(enum ledger_basis basis)
{
    static const char *const texts[] = {N_("unknown"), N_("the list"), N_("the law"),
                                        N_("the list, not read")};
    return _(texts[basis]);
}

enum { DATE_NBYTES = 40 };

static const char *date_text(const struct date *date, char out[DATE_NBYTES])
{
    if (date->year == 0 || date->month == 0)
        return date->year ? (snprintf(out, DATE_NBYTES, "%04d", date->year), out) : NULL;
    if (date->day == 0)
        snprintf(out, DATE_NBYTES, "%04d-%02d", date->year, date->month);
    else
        snprintf(out, DATE_NBYTES, "%04d-%02d-%02d", date->year, date->month, date->day);
    return out;
}

static const char *name_of(const struct ledger_row *row)
{
    const char *titled = row->item ? row->item->agency : NULL;
    return row->expected ? row->expected->name : titled;
}

/* ---- rows ---- */

static void set_review(struct listing *listing, const struct queue_item *item, bool for_people)
{
    listing_set(listing, STATE, reviewers_state(item->state, item->conclusion));
    if (for_people && item->nothers)
        listing_format(listing, REVIEWER, "%s +%zu", item->reviewer ? item->reviewer : "?",
                       item->nothers);
    else
        listing_set(listing, REVIEWER, item->reviewer);
    listing_format(listing, ERRORS, "%zu", item->errors);
    listing_format(listing, WARNINGS, "%zu", item->warnings);
    listing_format(listing, INFOS, "%zu", item->infos);
    listing_format(listing, UNDECIDED, "%zu", item->undecided);
    listing_format(listing, DECIDED, "%zu/%zu", item->decided, item->entries);
    listing_set(listing, PATH, item->path);
}

static void set_others(struct listing *listing, const struct queue_item *item)
{
    struct str names = STR_INIT;
    if (item && reviewers_list(item, item->reviewer, &names) > 0)
        listing_set(listing, OTHERS, str_text(&names));
    str_release(&names);
}

static void set_unread(struct listing *listing, const struct ledger_row *row, bool for_people)
{
    listing_set(listing, AGENCY, _("unknown"));
    listing_set(listing, STATUS, status_text(row));
    listing_set(listing, PATH, row->unread);
    if (!for_people)
        listing_set(listing, TROUBLE, row->why);
}

static void add_row(struct listing *listing, const struct ledger_row *row, bool for_people)
{
    char date[DATE_NBYTES];
    const char *name = name_of(row);
    listing_add_row(listing);
    if (row->status == LEDGER_UNREAD) {
        set_unread(listing, row, for_people);
        return;
    }
    listing_set(listing, AGENCY, name ? name : _("agency not stated"));
    listing_set(listing, PARENT, row->expected ? row->expected->parent : NULL);
    if (row->nversions && for_people)
        listing_format(listing, STATUS, _("%s, version %zu of %zu"), status_text(row), row->version,
                       row->nversions);
    else
        listing_set(listing, STATUS, status_text(row));
    const char *deadline = date_text(&row->deadline, date);
    const char *none = row->basis == LEDGER_NOT_READ ? _("not read") : _("unknown");
    listing_set(listing, DEADLINE, deadline ? deadline : none);
    if (row->item) {
        const char *on = date_text(&row->item->signed_on, date);
        listing_set(listing, SIGNED, on ? on : _("unknown"));
        listing_set(listing, TIME, time_text(row->time));
        set_review(listing, row->item, for_people);
    }
    if (for_people)
        return;
    set_others(listing, row->item);
    listing_set(listing, TITLED, row->item ? row->item->agency : NULL);
    listing_set(listing, BASIS, basis_text(row->basis));
    if (row->nversions)
        listing_format(listing, VERSION, "%zu/%zu", row->version, row->nversions);
}

/* In one line, for each row: a spreadsheet has no place below, and its counts hold without
 * the checks that are off. */
static void put_switched(const struct office *office, struct str *out)
{
    format_switched(office->context->rules, office->context->lang, out);
    if (out->nbytes > 0)
        out->data[--out->nbytes] = '\0';
    for (size_t i = 0; i < out->nbytes; i++)
        if (out->data[i] == '\n')
            out->data[i] = ' ';
}

static int print_listing(const struct office *office, bool for_people)
{
    struct output *out = office->context->out;
    struct listing_column columns[NCOLUMNS];
    struct listing listing;
    struct str switched = STR_INIT;
    make_columns(columns, for_people);
    if (listing_init(&listing, columns, for_people ? NSHOWN : NCOLUMNS) != 0)
        return -1;
    put_switched(office, &switched);
    for (size_t i = 0; i < office->ledger->nrows; i++) {
        add_row(&listing, &office->ledger->rows[i], for_people);
        if (!for_people)
            listing_set(&listing, SWITCHED, str_text(&switched));
    }
    int rc = for_people ? listing_print(&listing, listing_room(out), out)
                        : listing_print_csv(&listing, out);
    out->pending.failed |= switched.failed;
    str_release(&switched);
    listing_release(&listing);
    return rc;
}

/* One review is shown of several: nobody must think that it is the only one. */
static void print_others(const struct office *office)
{
    struct output *out = office->context->out;
    for (size_t i = 0; i < office->ledger->nrows; i++) {
        const struct queue_item *item = office->ledger->rows[i].item;
        struct str names = STR_INIT;
        if (item && reviewers_list(item, item->reviewer, &names) > 0) {
            output_shown(out, slice_of(item->path));
            output_add(out, _(": reviewed by others too: "));
            output_shown(out, str_slice(&names));
            output_add(out, _("; --reviewer says whose is shown\n"));
        }
        str_release(&names);
    }
}

static void print_notes(const struct office *office)
{
    const struct ledger *ledger = office->ledger;
    struct output *out = office->context->out;
    print_others(office);
    for (size_t i = 0; i < ledger->nrows; i++) {
        const struct ledger_row *row = &ledger->rows[i];
        if (row->status != LEDGER_DOUBTFUL || !row->expected)
            continue;
        output_format(out, "%s: ", _("doubtful"));
        output_shown(out, slice_of(row->item->path));
        output_add(out, _(": the report names "));
        output_shown(out, slice_of(row->item->agency));
        output_format(out, _(", the list in line %zu "), row->expected->line);
        output_shown(out, slice_of(row->expected->name));
        output_add(out, row->item->year ? "\n" : _("; year not stated\n"));
    }
    for (size_t i = 0; i < ledger->nother_years; i++)
        output_format(out, i ? " %d" : _("reports of other years are left out: %d"),
                      ledger->other_years[i]);
    if (ledger->nother_years)
        output_add(out, _("; --year lists them\n"));
    format_switched(office->context->rules, office->context->lang, &out->pending);
}

static int print_text(const struct office *office)
{
    const struct ledger *ledger = office->ledger;
    struct output *out = office->context->out;
    if (ledger->year)
        output_format(out, _("reports for %d\n"), ledger->year);
    if (print_listing(office, true) != 0)
        return -1;
    if (office->list.nitems)
        output_format(out,
                      _("to report %zu: reported %zu, not reported %zu, doubtful %zu; late %zu; "
                        "reports not on the list %zu\n"),
                      ledger->nexpected, ledger->nreported, ledger->nmissing, ledger->ndoubtful,
                      ledger->nlate, ledger->nunlisted);
    else
        output_format(out, _("agencies %zu, doubtful %zu; late %zu\n"), ledger->nreported,
                      ledger->ndoubtful, ledger->nlate);
    if (ledger->nunread)
        output_format(out,
                      ledger->nmissing ? _("not readable %zu; an agency that has not reported may "
                                           "be one of them\n")
                                       : _("not readable %zu\n"),
                      ledger->nunread);
    print_notes(office);
    return 0;
}

/* ---- JSON ---- */

static void put_string(struct str *out, const char *key, const char *text)
{
    str_format(out, ",\"%s\":", key);
    if (text)
        json_quote(slice_of(text), out);
    else
        str_add(out, "null");
}

static void put_state(struct str *out, enum queue_state state, enum conclusion conclusion)
{
    static const char *const states[] = {"unread", "new", "in-review", "concluded", "failed"};
    put_string(out, "state", states[state]);
    put_string(out, "conclusion", state == QUEUE_CONCLUDED ? conclusion_name(conclusion) : NULL);
}

static void put_others(struct str *out, const struct queue_item *item)
{
    str_add(out, ",\"other_reviewers\":[");
    for (size_t i = 0; i < item->nothers; i++) {
        const struct queue_other *other = &item->others[i];
        str_add(out, i ? ",{\"reviewer\":" : "{\"reviewer\":");
        json_quote(slice_of(other->name), out);
        put_state(out, other->state, other->conclusion);
        str_byte(out, '}');
    }
    str_byte(out, ']');
}

static void put_review(struct str *out, const struct queue_item *item)
{
    char date[DATE_NBYTES];
    put_string(out, "path", item->path);
    put_string(out, "agency_in_report", item->agency);
    put_string(out, "signed_on", date_text(&item->signed_on, date));
    put_state(out, item->state, item->conclusion);
    put_string(out, "reviewer", item->reviewer);
    put_others(out, item);
    str_format(out,
               ",\"errors\":%zu,\"warnings\":%zu,\"infos\":%zu,\"undecided\":%zu,\"entries\":%zu,"
               "\"decided\":%zu",
               item->errors, item->warnings, item->infos, item->undecided, item->entries,
               item->decided);
}

static void put_row(struct str *out, const struct ledger_row *row)
{
    char date[DATE_NBYTES];
    const char *name = name_of(row);
    str_add(out, "{\"agency\":");
    if (name)
        json_quote(slice_of(name), out);
    else
        str_add(out, "null");
    put_string(out, "parent",
               row->expected && *row->expected->parent ? row->expected->parent : NULL);
    put_string(out, "status", ledger_status_name(row->status));
    put_string(out, "deadline", date_text(&row->deadline, date));
    put_string(out, "deadline_by", ledger_basis_name(row->basis));
    if (row->item) {
        put_string(out, "in_time", ledger_time_name(row->time));
        put_review(out, row->item);
    }
    if (row->unread) {
        put_string(out, "path", row->unread);
        put_string(out, "trouble", row->why);
    }
    if (row->nversions)
        str_format(out, ",\"version\":%zu,\"versions\":%zu", row->version, row->nversions);
    str_byte(out, '}');
}

static int print_json(const struct office *office)
{
    const struct ledger *ledger = office->ledger;
    struct str out = STR_INIT;
    str_add(&out, "{\"year\":");
    if (ledger->year)
        str_format(&out, "%d", ledger->year);
    else
        str_add(&out, "null");
    str_add(&out, ",\"other_years\":[");
    for (size_t i = 0; i < ledger->nother_years; i++)
        str_format(&out, "%s%d", i ? "," : "", ledger->other_years[i]);
    str_format(&out,
               "],\"expected\":%zu,\"reported\":%zu,\"not_reported\":%zu,\"doubtful\":%zu,"
               "\"late\":%zu,\"not_listed\":%zu,\"unreadable\":%zu,\"rows\":[",
               ledger->nexpected, ledger->nreported, ledger->nmissing, ledger->ndoubtful,
               ledger->nlate, ledger->nunlisted, ledger->nunread);
    for (size_t i = 0; i < ledger->nrows; i++) {
        str_add(&out, i ? ",\n" : "\n");
        put_row(&out, &ledger->rows[i]);
    }
    str_add(&out, "\n],");
    ruleset_put_switched(office->context->rules, office->context->lang, &out);
    str_add(&out, "}\n");
    output_exact(office->context->out, str_slice(&out));
    int rc = out.failed ? -1 : 0;
    str_release(&out);
    return rc;
}

/* ---- reading ---- */

static int read_list(struct office *office, struct err *err)
{
    const char *path = office->context->options->expected;
    if (!path)
        return 0;
    if (expected_read(path, &office->list, err) != 0)
        return -1;
    for (size_t i = 0; i < office->list.nfaults; i++) {
        char where[ERR_TEXT_NBYTES];
        snprintf(where, sizeof where, "%s:%zu", path, office->list.faults[i].line);
        output_complain_about(where, office->list.faults[i].text);
    }
    return 0;
}

static void tell_skipped(const struct office *office)
{
    const struct queue_skipped *skipped;
    size_t n = queue_skipped_list(office->queue, &skipped);
    for (size_t i = 0; i < n; i++) {
        char text[ERR_TEXT_NBYTES];
        snprintf(text, sizeof text, skipped[i].is_unread ? "%s" : _("skipped: %s"),
                 skipped[i].reason);
        output_complain_about(skipped[i].path, text);
    }
    for (size_t i = 0; i < queue_count(office->queue); i++) {
        const struct queue_item *item = queue_at(office->queue, i);
        if (item->state == QUEUE_FAILED)
            output_complain_about(item->path, item->trouble ? item->trouble : "?");
    }
}

static int read_reports(struct office *office, struct err *err)
{
    const struct command_context *context = office->context;
    const struct options *options = context->options;
    const struct review_options review = {.reviewer = options->reviewer,
                                          .verdicts_dir = options->verdicts_dir,
                                          .tool_version = context->version,
                                          .build = context->build,
                                          .readonly = true};
    struct progress progress;
    office->queue = queue_new_of_any(options->paths, options->npaths, context->forms,
                                     context->rules, &review, err);
    if (!office->queue)
        return -1;
    progress_begin(&progress, STDERR_FILENO, queue_count(office->queue));
    while (queue_read_next(office->queue))
        progress_step(&progress);
    progress_hide(&progress);
    tell_skipped(office);
    return together_count(office->queue, context) == 0 ? 0 : err_set_nomem(err);
}

static int print(const struct office *office, struct err *err)
{
    int rc = office->context->options->format == FORMAT_JSON  ? print_json(office)
             : office->context->options->format == FORMAT_CSV ? print_listing(office, false)
                                                              : print_text(office);
    return rc == 0 ? 0 : err_set_nomem(err);
}

/* What lists nobody must not look like all is well. */
static bool met_something(const struct office *office)
{
    const struct ledger *ledger = office->ledger;
    if (ledger->nrows > 0 || ledger->nother_years > 0)
        return true;
    output_complain(_("no report was found; name a report or a folder with reports"));
    return false;
}

int command_ledger(const struct command_context *context)
{
    struct office office = {.context = context};
    struct err err = {ERR_NONE, ""};
    int rc = read_list(&office, &err);
    if (rc == 0)
        rc = read_reports(&office, &err);
    if (rc == 0) {
        office.ledger = ledger_make(office.list.nitems ? &office.list : NULL, office.queue,
                                    context->forms, context->rules, context->options->year, &err);
        rc = office.ledger ? print(&office, &err) : -1;
    }
    bool is_whole = rc == 0 && office.ledger->nunread == 0 && met_something(&office);
    if (rc != 0)
        output_complain(err.text);
    ledger_free(office.ledger);
    queue_free(office.queue);
    expected_release(&office.list);
    return is_whole ? STATUS_CLEAN : STATUS_TROUBLE;
}

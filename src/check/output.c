/* `gouji check --format jsonl`: one object a report, for others to read. */
#include "gouji/base/json.h"
#include "gouji/check/finding.h"
#include "gouji/check/mask.h"

struct writer {
    const struct findings *findings;
    const struct report *report;
    enum lang lang;
    bool masks; /* something must be masked wherever it turns up */
    struct str *out;
};

/* Text of the report, or made from it. */
static void write_outside(const struct writer *writer, struct slice text)
{
    if (!text.ptr) {
        str_add(writer->out, "null");
        return;
    }
    if (!writer->masks) {
        json_quote(text, writer->out);
        return;
    }
    struct str masked = STR_INIT;
    mask_append(writer->findings, text, &masked);
    json_quote(str_slice(&masked), writer->out);
    writer->out->failed = writer->out->failed || masked.failed;
    str_release(&masked);
}

/* What may be a part of a number that is masked as a whole. */
static void write_part(const struct writer *writer, struct span span)
{
    if (!writer->masks) {
        json_quote(report_slice(writer->report, span), writer->out);
        return;
    }
    struct str masked = STR_INIT;
    mask_append_span(writer->findings, span, &masked);
    json_quote(str_slice(&masked), writer->out);
    writer->out->failed = writer->out->failed || masked.failed;
    str_release(&masked);
}

/* There are hundreds of cells a report: what is of known size is written behind one another
 * into room that was made for it before. */
enum { NUMBER_NBYTES = 20, SPAN_NBYTES = 2 * NUMBER_NBYTES + 4, CELL_NBYTES = 128 };

/* Here, so that of literal texts compilers count the bytes and copy them in a few moves. */
static inline char *put(char *at, const char *text)
{
    size_t nbytes = strlen(text);
    memcpy(at, text, nbytes);
    return at + nbytes;
}

/* A cell's id needs no escaping, whatever the form. */
static inline char *put_id(char *at, const char *id)
{
    *at = '"';
    at = stpcpy(at + 1, id);
    *at = '"';
    return at + 1;
}

enum { PAIR = 100 };

static char *put_pair(char *at, unsigned number)
{
    static const char pairs[2 * PAIR + 1] = "00010203040506070809"
                                            "10111213141516171819"
                                            "20212223242526272829"
                                            "30313233343536373839"
                                            "40414243444546474849"
                                            "50515253545556575859"
                                            "60616263646566676869"
                                            "70717273747576777879"
                                            "80818283848586878889"
                                            "90919293949596979899";
    memcpy(at, pairs + 2 * number, 2);
    return at + 2;
}

/* One digit or two, as many as the number below a hundred has. */
static inline char *put_few(char *at, unsigned number)
{
    if (number >= 10)
        return put_pair(at, number);
    *at = (char)('0' + number);
    return at + 1;
}

static char *put_large(char *at, uint64_t number);

/* Most are counts, or places in a text of some thousand bytes. */
static inline char *put_number(char *at, uint64_t number)
{
    if (number < PAIR)
        return put_few(at, (unsigned)number);
    if (number >= PAIR * PAIR)
        return put_large(at, number);
    return put_pair(put_few(at, (unsigned)number / PAIR), (unsigned)number % PAIR);
}

static char *put_large(char *at, uint64_t number)
{
    return put_pair(put_number(at, number / PAIR), (unsigned)(number % PAIR));
}

static char *put_span(char *at, struct span span)
{
    *at++ = '[';
    at = put_number(at, span.start);
    *at++ = ',';
    at = put_number(at, span.end);
    *at++ = ']';
    return at;
}

/* `at` is where the writing into the room has come to. */
static void took_up_to(struct str *out, const char *at)
{
    str_took(out, (size_t)(at - (out->data + out->nbytes)));
}

static void write_number(struct str *out, uint64_t number)
{
    char *at = str_room(out, NUMBER_NBYTES);
    if (at)
        took_up_to(out, put_number(at, number));
}

static void write_signed(struct str *out, int64_t number)
{
    if (number < 0)
        str_byte(out, '-');
    write_number(out, number < 0 ? 0 - (uint64_t)number : (uint64_t)number);
}

static void write_span(struct str *out, struct span span)
{
    char *at = str_room(out, SPAN_NBYTES);
    if (at)
        took_up_to(out, put_span(at, span));
}

static void write_quoted(struct str *out, const char *text)
{
    if (text)
        json_quote(slice_of(text), out);
    else
        str_add(out, "null");
}

/* The key as it is printed, with its colon and what stands before it. */
static inline void write_string(struct str *out, const char *key, const char *text)
{
    str_add(out, key);
    write_quoted(out, text);
}

static inline void write_text(const struct writer *writer, const char *key, struct slice text)
{
    str_add(writer->out, key);
    write_outside(writer, text);
}

static void write_comma(struct str *out, size_t index)
{
    if (index > 0)
        str_byte(out, ',');
}

/* With noughts before a number that is below the smallest one of so many digits. */
static char *put_padded(char *at, int number, int smallest)
{
    for (; number < smallest && smallest > 1; smallest /= 10)
        *at++ = '0';
    return put_number(at, (uint64_t)number);
}

/* null where it is not stated or damaged; a month or day not stated is left out. */
static void write_date(struct str *out, struct date date)
{
    char *at = date.year > 0 ? str_room(out, CELL_NBYTES) : NULL;
    if (date.year <= 0)
        str_add(out, "null");
    if (!at)
        return;
    at = put_padded(put(at, "\""), date.year, 1000);
    if (date.month > 0)
        at = put_padded(put(at, "-"), date.month, 10);
    if (date.month > 0 && date.day > 0)
        at = put_padded(put(at, "-"), date.day, 10);
    took_up_to(out, put(at, "\""));
}

static void write_source(struct str *out, const struct report *report)
{
    write_string(out, "\"path\":", report->path);
    write_string(out, ",\"sha256\":", report->source_sha256);
    write_string(out, ",\"text_sha256\":", report->text_sha256);
    write_string(out, ",\"encoding\":", text_encoding_name(report->encoding));
    if (report->remark) {
        write_string(out, ",\"remark\":", report->remark);
    }
}

static void write_signature(const struct writer *writer, const struct identity *who)
{
    struct str *out = writer->out;
    str_add(out, ",\"signature\":");
    if (!who->signature_agency && who->signature_date.year <= 0) {
        str_add(out, "null");
        return;
    }
    write_text(writer, "{\"agency\":", slice_of(who->signature_agency));
    str_add(out, ",\"date\":");
    write_date(out, who->signature_date);
    str_byte(out, '}');
}

static void write_identity(const struct writer *writer)
{
    const struct identity *who = &writer->report->who;
    struct str *out = writer->out;
    write_text(writer, ",\"title\":", slice_of(who->title));
    write_text(writer, ",\"agency\":", slice_of(who->agency));
    write_string(out, ",\"kind\":", who->kind);
    str_add(out, ",\"year\":");
    if (who->year > 0)
        write_number(out, (uint32_t)who->year);
    else
        str_add(out, "null");
    str_add(out, ",\"year_conflicts\":[");
    for (size_t i = 0; i < who->nyear_conflicts; i++)
        str_format(out, "%s%d", i ? "," : "", who->year_conflicts[i]);
    str_add(out, "],");
    write_string(out, "\"edition\":", writer->report->edition);
    str_add(out, ",\"period\":");
    if (who->has_period) {
        str_byte(out, '[');
        write_date(out, who->period_start);
        str_byte(out, ',');
        write_date(out, who->period_end);
        str_byte(out, ']');
    } else {
        str_add(out, "null");
    }
    write_signature(writer, who);
}

static void write_sections(const struct writer *writer)
{
    const struct report *report = writer->report;
    struct str *out = writer->out;
    str_add(out, ",\"sections\":[");
    for (size_t i = 0; i < report->nsections; i++) {
        const struct section *section = &report->sections[i];
        write_comma(out, i);
        write_string(out, "{\"id\":", section->id);
        write_string(out, ",\"numeral\":", section->numeral ? section->numeral : "");
        write_text(writer, ",\"title\":", slice_of(section->title));
        str_add(out, ",\"span\":");
        write_span(out, section->heading);
        str_byte(out, '}');
    }
    str_byte(out, ']');
}

static void write_missing(struct str *out, const struct table *table)
{
    str_add(out, ",\"missing_rows\":[");
    for (size_t i = 0; i < table->nmissing; i++) {
        const struct form_block *block = table->blocks[table->missing[i].block].form;
        str_format(out, "%s\"%s%s%s\"", i ? "," : "", block->id, *block->id ? "." : "",
                   block->rows[table->missing[i].row].id);
    }
    str_byte(out, ']');
}

static void write_tables(const struct writer *writer)
{
    struct str *out = writer->out;
    str_add(out, ",\"tables\":[");
    for (size_t t = 0; t < TABLE_COUNT; t++) {
        const struct table *table = &writer->report->tables[t];
        write_comma(out, t);
        write_string(out, "{\"id\":", table_name((enum table_id)t));
        write_string(out, ",\"state\":", table_state_name(table->state));
        write_string(out, ",\"layout\":", table->layout);
        write_string(out, ",\"edition\":", table->edition);
        write_missing(out, table);
        write_text(writer, ",\"why\":", slice_of(table->why[writer->lang]));
        write_text(writer, ",\"runner_up\":", slice_of(table->runner_up[writer->lang]));
        str_byte(out, '}');
    }
    str_byte(out, ']');
}

static char *put_value(char *at, const struct cell *cell)
{
    char buffer[CELL_VALUE_NBYTES];
    bool is_decimal = cell->block->cols[cell->col].is_decimal;
    return is_decimal || cell->value < 0 ? put(at, cell_format(cell->value, is_decimal, buffer))
                                         : put_number(at, (uint64_t)cell->value);
}

/* Nearly all have a number. One that is masked is shown as a text: it has no value to give. */
static inline char *put_state(char *at, const struct writer *writer, const struct cell *cell)
{
    enum cell_state state = cell->state;
    if (state == CELL_NUMBER && writer->masks && mask_covers(writer->findings, cell->span))
        state = CELL_TEXT;
    if (state == CELL_NUMBER)
        return put_value(put(at, ":{\"state\":\"number\",\"value\":"), cell);
    return put(put(put(at, ":{\"state\":\""), cell_state_name(state)), "\"");
}

static void write_place(const struct writer *writer, struct span span)
{
    struct str *out = writer->out;
    write_text(writer, ",\"text\":", report_slice(writer->report, span));
    char *at = str_room(out, CELL_NBYTES);
    if (at)
        took_up_to(out, put_span(put(at, ",\"span\":"), span));
}

/* Nearly all cells: nothing in them is masked or must be escaped. NULL: something is, or no
 * memory, and nothing was written. */
static inline char *put_cell(const struct writer *writer, const struct cell *cell, bool is_first)
{
    struct slice text = report_slice(writer->report, cell->span);
    char *at = str_room(writer->out, 2 * CELL_NBYTES + text.nbytes + cell->unit.nbytes);
    if (!at || writer->masks || cell->note)
        return NULL;
    at = put_state(put_id(put(at, is_first ? "" : ","), cell->id), writer, cell);
    if (!span_empty(cell->span)) {
        at = json_quote_plain(text, put(at, ",\"text\":"));
        at = at ? put_span(put(at, ",\"span\":"), cell->span) : NULL;
    }
    if (at && cell->unit.nbytes > 0)
        at = json_quote_plain(cell->unit, put(at, ",\"unit\":"));
    if (at && cell->placed_by_order)
        at = put(at, ",\"placed_by_order\":true");
    return at ? put(at, "}") : NULL;
}

/* Apart, so that nothing is put by for it where it is not called. */
__attribute__((noinline)) static void write_odd_cell(const struct writer *writer,
                                                     const struct cell *cell, bool is_first)
{
    struct str *out = writer->out;
    char *at = str_room(out, 2 * CELL_NBYTES);
    if (!at)
        return;
    took_up_to(out, put_state(put_id(put(at, is_first ? "" : ","), cell->id), writer, cell));
    if (!span_empty(cell->span))
        write_place(writer, cell->span);
    if (cell->unit.nbytes > 0)
        write_text(writer, ",\"unit\":", cell->unit);
    if (cell->note)
        write_text(writer, ",\"note\":", slice_of(cell->note));
    if (cell->placed_by_order)
        str_add(out, ",\"placed_by_order\":true");
    str_byte(out, '}');
}

/* Whether the first cell is still to be written behind it. */
static bool write_block(const struct writer *writer, const struct block_reading *block,
                        bool is_first)
{
    const struct cell *cell = block->cells, *end = cell + block->form->nrows * block->form->ncols;
    for (; cell < end; cell++) {
        if (!cell_is_counted(cell))
            continue;
        char *at = put_cell(writer, cell, is_first);
        if (at)
            took_up_to(writer->out, at);
        else
            write_odd_cell(writer, cell, is_first);
        is_first = false;
    }
    return is_first;
}

static void write_cells(const struct writer *writer)
{
    const struct report *report = writer->report;
    bool is_first = true;
    str_add(writer->out, ",\"cells\":{");
    for (size_t t = 0; report->edition && t < TABLE_COUNT; t++)
        for (size_t b = 0; b < report->tables[t].nblocks; b++)
            is_first = write_block(writer, &report->tables[t].blocks[b], is_first);
    str_byte(writer->out, '}');
}

static void write_leftovers(const struct writer *writer)
{
    const struct findings *findings = writer->findings;
    const struct report *report = writer->report;
    struct str *out = writer->out;
    str_add(out, ",\"locals\":[");
    for (size_t i = 0; i < report->nlocals; i++) {
        write_comma(out, i);
        write_text(writer, "{\"title\":", report->locals[i].title);
        str_add(out, ",\"span\":");
        write_span(out, report->locals[i].span);
        str_byte(out, '}');
    }
    str_add(out, "],\"unclaimed\":[");
    for (size_t i = 0; i < findings->nunclaimed; i++) {
        write_comma(out, i);
        str_add(out, "{\"text\":");
        write_part(writer, findings->unclaimed[i]);
        str_add(out, ",\"span\":");
        write_span(out, findings->unclaimed[i]);
        str_byte(out, '}');
    }
    str_byte(out, ']');
}

static void write_counts(struct str *out, const struct findings *findings, enum lang lang)
{
    str_add(out, ",\"results\":{");
    for (size_t i = 0; i < OUTCOME_COUNT; i++) {
        str_add(out, i ? ",\"" : "\"");
        str_add(out, outcome_name((enum outcome)i));
        str_add(out, "\":");
        write_number(out, (uint32_t)findings->counts[i]);
    }
    str_add(out, "},");
    ruleset_put_switched(findings->rules, lang, out);
}

static void write_changes(struct str *out, const struct repair *repair)
{
    str_byte(out, '[');
    for (size_t i = 0; repair && i < repair->nchanges; i++) {
        write_comma(out, i);
        str_add(out, "{\"cell\":");
        json_quote(slice_of(repair->changes[i].cell), out);
        str_add(out, ",\"proposed\":");
        write_signed(out, repair->changes[i].to);
        str_byte(out, '}');
    }
    str_byte(out, ']');
}

/* What the likeliest explanation changes; what the next ones do, where there are any. */
static void write_suspects(struct str *out, const struct finding *finding)
{
    const struct culprit *culprit = finding->culprit;
    size_t n = culprit ? culprit->nrepairs : 0;
    str_add(out, ",\"suspects\":");
    write_changes(out, n > 0 ? &culprit->repairs[0] : NULL);
    for (size_t i = 1; i < n; i++) {
        str_add(out, i == 1 ? ",\"alternatives\":[" : ",");
        write_changes(out, &culprit->repairs[i]);
    }
    str_add(out, n > 1 ? "]" : "");
}

/* The other scopes tried for a number of the prose; nothing where there are none. */
static void write_candidates(const struct writer *writer, const struct finding *finding)
{
    struct str *out = writer->out;
    for (size_t i = 0; i < finding->nscopes; i++) {
        str_add(out, i == 0 ? ",\"candidates\":[" : ",");
        write_string(out, "{\"scope\":", finding->scopes[i].name[writer->lang]);
        str_add(out, ",\"value\":");
        write_signed(out, finding->scopes[i].value);
        str_byte(out, '}');
    }
    str_add(out, finding->nscopes > 0 ? "]" : "");
}

/* NULL, and nothing is written, where a cell is absent: its id may be none of the form's. */
static char *put_seen(char *at, const struct finding *finding)
{
    for (size_t i = 0; i < finding->nseen; i++) {
        if (finding->seen[i].state == CELL_ABSENT)
            return NULL;
        at = put_id(put(at, i > 0 ? "," : ""), finding->seen[i].cell);
    }
    return at;
}

static void write_odd_seen(struct str *out, const struct finding *finding)
{
    for (size_t i = 0; i < finding->nseen; i++) {
        write_comma(out, i);
        json_quote(slice_of(finding->seen[i].cell), out);
    }
}

static void write_seen(struct str *out, const struct finding *finding)
{
    str_add(out, ",\"cells\":[");
    char *at = str_room(out, finding->nseen * CELL_NBYTES);
    at = at ? put_seen(at, finding) : NULL;
    if (at)
        took_up_to(out, at);
    else
        write_odd_seen(out, finding);
    str_byte(out, ']');
}

static void write_spans(struct str *out, const struct finding *finding)
{
    char *at = str_room(out, CELL_NBYTES + finding->nspans * SPAN_NBYTES);
    if (!at)
        return;
    at = put(at, ",\"spans\":[");
    for (size_t i = 0; i < finding->nspans; i++) {
        at = i > 0 ? put(at, ",") : at;
        at = put_span(at, finding->spans[i]);
    }
    took_up_to(out, put(at, "],"));
}

static void write_finding(const struct writer *writer, const struct finding *finding)
{
    struct str *out = writer->out;
    write_string(out, "{\"id\":", finding->rule->id);
    write_string(out, ",\"instance\":", finding->instance);
    char *at = str_room(out, CELL_NBYTES);
    if (at) {
        at = put(put(at, ",\"severity\":\""), severity_name(finding->severity));
        at = put(put(at, "\",\"outcome\":\""), outcome_name(finding->outcome));
        took_up_to(out, put(at, "\""));
    }
    write_seen(out, finding);
    write_spans(out, finding);
    write_text(writer, "\"message\":", slice_of(finding->message[writer->lang]));
    write_candidates(writer, finding);
    write_suspects(out, finding);
    str_add(out, ",\"cause\":");
    if (finding->cause == 0) {
        str_add(out, "null}");
        return;
    }
    str_add(out, "\"C");
    write_number(out, (uint32_t)finding->cause);
    str_add(out, "\"}");
}

void findings_write_jsonl(const struct findings *findings, enum lang lang, struct str *out)
{
    enum { USUAL_NBYTES = 60000 };
    const struct writer writer = {.findings = findings,
                                  .report = findings->report,
                                  .lang = lang,
                                  .masks = mask_is_needed(findings),
                                  .out = out};
    str_room(out, USUAL_NBYTES); /* more is made as it is needed */
    str_byte(out, '{');
    write_source(out, findings->report);
    write_identity(&writer);
    write_sections(&writer);
    write_tables(&writer);
    write_cells(&writer);
    write_leftovers(&writer);
    write_counts(out, findings, lang);
    str_add(out, ",\"findings\":[");
    for (size_t i = 0; i < findings->nitems; i++) {
        write_comma(out, i);
        write_finding(&writer, &findings->items[i]);
    }
    str_add(out, "]}");
}

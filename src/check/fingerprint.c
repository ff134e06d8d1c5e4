#include "fingerprint.h"

static int digest(const struct str *text, char out[FINGERPRINT_NBYTES])
{
    char hex[HASH_HEX_NBYTES];
    if (text->failed || hash_hex(str_text(text), text->nbytes, hex) < 0)
        return -1;
    memcpy(out, hex, FINGERPRINT_NBYTES - 1);
    out[FINGERPRINT_NBYTES - 1] = '\0';
    return 0;
}

static void write_rule_cells(const struct finding *finding, struct str *out)
{
    str_add(out, finding->rule->id);
    if (*finding->instance) {
        str_byte(out, '/');
        str_add(out, finding->instance);
    }
    for (size_t i = 0; i < finding->ntargets; i++) {
        str_byte(out, '|');
        str_add(out, finding->targets[i]);
    }
}

static void write_side(bool has, int64_t value, bool is_decimal, struct str *out)
{
    char buffer[CELL_VALUE_NBYTES];
    str_add(out, has ? cell_format(value, is_decimal, buffer) : "?");
}

/* Without sides: the sentence, else what the cells print, else the evidence. */
static void write_evidence(const struct report *report, const struct finding *finding,
                           struct str *out)
{
    if (finding->quote.nbytes > 0) {
        str_append(out, finding->quote);
        return;
    }
    for (size_t i = 0; i < finding->nseen; i++) {
        str_add(out, i ? "|" : "");
        str_add(out, cell_state_name(finding->seen[i].state));
        str_append(out, finding->seen[i].text);
    }
    if (finding->nseen == 0 && finding->nspans > 0)
        str_append(out, report_slice(report, finding->spans[0]));
}

static void write_values(const struct report *report, const struct finding *finding,
                         struct str *out)
{
    bool is_formula = finding->has_lhs || finding->has_rhs;
    if (!is_formula) {
        write_evidence(report, finding, out);
        return;
    }
    write_side(finding->has_lhs, finding->lhs, finding->is_decimal, out);
    str_byte(out, '|');
    write_side(finding->has_rhs, finding->rhs, finding->is_decimal, out);
}

int fingerprint_fill(const struct report *report, struct finding *finding)
{
    struct str text = STR_INIT;
    write_rule_cells(finding, &text);
    int result = digest(&text, finding->rule_cells);
    str_clear(&text);
    if (result == 0) {
        write_values(report, finding, &text);
        result = digest(&text, finding->values);
    }
    str_release(&text);
    return result;
}

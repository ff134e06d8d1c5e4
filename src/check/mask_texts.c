/* What findings say is masked once, in the findings themselves: no output has to. A number
 * worked out with one that is masked would give it away, and so is masked, too. */
#include <stdint.h>
#include <string.h>

#include "evaluation.h"
#include "gouji/check/mask.h"
#include "mask.h"
#include "prose_kinds.h"

enum { HEAD = 3, TAIL = 2 };

static size_t count_digits(const char *text)
{
    return strspn(text, "0123456789");
}

static size_t count_others(const char *text)
{
    return strcspn(text, "0123456789");
}

/* Numbers of so many digits. */
static void star_numbers(const char *text, size_t least, struct str *out)
{
    while (*text) {
        size_t n = count_digits(text);
        for (size_t i = 0; i < n; i++)
            str_byte(out, n >= least && i >= HEAD && i + TAIL < n ? '*' : text[i]);
        text += n;
        n = count_others(text);
        str_append(out, slice_make(text, n));
        text += n;
    }
}

const char *mask_worked_out(const struct findings *findings, struct arena *arena, struct slice text,
                            size_t least)
{
    struct str once = STR_INIT, out = STR_INIT;
    mask_append(findings, text, &once);
    star_numbers(str_text(&once), least, &out);
    const char *kept = once.failed || out.failed ? NULL : arena_copy(arena, str_slice(&out));
    str_release(&once);
    str_release(&out);
    return kept;
}

static const char *masked_text(struct findings *findings, struct slice text, size_t least)
{
    return mask_worked_out(findings, findings->arena, text, least);
}

static bool has_number_of(const char *text, size_t ndigits)
{
    size_t n = 0;
    for (; *text && n < ndigits; text += n + count_others(text + n))
        n = count_digits(text);
    return n >= ndigits;
}

/* Mostly nothing in it is. */
static const char *mask_message(struct findings *findings, const char *text, size_t least)
{
    bool is_plain = !findings->masks && !has_number_of(text, least);
    return is_plain ? text : masked_text(findings, slice_of(text), least);
}

/* Cells that hold a masked number hold no number for who reads the finding. */
static int mask_seen(struct findings *findings, struct finding *finding, bool *any)
{
    struct seen *seen = NULL;
    *any = false;
    for (size_t i = 0; i < finding->nseen; i++) {
        if (span_empty(finding->seen[i].span) || !mask_covers(findings, finding->seen[i].span))
            continue;
        if (!seen && !(seen = arena_raw(findings->arena, finding->nseen * sizeof *seen)))
            return -1;
        if (!*any)
            memcpy(seen, finding->seen, finding->nseen * sizeof *seen);
        *any = true;
        const char *text = masked_text(findings, seen[i].text, MASK_DIGITS);
        if (!text)
            return -1;
        seen[i].state = CELL_TEXT;
        seen[i].value = 0;
        seen[i].text = slice_of(text);
    }
    finding->seen = *any ? seen : finding->seen;
    return 0;
}

/* Findings of one line may share what is quoted of it. */
struct last_quote {
    struct slice plain, masked;
};

static int mask_quote(struct findings *findings, struct finding *finding, struct last_quote *last)
{
    struct slice quote = finding->quote;
    if (quote.nbytes == 0)
        return 0;
    if (quote.ptr != last->plain.ptr || quote.nbytes != last->plain.nbytes) {
        const char *masked = masked_text(findings, quote, SIZE_MAX);
        if (!masked)
            return -1;
        *last = (struct last_quote){quote, slice_of(masked)};
    }
    finding->quote = last->masked;
    return 0;
}

static int mask_finding(struct findings *findings, struct finding *finding, size_t least,
                        struct last_quote *last)
{
    bool is_worked_out;
    if (mask_seen(findings, finding, &is_worked_out) < 0)
        return -1;
    least = is_worked_out ? MASK_DIGITS : least;
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        const char **texts[] = {&finding->message[lang], &finding->sum[lang]};
        for (size_t i = 0; i < 2; i++)
            if (*texts[i] && !(*texts[i] = mask_message(findings, *texts[i], least)))
                return -1;
    }
    if (is_worked_out)
        finding->has_lhs = finding->has_rhs = false;
    return mask_quote(findings, finding, last);
}

/* Of another report nothing is known but what it shares with this one: of its numbers those
 * as long as one to call somebody by are taken for such. */
static bool reads_another(const struct rule *rule)
{
    return rule->needs_prior || rule->how->evaluate == versions_evaluate;
}

int mask_texts(struct findings *findings, bool has_others)
{
    struct last_quote last = {{NULL, 0}, {NULL, 0}};
    if (!findings->masks && !has_others)
        return 0;
    for (size_t i = 0; i < findings->nitems; i++) {
        struct finding *finding = &findings->items[i];
        size_t least = has_others && reads_another(finding->rule) ? MASK_OTHERS_DIGITS : SIZE_MAX;
        if ((findings->masks || least < SIZE_MAX) &&
            mask_finding(findings, finding, least, &last) < 0)
            return -1;
    }
    return 0;
}

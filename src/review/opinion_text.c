#include <stdlib.h>
#include <string.h>

#include "gouji/check/mask.h"
#include "gouji/text/sanitise.h"
#include "opinion.h"

enum { MAX_QUOTE_NBYTES = 300 };

const char *opinion_word(const struct opinion *opinion, enum word which)
{
    return words[which][opinion->lang];
}

void opinion_put_escaped(struct opinion *opinion, struct slice text)
{
    static const char special[] = "\\`*_[]<>|#~&";
    struct str clean = STR_INIT, masked = STR_INIT;
    mask_append(opinion->review->findings, text, &masked);
    sanitise_append(&clean, str_slice(&masked), 0);
    for (size_t i = 0; i < clean.nbytes; i++) {
        if (opinion->format == OPINION_MARKDOWN && strchr(special, clean.data[i]))
            str_byte(opinion->out, '\\');
        str_byte(opinion->out, clean.data[i]);
    }
    opinion->out->failed = opinion->out->failed || clean.failed || masked.failed;
    str_release(&masked);
    str_release(&clean);
}

void opinion_put(struct opinion *opinion, const char *text)
{
    for (const char *line = text ? text : ""; *line;) {
        size_t n = strcspn(line, "\r\n");
        opinion_put_escaped(opinion, slice_make(line, n));
        line += n;
        line += strspn(line, "\r\n");
        if (*line)
            str_add(opinion->out, opinion->format == OPINION_MARKDOWN ? "\\\n     " : "\n     ");
    }
}

void opinion_put_point(struct opinion *opinion, enum word label)
{
    str_add(opinion->out, "   - ");
    str_add(opinion->out, opinion_word(opinion, label));
    str_add(opinion->out, opinion_word(opinion, W_SEP));
}

void opinion_put_line(struct opinion *opinion, enum word label, const char *text)
{
    if (!text || !*text)
        return;
    opinion_put_point(opinion, label);
    opinion_put(opinion, text);
    str_byte(opinion->out, '\n');
}

void opinion_put_heading(struct opinion *opinion, int level, const char *text)
{
    if (opinion->format == OPINION_MARKDOWN)
        str_add(opinion->out, level == 1 ? "# " : "## ");
    opinion_put(opinion, text);
    str_byte(opinion->out, '\n');
    if (opinion->format == OPINION_MARKDOWN)
        str_byte(opinion->out, '\n');
}

void opinion_put_quote(struct opinion *opinion, struct slice quote)
{
    while (quote.nbytes > 0 && strchr(" \t\r\n", *quote.ptr))
        quote = slice_make(quote.ptr + 1, quote.nbytes - 1);
    const char *line_end = memchr(quote.ptr, '\n', quote.nbytes);
    size_t n = line_end ? (size_t)(line_end - quote.ptr) : quote.nbytes;
    n = n < MAX_QUOTE_NBYTES ? n : MAX_QUOTE_NBYTES;
    while (n > 0 && n < quote.nbytes && ((unsigned char)quote.ptr[n] & 0xC0) == 0x80)
        n--;
    char *text = strndup(quote.ptr, n);
    if (!text) {
        opinion->out->failed = true;
        return;
    }
    for (char *tab = text; (tab = strchr(tab, '\t')); tab++)
        *tab = ' '; /* between the fields of a table's row */
    opinion_put_point(opinion, W_CELLS);
    str_add(opinion->out, "“");
    opinion_put(opinion, text);
    str_add(opinion->out, n < quote.nbytes ? "……”\n" : "”\n");
    free(text);
}

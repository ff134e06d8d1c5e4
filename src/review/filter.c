/* Reading a filter by recursive descent, and asking it. */
#include "gouji/review/filter.h"

#include <errno.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

#include "filter_fields.h"
#include "gouji/base/arena.h"
#include "gouji/base/message.h"
#include "gouji/base/str.h"
#include "gouji/check/ruleset.h"
#include "gouji/text/fold.h"

enum { MAX_NESTING = 50 };

enum node_kind { NODE_TERM, NODE_NOT, NODE_ALL, NODE_ANY };

struct node {
    enum node_kind kind;
    struct node *left, *right; /* NOT has only a left one */
    struct filter_term term;
};

struct filter {
    struct arena *arena;
    struct node *root; /* NULL: everything passes */
};

struct parser {
    struct arena *arena;
    const char *text, *at;
    enum filter_subject subject;
    int nesting;
    struct err *err;
};

/* ---- characters ---- */

static const struct {
    const char *wide;
    char sign;
} wide_signs[] = {{"！", '!'}, {"（", '('}, {"）", ')'}, {"｜", '|'}, {"，", ','},
                  {"＝", '='}, {"～", '~'}, {"＜", '<'}, {"＞", '>'}, {"　", ' '},
                  {"“", '"'},  {"”", '"'},  {"＂", '"'}};

/* The sign that stands here, full-width or not; *nbytes its length. Other
 * characters are 'a', the end is 0. */
static char sign_at(const char *at, size_t *nbytes)
{
    *nbytes = 1;
    if (at[0] == '\t')
        return ' ';
    if (!at[0] || strchr("!()|,=~<>\" ", at[0]))
        return at[0];
    for (size_t i = 0; i < sizeof wide_signs / sizeof *wide_signs; i++)
        if (strncmp(at, wide_signs[i].wide, strlen(wide_signs[i].wide)) == 0) {
            *nbytes = strlen(wide_signs[i].wide);
            return wide_signs[i].sign;
        }
    return 'a';
}

static char look(const struct parser *parser)
{
    size_t nbytes;
    return sign_at(parser->at, &nbytes);
}

static void step(struct parser *parser)
{
    size_t nbytes;
    if (sign_at(parser->at, &nbytes))
        parser->at += nbytes;
}

static void skip_blanks(struct parser *parser)
{
    while (look(parser) == ' ')
        step(parser);
}

/* NULL, so that a caller may return what this returns. */
static struct node *fault(const struct parser *parser, const char *at, const char *why,
                          const char *what)
{
    int column = 1;
    for (const char *c = parser->text; c < at; c++)
        column += ((unsigned char)*c & 0xc0) != 0x80;
    struct str text = STR_INIT;
    str_format(&text, _("Filter, column %d: "), column);
    str_format(&text, "%s", why);
    if (what)
        str_format(&text, " %s", what);
    if (text.failed)
        err_set_nomem(parser->err);
    else
        err_set(parser->err, ERR_USAGE, "%s", str_text(&text));
    str_release(&text);
    return NULL;
}

static struct node *no_memory(const struct parser *parser)
{
    err_set_nomem(parser->err);
    return NULL;
}

static struct node *make(struct parser *parser, enum node_kind kind, struct node *left,
                         struct node *right)
{
    struct node *node = arena_alloc(parser->arena, sizeof *node);
    if (!node)
        return no_memory(parser);
    *node = (struct node){.kind = kind, .left = left, .right = right};
    return node;
}

/* ---- words ---- */

/* What stands in quotes, or up to a blank or one of the stops. */
static const char *take_text(struct parser *parser, const char *stops)
{
    struct str out = STR_INIT;
    const char *start = parser->at;
    bool quoted = look(parser) == '"';
    if (quoted)
        step(parser);
    for (char sign; (sign = look(parser)) && (quoted ? sign != '"' : !strchr(stops, sign));) {
        const char *from = parser->at;
        step(parser);
        str_append(&out, slice_make(from, (size_t)(parser->at - from)));
        while (((unsigned char)*parser->at & 0xc0) == 0x80)
            str_byte(&out, *parser->at++);
    }
    const char *text = out.failed ? NULL : arena_string(parser->arena, str_text(&out));
    str_release(&out);
    if (!text) {
        no_memory(parser);
    } else if (quoted && look(parser) != '"') {
        fault(parser, start, _("the quotation mark is not closed"), NULL);
        return NULL;
    }
    if (quoted)
        step(parser);
    return text;
}

static const char *folded(struct parser *parser, const char *text)
{
    struct fold fold;
    return fold_text(parser->arena, slice_of(text), 0, FOLD_SEARCH, &fold) == 0 ? fold.text : NULL;
}

/* ---- comparisons ---- */

static bool take_op(struct parser *parser, enum filter_op *op, bool *negated)
{
    *negated = look(parser) == '!';
    if (*negated)
        step(parser);
    char sign = look(parser);
    bool is_most = strncmp(parser->at, "≤", 3) == 0, is_least = strncmp(parser->at, "≥", 3) == 0;
    if (is_most || is_least)
        parser->at += 3;
    else if (sign && strchr("=~<>", sign))
        step(parser);
    else
        return false;
    bool equal = (sign == '<' || sign == '>') && look(parser) == '=';
    if (equal)
        step(parser);
    *op = is_most || (sign == '<' && equal)    ? FILTER_AT_MOST
          : is_least || (sign == '>' && equal) ? FILTER_AT_LEAST
          : sign == '<'                        ? FILTER_LESS
          : sign == '>'                        ? FILTER_MORE
          : sign == '~'                        ? FILTER_HAS
                                               : FILTER_IS;
    return true;
}

static struct node *set_number(struct parser *parser, struct node *node, const char *at,
                               const char *value)
{
    char *end;
    errno = 0;
    node->term.number = strtoll(value, &end, 10);
    if (!value[0] || *end || errno)
        return fault(parser, at, _("a number is wanted, not"), value);
    return node;
}

/* As the screen shows it in another language, else as it is written in files. */
static const char *word_to_say(const struct filter_word *word)
{
    const char *shown = _(word->shown);
    return strcmp(shown, word->shown) == 0 ? word->name : shown;
}

static struct node *set_word(struct parser *parser, struct node *node, const char *at,
                             const char *value)
{
    const struct filter_field_entry *entry = filter_field_entry(node->term.field);
    const struct filter_word *word = filter_word_find(entry, parser->subject, value);
    if (!word) {
        struct str known = STR_INIT;
        for (word = entry->words; word->name; word++)
            if (word->subjects & (unsigned)parser->subject)
                str_format(&known, "%s%s", known.nbytes ? ", " : "", word_to_say(word));
        fault(parser, at, _("one of these is wanted:"), str_text(&known));
        str_release(&known);
        return NULL;
    }
    node->term.value = word->name;
    node->term.number = entry->type == TYPE_SEVERITY ? word - entry->words - 1 : 0;
    return node;
}

static struct node *term(struct parser *parser, enum filter_field field, enum filter_op op)
{
    const struct filter_field_entry *entry = filter_field_entry(field);
    const char *at = parser->at;
    if (entry->type == TYPE_TEXT && op > FILTER_HAS)
        return fault(parser, at, _("this field is compared with = or ~:"), entry->name);
    if (entry->type == TYPE_WORD && op != FILTER_IS)
        return fault(parser, at, _("this field is compared with =:"), entry->name);
    const char *value = take_text(parser, " ()|,");
    if (value && parser->at == at)
        return fault(parser, at, _("a value is wanted after"), entry->name);
    struct node *node = value ? make(parser, NODE_TERM, NULL, NULL) : NULL;
    if (!node)
        return NULL;
    node->term = (struct filter_term){.field = field, .op = op, .value = ""};
    if (entry->type == TYPE_NUMBER)
        return set_number(parser, node, at, value);
    if (entry->type != TYPE_TEXT)
        return set_word(parser, node, at, value);
    node->term.value = folded(parser, value);
    return node->term.value ? node : no_memory(parser);
}

/* Several values: any of them. */
static struct node *comparison(struct parser *parser, enum filter_field field)
{
    enum filter_op op;
    bool negated;
    if (!take_op(parser, &op, &negated))
        return fault(parser, parser->at, _("one of = != ~ !~ < <= > >= is wanted"), NULL);
    skip_blanks(parser);
    struct node *node = term(parser, field, op);
    while (node && look(parser) == ',') {
        step(parser);
        struct node *next = term(parser, field, op);
        node = next ? make(parser, NODE_ANY, node, next) : NULL;
    }
    return node && negated ? make(parser, NODE_NOT, node, NULL) : node;
}

static bool is_op_here(const struct parser *parser)
{
    struct parser probe = *parser;
    enum filter_op op;
    bool negated;
    return take_op(&probe, &op, &negated);
}

static struct node *word_or_comparison(struct parser *parser)
{
    const char *start = parser->at;
    bool quoted = look(parser) == '"';
    while (!quoted && look(parser) == 'a' && !is_op_here(parser)) {
        step(parser);
        while (((unsigned char)*parser->at & 0xc0) == 0x80)
            parser->at++;
    }
    if (!quoted && is_op_here(parser)) {
        struct slice name = slice_make(start, (size_t)(parser->at - start));
        enum filter_field field = filter_field_find(name, parser->subject);
        if (field == FILTER_FIELD_NO_MEMORY)
            return no_memory(parser);
        if (field != FILTER_FIELD_COUNT)
            return comparison(parser, field);
        const char *copy = arena_copy(parser->arena, name);
        return copy ? fault(parser, start, _("there is no field"), copy) : no_memory(parser);
    }
    parser->at = start;
    const char *word = take_text(parser, " ()|");
    struct node *node = word ? make(parser, NODE_TERM, NULL, NULL) : NULL;
    if (!node)
        return NULL;
    node->term = (struct filter_term){FILTER_TEXT, FILTER_HAS, folded(parser, word), 0};
    return node->term.value ? node : no_memory(parser);
}

/* ---- the grammar ---- */

static struct node *any(struct parser *parser);

static struct node *item(struct parser *parser)
{
    const char *start = parser->at;
    char sign = look(parser);
    if (++parser->nesting > MAX_NESTING)
        return fault(parser, start, _("too many parentheses"), NULL);
    struct node *node = NULL;
    if (sign == '!') {
        step(parser);
        skip_blanks(parser);
        node = item(parser);
        node = node ? make(parser, NODE_NOT, node, NULL) : NULL;
    } else if (sign == '(') {
        step(parser);
        node = any(parser);
        if (node && look(parser) != ')')
            return fault(parser, start, _("the parenthesis is not closed"), NULL);
        step(parser);
    } else if (!sign || strchr(")|,", sign)) {
        return fault(parser, start, _("a field or a word is wanted here"), NULL);
    } else {
        node = word_or_comparison(parser);
    }
    parser->nesting--;
    return node;
}

static struct node *all(struct parser *parser)
{
    skip_blanks(parser);
    struct node *node = item(parser);
    for (skip_blanks(parser); node && look(parser) && !strchr("|)", look(parser));
         skip_blanks(parser)) {
        struct node *next = item(parser);
        node = next ? make(parser, NODE_ALL, node, next) : NULL;
    }
    return node;
}

static struct node *any(struct parser *parser)
{
    struct node *node = all(parser);
    while (node && look(parser) == '|') {
        step(parser);
        struct node *next = all(parser);
        node = next ? make(parser, NODE_ANY, node, next) : NULL;
    }
    return node;
}

struct filter *filter_parse(const char *text, enum filter_subject subject, struct err *err)
{
    struct err ignored = {0};
    struct filter *filter = calloc(1, sizeof *filter);
    struct parser parser = {
        .text = text, .at = text, .subject = subject, .err = err ? err : &ignored};
    if (!filter || !(filter->arena = parser.arena = arena_new())) {
        free(filter);
        err_set_nomem(parser.err);
        return NULL;
    }
    skip_blanks(&parser);
    if (!look(&parser))
        return filter;
    filter->root = any(&parser);
    if (filter->root && look(&parser)) {
        fault(&parser, parser.at, _("this is one too many:"), ")");
        filter->root = NULL;
    }
    if (filter->root)
        return filter;
    filter_free(filter);
    return NULL;
}

bool filter_ends_in_field(const char *text, enum filter_subject subject)
{
    const char *word = text;
    bool quoted = false;
    for (size_t n; *text; text += n) {
        char sign = sign_at(text, &n);
        quoted ^= sign == '"';
        if (!quoted && (strchr(" ()|", sign) || (sign == '!' && text == word)))
            word = text + n;
    }
    size_t nbytes = strlen(word);
    return nbytes > 0 && filter_field_begins(slice_make(word, nbytes), subject);
}

void filter_free(struct filter *filter)
{
    if (!filter)
        return;
    arena_free(filter->arena);
    free(filter);
}

/* ---- asking ---- */

bool filter_is_empty(const struct filter *filter)
{
    return !filter || !filter->root;
}

static bool holds(const struct node *node, filter_test *test, const void *closure)
{
    switch (node->kind) {
    case NODE_TERM:
        return test(closure, &node->term);
    case NODE_NOT:
        return !holds(node->left, test, closure);
    case NODE_ALL:
        return holds(node->left, test, closure) && holds(node->right, test, closure);
    case NODE_ANY:
        return holds(node->left, test, closure) || holds(node->right, test, closure);
    }
    return false;
}

bool filter_holds(const struct filter *filter, filter_test *test, const void *closure)
{
    return filter_is_empty(filter) || holds(filter->root, test, closure);
}

static bool asks(const struct node *node, enum filter_field field)
{
    if (node->kind == NODE_TERM)
        return node->term.field == field;
    return asks(node->left, field) || (node->right && asks(node->right, field));
}

bool filter_asks(const struct filter *filter, enum filter_field field)
{
    return !filter_is_empty(filter) && asks(filter->root, field);
}

bool filter_text_holds(const struct filter_term *term, const char *text)
{
    struct arena *arena = arena_new();
    struct fold fold;
    bool found = false;
    if (arena && text && fold_text(arena, slice_of(text), 0, FOLD_SEARCH, &fold) == 0)
        found = term->op == FILTER_HAS ? strstr(fold.text, term->value) != NULL
                                       : fnmatch(term->value, fold.text, 0) == 0;
    arena_free(arena);
    return found;
}

bool filter_number_holds(const struct filter_term *term, int64_t number)
{
    switch (term->op) {
    case FILTER_LESS:
        return number < term->number;
    case FILTER_AT_MOST:
        return number <= term->number;
    case FILTER_MORE:
        return number > term->number;
    case FILTER_AT_LEAST:
        return number >= term->number;
    case FILTER_IS:
    case FILTER_HAS:
        break;
    }
    return number == term->number;
}

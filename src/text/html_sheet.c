#include "html_sheet.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "gouji/base/ascii.h"
#include "gouji/text/html.h"

/* However many rules a page has, an element is compared with this many. */
enum {
    MOST_WRITTEN = 20 * 1000,
    MOST_RULES = 1024,
    NWORDS = MOST_RULES / 64,
    NKEYS = 64,
    ANY_KEY = NKEYS, /* of a selector that names nothing */
    MOST_AROUND = 64,
    MOST_PARTS = 8,
    MOST_CLASSES = 4,
    MOST_NODE_CLASSES = 16
};

enum weight { WEIGHT_NAME = 1, WEIGHT_CLASS = 10, WEIGHT_ID = 100, WEIGHT_IMPORTANT = 10000 };

/* What is written between the blanks of a selector: td.x#y. */
struct compound {
    struct slice text, name, id, classes[MOST_CLASSES];
    size_t nclasses;
    uint64_t bits; /* one for each of its names: an element without them is not meant */
    unsigned key;  /* the number of one of them */
};

struct rule {
    struct compound last;
    uint64_t around; /* bits of html_sheet.around: each must stand around it, in any order */
    unsigned weight;
    size_t order;
    struct html_style style;
};

/* A rule as it stands in the sheet. */
struct written {
    struct slice selectors;
    struct html_style style;
    unsigned weight;
};

struct html_sheet {
    struct arena *arena;
    unsigned hides; /* all that any rule sets: others matter only where they undo it */
    struct written *written;
    size_t nwritten, written_capacity;
    struct rule *rules;
    size_t nrules, capacity;
    struct compound around[MOST_AROUND];
    size_t naround;
    uint64_t rules_by_key[NKEYS + 1][NWORDS], around_by_key[NKEYS + 1];
    size_t ncompared;                  /* elements with selectors, name by name */
    uint64_t seen[HTML_MAX_DEPTH + 1]; /* by depth: bits of around, this element's too */
};

static unsigned key_of(char kind, struct slice name)
{
    uint64_t hash = (unsigned char)kind;
    for (size_t i = 0; i < name.nbytes; i++)
        hash = hash * 31 + ((unsigned char)name.ptr[i] | 0x20); /* td is TD */
    return (unsigned)((hash * UINT64_C(0x9E3779B97F4A7C15)) >> 58);
}

static uint64_t bit(size_t i)
{
    return UINT64_C(1) << i % 64;
}

/* One part of a compound, of the kind its first byte says; false when it is none we know. */
static bool add_simple(struct compound *compound, char kind, struct slice name)
{
    if (name.nbytes == 0)
        return false;
    unsigned key = key_of(kind, name);
    compound->bits |= bit(key);
    compound->key = kind == ' ' && compound->key != ANY_KEY ? compound->key : key;
    if (kind == '.' && compound->nclasses == MOST_CLASSES)
        return false;
    if (kind == '.')
        compound->classes[compound->nclasses++] = name;
    else if (kind == '#')
        compound->id = name;
    else
        compound->name = name;
    return true;
}

/* What begins or joins parts of selectors of other kinds. */
static bool is_other(char c)
{
    switch (c) {
    case ':':
    case '[':
    case ']':
    case '(':
    case ')':
    case '\\':
    case '+':
    case '~':
    case '&':
    case '*':
    case '"':
    case '\'':
    case '=':
    case '|':
        return true;
    default:
        return false;
    }
}

static bool read_compound(struct slice text, struct compound *compound)
{
    const char *at = text.ptr, *end = text.ptr + text.nbytes;
    *compound = (struct compound){.text = text, .key = ANY_KEY};
    at += at < end && *at == '*';
    while (at < end) {
        char kind = *at == '.' || *at == '#' ? *at++ : ' ';
        const char *name = at;
        while (at < end && *at != '.' && *at != '#')
            if (is_other(*at++))
                return false;
        if (!add_simple(compound, kind, slice_make(name, (size_t)(at - name))))
            return false;
    }
    return true;
}

static unsigned weight_of(const struct compound *compound)
{
    unsigned weight = compound->name.nbytes ? WEIGHT_NAME : 0;
    weight += compound->id.nbytes ? WEIGHT_ID : 0;
    return weight + (unsigned)compound->nclasses * WEIGHT_CLASS;
}

static bool add_around(struct html_sheet *sheet, const struct compound *compound, struct rule *rule)
{
    size_t i = 0;
    while (i < sheet->naround && !slice_equal(sheet->around[i].text, compound->text))
        i++;
    if (i == MOST_AROUND)
        return false;
    if (i == sheet->naround)
        sheet->around[sheet->naround++] = *compound;
    sheet->around_by_key[compound->key] |= bit(i);
    rule->around |= bit(i);
    return true;
}

static bool is_between(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '>';
}

/* The parts of a selector, the last of which means the element; 0 for one of another kind: it
 * means what is not known of an element here. */
static size_t read_parts(struct slice text, struct compound parts[MOST_PARTS])
{
    const char *at = text.ptr, *end = text.ptr + text.nbytes;
    size_t nparts = 0;
    while (at < end) {
        const char *from = at;
        while (at < end && !is_between(*at))
            at++;
        if (at == from)
            at++;
        else if (nparts == MOST_PARTS ||
                 !read_compound(slice_make(from, (size_t)(at - from)), &parts[nparts++]))
            return 0;
    }
    return nparts;
}

static void read_selector(struct html_sheet *sheet, struct slice text, struct rule rule)
{
    struct compound parts[MOST_PARTS];
    size_t nparts = read_parts(text, parts);
    if (nparts == 0 || sheet->nrules == MOST_RULES)
        return;
    for (size_t i = 0; i < nparts; i++)
        rule.weight += weight_of(&parts[i]);
    for (size_t i = 0; i + 1 < nparts; i++)
        if (!add_around(sheet, &parts[i], &rule))
            return;
    rule.last = parts[nparts - 1];
    rule.order = sheet->nrules;
    struct rule *added =
        arena_push(sheet->arena, &sheet->rules, &sheet->capacity, sheet->nrules, sizeof rule);
    if (added) {
        *added = rule;
        sheet->nrules++;
    }
}

/* Of a rule's selectors, if it says anything of these bits. */
static void read_selectors(struct html_sheet *sheet, const struct written *written, unsigned keeps)
{
    struct rule rule = {
        .weight = written->weight,
        .style = {.sets = written->style.sets & keeps, .clears = written->style.clears & keeps}};
    const char *at = written->selectors.ptr, *end = at + written->selectors.nbytes;
    while ((rule.style.sets | rule.style.clears) && at < end && sheet->nrules < MOST_RULES) {
        const char *comma = memchr(at, ',', (size_t)(end - at));
        comma = comma ? comma : end;
        read_selector(sheet, slice_make(at, (size_t)(comma - at)), rule);
        at = comma + 1;
    }
}

static void read_rule(struct html_sheet *sheet, struct slice selectors, const char *declarations)
{
    struct written rule = {.selectors = selectors};
    html_style_read(declarations, &rule.style);
    if (!(rule.style.sets | rule.style.clears))
        return;
    rule.weight = strstr(declarations, "important") ? WEIGHT_IMPORTANT : 0;
    struct written *added = arena_push(sheet->arena, &sheet->written, &sheet->written_capacity,
                                       sheet->nwritten, sizeof rule);
    if (!added)
        return;
    *added = rule;
    sheet->nwritten++;
    sheet->hides |= rule.style.sets;
}

/* Not what holds for paper or a narrow screen only. */
static bool is_for_screen(struct slice medium)
{
    if (slice_contains(medium, "print") && !slice_contains(medium, "screen"))
        return false;
    return !slice_contains(medium, "max-width") && !slice_contains(medium, "max-device-width") &&
           !slice_contains(medium, "orientation") && !slice_contains(medium, "prefers-");
}

static char *skip_block(char *brace)
{
    size_t depth = 0;
    char *at = brace;
    do {
        depth += *at == '{';
        depth -= *at == '}';
        at++;
        at += depth ? strcspn(at, "{}") : 0;
    } while (depth && *at);
    return at;
}

/* Behind an at-rule, or where its block begins when the rules in it hold. */
static char *read_at_rule(char *at)
{
    char *stop = at + strcspn(at, "{;");
    if (*stop != '{')
        return *stop ? stop + 1 : stop;
    struct slice prelude = slice_make(at, (size_t)(stop - at));
    bool enters = strncasecmp(at, "@media", 6) == 0 || strncasecmp(at, "@supports", 9) == 0;
    return enters && is_for_screen(prelude) ? stop + 1 : skip_block(stop);
}

static void read_rules(struct html_sheet *sheet, char *text)
{
    for (char *at = text;
         sheet->nwritten < MOST_WRITTEN && *(at += strspn(at, STYLE_SPACES "};")) != '\0';) {
        if (*at == '@') {
            at = read_at_rule(at);
            continue;
        }
        char *brace = at + strcspn(at, "{");
        if (!*brace)
            return;
        char *end = brace + strcspn(brace, "}"), closing = *end;
        *end = '\0';
        read_rule(sheet, slice_make(at, (size_t)(brace - at)), brace + 1);
        *end = closing;
        at = end;
    }
}

static bool is_at(const char *at, const char *text, size_t nbytes)
{
    return *at == *text && strncasecmp(at, text, nbytes) == 0;
}

/* Where the closing text begins, in any case; the end without it. */
static const char *skip_to(const char *at, const char *last, const char *closing)
{
    size_t nbytes = strlen(closing);
    while ((at = memchr(at, *closing, (size_t)(last - at))) != NULL && !is_at(at, closing, nbytes))
        at++;
    return at ? at : last;
}

/* Behind the string whose quote is at `at`: it ends with the line at the latest. */
static const char *skip_string(const char *at, const char *end)
{
    char quote = *at++;
    while (at < end && *at != quote && *at != '\n')
        at += 1 + (*at == '\\');
    return at < end ? at + 1 : end;
}

/* Without its comments and strings, which may hold braces; returns behind the copy. */
static char *copy_sheet(char *to, const char *at, const char *end)
{
    while (at < end) {
        if (*at == '"' || *at == '\'')
            at = skip_string(at, end), *to++ = '"';
        else if (is_at(at, "/*", 2))
            at = skip_to(at + 2, end, "*/") + 2;
        else if (is_at(at, "<!--", 4))
            at += 4;
        else if (is_at(at, "-->", 3))
            at += 3;
        else
            *to++ = *at++;
    }
    *to++ = '\n';
    return to;
}

/* The tag at `at`, up to its end tag or the page's end; returns behind it. */
static const char *take_sheet(const char *at, const char *last, char **to)
{
    const char *end = memchr(at, '>', (size_t)(last - at));
    const char *closing = end ? skip_to(end, last, "</style") : last;
    if (closing == last)
        return last;
    if (is_for_screen(slice_make(at, (size_t)(end - at))))
        *to = copy_sheet(*to, end + 1, closing);
    return closing;
}

static void collect(struct slice page, char *to)
{
    const char *at = page.ptr, *last = page.ptr + page.nbytes;
    while ((at = memchr(at, '<', (size_t)(last - at))) != NULL && ++at < last) {
        if (strncmp(at, "!--", 3) == 0)
            at = skip_to(at + 1, last, "-->");
        else if (strncasecmp(at, "script", 6) == 0)
            at = skip_to(at, last, "</script");
        else if (strncasecmp(at, "style", 5) == 0)
            at = take_sheet(at, last, &to);
    }
    *to = '\0';
}

static int compare_rules(const void *a, const void *b)
{
    const struct rule *left = a, *right = b;
    if (left->weight != right->weight)
        return left->weight < right->weight ? -1 : 1;
    return left->order < right->order ? -1 : left->order > right->order;
}

struct html_sheet *html_sheet_new(struct slice page, struct arena *arena)
{
    char *text = arena_raw(arena, page.nbytes + 1);
    struct html_sheet *sheet = text ? arena_alloc(arena, sizeof *sheet) : NULL;
    if (!sheet)
        return NULL;
    sheet->arena = arena;
    collect(page, text);
    read_rules(sheet, text);
    unsigned apart = UNSEEN_APART & sheet->hides, others = sheet->hides & ~apart;
    for (size_t i = 0; others && i < sheet->nwritten; i++)
        read_selectors(sheet, &sheet->written[i], others);
    for (size_t i = 0; apart && i < sheet->nwritten; i++) /* sheets are made of it: after others */
        read_selectors(sheet, &sheet->written[i], apart);
    if (sheet->nrules)
        qsort(sheet->rules, sheet->nrules, sizeof *sheet->rules, compare_rules);
    for (size_t i = 0; i < sheet->nrules; i++)
        sheet->rules_by_key[sheet->rules[i].last.key][i / 64] |= bit(i);
    return sheet->nrules ? sheet : NULL;
}

/* An element's names with their bits. */
struct names {
    struct slice name, id, classes[MOST_NODE_CLASSES];
    size_t nclasses;
    uint64_t bits;
    unsigned keys[1 + 1 + 1 + MOST_NODE_CLASSES]; /* any, the name's, the id's and the classes' */
    size_t nkeys;
};

static void add_key(struct names *names, char kind, struct slice name)
{
    unsigned key = key_of(kind, name);
    names->bits |= bit(key);
    names->keys[names->nkeys++] = key;
}

static void read_names(const struct html_node *node, struct names *names)
{
    names->nclasses = 0;
    names->name = slice_of(node->name);
    names->id = slice_of(node->id);
    names->bits = 0;
    names->keys[0] = ANY_KEY;
    names->nkeys = 1;
    add_key(names, ' ', names->name);
    if (names->id.nbytes)
        add_key(names, '#', names->id);
    const char *at = node->classes ? node->classes + strspn(node->classes, STYLE_SPACES) : "";
    for (; *at && names->nclasses < MOST_NODE_CLASSES; at += strspn(at, STYLE_SPACES)) {
        struct slice class = slice_make(at, strcspn(at, STYLE_SPACES));
        add_key(names, '.', class);
        names->classes[names->nclasses++] = class;
        at += class.nbytes;
    }
}

static bool has_class(const struct names *names, struct slice class)
{
    size_t i = 0;
    while (i < names->nclasses && !slice_equal(names->classes[i], class))
        i++;
    return i < names->nclasses;
}

static bool is_same_name(struct slice a, struct slice b)
{
    return a.nbytes == b.nbytes && strncasecmp(a.ptr, b.ptr, a.nbytes) == 0;
}

static bool is_meant(struct html_sheet *sheet, const struct compound *compound,
                     const struct names *names)
{
    if ((names->bits & compound->bits) != compound->bits)
        return false;
    sheet->ncompared++;
    if (compound->name.nbytes && !is_same_name(compound->name, names->name))
        return false;
    if (compound->id.nbytes && !slice_equal(compound->id, names->id))
        return false;
    for (size_t i = 0; i < compound->nclasses; i++)
        if (!has_class(names, compound->classes[i]))
            return false;
    return true;
}

static uint64_t note_around(struct html_sheet *sheet, uint64_t around, const struct names *names)
{
    uint64_t candidates = 0;
    for (size_t i = 0; i < names->nkeys; i++)
        candidates |= sheet->around_by_key[names->keys[i]];
    for (; candidates; candidates &= candidates - 1) {
        size_t i = (size_t)__builtin_ctzll(candidates);
        if (is_meant(sheet, &sheet->around[i], names))
            around |= bit(i);
    }
    return around;
}

static void apply_rule(struct html_sheet *sheet, size_t i, uint64_t around,
                       const struct names *names, struct html_style *style)
{
    const struct rule *rule = &sheet->rules[i];
    if ((around & rule->around) != rule->around || !is_meant(sheet, &rule->last, names))
        return;
    style->sets = (style->sets & ~rule->style.clears) | rule->style.sets;
    style->clears = (style->clears & ~rule->style.sets) | rule->style.clears;
}

bool html_sheet_apply(struct html_sheet *sheet, size_t depth, const struct html_node *node,
                      struct html_style *style)
{
    struct names names;
    uint64_t around = depth ? sheet->seen[depth - 1] : 0;
    read_names(node, &names);
    sheet->seen[depth] = note_around(sheet, around, &names);
    for (size_t word = 0; word * 64 < sheet->nrules; word++) {
        uint64_t candidates = 0;
        for (size_t i = 0; i < names.nkeys; i++)
            candidates |= sheet->rules_by_key[names.keys[i]][word];
        for (; candidates; candidates &= candidates - 1)
            apply_rule(sheet, word * 64 + (size_t)__builtin_ctzll(candidates), around, &names,
                       style);
    }
    return sheet->ncompared <= HTML_SHEET_MOST;
}

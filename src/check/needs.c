#include "needs.h"

#include <ctype.h>
#include <stdlib.h>

enum { MAX_SETS = 16, MAX_CHARACTERS = 40, MAX_EITHER = 1024, FIGURE = 0xE000, LAST = 0xFFFF };

/* Characters of which a text must have one; none: it need not. */
struct one_of {
    uint16_t character[MAX_CHARACTERS];
    size_t n;
    unsigned weight; /* how common they are together */
    bool overflows;
};

struct all_of {
    struct one_of set[MAX_SETS];
    size_t n;
};

struct reader {
    const char *at;
    bool failed;                 /* something is not understood */
    uint16_t either[MAX_EITHER]; /* as in struct needs: of the outermost alternatives */
    size_t neither;              /* how many it takes; more than there is room for: none is kept */
    unsigned depth;
};

/* As which letter a character counts. */
static size_t letter_of(uint32_t character)
{
    return character % LETTER_COUNT;
}

/* The character at p, which is UTF-8; its length in bytes. */
static size_t character_at(const char *p, uint32_t *character)
{
    const unsigned char *u = (const unsigned char *)p;
    size_t n = *u < 0x80 ? 1 : *u < 0xE0 ? 2 : *u < 0xF0 ? 3 : 4;
    *character = n == 1 ? *u : *u & (0xFFu >> (n + 1));
    for (size_t i = 1; i < n; i++)
        *character = *character << 6 | (u[i] & 0x3Fu);
    return n;
}

/* Its UTF-8; how many bytes. */
static size_t character_put(uint16_t character, char out[3])
{
    size_t n = character < 0x80 ? 1 : character < 0x800 ? 2 : 3;
    unsigned lead = n == 1 ? 0 : n == 2 ? 0xC0 : 0xE0;
    for (size_t i = n; i-- > 1; character >>= 6)
        out[i] = (char)(0x80 | (character & 0x3F));
    out[0] = (char)(lead | character);
    return n;
}

static unsigned weight_of(uint32_t character)
{
    enum { NUMBER = 8, SIGN = 2 };
    if (character == FIGURE || (character < 0x80 && isdigit((int)character)))
        return NUMBER;
    return character < 0x80 && ispunct((int)character) ? SIGN : 1;
}

static void set_add(struct one_of *set, uint32_t character)
{
    for (size_t i = 0; i < set->n; i++)
        if (set->character[i] == character)
            return;
    set->overflows |= set->n == MAX_CHARACTERS || character > LAST;
    if (set->overflows)
        return;
    set->character[set->n++] = (uint16_t)character;
    set->weight += weight_of(character);
}

static bool is_needed(const struct one_of *set)
{
    return set->n > 0 && !set->overflows;
}

/* More sets than there is room for are let go: less is needed then. */
static void sets_add(struct all_of *sets, const struct one_of *set)
{
    if (is_needed(set) && sets->n < MAX_SETS)
        sets->set[sets->n++] = *set;
}

static void add_literal(struct all_of *sets, uint32_t character)
{
    if (character > LAST || sets->n == MAX_SETS)
        return;
    struct one_of *set = &sets->set[sets->n++];
    set->character[0] = (uint16_t)character;
    set->n = 1;
    set->weight = weight_of(character);
    set->overflows = false;
}

/* Behind a backslash. A class of characters, an assertion or a group again need
 * nothing. */
static void read_escape(struct reader *in, struct all_of *sets)
{
    char c = *in->at;
    in->at += c != '\0';
    if (c == 'x' && *in->at == '{') {
        char *end;
        add_literal(sets, (uint32_t)strtoul(in->at + 1, &end, 16));
        in->failed |= *end != '}';
        in->at = in->failed ? in->at : end + 1;
    } else if (ispunct((unsigned char)c)) {
        add_literal(sets, (uint32_t)c);
    } else {
        in->failed |= c == '\0' || !strchr("dDsSwWbBntrAGKzZ123456789", c);
    }
}

/* Behind [. Of a class with ranges or escapes nothing is needed. */
static void read_class(struct reader *in, struct all_of *sets)
{
    struct one_of set = {0};
    bool is_plain = *in->at != '^';
    in->failed |= *in->at == ']' || (!is_plain && in->at[1] == ']');
    while (*in->at && *in->at != ']') {
        uint32_t character;
        in->failed |= *in->at == '[' && in->at[1] == ':';
        bool is_range = *in->at == '-' && set.n > 0 && in->at[1] != ']';
        is_plain &= *in->at != '\\' && !is_range && *in->at != '~';
        in->at += *in->at == '\\' && in->at[1] ? 1 : 0;
        in->at += character_at(in->at, &character);
        set_add(&set, character == '#' ? FIGURE : character);
    }
    in->failed |= *in->at != ']';
    in->at += !in->failed;
    if (is_plain)
        sets_add(sets, &set);
}

/* The least times a quantifier behind an atom asks for; 1 without one. */
static unsigned long read_quantifier(struct reader *in)
{
    unsigned long least = 1;
    char *end;
    if (*in->at == '{') {
        least = strtoul(in->at + 1, &end, 10);
        in->failed |= end == in->at + 1;
        in->at = end + strcspn(end, "}");
        in->failed |= *in->at == '\0';
    } else if (*in->at == '*' || *in->at == '?') {
        least = 0;
    } else if (*in->at != '+') {
        return least;
    }
    if (in->failed)
        return 0;
    in->at++;
    in->at += *in->at == '?' || *in->at == '+'; /* lazy, possessive */
    return least;
}

static void read_alternatives(struct reader *in, struct all_of *sets);

/* Behind (. What is looked at round the match counts for nothing. */
static void read_group(struct reader *in, struct all_of *sets)
{
    struct all_of aside = {.n = 0};
    bool looks_round = false;
    in->failed |= *in->at == '*';
    if (*in->at == '?') {
        size_t behind = in->at[1] == '<' ? 2 : 1;
        looks_round = in->at[behind] == '=' || in->at[behind] == '!';
        in->failed |= !looks_round && in->at[1] != ':';
        in->at += in->failed ? 0 : looks_round ? behind + 1 : 2;
    }
    read_alternatives(in, looks_round ? &aside : sets);
    in->failed |= *in->at != ')';
    in->at += !in->failed;
}

static void read_atom(struct reader *in, struct all_of *sets)
{
    uint32_t character;
    switch (*in->at) {
    case '(':
        in->at++;
        read_group(in, sets);
        break;
    case '[':
        in->at++;
        read_class(in, sets);
        break;
    case '\\':
        in->at++;
        read_escape(in, sets);
        break;
    case '^':
    case '$':
    case '.':
    case '~':
        in->at++;
        break;
    default:
        in->failed |= strchr("*+?{", *in->at) != NULL;
        in->at += character_at(in->at, &character);
        add_literal(sets, character == '#' ? FIGURE : character);
    }
}

/* One behind the other: all of their sets. */
static void read_sequence(struct reader *in, struct all_of *sets)
{
    while (*in->at && *in->at != '|' && *in->at != ')' && !in->failed) {
        size_t before = sets->n;
        read_atom(in, sets);
        if (!in->failed && read_quantifier(in) == 0)
            sets->n = before;
    }
}

static size_t rarest_of(const struct all_of *sets)
{
    size_t rarest = 0;
    for (size_t i = 1; i < sets->n; i++)
        if (sets->set[i].weight < sets->set[rarest].weight)
            rarest = i;
    return rarest;
}

static void add_rarest(const struct all_of *sets, struct one_of *either)
{
    const struct one_of *rarest = &sets->set[rarest_of(sets)];
    for (size_t i = 0; sets->n > 0 && i < rarest->n; i++)
        set_add(either, rarest->character[i]);
}

/* The set's number and its characters; the place behind them. */
static uint16_t *write_set(const struct one_of *set, uint16_t *out)
{
    *out++ = (uint16_t)set->n;
    memcpy(out, set->character, set->n * sizeof *out);
    return out + set->n;
}

/* Its length, its sets and 0. */
static void note_alternative(struct reader *in, const struct all_of *sets)
{
    size_t n = 2;
    for (size_t i = 0; i < sets->n; i++)
        n += 1 + sets->set[i].n;
    if (in->neither + n < MAX_EITHER) {
        uint16_t *out = &in->either[in->neither];
        *out++ = (uint16_t)n;
        for (size_t i = 0; i < sets->n; i++)
            out = write_set(&sets->set[i], out);
        *out = 0;
    }
    in->neither += n;
}

/* Of several alternatives one set: of each its rarest. */
static void read_alternatives(struct reader *in, struct all_of *sets)
{
    struct all_of own;
    struct one_of either = {.n = 0};
    bool all_need = true, is_one = true;
    in->depth++;
    for (;; is_one = false, in->at++) {
        own.n = 0;
        read_sequence(in, &own);
        all_need &= own.n > 0;
        add_rarest(&own, &either);
        if (in->depth == 1)
            note_alternative(in, &own);
        if (*in->at != '|' || in->failed)
            break;
    }
    in->depth--;
    if (in->depth == 0 && (is_one || !all_need))
        in->neither = 0;
    for (size_t i = 0; is_one && i < own.n; i++)
        sets_add(sets, &own.set[i]);
    if (!is_one && all_need)
        sets_add(sets, &either);
}

/* The rarest first, if it is not apart. */
static uint16_t *keep_sets(const struct all_of *sets, struct needs *needs, uint16_t *out)
{
    size_t rarest = rarest_of(sets);
    bool is_apart = sets->n > 0 && sets->set[rarest].n <= RAREST_MOST;
    if (is_apart)
        write_set(&sets->set[rarest], needs->rarest);
    else if (sets->n > 0)
        out = write_set(&sets->set[rarest], out);
    for (size_t i = 0; i < sets->n; i++)
        if (i != rarest)
            out = write_set(&sets->set[i], out);
    *out = 0;
    return out + 1;
}

static int keep(const struct reader *in, const struct all_of *sets, struct arena *arena,
                struct needs *needs)
{
    size_t room = 2, neither = in->neither < MAX_EITHER ? in->neither : 0;
    for (size_t i = 0; i < sets->n; i++)
        room += 1 + sets->set[i].n;
    uint16_t *out = arena_raw(arena, (room + neither) * sizeof *out);
    if (!out)
        return -1;
    needs->sets = out;
    out = keep_sets(sets, needs, out);
    memcpy(out, in->either, neither * sizeof *out);
    out[neither] = 0;
    return 0;
}

int needs_read(const char *source, struct arena *arena, struct needs *needs)
{
    struct all_of sets = {.n = 0};
    struct reader in;
    in.at = source;
    in.failed = false;
    in.neither = in.depth = 0; /* the rest is set as it is taken */
    *needs = (struct needs){.sets = NULL};
    read_alternatives(&in, &sets);
    if (in.failed || *in.at)
        sets.n = in.neither = 0;
    return keep(&in, &sets, arena, needs);
}

size_t needs_nsets(const struct needs *needs)
{
    const uint16_t *at = needs->sets;
    while (*at)
        at += 1 + *at;
    for (at++; *at;)
        at += *at;
    return (size_t)(at + 1 - needs->sets);
}

static const uint16_t *rarest_set(const struct needs *needs)
{
    return *needs->rarest ? needs->rarest : needs->sets;
}

size_t needs_count_rarest(const struct needs *needs)
{
    return *rarest_set(needs);
}

bool needs_find(const struct needs *needs, size_t which, struct slice text, size_t *from)
{
    char utf8[3];
    struct slice character = slice_make(utf8, character_put(rarest_set(needs)[1 + which], utf8));
    const char *at = slice_find(slice_make(text.ptr + *from, text.nbytes - *from), character);
    *from = at ? (size_t)(at - text.ptr) : text.nbytes;
    return at != NULL;
}

int letters_make(struct letters *letters, struct arena *arena, size_t ntexts)
{
    letters->nwords = (ntexts + 63) / 64;
    letters->texts = arena_array(arena, letters->nwords, sizeof *letters->texts);
    return letters->texts ? 0 : -1;
}

/* The letter of the character at p: nearly all are of three bytes, or of one. */
static size_t letter_at(const unsigned char *p, size_t *letter)
{
    uint32_t character;
    if (*p < 0x80) {
        *letter = *p;
        return 1;
    }
    if (*p >= 0xE0 && *p < 0xF0) {
        *letter = (size_t)(p[1] & 0xF) << 6 | (p[2] & 0x3F);
        return 3;
    }
    size_t n = character_at((const char *)p, &character);
    *letter = letter_of(character);
    return n;
}

void letters_add(struct letters *letters, size_t text, struct slice bytes)
{
    const unsigned char *p = (const unsigned char *)bytes.ptr, *end = p + bytes.nbytes;
    uint64_t *having = letters->texts[text / 64], bit = UINT64_C(1) << text % 64;
    size_t letter;
    while (p < end) {
        p += letter_at(p, &letter);
        having[letter] |= bit;
    }
}

/* Which of 64 texts have a character of the set. */
static inline uint64_t find_set(const uint64_t *having, const uint16_t *set)
{
    uint64_t any = 0;
    for (size_t i = 1; i <= *set; i++)
        any |= having[letter_of(set[i])];
    return any;
}

/* Of those among 64 texts the ones that have a character of each set; *set then is the 0 behind
 * them, if any text is left. */
static inline uint64_t find_sets(const uint64_t *having, const uint16_t **set, uint64_t among)
{
    for (; **set && among; *set += 1 + **set)
        among &= find_set(having, *set);
    return among;
}

uint64_t letters_among(const uint64_t *having, const struct needs *needs, uint64_t among)
{
    uint64_t all = *needs->rarest ? among & find_set(having, needs->rarest) : among, some = 0;
    if (!all)
        return 0;
    const uint16_t *set = needs->sets;
    all = find_sets(having, &set, all);
    if (!all || !set[1])
        return all;
    for (const uint16_t *own = set + 1; *own && some != all; own += *own) {
        const uint16_t *first = own + 1;
        some |= find_sets(having, &first, all & ~some);
    }
    return some;
}

void letters_find_word(const struct letters *letters, struct slice word, uint64_t *set)
{
    const unsigned char *first = (const unsigned char *)word.ptr, *end = first + word.nbytes;
    for (size_t at = 0; at < letters->nwords; at++) {
        uint64_t all = UINT64_MAX;
        for (const unsigned char *p = first; p < end && all;) {
            size_t letter;
            p += letter_at(p, &letter);
            all &= letters->texts[at][letter];
        }
        set[at] |= all;
    }
}

#include "gouji/text/fold.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uninorm.h>

#include "fold_inset.h"
#include "fold_table.h"
#include "gouji/text/decode.h"
#include "gouji/text/run.h"

/* The fold as it grows; the arrays always have room for `capacity` bytes. */
struct folder {
    struct arena *arena;
    unsigned flags;
    char *text;
    uint32_t *from;
    size_t nbytes, capacity;
    bool after_space; /* the last byte is the blank of a run */
    char before;      /* the source's byte before the one at hand, 0 at its start */
};

/* One piece of memory for both: most folds are short. */
static bool grow(struct folder *f, size_t capacity)
{
    if (capacity < f->capacity * 2)
        capacity = f->capacity * 2;
    uint32_t *from = arena_raw(f->arena, capacity * (sizeof *from + 1));
    if (!from)
        return false;
    char *text = (char *)(from + capacity);
    if (f->nbytes) {
        memcpy(from, f->from, f->nbytes * sizeof *from);
        memcpy(text, f->text, f->nbytes);
    }
    f->text = text;
    f->from = from;
    f->capacity = capacity;
    return true;
}

static inline bool reserve(struct folder *f, size_t capacity)
{
    return capacity <= f->capacity || grow(f, capacity);
}

static size_t encode(uint32_t c, char bytes[4])
{
    if (c < 0x80) {
        bytes[0] = (char)c;
        return 1;
    }
    size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = n; --i > 0; c >>= 6)
        bytes[i] = (char)(0x80 | (c & 0x3F));
    bytes[0] = (char)((0xF00 >> n & 0xFF) | c);
    return n;
}

/* Appends one folded code point that the source bytes [start, end) gave. */
static bool put(struct folder *f, uint32_t c, uint32_t start, uint32_t end)
{
    char bytes[4];
    size_t n = encode(c, bytes);
    if (!reserve(f, f->nbytes + n))
        return false;
    for (size_t i = 0; i < n; i++, f->nbytes++) {
        f->text[f->nbytes] = bytes[i];
        f->from[f->nbytes] = fold_from(start, end - start);
    }
    f->after_space = false;
    return true;
}

static bool put_space(struct folder *f, uint32_t start, uint32_t end)
{
    if (f->flags & FOLD_DROP_SPACE)
        return true;
    if (f->after_space) {
        uint32_t *last = &f->from[f->nbytes - 1], first = *last & FOLD_LAST_OFFSET;
        *last = fold_from(first, end - first);
        return true;
    }
    bool done = put(f, ' ', start, end);
    f->after_space = done;
    return done;
}

/* Brackets and quotation marks that people use for one another. */
static uint32_t unify(uint32_t c)
{
    switch (c) {
    case 0x3014:
    case 0xFE5D:
    case 0xFF08:
    case 0xFE59:
        return '(';
    case 0x3015:
    case 0xFE5E:
    case 0xFF09:
    case 0xFE5A:
        return ')';
    case '\'':
    case 0xFF07:
    case 0xFF02:
    case 0xAB:
    case 0xBB:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2039:
    case 0x203A:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
    case 0x301D:
    case 0x301E:
    case 0x301F:
        return '"';
    default:
        return c;
    }
}

static bool has_simplified(uint32_t c)
{
    uint32_t row = (c >> 6) - FOLD_FIRST_PAGE * 4; /* wraps far out of range below it */
    return row < FOLD_ROW_COUNT && fold_has_simplified[row] >> (c & 63) & 1;
}

static uint32_t simplify(uint32_t c)
{
    if (!has_simplified(c))
        return c;
    uint32_t page = (c >> 8) - FOLD_FIRST_PAGE;
    size_t low = fold_simplified_page[page];
    size_t high = fold_simplified_page[page + 1];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (fold_simplified[middle].from < c)
            low = middle + 1;
        else
            high = middle;
    }
    return fold_simplified[low].to;
}

/* The character a radical stands for: PDF makers print 民 as U+2EA0, which no
 * normal form undoes. */
static uint32_t whole_character(uint32_t c)
{
    for (size_t i = 0; i < FOLD_RADICAL_COUNT && c >> 8 == FOLD_RADICAL_PAGE; i++)
        if (fold_radicals[i].from == c)
            return fold_radicals[i].to;
    return c;
}

/* The steps behind normalisation, for one code point of its result. */
static bool finish(struct folder *f, uint32_t c, uint32_t start, uint32_t end)
{
    if (uc_is_property_white_space(c))
        return put_space(f, start, end);
    if (uc_is_property_default_ignorable_code_point(c))
        return true;
    c = whole_character(unify(c));
    if (f->flags & FOLD_SIMPLIFY)
        c = simplify(c);
    if (f->flags & FOLD_CASE)
        c = uc_tolower(c);
    return put(f, c, start, end);
}

enum speed {
    SLOW, /* may compose, expand or vanish: through uninorm */
    ASCII,
    HAN,   /* ideographs that normalise to themselves */
    POINT, /* CJK punctuation, dashes, quotation marks and drawn lines that do */
    WIDE,  /* full-width forms of ASCII */
};

/* Everything but SLOW is a grapheme cluster of its own whenever the next code
 * point begins one, and folds by table alone. */
static enum speed speed_of(int32_t c)
{
    if (c < 0)
        return SLOW;
    if (c < 0x80)
        return ASCII;
    if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF))
        return HAN;
    if ((c >= 0x3001 && c <= 0x3011 && c != 0x3004) || (c >= 0x2500 && c <= 0x257F) ||
        c == 0x3014 || c == 0x3015 || (c >= 0x2018 && c <= 0x201D && c != 0x201A && c != 0x201B) ||
        c == 0x2014 || c == 0xB7)
        return POINT;
    return c >= 0xFF01 && c <= 0xFF5E ? WIDE : SLOW;
}

/* Does a cluster surely end before these bytes? ASCII, ideographs and most
 * full-width forms are told by their first bytes alone. */
static bool begins_cluster(struct slice text)
{
    if (text.nbytes == 0)
        return true;
    unsigned char lead = (unsigned char)text.ptr[0];
    if (lead < 0x80 || (lead >= 0xE4 && lead <= 0xE9))
        return true;
    size_t used;
    return speed_of(text_next(text.ptr, text.nbytes, &used)) != SLOW;
}

static bool is_ascii_space(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool put_ascii(struct folder *f, uint32_t c, uint32_t start, uint32_t end)
{
    if (is_ascii_space(c))
        return put_space(f, start, end);
    if (c == '\'')
        c = '"';
    if ((f->flags & FOLD_CASE) && c >= 'A' && c <= 'Z')
        c += 'a' - 'A';
    return put(f, c, start, end);
}

static bool put_fast(struct folder *f, enum speed speed, uint32_t c, uint32_t start, uint32_t end)
{
    switch (speed) {
    case ASCII:
        return put_ascii(f, c, start, end);
    case WIDE:
        return put_ascii(f, c - 0xFF01 + '!', start, end);
    case HAN:
        return put(f, f->flags & FOLD_SIMPLIFY ? simplify(c) : c, start, end);
    case POINT:
        return put(f, unify(c), start, end);
    case SLOW:
        break;
    }
    return false;
}

/* Folds the cluster of `n` bytes through NFKC. */
static bool put_cluster(struct folder *f, const char *bytes, size_t n, uint32_t start)
{
    uint8_t room[256];
    size_t length = sizeof room;
    uint8_t *normal = u8_normalize(UNINORM_NFKC, (const uint8_t *)bytes, n, room, &length);
    if (!normal)
        return false;
    bool done = true;
    uint32_t end = start + (uint32_t)n;
    for (size_t i = 0, used; i < length && done; i += used) {
        int32_t c = text_next((const char *)normal + i, length - i, &used);
        done = finish(f, c < 0 ? 0xFFFD : (uint32_t)c, start, end);
    }
    if (normal != room)
        free(normal);
    return done;
}

/* Bytes of the first cluster, which ends before any invalid byte. */
static size_t cluster_length(const char *bytes, size_t n)
{
    const uint8_t *start = (const uint8_t *)bytes;
    const uint8_t *end = u8_grapheme_next(start, start + n);
    return end && end > start ? (size_t)(end - start) : 1;
}

/* Folds what stands at `at`; returns the source bytes taken, 0 for no memory. */
static size_t fold_step(struct folder *f, struct slice text, uint32_t at)
{
    size_t nblanks = slice_spaces(text);
    if (nblanks > 0 && begins_cluster(slice_make(text.ptr + nblanks, text.nbytes - nblanks)))
        return put_space(f, at, at + (uint32_t)nblanks) ? nblanks : 0;
    if ((f->flags & FOLD_DROP_INSETS) && strchr("[<*_\\", text.ptr[0])) {
        size_t inset = fold_inset(text, f->before);
        if (inset)
            return inset;
    }
    size_t used;
    int32_t c = text_next(text.ptr, text.nbytes, &used);
    if (c < 0)
        return put(f, 0xFFFD, at, at + 1) ? 1 : 0;
    enum speed speed = speed_of(c);
    struct slice rest = slice_make(text.ptr + used, text.nbytes - used);
    if (speed != SLOW && begins_cluster(rest))
        return put_fast(f, speed, (uint32_t)c, at, at + (uint32_t)used) ? used : 0;
    size_t cluster = cluster_length(text.ptr, text.nbytes);
    return put_cluster(f, text.ptr, cluster, at) ? cluster : 0;
}

/* What each ASCII character is, wide or not: - stands for itself, A does unless case is
 * folded, b is blank, and x folds to another, may begin an inset or be Markdown's. */
static const char ascii_kinds[] = "xxxxxxxxxbbbbbxx"
                                  "xxxxxxxxxxxxxxxx"
                                  "b------x--x-----"
                                  "------------x---"
                                  "-AAAAAAAAAAAAAAA"
                                  "AAAAAAAAAAAxx--x"
                                  "----------------"
                                  "----------------";

/* What the flags make of characters that fold by their bytes alone. */
struct rules {
    char plain;   /* the last kind that is: they are in the order of their characters */
    char dropped; /* another kind that leaves nothing */
    bool changes; /* ideographs may */
};

static inline struct rules rules_of(unsigned flags)
{
    const char plain = flags & FOLD_CASE ? '-' : 'A';
    return (struct rules){plain, flags & FOLD_DROP_SPACE ? 'b' : plain, flags & FOLD_SIMPLIFY};
}

/* The two bytes behind the first of a character of three. */
static inline bool are_tails(const unsigned char *p)
{
    uint16_t tails;
    memcpy(&tails, p + 1, sizeof tails);
    return (tails & 0xC0C0) == 0x8080;
}

/* Which of the rows of ideographs the character is of, if any. The second byte is a tail. */
static inline uint32_t row_of(const unsigned char *p)
{
    return ((uint32_t)p[0] << 6) + p[1] - ((0xE0 << 6) + 0x80 + FOLD_FIRST_PAGE * 4);
}

/* Ideographs that fold to themselves. */
static inline bool is_plain_han(const unsigned char *p, bool changes)
{
    uint32_t row = row_of(p);
    return row < FOLD_ROW_COUNT && (!(fold_has_simplified[row] >> (p[2] & 63) & 1) || !changes);
}

/* Drawn lines do, too. */
static inline bool is_drawn(const unsigned char *p)
{
    return p[0] == 0xE2 && (p[1] == 0x94 || p[1] == 0x95);
}

/* And 、。《》【】—. */
static inline bool is_plain_sign(const unsigned char *p)
{
    if (p[0] == 0xE2)
        return p[1] == 0x80 && p[2] == 0x94;
    return p[0] == 0xE3 && p[1] == 0x80 &&
           (p[2] == 0x81 || p[2] == 0x82 || (p[2] >= 0x88 && p[2] <= 0x8B) || p[2] == 0x90 ||
            p[2] == 0x91);
}

/* The ASCII that the wide form at p, “ ” or a wide blank folds to; 0 for others. */
static inline unsigned char narrow(const unsigned char *p)
{
    if (p[0] == 0xEF && p[1] == 0xBC && p[2] > 0x80 && p[2] < 0xC0)
        return (unsigned char)(p[2] - 0x81 + '!');
    if (p[0] == 0xE2 && p[1] == 0x80 && (p[2] == 0x9C || p[2] == 0x9D))
        return '"';
    return p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x80 ? ' ' : 0;
}

/* Bytes behind what is folded: no character is as long, and sources are noted by fours. */
enum { ROOM = 4 };

/* The fold's arrays, held apart from it while bytes are put to them. */
struct place {
    char *text;
    uint32_t *from;
    size_t n;
};

/* Puts a character of three bytes, which stays as it is. */
static inline void put_three(struct place *to, const unsigned char *p, uint32_t at)
{
    memcpy(to->text + to->n, p, 3);
    for (size_t i = 0; i < ROOM; i++)
        to->from[to->n + i] = fold_from(at, 3);
    to->n += 3;
}

/* Puts an ideograph that may fold to another. */
static inline void put_han(struct place *to, struct rules rules, const unsigned char *p,
                           uint32_t at)
{
    char bytes[4];
    uint32_t c = (p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    encode(rules.changes ? simplify(c) : c, bytes);
    put_three(to, (const unsigned char *)bytes, at);
}

/* Puts characters of three bytes, all the same. */
static inline void put_same(struct place *to, const unsigned char *p, size_t nbytes, uint32_t at)
{
    memcpy(to->text + to->n, p, nbytes);
    for (size_t done = 0; done < nbytes; done += TEXT_RUN_SIZE)
        for (size_t i = 0; i < ROOM; i++)
            to->from[to->n + done + i] = fold_from(at + (uint32_t)done, TEXT_RUN_SIZE);
    to->n += nbytes;
}

/* Puts the ASCII character that `size` source bytes fold to, unless it leaves nothing; false
 * when more is to be known of it. */
static inline bool put_kind(struct place *to, struct rules rules, unsigned char c, uint32_t at,
                            uint8_t size)
{
    const char kind = ascii_kinds[c];
    if (kind > rules.plain && kind != rules.dropped)
        return false;
    to->text[to->n] = (char)c;
    to->from[to->n] = fold_from(at, size);
    to->n += kind <= rules.plain;
    return true;
}

/* Puts a character of three bytes that is neither plain nor drawn; false as above. */
static inline bool put_other_three(struct place *to, struct rules rules, const unsigned char *p,
                                   uint32_t at)
{
    if (is_plain_sign(p))
        put_three(to, p, at);
    else if (row_of(p) < FOLD_ROW_COUNT)
        put_han(to, rules, p, at);
    else
        return put_kind(to, rules, narrow(p), at, 3);
    return true;
}

/* Gives back the last character of the first `taken` bytes, the first of which was put
 * behind `before`; returns the bytes left. */
static size_t give_back_last(struct folder *f, struct slice text, size_t taken, uint32_t at,
                             size_t before)
{
    do
        taken--;
    while (((unsigned char)text.ptr[taken] & 0xC0) == 0x80);
    while (f->nbytes > before && (f->from[f->nbytes - 1] & FOLD_LAST_OFFSET) == at + taken)
        f->nbytes--;
    return taken;
}

/* Takes over what folds by its bytes alone, as nearly all of a report does: to itself, to one
 * byte or, as blanks do, to nothing. There is room. Returns the bytes taken. */
static inline size_t put_run(struct folder *f, struct rules rules, struct slice text, uint32_t at)
{
    const unsigned char *p = (const unsigned char *)text.ptr;
    const size_t end = text.nbytes, last = end < 3 ? 0 : end - 2; /* no character of three behind */
    struct place to = {f->text, f->from, f->nbytes};
    size_t i = 0;
    while (i < end) {
        if (p[i] == ' ' && rules.dropped == 'b') {
            if (++i < end && p[i] == ' ')
                i += slice_spaces(slice_make(text.ptr + i, end - i));
            continue;
        }
        if (p[i] < 0x80) {
            if (!put_kind(&to, rules, p[i], at + (uint32_t)i, 1))
                break;
            i++;
            continue;
        }
        const size_t before = i;
        for (; i < last && are_tails(p + i) && is_plain_han(p + i, rules.changes); i += 3)
            put_three(&to, p + i, at + (uint32_t)i);
        for (size_t n; i < last && is_drawn(p + i) && are_tails(p + i); i += n) {
            n = text_run(slice_make(text.ptr + i, end - i));
            if (n == TEXT_RUN_SIZE)
                put_three(&to, p + i, at + (uint32_t)i);
            else
                put_same(&to, p + i, n, at + (uint32_t)i);
        }
        if (i > before)
            continue;
        if (i >= last || !are_tails(p + i) || !put_other_three(&to, rules, p + i, at + (uint32_t)i))
            break;
        i += 3;
    }
    f->nbytes = to.n;
    return i;
}

/* The same of whole clusters, at the start of text, where one begins. */
static inline size_t put_plain(struct folder *f, struct rules rules, struct slice text, uint32_t at)
{
    size_t before = f->nbytes;
    size_t i = put_run(f, rules, text, at);
    if (i > 0 && i < text.nbytes && !begins_cluster(slice_make(text.ptr + i, text.nbytes - i)))
        i = give_back_last(f, text, i, at, before);
    f->after_space = f->after_space && f->nbytes == before;
    return i;
}

bool fold_keeps(struct slice text, unsigned flags)
{
    const unsigned char *p = (const unsigned char *)text.ptr;
    const struct rules rules = rules_of(flags);
    for (size_t i = 0, n; i < text.nbytes; i += n) {
        n = p[i] < 0x80 ? 1 : 3;
        if (n == 1 ? ascii_kinds[p[i]] > rules.plain
                   : text.nbytes - i < n || !are_tails(p + i) ||
                         (!is_plain_han(p + i, rules.changes) && !is_drawn(p + i) &&
                          !is_plain_sign(p + i)))
            return false;
    }
    return true;
}

/* What the spans leave at most, with a NUL behind each, where nothing folds to more bytes. */
static size_t room_for(const struct span *spans, size_t n)
{
    size_t room = ROOM;
    for (size_t i = 0; i < n; i++)
        room += spans[i].end - spans[i].start + 1;
    return room;
}

/* Folds what is not plain at the start of `rest`, a part of the span; there is room for the
 * `left` bytes that may follow then. Returns the bytes taken, 0 for no memory. */
__attribute__((noinline)) static size_t put_other(struct folder *f, struct slice rest, uint32_t at,
                                                  bool is_first, size_t left)
{
    f->before = is_first ? '\0' : rest.ptr[-1];
    size_t taken = fold_step(f, rest, at);
    return reserve(f, f->nbytes + left) ? taken : 0;
}

/* Folds the spans of the text, which stands `base` behind where offsets are counted from, one
 * after the other: the i-th begins at folded byte at[i], and a NUL stands behind each. */
static bool put_spans(struct folder *f, const char *text, uint32_t base, const struct span *spans,
                      size_t n, uint32_t *at)
{
    const struct rules rules = rules_of(f->flags);
    size_t left = room_for(spans, n);
    if (!reserve(f, left))
        return false;
    for (size_t i = 0; i < n; i++) {
        const struct span span = spans[i];
        if ((uint64_t)base + span.end > FOLD_LAST_OFFSET)
            return false;
        at[i] = (uint32_t)f->nbytes;
        f->after_space = false;
        for (uint32_t from = span.start, taken; from < span.end; from += taken) {
            struct slice rest = slice_make(text + from, span.end - from);
            taken = (uint32_t)put_plain(f, rules, rest, base + from);
            if (taken > 0)
                continue; /* mostly that is all of it */
            taken = (uint32_t)put_other(f, rest, base + from, from == span.start, left);
            if (taken == 0)
                return false;
        }
        f->text[f->nbytes] = '\0';
        f->from[f->nbytes++] = fold_from(base + span.end, 0);
        left -= span.end - span.start + 1;
    }
    at[n] = (uint32_t)f->nbytes;
    return true;
}

int fold_text(struct arena *arena, struct slice source, uint32_t base, unsigned flags,
              struct fold *out)
{
    struct folder f = {.arena = arena, .flags = flags};
    struct span whole = {0, (uint32_t)source.nbytes};
    uint32_t at[2];
    if (!put_spans(&f, source.ptr, base, &whole, 1, at))
        return -1;
    *out = (struct fold){f.text, f.nbytes - 1, f.from};
    return 0;
}

int fold_spans(struct arena *arena, const char *text, const struct span *spans, size_t n,
               unsigned flags, struct fold *out, uint32_t *at)
{
    struct folder f = {.arena = arena, .flags = flags};
    if (!put_spans(&f, text, 0, spans, n, at))
        return -1;
    *out = (struct fold){f.text, f.nbytes, f.from};
    return 0;
}

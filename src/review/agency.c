#include "gouji/review/agency.h"

#include <stdbool.h>
#include <string.h>

#include "agency_words.h"
#include "gouji/text/fold.h"

#define WORD(text)                                                                                 \
    {                                                                                              \
        (text), sizeof(text) - 1                                                                   \
    }
static const struct slice territories[] = {WORD("省"), WORD("市"), WORD("自治区"), WORD("州"),
                                           WORD("盟"), WORD("县"), WORD("区"),     WORD("旗")};
static const char *const places[] = {"省", "市", "州",   "盟", "县",  "区",
                                     "旗", "乡", "街道", "镇", "苏木"};

/* Endings under which one office is named now with, now without them: of each,
 * `dropped` is left out of the core. Longer ones first. */
static const struct ending {
    const char *whole, *dropped;
} endings[] = {
    {"政府办公室", "政府办公室"},
    {"党政办公室", "党政办公室"},
    {"政府办公厅", "政府办公厅"},
    {"政府办", "政府办"},
    {"办公室", "办公室"},
    {"办公厅", "办公厅"},
    {"办事处", "办事处"},
    {"监督管理委员会", "员会"},
    {"管理委员会", "理委员会"},
    {"管委会", "委会"},
    {"委员会", "员会"},
    {"政府", "政府"},
};

static void drop_people(char *name)
{
    static const char government[] = "人民政府", people[] = "人民";
    for (char *at; (at = strstr(name, government));)
        memmove(at, at + strlen(people), strlen(at + strlen(people)) + 1);
}

static bool ends_in(const char *text, size_t nbytes, struct slice ending)
{
    size_t n = ending.nbytes;
    return nbytes >= n && text[nbytes - 1] == ending.ptr[n - 1] &&
           memcmp(text + nbytes - n, ending.ptr, n) == 0;
}

/* A township or street office makes one report, with or without this behind its name. */
static void drop_office(char *name)
{
    static const char *const offices[][2] = {{"镇政府", "政府"},
                                             {"乡政府", "政府"},
                                             {"苏木政府", "政府"},
                                             {"街道办事处", "办事处"},
                                             {"街道办", "办"}};
    size_t n = strlen(name);
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
        if (n > strlen(offices[i][0]) && ends_in(name, n, slice_of(offices[i][0]))) {
            name[n - strlen(offices[i][1])] = '\0';
            return;
        }
}

/* 甲县政府丁街道, the folded name of its 办事处, is 甲县丁街道. */
static void drop_owner(char *name)
{
    static const char government[] = "政府", street[] = "街道";
    char *at = strstr(name, government);
    char *rest = at ? at + strlen(government) : NULL;
    if (rest && at > name && strlen(rest) > strlen(street) &&
        ends_in(rest, strlen(rest), slice_of(street)))
        memmove(at, rest, strlen(rest) + 1);
}

/* 管理委员会 and 管委会 are one word. */
static void shorten_committee(char *name)
{
    static const char whole[] = "管理委员会", brief[] = "管委会";
    size_t n = strlen(name), start = n > strlen(whole) ? n - strlen(whole) : 0;
    bool is_of_regulation = start >= 6 && memcmp(name + start - 6, "监督", 6) == 0;
    if (start > 0 && ends_in(name, n, slice_of(whole)) && !is_of_regulation)
        memcpy(name + start, brief, sizeof brief);
}

/* 国家税务总局甲县税务局 is 甲县税务局. */
static void drop_head_office(char *name)
{
    static const char head[] = "国家税务总局", branch[] = "税务局";
    const char *rest = name + strlen(head);
    if (strncmp(name, head, strlen(head)) == 0 && strlen(rest) > strlen(branch) &&
        ends_in(rest, strlen(rest), slice_of(branch)))
        memmove(name, rest, strlen(rest) + 1);
}

const char *agency_fold(struct arena *arena, const char *name)
{
    struct fold fold;
    if (!name || fold_text(arena, slice_of(name), 0, FOLD_LABEL, &fold))
        return NULL;
    drop_people(fold.text);
    drop_office(fold.text);
    drop_owner(fold.text);
    drop_head_office(fold.text);
    shorten_committee(fold.text);
    return fold.text;
}

static const char *bare_core(struct arena *arena, const char *folded)
{
    size_t n = strlen(folded);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const struct ending *ending = &endings[i];
        size_t dropped = strlen(ending->dropped);
        if (ends_in(folded, n, slice_of(ending->whole)) && n > strlen(ending->whole))
            return arena_copy(arena, slice_make(folded, n - dropped));
    }
    return folded;
}

const char *agency_core(struct arena *arena, const char *folded)
{
    enum { MOST_NBYTES = 512 };
    char room[MOST_NBYTES];
    const char *core = bare_core(arena, folded);
    const char *plain = core ? agency_words_plain(core, room, sizeof room) : NULL;
    return plain ? arena_string(arena, plain) : core;
}

/* ---- territories in front ---- */

/* The sign of a place stands behind its name. */
static bool holds_sign(const char *name, const char *sign)
{
    const char *at = name;
    while ((at = strstr(at, sign))) {
        size_t nbytes = strlen(sign);
        if (at > name && !agency_words_no_territory(name, (size_t)(at - name) + nbytes))
            return true;
        at += nbytes;
    }
    return false;
}

static bool holds_place(const char *name)
{
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (holds_sign(name, places[i]))
            return true;
    return false;
}

bool agency_ends_in_place(const char *folded)
{
    size_t n = strlen(folded);
    for (size_t i = 0; i < sizeof territories / sizeof *territories; i++)
        if (n > territories[i].nbytes && ends_in(folded, n, territories[i]))
            return !agency_words_no_territory(folded, n);
    return false;
}

bool agency_wants_county(const char *folded)
{
    for (size_t cut = 1; folded[cut - 1] && folded[cut]; cut++)
        if (agency_any_rest(folded, cut))
            return false;
    return *folded && holds_place(folded) && !agency_ends_in_place(folded);
}

const char *agency_any_rest(const char *folded, size_t cut)
{
    bool is_within_character = ((unsigned char)folded[cut] & 0xC0) == 0x80;
    if (!folded[cut] || is_within_character)
        return NULL;
    for (size_t i = 0; i < sizeof territories / sizeof *territories; i++)
        if (ends_in(folded, cut, territories[i]))
            return agency_words_no_territory(folded, cut) ? NULL : folded + cut;
    return NULL;
}

const char *agency_kind_rest(const char *folded, const char *rest)
{
    size_t cut = (size_t)(rest - folded);
    const char *longest = rest;
    for (size_t i = 0; i < sizeof territories / sizeof *territories; i++)
        if (ends_in(folded, cut, territories[i]) && rest - territories[i].nbytes < longest)
            longest = rest - territories[i].nbytes;
    return longest > folded ? longest : NULL;
}

const char *agency_rest(const char *folded, size_t cut)
{
    const char *rest = agency_any_rest(folded, cut);
    return rest && holds_place(rest) ? rest : NULL;
}

bool agency_may_be(const char *bare, const char *name)
{
    size_t n = strlen(name);
    struct slice end = slice_make(bare, strlen(bare));
    for (size_t i = 0; i < sizeof territories / sizeof *territories; i++)
        if (slice_has_prefix(end, territories[i]))
            return n > end.nbytes && ends_in(name, n, end);
    return false;
}

typedef const char *rest_finder(const char *folded, size_t cut);

static bool adds_territory(const char *name, const char *shorter, rest_finder *find)
{
    size_t n = strlen(name), nshorter = strlen(shorter);
    return nshorter > 0 && n > nshorter && strcmp(name + n - nshorter, shorter) == 0 &&
           find(name, n - nshorter);
}

static bool differ_by_territory(const char *a, const char *b, rest_finder *find)
{
    return adds_territory(a, b, find) || adds_territory(b, a, find);
}

/* A zone's name before its kind, without the sign of its territory: 甲 of 甲县高新区. */
static struct slice zone_owner(const char *core, const char **kind)
{
    static const struct slice committee = WORD("管");
    size_t n = strlen(core), nkind = 0;
    n -= ends_in(core, n, committee) ? committee.nbytes : 0;
    *kind = agency_words_zone(slice_make(core, n), &nkind);
    n -= nkind;
    for (size_t i = 0; i < sizeof territories / sizeof *territories; i++)
        if (n > 2 * territories[i].nbytes && ends_in(core, n, territories[i]))
            return slice_make(core, n - territories[i].nbytes);
    return slice_make(core, n);
}

/* 甲县经济开发区, its 管委会 and 甲经开区: which of them reports is not said by the names. */
static bool may_be_one_zone(const char *a_core, const char *b_core)
{
    const char *a_kind, *b_kind;
    struct slice a = zone_owner(a_core, &a_kind), b = zone_owner(b_core, &b_kind);
    if (!a_kind || !b_kind || strcmp(a_kind, b_kind) != 0)
        return false;
    return a.nbytes == 0 || b.nbytes == 0 || ends_in(a.ptr, a.nbytes, b) ||
           ends_in(b.ptr, b.nbytes, a);
}

enum agency_match agency_compare(const char *a, const char *a_core, const char *b,
                                 const char *b_core)
{
    if (strcmp(a, b) == 0)
        return AGENCY_SAME;
    if (differ_by_territory(a, b, agency_rest))
        return AGENCY_ALIKE;
    if (strcmp(a_core, b_core) == 0 || differ_by_territory(a_core, b_core, agency_any_rest) ||
        agency_may_be(a_core, b_core) || agency_may_be(b_core, a_core) ||
        may_be_one_zone(a_core, b_core))
        return AGENCY_DOUBTFUL;
    return AGENCY_OTHER;
}

#include "agency_words.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/base/json.h"
#include "gouji/base/path.h"

enum { WORDS_MAX_NBYTES = 1024 * 1024, HAN = 3 };

/* A word and what it stands for. */
struct meaning {
    struct slice word, means;
};

/* A word by one of its characters that elsewhere is a territory's sign. */
struct no_sign {
    char last, next; /* of the sign's bytes the last, and the one behind it; NUL: any */
    struct slice word;
    size_t end; /* of the sign */
};

/* Read once, and kept until the process ends. Without the file, which the ledger's start tells
 * of, names are only taken as they are printed. */
static struct words {
    struct arena *arena; /* of all that follows: within reach, so that it is no leak */
    struct slice *ends, *autonomous, *peoples;
    size_t nends, nautonomous, npeoples;
    struct no_sign *none;
    size_t nnone;
    struct meaning *shorts, *zones;
    size_t nshorts, nzones;
} words;

static size_t read_list(struct arena *arena, const cJSON *list, struct slice **out)
{
    const cJSON *one;
    size_t n = 0;
    *out = arena_array(arena, (size_t)cJSON_GetArraySize(list), sizeof **out);
    json_each (one, *out ? list : NULL)
        (*out)[n++] = slice_of(json_text(one));
    return n;
}

static void read_none(struct arena *arena, const cJSON *list)
{
    static const char *const signs[] = {"省", "市", "州", "盟", "县", "区", "旗", "乡", "镇"};
    enum { SIGNS = sizeof signs / sizeof *signs };
    const cJSON *one;
    words.none = arena_array(arena, (size_t)cJSON_GetArraySize(list) * SIGNS, sizeof *words.none);
    json_each (one, words.none ? list : NULL)
        for (size_t i = 0; i < SIGNS; i++) {
            struct slice word = slice_of(json_text(one));
            const char *at = slice_find(word, slice_of(signs[i]));
            size_t end = at ? (size_t)(at - word.ptr) + HAN : 0;
            if (at)
                words.none[words.nnone++] =
                    (struct no_sign){word.ptr[end - 1], word.ptr[end], word, end};
        }
}

/* Of each group every word, with the first one. */
static size_t read_meanings(struct arena *arena, const cJSON *groups, struct meaning **out)
{
    const cJSON *group, *one;
    size_t n = 0;
    json_each (group, groups)
        n += (size_t)cJSON_GetArraySize(group);
    *out = arena_array(arena, n, sizeof **out);
    n = 0;
    json_each (group, *out ? groups : NULL)
        json_each (one, group)
            (*out)[n++] = (struct meaning){slice_of(json_text(one)),
                                           slice_of(json_text(cJSON_GetArrayItem(group, 0)))};
    return n;
}

static void load(void)
{
    struct err err;
    struct slice bytes;
    struct arena *arena = arena_new();
    char *path = arena ? path_data("agencies.json", &err) : NULL;
    const cJSON *all =
        path ? json_read_in(arena, arena, path, WORDS_MAX_NBYTES, "words of agencies", &bytes, &err)
             : NULL;
    free(path);
    if (!all) {
        arena_free(arena);
        return;
    }
    words.arena = arena;
    read_none(arena, json_get(all, "no_territory"));
    words.nends = read_list(arena, json_get(all, "short_ends"), &words.ends);
    words.nautonomous = read_list(arena, json_get(all, "autonomous"), &words.autonomous);
    words.npeoples = read_list(arena, json_get(all, "peoples"), &words.peoples);
    words.nshorts = read_meanings(arena, json_get(all, "short"), &words.shorts);
    words.nzones = read_meanings(arena, json_get(all, "zones"), &words.zones);
}

static const struct words *all_words(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return &words;
}

static bool ends_in(const char *text, size_t nbytes, struct slice ending)
{
    size_t n = ending.nbytes;
    return n == 0 || (n <= nbytes && text[nbytes - 1] == ending.ptr[n - 1] &&
                      memcmp(text + nbytes - n, ending.ptr, n) == 0);
}

bool agency_words_no_territory(const char *name, size_t end)
{
    const struct words *all = all_words();
    char last = name[end - 1], next = name[end];
    for (size_t i = 0; i < all->nnone; i++) {
        const struct no_sign *one = &all->none[i];
        if (one->last == last && (one->next == next || !one->next) && end >= one->end &&
            strncmp(name + end - one->end, one->word.ptr, one->word.nbytes) == 0)
            return true;
    }
    return false;
}

/* ---- zones ---- */

/* The longest word decides. */
const char *agency_words_zone(struct slice text, size_t *nbytes)
{
    const struct words *all = all_words();
    const struct meaning *found = NULL;
    for (size_t i = 0; i < all->nzones; i++)
        if (ends_in(text.ptr, text.nbytes, all->zones[i].word) &&
            (!found || all->zones[i].word.nbytes > found->word.nbytes))
            found = &all->zones[i];
    *nbytes = found ? found->word.nbytes : 0;
    return found ? found->means.ptr : NULL;
}

bool agency_words_is_zone(struct slice text)
{
    size_t nbytes;
    return agency_words_zone(text, &nbytes) != NULL;
}

/* ---- short forms ---- */

/* The longest word that the name has before its end (局); NULL: none. */
static const struct meaning *short_before(const char *name, size_t nbytes, size_t *end)
{
    const struct words *all = all_words();
    const struct meaning *found = NULL;
    for (size_t i = 0; i < all->nends && !found; i++) {
        if (!ends_in(name, nbytes, all->ends[i]))
            continue;
        *end = nbytes - all->ends[i].nbytes;
        for (size_t k = 0; k < all->nshorts; k++)
            if (ends_in(name, *end, all->shorts[k].word) &&
                (!found || all->shorts[k].word.nbytes > found->word.nbytes))
                found = &all->shorts[k];
    }
    return found;
}

/* Where the names of peoples begin that end before byte `end`. */
static size_t peoples_before(const char *name, size_t end)
{
    const struct words *all = all_words();
    for (size_t i = 0; i < all->npeoples;) {
        bool is_one = all->peoples[i].nbytes < end && ends_in(name, end, all->peoples[i]);
        end -= is_one ? all->peoples[i].nbytes : 0;
        i = is_one ? 0 : i + 1;
    }
    return end;
}

/* 新晃侗族自治县 is 新晃县: the peoples' names are left out up to the last sign. */
static bool drop_peoples(char *name)
{
    const struct words *all = all_words();
    for (size_t i = 0; i < all->nautonomous; i++) {
        struct slice word = all->autonomous[i];
        const char *at = strstr(name, word.ptr);
        if (!at)
            continue;
        size_t sign = (size_t)(at - name) + word.nbytes - HAN;
        bool is_of_people = slice_has_prefix(word, slice_of("族"));
        size_t start = peoples_before(name, (size_t)(at - name) + (is_of_people ? HAN : 0));
        if (start == 0)
            continue;
        memmove(name + start, name + sign, strlen(name + sign) + 1);
        return true;
    }
    return false;
}

const char *agency_words_plain(const char *name, char *out, size_t room)
{
    size_t nbytes = strlen(name), end = 0;
    const struct meaning *found = short_before(name, nbytes, &end);
    size_t start = found ? end - found->word.nbytes : 0;
    if (nbytes + (found ? found->means.nbytes : 0) >= room)
        return NULL;
    if (found) {
        memcpy(out, name, start);
        memcpy(out + start, found->means.ptr, found->means.nbytes);
        memcpy(out + start + found->means.nbytes, name + end, nbytes - end + 1);
    } else {
        memcpy(out, name, nbytes + 1);
    }
    bool is_other = drop_peoples(out);
    return is_other || (found && found->word.ptr != found->means.ptr) ? out : NULL;
}

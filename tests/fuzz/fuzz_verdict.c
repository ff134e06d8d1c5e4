/* The verdict file without its journal: what is not whole gives no decision,
 * what is whole is shown and can be recovered. An odd first byte has the seal
 * put right, so that the parts behind it are reached. */
#include "fuzz_review.h"

#include <unistd.h>

#include "../../src/review/verdict.h"
#include "gouji/base/json.h"

static void put_seal(struct str *text)
{
    char hex[HASH_HEX_NBYTES];
    struct err err = {0};
    cJSON *json = json_parse(str_slice(text), &err);
    if (json && cJSON_IsObject(json) && verdict_seal(json, hex) == 0) {
        cJSON_DeleteItemFromObjectCaseSensitive(json, "integrity");
        cJSON *integrity = cJSON_AddObjectToObject(json, "integrity");
        FUZZ_CHECK(json_add_string(integrity, "sha256", hex) == 0);
        str_clear(text);
        json_canonical(json, text);
    }
    cJSON_Delete(json);
}

static enum verdict_health check_read(const char *path)
{
    struct verdict_file file;
    struct err err = {0};
    FUZZ_CHECK(verdict_read(path, &file, &err) == 0);
    enum verdict_health health = file.health;
    FUZZ_CHECK(health != VERDICT_FILE_MISSING);
    FUZZ_CHECK(health != VERDICT_FILE_DAMAGED || file.why[0]);
    if (health == VERDICT_FILE_WHOLE) {
        char hex[HASH_HEX_NBYTES];
        const char *stored = json_string(json_get(file.json, "integrity"), "sha256");
        FUZZ_CHECK(stored && verdict_seal(file.json, hex) == 0 && strcmp(stored, hex) == 0);
        FUZZ_CHECK(file.events >= 1 && strlen(file.head) == 64);
    }
    verdict_file_release(&file);
    return health;
}

static size_t count_decisions(const struct review *review)
{
    size_t n = 0;
    for (size_t i = 0; i < review_findings(review)->nitems; i++)
        n += review_decision(review, i).verdict != VERDICT_NONE;
    return n;
}

static char *tell(enum verdict_health health)
{
    struct str told = STR_INIT;
    struct review *review = fuzz_open_review(true);
    fuzz_tell_review(review, &told);
    if (health == VERDICT_FILE_DAMAGED)
        FUZZ_CHECK(count_decisions(review) == 0 && review_notice(review));
    review_close(review, NULL);
    return str_detach(&told);
}

static void check_untouched(const char *path, struct slice bytes)
{
    size_t nbytes;
    char *now = fuzz_slurp(path, &nbytes);
    FUZZ_CHECK(now && slice_equal(slice_make(now, nbytes), bytes));
    free(now);
}

/* What was decided stays decided after a recovery and another opening. */
static void check_recovery(const char *path, struct slice bytes)
{
    struct err err = {0};
    struct review *review = fuzz_open_review(false);
    size_t decided = count_decisions(review);
    if (review_missing(review) == 0) {
        review_close(review, NULL);
        return;
    }
    bool recovered = review_recover(review, &err) == 0;
    FUZZ_CHECK(!recovered || count_decisions(review) == decided);
    bool closed = review_close(review, &err) == 0;
    if (!recovered)
        check_untouched(path, bytes);
    review = fuzz_open_review(true);
    FUZZ_CHECK(count_decisions(review) == decided);
    review_close(review, NULL);
    if (recovered && closed)
        FUZZ_CHECK(check_read(path) == VERDICT_FILE_WHOLE);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[FUZZ_PATH_NBYTES];
    if (size == 0)
        return 0;
    struct str text = STR_INIT;
    str_append(&text, slice_make((const char *)data + 1, size - 1));
    if (data[0] & 1)
        put_seal(&text);
    fuzz_report();
    fuzz_remove_review();
    fuzz_spill(fuzz_path("a.txt.zhang.verdict.json", path),
               slice_make(str_text(&text), text.nbytes));
    enum verdict_health health = check_read(path);
    char *first = tell(health);
    if (health != VERDICT_FILE_DAMAGED) {
        char *second = tell(health);
        FUZZ_CHECK(first && second && strcmp(first, second) == 0);
        free(second);
    }
    check_untouched(path, str_slice(&text));
    if (health != VERDICT_FILE_DAMAGED)
        check_recovery(path, str_slice(&text));
    fuzz_remove_review();
    free(first);
    str_release(&text);
    return 0;
}

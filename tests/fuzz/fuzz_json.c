/* base/json: what the scanner lets through means the same to cJSON, and its
 * canonical form means it, too. */
#include "fuzz.h"

#include "gouji/base/json.h"

enum { COMPARE_MAX = 4096 }; /* cJSON_Compare is quadratic */

static void check_values(const cJSON *value)
{
    if (cJSON_IsNumber(value)) {
        FUZZ_CHECK(value->valuedouble >= -(double)JSON_MAX_INTEGER &&
                   value->valuedouble <= (double)JSON_MAX_INTEGER);
        FUZZ_CHECK((double)(int64_t)value->valuedouble == value->valuedouble);
    }
    if (cJSON_IsString(value))
        fuzz_check_utf8(slice_of(value->valuestring));
    for (const cJSON *child = value->child; child; child = child->next) {
        if (cJSON_IsObject(value)) {
            fuzz_check_utf8(slice_of(child->string));
            for (const cJSON *other = child->next; other; other = other->next)
                FUZZ_CHECK(strcmp(child->string, other->string) != 0);
        }
        check_values(child);
    }
}

static void check_accepted(struct slice document)
{
    struct err err = {0};
    const char *end = NULL;
    cJSON *raw = cJSON_ParseWithLengthOpts(document.ptr, document.nbytes, &end, false);
    cJSON *value = json_parse(document, &err);
    FUZZ_CHECK(raw && value);
    for (; end < document.ptr + document.nbytes; end++)
        FUZZ_CHECK(strchr(" \t\r\n", *end) && *end);
    check_values(value);
    struct str text = STR_INIT, again = STR_INIT;
    json_canonical(value, &text);
    cJSON *reread = json_parse(str_slice(&text), &err);
    FUZZ_CHECK(reread != NULL);
    json_canonical(reread, &again);
    FUZZ_CHECK(slice_equal(str_slice(&text), str_slice(&again)));
    if (document.nbytes <= COMPARE_MAX)
        FUZZ_CHECK(cJSON_Compare(raw, reread, true));
    cJSON_Delete(raw);
    cJSON_Delete(value);
    cJSON_Delete(reread);
    str_release(&text);
    str_release(&again);
}

static bool is_utf8(struct slice text)
{
    for (size_t i = 0, n; i < text.nbytes; i += n)
        if (text_next(text.ptr + i, text.nbytes - i, &n) < 0)
            return false;
    return true;
}

/* Any bytes as a string: one that the scanner takes, and the same text back. */
static void check_quoted(struct slice bytes)
{
    struct err err = {0};
    struct str quoted = STR_INIT;
    bool has_nul = memchr(bytes.ptr, 0, bytes.nbytes) != NULL;
    json_quote(bytes, &quoted);
    bool accepted = json_scan(str_slice(&quoted), &err) == 0;
    FUZZ_CHECK(accepted == !has_nul || quoted.nbytes > JSON_MAX_STRING);
    cJSON *value = accepted ? json_parse(str_slice(&quoted), &err) : NULL;
    if (value && is_utf8(bytes))
        FUZZ_CHECK(slice_equal(slice_of(value->valuestring), bytes));
    cJSON_Delete(value);
    str_release(&quoted);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice document = slice_make((const char *)data, size);
    struct err err = {0};
    if (json_scan(document, &err) == 0)
        check_accepted(document);
    else
        FUZZ_CHECK(err.kind != ERR_NONE && err.text[0]);
    if (size > 0)
        check_quoted(document);
    return 0;
}

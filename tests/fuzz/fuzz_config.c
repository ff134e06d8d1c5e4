/* A configuration of somebody else's: each line is taken, or told with its
 * number; and what came of it, written down, is taken again without a word and
 * comes out the same. */
#include "../../src/app/app_private.h"
#include "fuzz.h"

/* Read into a map of keys that holds none; as the file that sets the same. */
static void settings(struct slice bytes, struct str *out, struct str *faults)
{
    char path[FUZZ_PATH_NBYTES];
    struct config config;
    struct keymap *keymap = keymap_new();
    FUZZ_CHECK(keymap != NULL);
    config_init(&config);
    fuzz_spill(fuzz_path("config", path), bytes);
    config_load(&config, keymap, path, faults);
    config_dump(&config, out);
    FUZZ_CHECK(!out->failed && !faults->failed);
    config_release(&config);
    keymap_free(keymap);
}

/* FILE:LINE: what is wrong, one of each line that there is at most. */
static void check_faults(const struct str *faults, size_t nlines)
{
    char path[FUZZ_PATH_NBYTES];
    size_t nbytes = strlen(fuzz_path("config", path)), last = 0;
    for (const char *at = str_text(faults); *at; at += strcspn(at, "\n") + 1) {
        FUZZ_CHECK(strncmp(at, path, nbytes) == 0 && at[nbytes] == ':');
        size_t number = strtoul(at + nbytes + 1, NULL, 10);
        FUZZ_CHECK(number > last && number <= nlines);
        last = number;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str once = STR_INIT, twice = STR_INIT, faults = STR_INIT;
    size_t nlines = 1;
    for (size_t i = 0; i < size; i++)
        nlines += data[i] == '\n';
    settings(slice_make((const char *)data, size), &once, &faults);
    check_faults(&faults, nlines);
    str_clear(&faults);
    settings(str_slice(&once), &twice, &faults);
    FUZZ_CHECK(faults.nbytes == 0);
    FUZZ_CHECK(slice_equal(str_slice(&once), str_slice(&twice)));
    str_release(&once);
    str_release(&twice);
    str_release(&faults);
    return 0;
}

/* The workstation under any keys, pastes and sizes of the screen. The first
 * byte chooses the size, who reviews and whether anything may be written; the
 * rest is a script of keys, of which lines that name no keys are left out. */
#include "fuzz_review.h"

#include <ftw.h>
#include <stdio.h>
#include <unistd.h>

#include "../../src/review/verdict.h"
#include "gouji/app/app.h"
#include "gouji/base/path.h"
#include "gouji/store/journal.h"
#include "gouji/ui/memscreen.h"

enum { LINES_MAX = 400 };

static void add_line(struct str *script, struct slice line)
{
    struct err err = {0};
    struct screen *screen = memscreen_new(24, 80, line, &err);
    if (!screen)
        return;
    memscreen_ops.end(screen);
    str_append(script, line);
    str_byte(script, '\n');
}

static void write_script(struct str *script, struct slice input)
{
    size_t at = 0;
    for (int n = 0; n < LINES_MAX && at < input.nbytes; n++) {
        const char *end = memchr(input.ptr + at, '\n', input.nbytes - at);
        size_t nbytes = end ? (size_t)(end - input.ptr) - at : input.nbytes - at;
        if (!memchr(input.ptr + at, 0, nbytes))
            add_line(script, slice_make(input.ptr + at, nbytes));
        at += nbytes + 1;
    }
    str_add(script, "dump\n");
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *place)
{
    (void)info;
    (void)kind;
    if (place->level > 0 && strcmp(path_name(path), "a.txt") != 0)
        remove(path);
    return 0;
}

/* Nothing of the run before is met by the next one. */
static void clean(void)
{
    FUZZ_CHECK(chdir(fuzz_dir()) == 0);
    nftw(fuzz_dir(), remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* Dumps name no control but line ends. */
static void run(uint8_t choice, const struct str *script)
{
    static const int sizes[][2] = {{24, 80}, {40, 120}, {10, 40}, {5, 20}};
    char path[FUZZ_PATH_NBYTES], config[FUZZ_PATH_NBYTES];
    const char *const paths[] = {fuzz_path("a.txt", path)};
    fuzz_spill(fuzz_path("config", config), slice_of(""));
    struct app_options options = {.paths = paths,
                                  .npaths = 1,
                                  .reviewer = choice & 4 ? NULL : "zhang",
                                  .tool_version = "0.1.0",
                                  .build = "git:test",
                                  .config = config,
                                  .rows = sizes[choice & 3][0],
                                  .cols = sizes[choice & 3][1],
                                  .lang = choice & 8 ? LANG_EN : LANG_ZH,
                                  .readonly = choice & 16};
    struct err err = {0};
    struct str dumps = STR_INIT;
    int status = app_run_script(&options, str_slice(script), &dumps, &err);
    FUZZ_CHECK(status == 0 || (status == 2 && err.text[0]));
    fuzz_check_shown(str_slice(&dumps), true);
    str_release(&dumps);
}

/* Whatever was written is whole and is read back without a word. */
static void check_files(void)
{
    char path[FUZZ_PATH_NBYTES];
    struct verdict_file file;
    struct journal_lines lines;
    struct err err = {0};
    FUZZ_CHECK(verdict_read(fuzz_path("a.txt.zhang.verdict.json", path), &file, &err) == 0);
    FUZZ_CHECK(journal_load(fuzz_path("a.txt.zhang.verdict.jsonl", path), &lines, &err) == 0);
    FUZZ_CHECK(lines.torn_nbytes == 0 && lines.broken_line == 0);
    FUZZ_CHECK(file.health == VERDICT_FILE_WHOLE || file.health == VERDICT_FILE_MISSING);
    verdict_file_release(&file);
    journal_lines_release(&lines);
    struct review *review = fuzz_open_review(true);
    FUZZ_CHECK(!review_notice(review));
    review_close(review, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    struct str script = STR_INIT;
    fuzz_report();
    clean();
    write_script(&script, slice_make((const char *)data + 1, size - 1));
    run(data[0], &script);
    check_files();
    str_release(&script);
    return 0;
}

/* A folder of made-up reports of some agencies and years, beside the desk's own. */
#ifndef GOUJI_TESTS_FOLDER_FIXTURE_H
#define GOUJI_TESTS_FOLDER_FIXTURE_H

#include "desk_script.h"

/* All of `from` becomes `to`, of any length; caller frees. */
static inline char *replaced(const char *text, const char *from, const char *to)
{
    struct str out = STR_INIT;
    for (const char *at; (at = strstr(text, from)); text = at + strlen(from)) {
        str_append(&out, slice_make(text, (size_t)(at - text)));
        str_add(&out, to);
    }
    str_add(&out, text);
    char *result = str_detach(&out);
    assert_non_null(result);
    return result;
}

/* The report as the grid stands now, as this agency's of this year. */
static inline void folder_write(struct desk *desk, const char *name, const char *agency, int year)
{
    size_t nbytes;
    char number[8];
    desk_write(desk);
    char *text = desk_slurp(desk->report_path, &nbytes);
    snprintf(number, sizeof number, "%d", year);
    char *named = replaced(text, "甲乙县丙丁局", agency), *dated = replaced(named, "2023", number);
    char *path = path_join(desk->dir, name);
    desk_spill(path, dated, strlen(dated));
    unlink(desk->report_path);
    free(path);
    free(dated);
    free(named);
    free(text);
}

/* Two agencies, one of them with three years; one file that is no report. */
static inline void folder_make(struct desk *desk)
{
    folder_write(desk, "a2021.txt", "甲乙县丙丁局", 2021);
    desk_set(desk, "new", 0, 24);
    desk_set(desk, "new", DESK_COLS - 1, 24);
    folder_write(desk, "a2022.txt", "甲乙县丙丁局", 2022);
    desk_set(desk, "open", 0, 9);
    folder_write(desk, "a2023.txt", "甲乙县丙丁局", 2023);
    desk_clear(desk);
    folder_write(desk, "b2023.txt", "甲乙县戊己镇人民政府", 2023);
    char *path = path_join(desk->dir, "readme.txt");
    desk_spill(path, "no report at all\n", 17);
    free(path);
}

#endif

/* Every cell of the shared sample reports, when they are there. */
#include "table_fixture.h"

#include "gouji/base/json.h"
#include "gouji/base/path.h"

static char *shared_path(const char *name)
{
    const char *dir = getenv("GOUJI_SHARED");
    char *reports = path_join(dir ? dir : "../shared", "reports");
    char *path = path_join(reports, name);
    free(reports);
    return path;
}

static bool read_shared(const char *name, char **bytes, size_t *nbytes)
{
    char *path = shared_path(name);
    int result = path_read(path, 16 * 1024 * 1024, "test", bytes, nbytes, NULL);
    free(path);
    return result == 0;
}

static size_t line_at(const struct report *report, uint32_t offset)
{
    size_t line = 0;
    while (line + 1 < report->nlines && report->lines[line + 1] <= offset)
        line++;
    return line + 1;
}

static int compare_cell(const struct report *report, const cJSON *wanted, const char *sample)
{
    const char *id = wanted->string;
    const struct cell *cell = find_cell(report, id);
    const char *state = cJSON_GetObjectItem(wanted, "state")->valuestring;
    const cJSON *v = cJSON_GetObjectItem(wanted, "v");
    const cJSON *line = cJSON_GetObjectItem(wanted, "line");
    if (!cell || strcmp(state_names[cell->state], state) != 0) {
        print_error("%s %s: %s, not %s\n", sample, id, cell ? state_names[cell->state] : "none",
                    state);
        return 1;
    }
    if (cJSON_IsString(v) && !slice_is(report_slice(report, cell->span), v->valuestring)) {
        print_error("%s %s: not %s\n", sample, id, v->valuestring);
        return 1;
    }
    if (cJSON_IsNumber(line) && line_at(report, cell->span.start) != (size_t)line->valueint) {
        print_error("%s %s: line %zu, not %d\n", sample, id, line_at(report, cell->span.start),
                    line->valueint);
        return 1;
    }
    return 0;
}

/* All cells of a row ("T3.other") or table ("T4") must have the state. */
static int compare_state(const struct report *report, const char *prefix, enum cell_state state,
                         const char *sample, size_t *ncells)
{
    int bad = 0;
    size_t n = strlen(prefix);
    for (int t = 0; t < TABLE_COUNT; t++)
        for (size_t b = 0; b < report->tables[t].nblocks; b++) {
            const struct block_reading *block = &report->tables[t].blocks[b];
            for (size_t i = 0; i < block->form->nrows * block->form->ncols; i++) {
                const struct cell *cell = &block->cells[i];
                if (block->form->rows[cell->row].is_group || strncmp(cell->id, prefix, n) != 0 ||
                    cell->id[n] != '.')
                    continue;
                ++*ncells;
                if (cell->state != state) {
                    print_error("%s %s: %s, not %s\n", sample, cell->id, state_names[cell->state],
                                state_names[state]);
                    bad++;
                }
            }
        }
    return bad;
}

static size_t count_cells(const struct report *report)
{
    size_t n = 0;
    for (int t = 0; t < TABLE_COUNT; t++)
        for (size_t b = 0; b < report->tables[t].nblocks; b++) {
            const struct form_block *form = report->tables[t].blocks[b].form;
            for (size_t row = 0; row < form->nrows; row++)
                if (!form->rows[row].is_group && form->rows[row].alternative_of < 0)
                    n += form->ncols;
        }
    return n;
}

static int compare_sample(const struct report *report, const cJSON *sample)
{
    static const char *const tables[] = {"T2", "T3", "T4"};
    const char *name = sample->string;
    size_t ncells = 0;
    int bad = 0;
    for (int t = 0; t < TABLE_COUNT; t++) {
        const cJSON *table = cJSON_GetObjectItem(sample, tables[t]);
        for (const cJSON *cell = table ? table->child : NULL; cell; cell = cell->next, ncells++)
            bad += compare_cell(report, cell, name);
    }
    const cJSON *item;
    cJSON_ArrayForEach (item, cJSON_GetObjectItem(sample, "unplaced_rows"))
        bad += compare_state(report, item->string, CELL_UNPLACED, name, &ncells);
    cJSON_ArrayForEach (item, cJSON_GetObjectItem(sample, "absent_rows"))
        bad += compare_state(report, item->valuestring, CELL_ABSENT, name, &ncells);
    cJSON_ArrayForEach (item, cJSON_GetObjectItem(sample, "absent_tables"))
        bad += compare_state(report, item->valuestring, CELL_ABSENT, name, &ncells);
    assert_int_equal(ncells, count_cells(report));
    assert_string_equal(report->edition, cJSON_GetObjectItem(sample, "edition")->valuestring);
    return bad;
}

static void test_shared_cells(void **state)
{
    char *bytes = NULL;
    size_t nbytes = 0;
    (void)state;
    if (!read_shared("cells.json", &bytes, &nbytes)) {
        print_message("no shared reports here\n");
        skip();
    }
    cJSON *root = cJSON_ParseWithLength(bytes, nbytes);
    free(bytes);
    assert_non_null(root);
    int bad = 0;
    const cJSON *sample;
    cJSON_ArrayForEach (sample, cJSON_GetObjectItem(root, "samples")) {
        assert_true(read_shared(cJSON_GetObjectItem(sample, "file")->valuestring, &bytes, &nbytes));
        struct report *report = read_tables(slice_make(bytes, nbytes));
        bad += compare_sample(report, sample);
        free_report(report);
        free(bytes);
    }
    cJSON_Delete(root);
    assert_int_equal(bad, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_shared_cells)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}

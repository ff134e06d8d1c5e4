/* Each layout's reader on tables that another would have been chosen for: the
 * first byte names the reader, the rest stands between the headings of a
 * report. A reader is asked only where it claims some lines. */
#include "fuzz.h"

#include "../../src/report/grid_bar.h"
#include "../../src/report/reading.h"

static const char before[] = "青山县柳河镇2021年政府信息公开工作年度报告\n"
                             "一、总体情况\n我镇主动公开信息12条。\n";
static const char behind[] = "\n五、存在的主要问题及改进情况\n一是不够主动。\n"
                             "六、其他需要报告的事项\n无。\n";

static struct report *read_between(struct slice tables)
{
    struct str text = STR_INIT;
    struct err err = {0};
    str_add(&text, before);
    str_append(&text, tables);
    str_add(&text, behind);
    struct report *report = report_read("a.txt", str_slice(&text), fuzz_forms(), &err);
    FUZZ_CHECK(report || err.kind == ERR_INPUT || err.kind == ERR_LIMIT ||
               err.kind == ERR_NOT_REPORT);
    str_release(&text);
    return report;
}

static void force(const struct report *report, const struct pieces *pieces,
                  const struct region *region, const struct grid_reader *reader)
{
    struct reading reading;
    struct table table = {0};
    struct err err = {0};
    struct bar_look bars = bar_look_at(pieces, region->first, region->end);
    struct grid_site site = {
        .pieces = pieces, .first = region->first, .end = region->end, .bars = &bars};
    grid_count_lines(&site);
    if (reader->claim && !reader->claim(&site))
        return;
    for (int prefer = -1; prefer < (int)forms_count(report->forms); prefer++) {
        table = (struct table){0};
        FUZZ_CHECK(reading_make(&site, region, reader, prefer, &reading, &err) == 0);
        FUZZ_CHECK(reading_build(&reading, &table, &err) == 0);
        fuzz_check_table(report, &table);
    }
}

static void force_all(struct report *report, size_t chosen)
{
    struct pieces pieces;
    struct regions regions = {0};
    size_t nreaders = 0;
    struct arena *scratch = arena_new();
    while (grid_readers[nreaders])
        nreaders++;
    FUZZ_CHECK(scratch && pieces_cut(report, scratch, &pieces, NULL) == 0);
    FUZZ_CHECK(regions_find(&pieces, &regions, NULL) == 0);
    for (int id = 0; id < TABLE_COUNT; id++) {
        const struct region *rival;
        const struct region *best = regions_best(&pieces, &regions, (enum table_id)id, &rival);
        if (best)
            force(report, &pieces, best, grid_readers[chosen % nreaders]);
    }
    arena_free(scratch);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    struct report *report = read_between(slice_make((const char *)data + 1, size - 1));
    if (!report)
        return 0;
    fuzz_check_report(report);
    force_all(report, data[0]);
    report_free(report);
    return 0;
}

#include "phrase_bare.h"

#include "gouji/base/json.h"

struct bare_section bare_section_of(struct arena *arena, const cJSON *bare)
{
    return (struct bare_section){.section = json_string(bare, "section"),
                                 .least = (size_t)json_integer(bare, "numbers", 0),
                                 .drop = word_list_of(arena, json_get(bare, "drop")),
                                 .places = word_list_of(arena, json_get(bare, "places"))};
}

/* Those that count something: of dates, years and numbers of lists every text has some. */
static size_t count_numbers(const struct report *report, int section)
{
    size_t n = 0;
    for (size_t i = 0; i < report->nfigures; i++) {
        const struct figure *figure = &report->figures[i];
        const struct sentence *sentence = &report->sentences[figure->sentence];
        n += !figure->is_list_number && sentence->section == section && !sentence->is_heading;
    }
    return n;
}

static bool is_named(const struct report *report, int section, struct slice name)
{
    for (size_t i = 0; i < report->nsentences; i++) {
        const struct fold *fold = &report->sentences[i].fold;
        if (report->sentences[i].section == section &&
            slice_find(slice_make(fold->text, fold->nbytes), name))
            return true;
    }
    return false;
}

const struct section *bare_section_find(struct evaluation *run, const struct bare_section *wanted)
{
    const struct report *report = run->report;
    const struct section *section =
        wanted->section ? report_section(report, wanted->section) : NULL;
    if (!section || section_is_empty(report, section))
        return NULL;
    int index = (int)(section - report->sections);
    const char *name = names_short(run, wanted->drop, wanted->places);
    bool is_bare = name && *name && count_numbers(report, index) < wanted->least &&
                   !is_named(report, index, slice_of(name));
    return is_bare ? section : NULL;
}

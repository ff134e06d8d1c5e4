#include "localise_words.h"

#include "gouji/check/mask.h"
#include "localise_worst.h"
#include "places.h"
#include "testimony.h"
#include "wording.h"

enum { SHOWN_CHANGES = 4 };

const char *repair_kind_name(enum repair_kind kind)
{
    static const char *const names[REPAIR_COUNT] = {
        [REPAIR_TYPO] = "typo",
        [REPAIR_SWAP] = "swap",
        [REPAIR_ROW_SHIFT] = "row-shift",
        [REPAIR_ROWS_SWAPPED] = "rows-swapped",
        [REPAIR_COLUMNS_SWAPPED] = "columns-swapped",
        [REPAIR_ROWS_SHIFTED] = "rows-shifted",
        [REPAIR_ROW_COPIED] = "row-copied",
        [REPAIR_TOTAL] = "total",
        [REPAIR_ROW_ZERO] = "row-zero",
        [REPAIR_SEVERAL] = "several",
        [REPAIR_MOVE] = "move",
        [REPAIR_VALUE] = "value",
    };
    return names[kind];
}

const char *fault_name(enum fault fault)
{
    static const char *const names[] = {
        [FAULT_REPORT] = "report",
        [FAULT_READING] = "reading",
        [FAULT_PROSE] = "prose",
        [FAULT_PRIOR] = "prior",
    };
    return names[fault];
}

static const char *name_of(struct model *model, uint16_t var, enum lang lang)
{
    static const char *const prose[LANG_COUNT] = {"正文", "the prose"};
    static const char *const prior[LANG_COUNT] = {"上年报告", "last year's report, "};
    const struct place_of *place = &model->places[var];
    if (!place->cell)
        return prose[lang];
    const char *address = cell_address(model->run->arena, place->cell, lang);
    return place->is_prior ? arena_format(model->run->arena, "%s%s", prior[lang], address)
                           : address;
}

static const char *id_of(struct model *model, uint16_t var)
{
    const struct place_of *place = &model->places[var];
    return place->is_prior ? arena_format(model->run->arena, "prior:%s", place->seen.cell)
                           : place->seen.cell;
}

static int fill_change(struct model *model, const struct candidate *from, size_t i,
                       struct change *change)
{
    uint16_t var = from->vars[i];
    const struct place_of *place = &model->places[var];
    bool is_hidden = !place->is_prior && !span_empty(place->seen.span) &&
                     mask_covers(model->run->out, place->seen.span);
    *change = (struct change){
        .cell = id_of(model, var),
        .from = is_hidden ? 0 : model_printed(model, var),
        .to = from->values[i],
        .is_here = !place->is_prior,
        .was_blank = is_hidden || place->seen.state != CELL_NUMBER,
        .distance = is_hidden ? 0 : rank_distance(model_printed(model, var), from->values[i]),
        .span = place->is_prior ? (struct span){0, 0} : place->seen.span,
    };
    for (int lang = 0; lang < LANG_COUNT; lang++)
        if (!(change->name[lang] = name_of(model, var, (enum lang)lang)))
            return -1;
    return change->cell ? 0 : -1;
}

static bool is_changed(const struct candidate *from, uint16_t var)
{
    for (size_t i = 0; i < from->n; i++)
        if (from->vars[i] == var)
            return true;
    return false;
}

static int add_witness(struct model *model, const char *id, struct repair *repair, size_t *capacity)
{
    const char **room = arena_push(model->run->arena, &repair->witnesses, capacity,
                                   repair->nwitnesses, sizeof *room);
    if (!room || !id)
        return -1;
    *room = id;
    repair->nwitnesses++;
    return 0;
}

static int add_testimony(struct model *model, uint16_t var, int64_t value, struct repair *repair,
                         size_t *capacity)
{
    const struct place_of *place = &model->places[var];
    const struct testimony *which;
    int64_t change;
    if (place->is_prior || __builtin_sub_overflow(value, model->system.vars[var].value, &change) ||
        testimony_of(model->run, place->cell, change, &which) != TESTIMONY_CHANGED || !which->id)
        return 0;
    return add_witness(model, which->id, repair, capacity);
}

/* What else is in an equation and comes from elsewhere. */
static int add_witnesses(struct model *model, const struct candidate *from, uint16_t equation,
                         struct repair *repair, size_t *capacity)
{
    const struct equation *held = &model->system.eqs[equation];
    for (size_t i = 0; i < held->count; i++) {
        uint16_t var = model->system.terms[held->first + i].var;
        const struct place_of *place = &model->places[var];
        if ((place->cell && !place->is_prior) || is_changed(from, var))
            continue;
        if (add_witness(model, id_of(model, var), repair, capacity) < 0)
            return -1;
    }
    return 0;
}

static int fill_witnesses(struct model *model, const struct candidate *from, struct repair *repair)
{
    size_t capacity = 0;
    for (size_t i = 0; i < from->n; i++) {
        const struct variable *var = &model->system.vars[from->vars[i]];
        if (add_testimony(model, from->vars[i], from->values[i], repair, &capacity) < 0)
            return -1;
        for (size_t e = 0; e < var->nuses; e++)
            if (!model->system.eqs[var->eqs[e]].is_open &&
                add_witnesses(model, from, var->eqs[e], repair, &capacity) < 0)
                return -1;
    }
    return 0;
}

static void write_change(struct str *out, const struct change *change, enum lang lang)
{
    str_format(out, "%s: ", change->name[lang]);
    if (!change->was_blank)
        str_format(out, "%lld ", (long long)change->from);
    str_format(out, lang == LANG_ZH ? "应为 %lld" : "should be %lld", (long long)change->to);
}

static const char *kind_words(enum repair_kind kind, enum lang lang)
{
    static const char *const words[REPAIR_COUNT][LANG_COUNT] = {
        [REPAIR_TYPO] = {"", ""},
        [REPAIR_SWAP] = {"两数互换，", "two values exchanged, "},
        [REPAIR_ROW_SHIFT] = {"整行错位一格，", "a row shifted by one cell, "},
        [REPAIR_ROWS_SWAPPED] = {"两行互换，", "two rows exchanged, "},
        [REPAIR_COLUMNS_SWAPPED] = {"两列互换，", "two columns exchanged, "},
        [REPAIR_ROWS_SHIFTED] = {"以下各行错位一行，", "rows shifted by one from here on, "},
        [REPAIR_ROW_COPIED] = {"该行抄成了相邻行，", "a row copied from its neighbour, "},
        [REPAIR_TOTAL] = {"整行或整列漏填或误填，",
                          "a row or column left out or taken from elsewhere, "},
        [REPAIR_ROW_ZERO] = {"整行漏填（现为零），", "a row left out whole (zeros are printed), "},
        [REPAIR_SEVERAL] = {"两处差错，", "two slips, "},
        [REPAIR_MOVE] = {"数量记错位置，", "an amount entered in the wrong place, "},
        [REPAIR_VALUE] = {"", ""},
    };
    return words[kind][lang];
}

static const char *repair_text(struct model *model, const struct repair *repair, enum lang lang)
{
    struct str out = STR_INIT;
    str_add(&out, kind_words(repair->kind, lang));
    for (size_t i = 0; i < repair->nchanges && i < SHOWN_CHANGES; i++) {
        str_add(&out, i > 0 ? (lang == LANG_ZH ? "，" : ", ") : "");
        write_change(&out, &repair->changes[i], lang);
    }
    if (repair->nchanges > SHOWN_CHANGES)
        str_format(&out, lang == LANG_ZH ? " 等 %zu 处" : ", … %zu values", repair->nchanges);
    return wording_keep(model->run, &out);
}

int words_fill_repair(struct model *model, const struct candidate *from, struct repair *repair)
{
    struct change *changes = arena_array(model->run->arena, from->n, sizeof *changes);
    if (!changes)
        return -1;
    for (size_t i = 0; i < from->n; i++)
        if (fill_change(model, from, i, &changes[i]) < 0)
            return -1;
    *repair = (struct repair){
        .kind = from->kind, .score = from->score, .changes = changes, .nchanges = from->n};
    for (int lang = 0; lang < LANG_COUNT; lang++)
        repair->text[lang] = repair_text(model, repair, (enum lang)lang);
    return model->run->failed || fill_witnesses(model, from, repair) < 0 ? -1 : 0;
}

/* The first change that our reading, the prose or last year's report answers for. */
static enum fault fault_of(const struct model *model, const struct candidate *best)
{
    for (size_t i = 0; i < best->n; i++) {
        const struct place_of *place = &model->places[best->vars[i]];
        if (place->is_prior)
            return FAULT_PRIOR;
        if (!place->cell)
            return FAULT_PROSE;
        if (rank_is_doubtful(model, best->vars[i]))
            return FAULT_READING;
    }
    return FAULT_REPORT;
}

/* Whether the reviewer's own reading has a part in what is to be explained. */
static bool uses_reading(const struct model *model, const struct candidate *best)
{
    for (size_t i = 0; i < best->n; i++) {
        const struct variable *var = &model->system.vars[best->vars[i]];
        for (size_t e = 0; e < var->nuses; e++) {
            const struct equation *equation = &model->system.eqs[var->eqs[e]];
            for (size_t k = 0; k < equation->count; k++)
                if (model->places[model->system.terms[equation->first + k].var].seen.is_reading)
                    return true;
        }
    }
    return false;
}

static bool changes_tables(const struct model *model, const struct candidate *best)
{
    for (size_t i = 0; i < best->n; i++)
        if (model->places[best->vars[i]].cell)
            return true;
    return false;
}

static const char *evidence_of(const struct model *model, const struct candidate *best,
                               enum fault fault, enum lang lang)
{
    static const char *const words[][LANG_COUNT] = {
        [FAULT_REPORT] = {"行标签与表样相符，数字按原文逐字读取，应是报告有误",
                          "the row label is the form's and the number is read as printed: the "
                          "report is at fault"},
        [FAULT_READING] = {"该行标签不清或此表识读存疑，可能是识读有误，请先对照原文",
                           "the row label or the table is not read for sure: our reading may be "
                           "at fault, see the source first"},
        [FAULT_PROSE] = {"表内勾稽平衡，与正文所述不同", "the tables balance; the prose differs"},
        [FAULT_PRIOR] = {"两年报告不一致，任一方可能有误",
                         "the two years differ; either may be wrong"},
    };
    static const char *const own_reading[LANG_COUNT] = {
        "算式用到审核人改读的数，请先核对改读",
        "the sum uses a number as the reviewer reads it: see "
        "that reading first"};
    static const char *const both[LANG_COUNT] = {
        "正文和表格都要改动才能相符，请一并对照原文",
        "the prose and the tables must both change to agree: see both"};
    if (uses_reading(model, best))
        return own_reading[lang];
    if (fault == FAULT_PROSE && changes_tables(model, best))
        return both[lang];
    return words[fault][lang];
}

static void write_count(struct str *out, const struct culprit *culprit, enum lang lang)
{
    bool is_zh = lang == LANG_ZH;
    if (culprit->is_unique)
        str_add(out, is_zh ? "，唯一解释" : ", the only explanation");
    else if (!culprit->is_whole)
        str_format(out,
                   is_zh ? "；解释过多，至少 %zu 种，未查完"
                         : "; too many explanations, at least %zu, not all looked for",
                   culprit->nfound);
    else if (culprit->nfound == 1 && culprit->fault != FAULT_PRIOR)
        str_add(out, is_zh ? "，未找到别的解释" : ", no other explanation found");
    else if (culprit->nfound > 1)
        str_format(out, is_zh ? "；共 %zu 种解释" : "; %zu explanations", culprit->nfound);
    if (culprit->nfound > culprit->nrepairs)
        str_format(out, is_zh ? "，列出前 %zu 种" : ", %zu shown", culprit->nrepairs);
}

/* The row of a place, as it is named beside others. */
static const char *row_name(struct model *model, uint16_t var, enum lang lang)
{
    const struct cell *cell = model->places[var].cell;
    const char *name =
        cell ? places_row_short(model->run->arena, &cell->block->rows[cell->row], lang) : NULL;
    return name ? name : "";
}

/* Rows of zeros of which any may be the one left out: all, where some are not listed. */
static void write_zero_rows(struct str *out, struct model *model, const struct candidate *found,
                            const struct culprit *culprit, enum lang lang)
{
    static const char *const heads[LANG_COUNT] = {"；现为零、都可能漏填的行：",
                                                  "; rows of zeros, any of which may be it: "};
    size_t n = 0;
    while (n < culprit->nfound && found[n].kind == REPAIR_ROW_ZERO)
        n++;
    for (size_t i = 0; n > culprit->nrepairs && i < n; i++) {
        str_add(out, i == 0 ? heads[lang] : lang == LANG_ZH ? "、" : ", ");
        str_add(out, row_name(model, found[i].vars[0], lang));
    }
}

/* Of two years that differ the smaller change is no more likely. */
static const char *likeliest(enum fault fault, enum lang lang)
{
    static const char *const words[][LANG_COUNT] = {
        {"最可能的是 %s", "most likely %s"},
        {"两年不一致，任一方可能有误；改动最少的是 %s",
         "the two years differ, either may be wrong; the fewest changes: %s"}};
    return words[fault == FAULT_PRIOR][lang];
}

static size_t count_failed(const struct model *model, int part)
{
    size_t n = 0;
    for (size_t i = 0; i < model->system.neqs; i++)
        n += model_is_in(model, i, part) && model_fails(model, i);
    return n;
}

/* Nothing is claimed that was not found: only where it does not balance. */
static void write_unexplained(struct str *out, struct model *model, const struct culprit *culprit,
                              int part, enum lang lang)
{
    str_format(out,
               lang == LANG_ZH ? "整表不平：%zu 项核对不符，改动 %zu 处以内不能解释"
                               : "the table as a whole does not balance: %zu checks fail, no %zu "
                                 "changes explain them",
               count_failed(model, part), culprit->searched);
    worst_write(model, part, lang, out);
}

static const char *line_of(struct model *model, const struct candidate *found,
                           const struct culprit *culprit, int part, enum lang lang)
{
    bool is_zh = lang == LANG_ZH;
    struct str out = STR_INIT;
    if (culprit->nrepairs > 0 && culprit->accepted == culprit->changes) {
        str_format(&out, is_zh ? "已采纳：%s" : "accepted: %s", culprit->repairs[0].text[lang]);
    } else if (culprit->nrepairs > 0) {
        if (culprit->accepted > 0)
            str_format(&out, is_zh ? "已采纳其中 %zu 处；" : "%zu of the changes accepted; ",
                       culprit->accepted);
        str_format(&out, likeliest(culprit->fault, lang), culprit->repairs[0].text[lang]);
        write_count(&out, culprit, lang);
        write_zero_rows(&out, model, found, culprit, lang);
    } else {
        write_unexplained(&out, model, culprit, part, lang);
    }
    return wording_keep(model->run, &out);
}

int words_fill_culprit(struct model *model, const struct candidate *best, int part,
                       struct culprit *culprit)
{
    culprit->fault = best ? fault_of(model, best) : FAULT_REPORT;
    culprit->is_unique = culprit->is_unique && culprit->fault != FAULT_PRIOR;
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        culprit->evidence[lang] =
            best ? evidence_of(model, best, culprit->fault, (enum lang)lang) : "";
        culprit->line[lang] = line_of(model, best, culprit, part, (enum lang)lang);
    }
    return model->run->failed ? -1 : 0;
}

#include "filter_fields.h"

#include <strings.h>

#include "gouji/base/message.h"
#include "gouji/text/fold.h"

enum { BOTH = FILTER_FINDINGS | FILTER_REPORTS };

static const struct filter_word severities[] = {{"undecided", N_("undecided"), BOTH},
                                                {"info", N_("info"), BOTH},
                                                {"warning", N_("warning"), BOTH},
                                                {"error", N_("error"), BOTH},
                                                {NULL, NULL, 0}};

static const struct filter_word outcomes[] = {{"fail", N_("fails"), FILTER_FINDINGS},
                                              {"undecided", N_("undecided"), FILTER_FINDINGS},
                                              {"added", N_("added"), FILTER_FINDINGS},
                                              {NULL, NULL, 0}};

static const struct filter_word statuses[] = {
    {"open", N_("open"), BOTH},
    {"confirmed", N_("confirmed"), FILTER_FINDINGS},
    {"misread", N_("misread"), FILTER_FINDINGS},
    {"explained", N_("explained"), FILTER_FINDINGS},
    {"not-an-error", N_("not an error"), FILTER_FINDINGS},
    {"later", N_("later"), FILTER_FINDINGS},
    {"cannot-tell", N_("cannot tell"), FILTER_FINDINGS},
    {"stale", N_("needs another look"), BOTH},
    {"added", N_("added"), FILTER_FINDINGS},
    {"unread", N_("not read yet"), FILTER_REPORTS},
    {"new", N_("new"), FILTER_REPORTS},
    {"in-review", N_("in review"), FILTER_REPORTS},
    {"concluded", N_("concluded"), FILTER_REPORTS},
    {"passed", N_("passed"), FILTER_REPORTS},
    {"passed-with-notes", N_("passed with notes"), FILTER_REPORTS},
    {"returned", N_("returned"), FILTER_REPORTS},
    {"failed", N_("unreadable"), FILTER_REPORTS},
    {"left-out", N_("left out"), FILTER_REPORTS},
    {NULL, NULL, 0}};

static const struct filter_word switches[] = {
    {"yes", N_("yes"), BOTH}, {"no", N_("no"), BOTH}, {NULL, NULL, 0}};

static const struct filter_field_entry fields[FILTER_FIELD_COUNT] = {
    [FILTER_RULE] = {"rule", "规则", TYPE_TEXT, BOTH, NULL},
    [FILTER_SEVERITY] = {"sev", "级别", TYPE_SEVERITY, BOTH, severities},
    [FILTER_OUTCOME] = {"outcome", "结果", TYPE_WORD, FILTER_FINDINGS, outcomes},
    [FILTER_STATUS] = {"status", "状态", TYPE_WORD, BOTH, statuses},
    [FILTER_DOC] = {"doc", "文档", TYPE_TEXT, BOTH, NULL},
    [FILTER_TEXT] = {"text", "文本", TYPE_TEXT, BOTH, NULL},
    [FILTER_CELL] = {"cell", "单元格", TYPE_TEXT, FILTER_FINDINGS, NULL},
    [FILTER_REASON] = {"reason", "理由", TYPE_TEXT, FILTER_FINDINGS, NULL},
    [FILTER_TAG] = {"tag", "标记", TYPE_WORD, BOTH, switches},
    [FILTER_AGENCY] = {"agency", "机关", TYPE_TEXT, BOTH, NULL},
    [FILTER_KIND] = {"kind", "类别", TYPE_TEXT, BOTH, NULL},
    [FILTER_YEAR] = {"year", "年度", TYPE_NUMBER, BOTH, NULL},
    [FILTER_ERRORS] = {"errors", "错误", TYPE_NUMBER, FILTER_REPORTS, NULL},
    [FILTER_WARNINGS] = {"warnings", "警告", TYPE_NUMBER, FILTER_REPORTS, NULL},
    [FILTER_INFOS] = {"infos", "提示", TYPE_NUMBER, FILTER_REPORTS, NULL},
    [FILTER_UNDECIDED] = {"undecided", "未决", TYPE_NUMBER, FILTER_REPORTS, NULL},
    [FILTER_OPEN] = {"open", "待定", TYPE_NUMBER, FILTER_REPORTS, NULL},
};

const struct filter_field_entry *filter_field_entry(enum filter_field field)
{
    return &fields[field];
}

enum filter_field filter_field_find(struct slice name, enum filter_subject subject)
{
    for (int i = 0; i < FILTER_FIELD_COUNT; i++) {
        if (!(fields[i].subjects & (unsigned)subject))
            continue;
        enum fold_match english = fold_match(slice_of(fields[i].name), name);
        enum fold_match chinese = fold_match(slice_of(fields[i].chinese), name);
        if (english == FOLD_NO_MEMORY || chinese == FOLD_NO_MEMORY)
            return FILTER_FIELD_NO_MEMORY;
        if (english == FOLD_IS || chinese == FOLD_IS)
            return (enum filter_field)i;
    }
    return FILTER_FIELD_COUNT;
}

bool filter_field_begins(struct slice name, enum filter_subject subject)
{
    for (int i = 0; i < FILTER_FIELD_COUNT; i++)
        if (fields[i].subjects & (unsigned)subject &&
            (fold_match(slice_of(fields[i].name), name) >= FOLD_BEGINS ||
             fold_match(slice_of(fields[i].chinese), name) >= FOLD_BEGINS))
            return true;
    return false;
}

/* The letter the lists show stands for its severity. */
static bool is_letter_of(const char *value, const char *name)
{
    return value[0] && !value[1] && strncasecmp(value, name, 1) == 0;
}

const struct filter_word *filter_word_find(const struct filter_field_entry *entry,
                                           enum filter_subject subject, const char *value)
{
    for (const struct filter_word *word = entry->words; word->name; word++) {
        if (!(word->subjects & (unsigned)subject))
            continue;
        if (strcasecmp(value, word->name) == 0 || strcasecmp(value, word->shown) == 0 ||
            fold_match(slice_of(_(word->shown)), slice_of(value)) == FOLD_IS ||
            (entry->type == TYPE_SEVERITY && is_letter_of(value, word->name)))
            return word;
    }
    return NULL;
}

const char *filter_field_name(enum filter_subject subject, size_t index, bool chinese)
{
    for (int i = 0; i < FILTER_FIELD_COUNT; i++)
        if (fields[i].subjects & (unsigned)subject && index-- == 0)
            return chinese ? fields[i].chinese : fields[i].name;
    return NULL;
}

const char *filter_field_word(enum filter_subject subject, const char *field, size_t index,
                              const char **shown)
{
    enum filter_field found = filter_field_find(slice_of(field), subject);
    const struct filter_word *word = found >= FILTER_FIELD_COUNT ? NULL : fields[found].words;
    for (; word && word->name; word++)
        if (word->subjects & (unsigned)subject && index-- == 0) {
            *shown = _(word->shown);
            return word->name;
        }
    return NULL;
}

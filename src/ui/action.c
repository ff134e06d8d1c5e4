#include "gouji/ui/action.h"

#include <string.h>

static const struct action_entry table[ACTION_TOTAL] = {
#define X(id, name, contexts, flags, help) [ACTION_##id] = {name, contexts, flags, help},
    ACTIONS(X)
#undef X
};

/* Short commands that are no unique beginning of a name. */
static const struct {
    const char *name;
    enum action action;
} aliases[] = {
    {"q", ACTION_QUIT},  {"h", ACTION_HELP},    {"e", ACTION_EXPLAINED},
    {"s", ACTION_LATER}, {"c", ACTION_CONFIRM}, {"wq", ACTION_QUIT},
};

/* Where each group begins. */
static const struct {
    enum action first;
    const char *name;
} groups[] = {
    {ACTION_LINE_DOWN, N_("Moving")},
    {ACTION_NEXT_FINDING, N_("Jumps that match the work")},
    {ACTION_SEARCH, N_("Searching, tags, marks")},
    {ACTION_CONFIRM, N_("Deciding")},
    {ACTION_ANNOTATE, N_("Noting, correcting")},
    {ACTION_CONCLUDE, N_("Concluding, undoing")},
    {ACTION_NEXT_PANE, N_("Panes")},
    {ACTION_COMMAND, N_("Help, commands")},
    {ACTION_CANCEL, N_("Cancelling, leaving")},
    {ACTION_ACCEPT, N_("Text being edited")},
};

const char *action_group(enum action action)
{
    const char *name = groups[0].name;
    for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++)
        if (action >= groups[i].first)
            name = groups[i].name;
    return name;
}

const struct action_entry *action_entry(enum action action)
{
    return &table[action];
}

enum action action_find_from(const char *name, enum action first)
{
    size_t nbytes = strlen(name);
    enum action found = ACTION_NOTHING;
    if (nbytes == 0)
        return ACTION_NOTHING;
    for (size_t i = 0; i < sizeof aliases / sizeof aliases[0]; i++)
        if (aliases[i].name[0] == name[0] && strcmp(aliases[i].name, name) == 0)
            return aliases[i].action;
    int matches = 0;
    for (int left = ACTION_TOTAL, i = (int)first; left > 0;
         left--, i = i + 1 < ACTION_TOTAL ? i + 1 : 0) {
        if (table[i].name[0] != name[0] || strncmp(table[i].name, name, nbytes) != 0)
            continue;
        found = (enum action)i;
        if (table[i].name[nbytes] == '\0')
            return found;
        matches++;
    }
    return matches == 1 ? found : ACTION_NOTHING;
}

enum action action_find(const char *name)
{
    return action_find_from(name, (enum action)0);
}

static const struct {
    unsigned contexts;
    const char *name;
} contexts[] = {
    {IN_QUEUE, N_("queue")},     {IN_TEXT, N_("text")},
    {IN_TABLES, N_("tables")},   {IN_FINDINGS, N_("findings")},
    {IN_NOTES, N_("notes")},     {IN_OUTLINE, N_("outline")},
    {IN_LOG, N_("log")},         {IN_PROMPT, N_("prompt")},
    {IN_EDITOR, N_("editor")},   {IN_HELP, N_("help")},
    {IN_FIGURES, N_("figures")}, {IN_LISTS, "lists"},
    {IN_REPORT, "report"},       {IN_ALL, "all"},
};
enum { NCONTEXTS = sizeof contexts / sizeof contexts[0] };

unsigned action_contexts(const char *name)
{
    for (size_t i = NCONTEXTS; i-- > 0;) /* groups, which are named most, stand last */
        if (contexts[i].name[0] == name[0] && strcmp(contexts[i].name, name) == 0)
            return contexts[i].contexts;
    return 0;
}

const char *action_context_name(enum action_context context)
{
    size_t i = 0;
    while (i + 1 < NCONTEXTS && contexts[i].contexts != (unsigned)context)
        i++;
    return contexts[i].name;
}

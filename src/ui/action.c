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

const struct action_entry *action_entry(enum action action)
{
    return &table[action];
}

enum action action_find(const char *name)
{
    size_t nbytes = strlen(name);
    enum action found = ACTION_NOTHING;
    if (nbytes == 0)
        return ACTION_NOTHING;
    for (size_t i = 0; i < sizeof aliases / sizeof aliases[0]; i++)
        if (strcmp(aliases[i].name, name) == 0)
            return aliases[i].action;
    int matches = 0;
    for (int i = 0; i < ACTION_TOTAL; i++) {
        if (strncmp(table[i].name, name, nbytes) != 0)
            continue;
        found = (enum action)i;
        if (table[i].name[nbytes] == '\0')
            return found;
        matches++;
    }
    return matches == 1 ? found : ACTION_NOTHING;
}

const char *action_context_name(enum action_context context)
{
    static const char *const names[] = {"queue",   "text", "tables", "findings", "notes",
                                        "outline", "log",  "prompt", "editor",   "help"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if ((unsigned)context == 1U << i)
            return names[i];
    return context == IN_LISTS ? "lists" : context == IN_REPORT ? "report" : "all";
}

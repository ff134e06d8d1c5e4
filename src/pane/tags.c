#include "tags.h"

#include <stdlib.h>
#include <string.h>

#include "gouji/base/message.h"
#include "gouji/base/vec.h"

void tags_release(struct tags *tags)
{
    for (size_t i = 0; i < tags->count; i++)
        free(tags->names[i]);
    free(tags->names);
    *tags = (struct tags){.names = NULL};
}

bool tags_has(const struct tags *tags, const char *name)
{
    size_t at = vec_text_place(tags->names, tags->count, name);
    return at < tags->count && strcmp(tags->names[at], name) == 0;
}

static int insert(struct tags *tags, size_t at, const char *name)
{
    char *copy = strdup(name);
    if (!copy || vec_room(&tags->names, &tags->capacity, tags->count, sizeof copy) < 0) {
        free(copy);
        return -1;
    }
    memmove(&tags->names[at + 1], &tags->names[at], (tags->count - at) * sizeof copy);
    tags->names[at] = copy;
    tags->count++;
    return 0;
}

int tags_set(struct tags *tags, const char *name, bool tagged)
{
    size_t at = vec_text_place(tags->names, tags->count, name);
    if (tags_has(tags, name) == tagged)
        return 0;
    if (tagged)
        return insert(tags, at, name);
    free(tags->names[at]);
    tags->count--;
    memmove(&tags->names[at], &tags->names[at + 1], (tags->count - at) * sizeof *tags->names);
    return 0;
}

void tags_say(struct desk *desk, size_t count)
{
    desk_say(desk, TONE_PLAIN, _("%zu tagged; \"%s\" acts on all of them"), count,
             desk_keys(desk, IN_FINDINGS, ACTION_ACT_ON_TAGGED));
}

struct filter *tags_wanted(struct desk *desk, const char *argument, enum filter_subject subject)
{
    struct err err = {0};
    struct filter *wanted = filter_parse(argument ? argument : "", subject, &err);
    if (!wanted)
        desk_say(desk, TONE_ERROR, "%s", err.text);
    return wanted;
}

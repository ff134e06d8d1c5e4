#include "pattern_store.h"

#include <stdlib.h>
#include <string.h>

static int compare(const void *key, const void *item)
{
    const struct slice *source = key;
    return strcmp(source->ptr, ((const struct stored_pattern *)item)->source);
}

pcre2_code *pattern_store_get(struct slice source, struct needs *needs)
{
    const struct stored_pattern *found = bsearch(&source, pattern_store_items, pattern_store_nitems,
                                                 sizeof *pattern_store_items, compare);
    pcre2_code *code = NULL;
    if (!found || pcre2_serialize_decode(&code, 1, pattern_store_bytes + found->offset, NULL) != 1)
        return NULL;
    memcpy(needs->rarest, found->rarest, sizeof needs->rarest);
    needs->sets = pattern_store_sets + found->sets;
    return code;
}

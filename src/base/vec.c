#include "gouji/base/vec.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int vec_room(void *items_pointer, size_t *capacity, size_t count, size_t size)
{
    if (count < *capacity)
        return 0;
    size_t wanted = *capacity ? *capacity * 2 : 8;
    if (size == 0 || wanted < *capacity || wanted > SIZE_MAX / size)
        return -1;
    void *items, *grown;
    memcpy(&items, items_pointer, sizeof items);
    grown = realloc(items, wanted * size);
    if (!grown)
        return -1;
    memcpy(items_pointer, &grown, sizeof grown);
    *capacity = wanted;
    /* cppcheck-suppress memleak ; its owner has it by items_pointer */
    return 0;
}

size_t vec_text_place(char *const *sorted, size_t count, const char *text)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(sorted[middle], text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

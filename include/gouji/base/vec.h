/* Growing heap arrays. The array is an ordinary pointer with a count and a
 * capacity beside it in its owner; vec_room makes sure that one more fits. */
#ifndef GOUJI_BASE_VEC_H
#define GOUJI_BASE_VEC_H

#include <stddef.h>

/* `items` is the address of the pointer. 0, or -1 when memory is short (the
 * old array is untouched). New room is not zeroed. */
int vec_room(void *items_pointer, size_t *capacity, size_t count, size_t size);

/* Of texts in the order of strcmp: the place of the first that is not before `text`,
 * where it stands or belongs; count when all are before it. */
size_t vec_text_place(char *const *sorted, size_t count, const char *text);

#endif

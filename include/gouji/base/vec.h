/* Growing heap arrays. The array is an ordinary pointer with a count and a
 * capacity beside it in its owner; vec_room makes sure that one more fits. */
#ifndef GOUJI_BASE_VEC_H
#define GOUJI_BASE_VEC_H

#include <stddef.h>

/* `items` is the address of the pointer. 0, or -1 when memory is short (the
 * old array is untouched). New room is not zeroed. */
int vec_room(void *items_pointer, size_t *capacity, size_t count, size_t size);

#endif

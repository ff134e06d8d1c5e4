/* How the C library's heap behaves. */
#ifndef GOUJI_BASE_MEMORY_H
#define GOUJI_BASE_MEMORY_H

/* Keeps large blocks in the heap: mapping and unmapping them anew for every
 * report costs more than the work done in them. Once, at the start. */
void memory_keep_blocks(void);

#endif

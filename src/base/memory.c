#include "gouji/base/memory.h"

#include <malloc.h>

enum { LARGE_NBYTES = 16 * 1024 * 1024 };

void memory_keep_blocks(void)
{
    mallopt(M_MMAP_THRESHOLD, LARGE_NBYTES);
    mallopt(M_TRIM_THRESHOLD, 4 * LARGE_NBYTES);
    mallopt(M_TOP_PAD, LARGE_NBYTES / 16);
}

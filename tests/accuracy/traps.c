#include "traps.h"

#define TRAP_SPEC(id, code, text) [TRAP_##id] = {code, text},
const struct trap_spec trap_specs[TRAP_COUNT] = {TRAPS(TRAP_SPEC)};

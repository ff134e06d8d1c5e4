#include "gouji/cli/command.h"

int command_compare(const struct command_context *context)
{
    (void)context;
    return STATUS_TROUBLE;
}

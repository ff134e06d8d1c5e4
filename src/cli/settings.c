#include <stdio.h>

#include "gouji/app/app.h"
#include "gouji/cli/command.h"
#include "gouji/text/sanitise.h"

int command_settings(const struct options *options)
{
    struct str out = STR_INIT, faults = STR_INIT, shown = STR_INIT;
    struct err err = {ERR_NONE, ""};
    int status = app_settings(options->config, &out, &faults, &err);
    if (status < 0)
        output_complain(err.text);
    else if (options->dump_config)
        fputs(str_text(&out), stdout);
    /* They name the file and cite its lines. */
    sanitise_append(&shown, str_slice(&faults), 1);
    fputs(str_text(&shown), stderr);
    status = status < 0 ? STATUS_TROUBLE : faults.nbytes ? STATUS_ERRORS : STATUS_CLEAN;
    str_release(&shown);
    str_release(&faults);
    str_release(&out);
    return status;
}

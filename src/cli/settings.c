#include <stdio.h>
#include <unistd.h>

#include "gouji/app/app.h"
#include "gouji/cli/command.h"
#include "gouji/cli/output.h"
#include "gouji/text/sanitise.h"

int command_settings(const struct options *options)
{
    struct str out = STR_INIT, faults = STR_INIT, shown = STR_INIT;
    struct err err = {ERR_NONE, ""};
    struct output printed;
    output_init(&printed, STDOUT_FILENO);
    int status = app_settings(options->config, &out, &faults, &err);
    if (status == 0 && options->dump_config)
        output_exact(&printed, str_slice(&out));
    if (output_finish(&printed, status < 0 ? NULL : &err) < 0)
        status = -1;
    if (status < 0)
        output_complain(err.text);
    /* They name the file and cite its lines. */
    sanitise_append(&shown, str_slice(&faults), 1);
    fputs(str_text(&shown), stderr);
    status = status < 0 ? STATUS_TROUBLE : faults.nbytes ? STATUS_ERRORS : STATUS_CLEAN;
    str_release(&shown);
    str_release(&faults);
    str_release(&out);
    return status;
}

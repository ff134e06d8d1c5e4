/* Runs a command as main would and takes what it prints. */
#ifndef GOUJI_TESTS_COMMAND_RUN_H
#define GOUJI_TESTS_COMMAND_RUN_H

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "gouji/base/path.h"
#include "gouji/cli/command.h"

enum { MAX_ARGUMENTS = 12, LIMIT = 64 * 1024 * 1024 };

/* What the command printed; caller frees. */
static inline char *run(const char *const *words, int *status, size_t *nbytes)
{
    char *argv[MAX_ARGUMENTS + 1] = {NULL};
    int count = 0;
    for (; words[count]; count++)
        argv[count] = (char *)(uintptr_t)words[count];
    struct options options;
    struct err err = {ERR_NONE, ""};
    if (options_parse(count, argv, &options, &err) != 0)
        fail_msg("%s", err.text);
    char name[] = "/tmp/gouji-cli-XXXXXX";
    int fd = mkstemp(name);
    assert_true(fd >= 0);
    *status = command_run(&options, LANG_EN, false, "0", "", fd);
    close(fd);
    char *bytes = NULL;
    assert_int_equal(path_read(name, LIMIT, "test", &bytes, nbytes, &err), 0);
    unlink(name);
    options_release(&options);
    return bytes;
}

static inline void write_file(const char *path, const char *bytes, size_t nbytes)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, nbytes, file), nbytes);
    assert_int_equal(fclose(file), 0);
}

#endif

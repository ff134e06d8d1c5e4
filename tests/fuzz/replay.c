/* A plain main for a fuzz target: every file of its corpus once, without a
 * fuzzer and with any compiler. Arguments: files or folders; none: the
 * committed corpus of the target that the program is called after. */
#include <dirent.h>
#include <stdio.h>
#include <sys/stat.h>

#include "fuzz.h"
#include "gouji/base/path.h"

static int run_file(const char *path)
{
    char *bytes = NULL;
    size_t nbytes = 0;
    struct err err = {0};
    if (path_read(path, 1 << 28, "corpus", &bytes, &nbytes, &err)) {
        fprintf(stderr, "%s\n", err.text);
        return -1;
    }
    fprintf(stderr, "%s\n", path); /* the last one named is the one that fails */
    /* A copy of just these bytes, so that reading behind them is seen. */
    uint8_t *input = malloc(nbytes ? nbytes : 1);
    if (input) {
        memcpy(input, bytes, nbytes);
        LLVMFuzzerTestOneInput(input, nbytes);
    }
    free(input);
    free(bytes);
    printf("[       OK ] %s\n", path_name(path));
    return 0;
}

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int run_folder(const char *path)
{
    struct dirent **entries;
    int n = scandir(path, &entries, is_visible, alphasort), status = n > 0 ? 0 : -1;
    if (n <= 0)
        fprintf(stderr, "%s: no inputs there\n", path);
    for (int i = 0; i < n; i++) {
        char *file = path_join(path, entries[i]->d_name);
        if (!file || run_file(file))
            status = -1;
        free(file);
        free(entries[i]);
    }
    if (n >= 0)
        free(entries);
    return status;
}

static int run(const char *path)
{
    struct stat info;
    char *absolute = realpath(path, NULL); /* a target may leave this folder */
    int status = -1;
    if (!absolute || stat(absolute, &info))
        perror(path);
    else
        status = S_ISDIR(info.st_mode) ? run_folder(absolute) : run_file(absolute);
    free(absolute);
    return status;
}

int main(int argc, char **argv)
{
    char corpus[FUZZ_PATH_NBYTES];
    const char *name = path_name(argv[0]);
    int status = 0;
    fuzz_dir();
    int n = snprintf(corpus, sizeof corpus, "tests/fuzz/corpus/%s",
                     strncmp(name, "fuzz_", 5) == 0 ? name + 5 : name);
    if (argc < 2)
        status = n > 0 && n < (int)sizeof corpus ? run(corpus) : -1;
    for (int i = 1; i < argc; i++)
        status |= run(argv[i]);
    return status ? 1 : 0;
}

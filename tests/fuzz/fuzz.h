/* What the fuzz targets share: things loaded once, a private folder, and the
 * promises that every input has to leave unbroken. A target is one file with
 * LLVMFuzzerTestOneInput; linked with replay.c it runs the committed corpus. */
#ifndef GOUJI_TESTS_FUZZ_H
#define GOUJI_TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/base/slice.h"
#include "gouji/base/str.h"
#include "gouji/report/report.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A promise: names it and aborts, so that the fuzzer keeps the input. */
#define FUZZ_CHECK(condition) ((condition) ? (void)0 : fuzz_fail(__FILE__, __LINE__, #condition))
_Noreturn void fuzz_fail(const char *file, int line, const char *promise);

/* Loaded at the first call; the same for the whole program. */
const struct forms *fuzz_forms(void);

/* An absolute folder of this process's own, in memory where there is one;
 * removed at the end. GOUJI_DATA is absolute from then on. */
const char *fuzz_dir(void);
/* Path of a file there, in a buffer of the caller's. */
enum { FUZZ_PATH_NBYTES = 512 };
const char *fuzz_path(const char *name, char path[FUZZ_PATH_NBYTES]);
void fuzz_spill(const char *path, struct slice bytes);
/* The whole file, NUL-terminated, the caller's (free); NULL when there is none. */
char *fuzz_slurp(const char *path, size_t *nbytes);

/* A small report with a few findings, written to the folder and read once. */
const struct report *fuzz_report(void);
/* ---- promises ---- */

/* Strict UTF-8 without NUL. */
void fuzz_check_utf8(struct slice text);
/* UTF-8 without controls, bidi and other characters that act on a terminal;
 * TAB and LF only where they lay out. */
void fuzz_check_shown(struct slice text, bool with_layout);
/* Whatever report.h promises of spans, states and orders. */
void fuzz_check_report(const struct report *report);
/* A table's cells: each in the text, numbers saying what is printed there. */
void fuzz_check_table(const struct report *report, const struct table *table);
void fuzz_check_span(const struct report *report, struct span span);

#endif

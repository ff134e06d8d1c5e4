/* How the findings of many reports are printed: one writer a format, all behind
 * this interface. A writer makes pieces; who calls it puts them one behind the
 * other, in the order of the files, `between` two of them. */
#ifndef GOUJI_SRC_CLI_FORMAT_H
#define GOUJI_SRC_CLI_FORMAT_H

#include "gouji/check/finding.h"
#include "gouji/cli/options.h"
#include "gouji/cli/output.h"

struct format_run {
    const struct ruleset *rules;
    enum lang lang;
    const char *version; /* of gouji */
    bool ascii;          /* no signs beyond ASCII of our own */
    size_t nreports;     /* checked so far: what is off is told only of these */
    size_t npieces;      /* printed so far */
    size_t nfiles, ndone;
    int stopped_by;     /* before the end, the signal; 0: the run is whole */
    struct str notices; /* what a writer gathers for its end; released by the caller */
};

struct format {
    bool for_people;     /* prints no bytes of the report's that a terminal must not get */
    bool has_prints;     /* of findings: their fingerprints */
    const char *between; /* "" when pieces simply follow each other */
    /* Before all pieces and behind them; NULL: nothing. What is not whole says so at its end. */
    void (*begin)(struct format_run *run, struct str *out);
    void (*end)(struct format_run *run, struct str *out);
    /* The piece of one report. On any thread: changes only `out`. */
    void (*report)(const struct format_run *run, const struct findings *findings, struct str *out);
    /* The piece of a file that could not be read or is no report; may be empty. */
    void (*trouble)(struct format_run *run, const char *path, const struct err *err,
                    struct str *out);
};

const struct format *format_of(enum option_format format);

/* ---- for the writers ---- */

/* Personal numbers masked; as it is, or as a JSON string. */
void format_text(const struct findings *findings, struct slice text, struct str *out);
/* The same for people, on one line of the output. */
void format_shown(struct output *out, const struct findings *findings, struct slice text);
void format_quote(const struct findings *findings, struct slice text, struct str *out);

/* The message with the sum written out behind it, where it does not say that
 * itself. Masked. */
void format_message(const struct findings *findings, const struct finding *finding, enum lang lang,
                    struct str *out);

/* What explains a finding whose balance fails: the likeliest in a line, then what the others
 * would change. How many texts; 0 where nothing can be said. Not masked. */
size_t format_explanations(const struct finding *finding, enum lang lang,
                           const char *texts[CULPRIT_MAX_REPAIRS]);
/* The same in one text, masked. */
void format_explained(const struct findings *findings, const struct finding *finding,
                      enum lang lang, struct str *out);

/* What a rule file changed in a rule, with reason and date: "" when nothing. */
/* reason (2026-01-31) */
void format_off(const struct rule *rule, enum lang lang, struct str *out);
void format_changed(const struct rule *rule, struct str *out);

/* Lines for people: the rules that are off, or weighed otherwise, with their reasons. */
void format_switched(const struct ruleset *rules, enum lang lang, struct str *out);

/* Of a run that was stopped: in words, and the signal's name. */
void format_stopped(const struct format_run *run, struct str *out);
const char *format_signal(const struct format_run *run); /* "SIGINT" … */

/* Where an offset stands in the text; lines and columns count from 1, columns
 * in bytes and in code points. */
struct format_place {
    size_t line, byte, column;
};
struct format_place format_place_of(const struct report *report, uint32_t offset);

/* A page's text is ours, its lines are not those of the file. */
bool format_has_lines(const struct report *report);

extern const struct format format_people, format_json, format_jsonl, format_sarif, format_junit,
    format_csv, format_rdjsonl;

#endif

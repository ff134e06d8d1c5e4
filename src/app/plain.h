/* --plain: the streams, and what has been told already. */
#ifndef GOUJI_APP_PLAIN_H
#define GOUJI_APP_PLAIN_H

#include <stdio.h>

#include "app_private.h"
#include "gouji/term/lines.h"

struct plain {
    struct app *app;
    struct lines *lines;
    FILE *out;
    bool interactive; /* a sign before each command is awaited */
    unsigned said;
    size_t copied;           /* bytes of the screen's dumps told */
    bool asked;              /* the open prompt's question was told */
    bool answered;           /* the first line of a long answer has come */
    struct desk_place place; /* told last */
    const struct document *document;
    int failed; /* errno of the first answer that could not be written; 0: none */
};

void plain_print(const struct plain *plain, const struct str *text);

/* plain_list.c: what is printed, by commands of that name */
void plain_queue(struct plain *plain, const char *argument);
void plain_open(struct plain *plain, const char *argument);
void plain_status(struct plain *plain, const char *argument);
void plain_findings(struct plain *plain, const char *argument);
void plain_finding(struct plain *plain, const char *argument);
void plain_text(struct plain *plain, const char *argument);
void plain_tables(struct plain *plain, const char *argument);
void plain_cell(struct plain *plain, const char *argument);
void plain_notes(struct plain *plain, const char *argument);
void plain_outline(struct plain *plain, const char *argument);
void plain_log(struct plain *plain, const char *argument);
/* A pane as it would be on a screen high enough for all of it. */
void plain_pane(struct plain *plain, enum pane_id id);
/* The finding gone to, when it is another one than told last. */
void plain_tell_place(struct plain *plain);

#endif

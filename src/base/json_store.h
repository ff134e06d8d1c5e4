/* Documents parsed ahead. The build parses the data files that are read at every
 * start and links their trees in. Each stands beside its bytes: only a document
 * of exactly these bytes gets the tree, so that a file changed since is parsed. */
#ifndef GOUJI_SRC_BASE_JSON_STORE_H
#define GOUJI_SRC_BASE_JSON_STORE_H

#include <stdint.h>

#include "gouji/base/arena.h"
#include "gouji/base/json.h"

/* The levels below the root that stand open in a folded document, a record's members the last: the
 * nodes of a level come one after the other, so that few pages are touched for them. */
enum { STORED_OPEN = 3 };

/* A node of cJSON's, its children as a place in the array, where they stand side by side. A key is
 * one string wherever it is used: checks ask for members by key, of a thousand records a report. */
struct stored_node {
    int64_t number;
    uint32_t key, text; /* bytes into the strings; 0: none */
    uint32_t child, nchildren;
    int32_t type;
};

struct stored_document {
    const unsigned char *bytes;
    size_t nbytes;
    const struct stored_node *nodes;
    size_t nnodes;
    const unsigned char *strings;
};

/* Written by src/ahead/compile_documents.c. */
extern const struct stored_document json_store_items[];
extern const size_t json_store_nitems;

/* The tree of a file that holds one of these documents, in the arena, and its bytes, which
 * are not read into memory for it. Folded: see json_read_folded. NULL: none is stored, or memory
 * is short. */
const cJSON *json_store_read(struct arena *arena, const char *path, bool folded,
                             struct slice *bytes);

#endif

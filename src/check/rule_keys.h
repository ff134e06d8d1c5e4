/* What may stand in a rule file: the keys of every object with the type of their
 * values. Local files are held against it, see lint.h; so is the manual. */
#ifndef GOUJI_SRC_CHECK_RULE_KEYS_H
#define GOUJI_SRC_CHECK_RULE_KEYS_H

#include <stdbool.h>
#include <stddef.h>

/* KEY_ANY: loading tells every fault of it; only the keys of its members are looked at. */
enum key_type {
    KEY_ANY,
    KEY_TABLES, /* the same */
    KEY_WORD,
    KEY_WORDS,
    KEY_TEXT,  /* in both languages, or one for both */
    KEY_TEXTS, /* a list of them */
    KEY_TEMPLATE,
    KEY_TEMPLATES, /* by case */
    KEY_TRUTH,
    KEY_NUMBER,
    KEY_CHOICE,  /* one of `choices` */
    KEY_CASE,    /* in which a severity holds */
    KEY_FORMULA, /* as KEY_CLAUSES: what it means is told by loading, not which cells there are */
    KEY_CLAUSES,
    KEY_PLACES, /* tables and blocks, or cells */
    KEY_CELL,
    KEY_CELLS,
    KEY_ROW, /* of table two */
    KEY_COLUMN,
    KEY_SECTION,
    KEY_SECTIONS,
    KEY_DAY,         /* a date, of which loading tells more */
    KEY_CHECK,       /* the id of a rule */
    KEY_LIST,        /* names a list of the record's patterns */
    KEY_NUMBER_LIST, /* the same, as KEY_NUMBERS */
    KEY_PATTERNS,    /* such a list */
    KEY_NUMBERS,     /* one whose patterns each take a number: (#) */
    KEY_LISTS,       /* the lists: `members`, and what the record names elsewhere */
    KEY_SHARED,      /* lists that "patterns" name */
    KEY_OBJECT,      /* with `members`, as the next four */
    KEY_OBJECTS,     /* a list of them */
    KEY_BY_NAME,     /* an object of them; its keys are the record's own */
    KEY_BY_TABLE,
    KEY_BY_KIND, /* of rules */
    KEY_WORDS_BY_NAME,
    KEY_WORDS_BY_SECTION,
    KEY_WORDS_BY_EDITION,
    KEY_RULES, /* the records */
    KEY_TYPE_COUNT
};

struct rule_key {
    const char *name; /* NULL ends a list of keys */
    enum key_type type;
    bool is_required;
    const struct rule_key *members;
    const char *choices; /* words with blanks between; NULL */
    const char *unless;  /* not required where the object has this key; NULL */
    const char *list;    /* the patterns that must be there with this key; NULL */
};

/* Of a whole file; a plain list is one of rules alone. */
extern const struct rule_key FILE_KEYS[];
/* Of a rule of any kind. */
extern const struct rule_key RULE_KEYS[];

struct kind_keys {
    const char *kinds; /* words with blanks between */
    const struct rule_key *keys;
    const char *values; /* names that its messages may have in braces */
    const char *cases;  /* keys of its "messages", conditions of its severities */
    bool has_own_cases; /* words of the record or of the form are cases, too */
};

/* NULL: the kind is none. */
const struct kind_keys *kind_keys_find(const char *kind);
/* All of them. */
const struct kind_keys *kind_keys_all(size_t *n);

/* Whether a list of words with blanks between has this one. */
bool words_have(const char *words, const char *word, size_t nbytes);

#endif

#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "gouji/base/path.h"
#include "gouji/term/term.h"

/* Locales that carry UTF-8, the likeliest first. */
static const char *const utf8_locales[] = {"C.UTF-8", "C.utf8", "zh_CN.UTF-8", "en_US.UTF-8"};
enum { UTF8_LOCALE_COUNT = sizeof utf8_locales / sizeof utf8_locales[0], PATH_NBYTES = 4096 };

static bool is_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static bool set_first_utf8(int category)
{
    for (int i = 0; i < UTF8_LOCALE_COUNT; i++)
        if (setlocale(category, utf8_locales[i]) != NULL)
            return true;
    return false;
}

/* What the environment asks messages to be in, whether installed or not. */
static enum lang environment_lang(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);
        if (value != NULL && value[0] != '\0')
            return strncmp(value, "en", 2) == 0 ? LANG_EN : LANG_ZH;
    }
    return LANG_ZH;
}

/* gettext translates only when LC_MESSAGES is no plain C, and then LANGUAGE
 * alone says into what; so Chinese needs no Chinese locale on the machine. */
static void set_messages(enum lang lang)
{
    if (lang == LANG_EN) {
        unsetenv("LANGUAGE");
        setlocale(LC_MESSAGES, "C");
    } else {
        setenv("LANGUAGE", "zh_CN", 1);
        set_first_utf8(LC_MESSAGES);
    }
}

/* Beside the program in the build tree, else in the prefix it is installed in. */
static void bind_catalogue(void)
{
    char program[PATH_NBYTES], place[PATH_NBYTES + 32];
    ssize_t nbytes = readlink("/proc/self/exe", program, sizeof program - 1);
    if (nbytes <= 0)
        return;
    program[nbytes] = '\0';
    char *dir = path_dir(program);
    if (dir == NULL)
        return;
    snprintf(place, sizeof place, "%s/locale", dir);
    if (access(place, R_OK | X_OK) != 0)
        snprintf(place, sizeof place, "%s/../share/locale", dir);
    free(dir);
    bindtextdomain("gouji", place);
    bind_textdomain_codeset("gouji", "UTF-8");
    textdomain("gouji");
}

int term_locale(const char *lang, enum lang *chosen, struct err *err)
{
    *chosen = environment_lang();
    if (lang != NULL) {
        bool known = strcmp(lang, "zh") == 0 || strcmp(lang, "en") == 0;
        if (!known)
            return err_set(err, ERR_USAGE, "--lang %s: zh / en", lang);
        *chosen = strcmp(lang, "en") == 0 ? LANG_EN : LANG_ZH;
    }
    /* The other categories stay C: numbers and orders are our own, and start is quicker. */
    if (setlocale(LC_CTYPE, "") == NULL)
        setlocale(LC_CTYPE, "C");
    if (!is_utf8() && !(set_first_utf8(LC_CTYPE) && is_utf8()))
        return err_set(err, ERR_USAGE,
                       "no UTF-8 locale on this machine; install one, then: "
                       "export LC_ALL=C.UTF-8\n本机没有 UTF-8 区域设置；请先安装，再键入："
                       "export LC_ALL=C.UTF-8");
    set_messages(*chosen);
    bind_catalogue();
    return 0;
}

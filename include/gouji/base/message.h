/* Messages for people are English msgids in the source, translated by gettext
 * from data/po. The reports' own terms stay Chinese in every language. */
#ifndef GOUJI_BASE_MESSAGE_H
#define GOUJI_BASE_MESSAGE_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) (text)

/* The languages in which rules carry their texts. */
enum lang { LANG_ZH, LANG_EN, LANG_COUNT };

#endif

/* Bars: how much of a whole, to an eighth of a column, or with ASCII signs. */
#ifndef GOUJI_PANE_BAR_H
#define GOUJI_PANE_BAR_H

#include "gouji/ui/grid.h"

/* Draws `part` of `whole` over at most ncols columns; something that is not nothing
 * is never drawn as nothing. A style that is reversed without colours would draw
 * gaps: STYLE_BAR is none. */
void bar_draw(struct area area, int row, int col, int ncols, size_t part, size_t whole, bool ascii,
              enum style style);

#endif

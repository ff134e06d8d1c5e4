#include "bar.h"

void bar_draw(struct area area, int row, int col, int ncols, size_t part, size_t whole, bool ascii,
              enum style style)
{
    static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    if (ncols < 1 || whole == 0 || part == 0)
        return;
    if (part > whole)
        part = whole;
    size_t total = part * (size_t)ncols * 8 / whole;
    if (total == 0 || (ascii && total < 8))
        total = ascii ? 8 : 1;
    int full = (int)(total / 8), rest = (int)(total % 8);
    for (int i = 0; i < full; i++)
        area_puts(area, row, col + i, 1, ascii ? "#" : "█", style);
    if (!ascii && rest > 0 && full < ncols)
        area_puts(area, row, col + full, 1, eighths[rest], style);
}

/* What happens to the form's labels on their way into a text. */
#ifndef ACCURACY_LABELS_H
#define ACCURACY_LABELS_H

#include "grid.h"

#define LABEL_RELATION "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

void labels_disturb(struct sheet *sheet, struct grid *grid);

#endif

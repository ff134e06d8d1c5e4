/* The words of the opinion. It has a language of its own, so they do not go
 * through gettext. */
#ifndef GOUJI_SRC_REVIEW_OPINION_WORDS_H
#define GOUJI_SRC_REVIEW_OPINION_WORDS_H

#include "gouji/base/message.h"
#include "gouji/review/review.h"

enum word {
    W_AGENCY,
    W_YEAR,
    W_REVIEWER,
    W_DATE,
    W_CONCLUSION,
    W_UNKNOWN,
    W_UNNAMED,
    W_COUNT_OF,
    W_NONE,
    W_NONE_YET,
    W_WHOLE,
    W_OTHER,
    W_SUM,
    W_CELLS,
    W_BASIS,
    W_NOTE,
    W_REASON,
    W_PROPOSED,
    W_LIKELY,
    W_READ,
    W_PLACED,
    W_BLANK,
    W_STALE,
    W_OPEN_MARK,
    W_ADDED,
    W_ALSO,
    W_HENCE,
    W_LACKING,
    W_ALL_DECIDED,
    W_READINGS,
    W_OFF,
    W_WEIGHED,
    W_BECAUSE,
    W_NOTES,
    W_PLACE_LOST,
    W_SEP,
    W_LIST,
};

static const char *const words[][LANG_COUNT] = {
    [W_AGENCY] = {"单位", "Agency"},
    [W_YEAR] = {"年度", "Year"},
    [W_REVIEWER] = {"审核人", "Reviewer"},
    [W_DATE] = {"日期", "Date"},
    [W_CONCLUSION] = {"审核结论", "Conclusion"},
    [W_UNKNOWN] = {"（未能识别）", "(not recognised)"},
    [W_UNNAMED] = {"（未署名）", "(no name given)"},
    [W_COUNT_OF] = {"问题数", "Problems"},
    [W_NONE] = {"没有需要修改的问题。", "There is nothing to correct."},
    [W_NONE_YET] = {"尚无已确认的问题；下列问题还没有判断。",
                    "No problem is confirmed yet; those below still lack a decision."},
    [W_WHOLE] = {"全文", "The whole report"},
    [W_OTHER] = {"法定部分之外", "Outside the form's sections"},
    [W_SUM] = {"算式", "Sum"},
    [W_CELLS] = {"涉及", "Concerns"},
    [W_BASIS] = {"依据", "Basis"},
    [W_NOTE] = {"审核人批注", "Reviewer's note"},
    [W_REASON] = {"审核人说明", "Reviewer's reason"},
    [W_LIKELY] = {"核对线索", "To look at"},
    [W_PROPOSED] = {"建议改为", "Proposed"},
    [W_READ] = {"审核人读数", "Read by the reviewer as"},
    [W_PLACED] = {"审核人归位", "Placed by the reviewer"},
    [W_BLANK] = {"空白", "blank"},
    [W_STALE] = {"判断之后内容有变，须再看", "Changed since it was decided, needs another look"},
    [W_OPEN_MARK] = {"（审核人尚未判断）", "(not yet decided by the reviewer)"},
    [W_ADDED] = {"（审核人提出）", "(added by the reviewer)"},
    [W_ALSO] = {"同一原因", "Same cause"},
    [W_HENCE] = {"因此无法核对", "Hence undecided"},
    [W_LACKING] = {"尚未判断的问题", "Still without a decision"},
    [W_ALL_DECIDED] = {"各项问题均已判断。", "Everything has been decided."},
    [W_READINGS] = {"审核人另行认读的单元格", "Cells the reviewer read otherwise"},
    [W_OFF] = {"停用的检查", "Checks that were off"},
    [W_WEIGHED] = {"改动了级别的检查", "Checks weighed otherwise"},
    [W_BECAUSE] = {"，", ", "},
    [W_NOTES] = {"审核人的其他批注", "Other notes of the reviewer"},
    [W_PLACE_LOST] = {"原位置已找不到，原文", "Place not found again; it read"},
    [W_SEP] = {"：", ": "},
    [W_LIST] = {"、", ", "},
};

static const char *const title_words[][LANG_COUNT] = {
    [CONCLUSION_NONE] = {"退回修改意见（草稿，尚未作出结论）",
                         "Opinion returned for correction (draft, not concluded)"},
    [CONCLUSION_PASSED] = {"审核意见", "Opinion on the report"},
    [CONCLUSION_PASSED_WITH_NOTES] = {"审核意见", "Opinion on the report"},
    [CONCLUSION_RETURNED] = {"退回修改意见", "Opinion returned for correction"},
};

static const char *const conclusion_words[][LANG_COUNT] = {
    [CONCLUSION_PASSED] = {"通过", "passed"},
    [CONCLUSION_PASSED_WITH_NOTES] = {"通过（附意见）", "passed with notes"},
    [CONCLUSION_RETURNED] = {"退回修改", "returned for correction"},
};

static const char *const severity_words[][LANG_COUNT] = {
    [SEVERITY_ERROR] = {"错误", "error"},
    [SEVERITY_WARNING] = {"警告", "warning"},
    [SEVERITY_INFO] = {"提示", "info"},
};

#endif

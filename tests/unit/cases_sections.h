/* Cases of SEC-01, 03, 04, 05, 07, 08, 10. */
#ifndef GOUJI_TESTS_CASES_SECTIONS_H
#define GOUJI_TESTS_CASES_SECTIONS_H

#include "catalogue_cases.h"

#define TITLE_2021 .title = "青山县白水镇人民政府2021年政府信息公开工作年度报告", .edition = 2021

static const struct prose_case sections_present[] = {
    {"SEC-01", {0}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"SEC-01", {.h4 = "", .no_t4 = true}, OUTCOME_FAIL, E, "S4",
     "缺少“四、政府信息公开行政复议、行政诉讼情况”：标题和内容都没有",
     "section “四、政府信息公开行政复议、行政诉讼情况” is missing: neither heading nor content", NULL},
    /* The heading alone is lost: its table stands. */
    {"SEC-01", {.h4 = ""}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"SEC-01", {.h6 = "", .s6 = ""}, OUTCOME_FAIL, E, "S6", NULL, NULL, NULL},
};

static const struct prose_case sections_numbering[] = {
    {"SEC-03", {0}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"SEC-03", {.h4 = "", .no_t4 = true}, OUTCOME_FAIL, W, NULL,
     "章节序号为 一、二、三、五、六，应为“四”处是“五”",
     "section numerals run 一, 二, 三, 五, 六: 5 stands where 4 is due",
     "五、存在的主要问题及改进情况"},
    {"SEC-03", {.h6 = "五、其他需要报告的事项"}, OUTCOME_FAIL, W, NULL,
     "章节序号为 一、二、三、四、五、五，有重号或倒退：应为“六”处是“五”", NULL,
     "五、其他需要报告的事项"},
    /* Lists inside a section are no headings. */
    {"SEC-03",
     {.s5 = "问题是主动性不够。\n一、加强学习。认真组织培训，进一步提高能力。\n"
            "二、强化监督。定期检查，及时整改。"},
     OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
};

#define EXTRA(year, n3, n4, n5, n6) \
    "青山县白水镇人民政府" year "年政府信息公开工作年度报告\n一、总体情况\n我镇认真工作。\n" \
    "二、主动公开政府信息情况\n我镇主动公开信息。\n三、公开渠道建设情况\n我镇建设网站。\n" n3 \
    "、收到和处理政府信息公开申请情况\n本年没有收到申请。\n" n4 \
    "、政府信息公开行政复议、行政诉讼情况\n没有复议诉讼。\n" n5 \
    "、存在的主要问题及改进情况\n主动性不够，今后加强培训。\n" n6 "、其他需要报告的事项\n无。\n"

static const char sections_shifted[] = EXTRA("2020", "四", "五", "六", "七");
static const char sections_later[] = EXTRA("2021", "四", "五", "六", "七");

static const struct prose_case sections_extra[] = {
    {"SEC-04", {0}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"SEC-04", {.whole = sections_shifted}, OUTCOME_FAIL, I, "三",
     "六个法定部分之外另有“三、公开渠道建设情况”",
     "a section beside the six of the law: “三、公开渠道建设情况”", "三、公开渠道建设情况"},
    {"SEC-03", {.whole = sections_shifted}, OUTCOME_FAIL, I, NULL,
     "章节序号连续（一、二、三、四、五、六、七），但法定各部分的序号整体移位",
     "the numerals run on (一, 二, 三, 四, 五, 六, 七), but those of the legal sections are shifted",
     "四、收到和处理政府信息公开申请情况"},
    {"SEC-04", {.whole = sections_later}, OUTCOME_FAIL, W, NULL, NULL, NULL, NULL},
};

static const struct prose_case sections_empty[] = {
    {"SEC-05", {0}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"SEC-05", {.s1 = ""}, OUTCOME_FAIL, E, "S1", "“一、总体情况”之下没有内容",
     "nothing stands under “一、总体情况”", "一、总体情况"},
    {"SEC-05", {.s6 = "无。"}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    /* Who signed is not what the section says. */
    {"SEC-05", {.s6 = ""}, OUTCOME_FAIL, E, "S6", NULL, NULL, NULL},
    SILENT("SEC-05", .h4 = "", .swap = {"五、存在", "四、政府信息公开行政复议、行政诉讼情况\n五、存在"}),
    FIRES("SEC-05", E, "S4", .h4 = "", .swap = {"五、存在", "诉讼均已审结。\n四、政府信息公开行政复议、行政诉讼情况\n五、存在"}),
    {"SEC-05", {.s2 = "", .no_t2 = true}, OUTCOME_FAIL, E, "S2", NULL, NULL, NULL},
};

static const char sections_all[] =
    "在县级考核中得分95分。社会评议满意率为98%。全年未发生需要责任追究的情形。";

static const struct prose_case sections_results[] = {
    {"SEC-07", {.s1 = sections_all}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"SEC-07", {.s1 = "我镇建立考核制度和责任追究制度，定期检查。"}, OUTCOME_FAIL, W, NULL,
     "第一部分没有写明结果：工作考核、社会评议、责任追究",
     "section one gives no result of: assessment (工作考核), public review (社会评议), "
     "accountability (责任追究)",
     "我镇建立考核制度和责任追究制度，定期检查。"},
    {"SEC-07", {.s1 = "一月一通报考核结果。全年没有发生责任追究情形。"}, OUTCOME_FAIL, W, NULL,
     "第一部分没有写明结果：工作考核、社会评议", NULL, "一月一通报考核结果。"},
    SILENT("SEC-07", .s1 = "考核得分92分，评议满意率95%。2020年未对任何单位和个人进行责任追究。"),
    SILENT("SEC-07", .s1 = "考核得分92分，评议满意率95%。没有需要追究责任的情况。"),
    FIRES("SEC-07", W, NULL, .s1 = "考核得分92分，评议满意率95%。对未按要求公开的，落实责任追究制度。"),
    /* What stands under the heading that promises it. */
    {"SEC-07",
     {.s1 = "我镇认真工作，做好公开。\n（一）工作考核、社会评议情况\n我镇落实各项制度。"},
     OUTCOME_FAIL, W, NULL, NULL, NULL, "我镇落实各项制度。"},
    {"SEC-07",
     {.title = "青山县公安局2020年政府信息公开工作年度报告", .sign = "\n青山县公安局\n2021年1月20日"},
     OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
    {"SEC-07",
     {.title = "青山区白水街道办事处2020年政府信息公开工作年度报告",
      .sign = "\n青山区白水街道办事处\n2021年1月20日"},
     OUTCOME_FAIL, I, NULL, NULL, NULL, NULL},
    {"SEC-07",
     {.title = "青山市人民政府办公室2020年政府信息公开工作年度报告",
      .sign = "\n青山市人民政府办公室\n2021年1月20日"},
     OUTCOME_FAIL, W, NULL, NULL, NULL, NULL},
    {"SEC-07", {.h1 = "", .s1 = ""}, OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
};

static const struct prose_case sections_problems[] = {
    FIRES("SEC-08", E, NULL, .s5 = "本部分没有需要说明的情况。"),
    {"SEC-08", {0}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"SEC-08",
     {.s5 = "仍存在一些差距，主要是力量薄弱，解读有待提升。针对上述不足，我镇将重点做好培训。"},
     OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"SEC-08", {.s5 = "（一）主要问题\n公开形式较为简单。\n（二）改进措施\n增加图解和视频。"},
     OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    SILENT("SEC-08", .s5 = "问题：一是内容不全；二是形式单一。措施：一是充实内容；二是丰富形式。"),
    SILENT("SEC-08", .s5 = "存在的主要問題：一是形式單一；二是人員不足。\n下一步，豐富形式，充實人員。",
           .swap = {"五、存在的主要问题及改进情况", "五、存在的主要問題及改進措施"}),
    SILENT("SEC-08", .s5 = "公开内容不够全面。2021年，我镇将着重做好以下工作：充实内容。"),
    SILENT("SEC-08", .s5 = "公开内容不够全面。改进方向：充实内容。"),
    SILENT("SEC-08", .s5 = "公开内容不够全面。改进：多发图解。"),
    SILENT("SEC-08", .s5 = "（一）主要问题  人员更替快。\n（二）改进情况  已组织培训2次。"),
    SILENT("SEC-08", .swap = {"五、存在的主要问题及改进情况", "五、存在的主要问题"},
           .s5 = "人员更替快。\n六、改进情况\n已组织培训2次。", .h6 = "七、其他需要报告的事项"),
    SILENT("SEC-08", .s5 = "主要问题：信息更新不及时。整改举措：（一）及时更新。（二）丰富形式。"),
    SILENT("SEC-08", .s5 = "一是意识不强，通过培训加以改进；二是形式单一，通过视频加以改进。"),
    FIRES("SEC-08", E, NULL, .s5 = "一是内容不全；二是形式单一，没有采取措施。"),
    {"SEC-08", {.s5 = "一是公开内容不够全面；二是更新不及时。"}, OUTCOME_FAIL, E, NULL,
     "第五部分没有写改进措施", "section five states no measures", NULL},
    {"SEC-08", {.s5 = "下一步，我镇将加强培训，完善制度。"}, OUTCOME_FAIL, E, NULL,
     "第五部分没有写存在的问题", "section five states no problems", NULL},
    /* Items that each answer themselves. */
    SILENT("SEC-08", .s5 = "（一）解读形式单一\n改进措施：编发图解。\n（二）公开不够及时\n改进措施：按月检查。"),
    SILENT("SEC-08", .s5 = "（一）解读形式单一。改进措施：编发图解。\n（二）更新不够快。改进措施：按月检查。"),
    {"SEC-08", {.s5 = "无。"}, OUTCOME_FAIL, E, NULL,
     "第五部分既没有存在的问题，也没有改进措施",
     "section five states neither problems nor measures", NULL},
    /* Said to be none behind what announces them. */
    {"SEC-08", {.s5 = "存在的问题：无。改进措施：无。"}, OUTCOME_FAIL, E, NULL,
     "第五部分既没有存在的问题，也没有改进措施", NULL, NULL},
    {"SEC-08", {.s5 = "主要问题：无。改进措施：加强培训。"}, OUTCOME_FAIL, E, NULL,
     "第五部分没有写存在的问题", NULL, NULL},
    {"SEC-08", {.s5 = "（一）存在的主要问题：暂无；\n（二）改进措施：加强培训。"}, OUTCOME_FAIL, E, NULL,
     "第五部分没有写存在的问题", NULL, NULL},
    {"SEC-08", {.s5 = "（一）存在的问题\n无\n（二）改进措施\n无"}, OUTCOME_FAIL, E, NULL,
     "第五部分既没有存在的问题，也没有改进措施", NULL, NULL},
    {"SEC-08", {.s5 = "主要问题：一是内容不全。改进措施：无。"}, OUTCOME_FAIL, E, NULL,
     "第五部分没有写改进措施", NULL, NULL},
    SILENT("SEC-08", .s5 = "主要问题：无专职人员，更新不及时。改进措施：无缝衔接，配齐人员。"),
    SILENT("SEC-08", .s5 = "主要问题：无。但更新不够及时。改进措施：加强培训。"),
    /* Follow-up on last year's problems is neither. */
    {"SEC-08",
     {.s5 = "（一）2019年问题整改情况\n针对更新不及时的问题，加强了检查。\n（二）改进措施\n加强培训。"},
     OUTCOME_FAIL, E, NULL, "第五部分没有写存在的问题", NULL, NULL},
    /* Problem and measure in one sentence that looks ahead; what lies behind states none. */
    SILENT("SEC-08", .s5 = "针对公开渠道单一的问题，下一步将拓宽渠道；针对人员业务不熟的问题，将组织培训。"),
    SILENT("SEC-08", .s5 = "针对公开渠道单一、更新不及时等问题，将进一步拓宽渠道，加强培训。"),
    SILENT("SEC-08", .s5 = "在解读质量方面仍有提升空间，2021年将着重提升解读质量。"),
    FIRES("SEC-08", E, NULL, .s5 = "针对存在的问题，下一步将加强培训。"),
    FIRES("SEC-08", E, NULL, .s5 = "针对以上不足，将进一步加强培训。"),
    FIRES("SEC-08", E, NULL, .s5 = "针对2019年更新不及时的问题，将继续加强检查。"),
    FIRES("SEC-08", E, NULL, .s5 = "针对更新不及时的问题，加强了检查。下一步将加强培训。"),
    /* Last year's problem that is mended is none of this year. */
    {"SEC-08", {.s5 = "2019年存在公开不及时的问题，已整改完毕。下一步将继续努力。"}, OUTCOME_FAIL, E,
     NULL, "第五部分没有写存在的问题", NULL, NULL},
    FIRES("SEC-08", E, NULL, .s5 = "上年度存在的更新不及时问题，均已整改到位。下一步将继续努力。"),
    SILENT("SEC-08", .s5 = "2020年存在公开不及时的问题，已整改完毕。下一步将继续努力。"),
    SILENT("SEC-08", .s5 = "2019年存在公开不及时的问题，虽已整改，但仍有反复。下一步将继续努力。"),
    SILENT("SEC-08", .s5 = "2019年指出的问题已整改完毕，但公开仍不及时。下一步将继续努力。"),
    SILENT("SEC-08", .s5 = "2019年的问题已整改完毕。当前解读形式单一。下一步将继续努力。"),
    /* Each of these states both. */
    SILENT("SEC-08", .s5 = "仍存在公开不及时、解读不深入等问题。为解决上述问题，我镇组织了4场业务培训，修订了2项制度。"),
    SILENT("SEC-08", .s5 = "存在一些短板弱项。针对上述短板弱项，我镇将组织专题培训，聘请法律顾问审核把关。"),
    SILENT("SEC-08", .s5 = "公开不及时。为有效解决以上问题，区政府办将牵头开展专项整治。"),
    SILENT("SEC-08", .s5 = "公开不及时。下一年度，我镇要扎实做好培训。"),
    SILENT("SEC-08", .s5 = "公开不及时。新的一年，我们力争做到及时公开。"),
    SILENT("SEC-08", .s5 = "公开不及时。针对以上问题，聘请专家授课。"),
    SILENT("SEC-08", .s5 = "公开不及时。对此，计划在2021年上半年配备专职人员。"),
    SILENT("SEC-08", .s5 = "公开内容的全面性、及时性尚需提高。下一步将采取以下改进措施：按月检查。"),
    SILENT("SEC-08", .s5 = "对照要求，与群众期盼还有差距，主要体现在：质量有待提升。2021年，我局将：1.提升质量；2.强化培训。"),
    SILENT("SEC-08", .s5 = "离上级要求还有一定距离。下一步将按月检查。"),
    SILENT("SEC-08", .s5 = "尚有许多地方亟需完善。下一步将按月检查。"),
    SILENT("SEC-08", .s5 = "业务能力需进一步加强。下一步将按月检查。"),
    SILENT("SEC-08", .s5 = "工作人员流动频繁，业务培训跟不上。我镇已配齐专人，每季度集中学习一次。"),
    SILENT("SEC-08", .s5 = "政策解读形式比较单调，公众参与度偏低。为此，制作动漫解读12期，办政府开放日3次。"),
    SILENT("SEC-08", .s5 = "个别单位报送信息质量参差不齐。区政府办每月通报，逐条退回修改。"),
    SILENT("SEC-08", .s5 = "公开平台栏目设置欠合理。2021年重新梳理栏目，合并重复栏目。"),
    SILENT("SEC-08", .s5 = "信息发布时效性还不够。接下来，由专人每日巡检。"),
    SILENT("SEC-08", .s5 = "与公众期待尚有落差。我局拟于2021年6月前完成网站改版。"),
    SILENT("SEC-08", .s5 = "对条例的理解把握不准。已邀请市政务公开办来我镇授课2次。"),
    SILENT("SEC-08", .s5 = "重发布轻解读的现象依然存在。后续由各部门同步起草解读稿。"),
    SILENT("SEC-08", .s5 = "一是主动公开意识淡薄；二是人员身兼数职。解决办法是举办培训班、增设岗位。"),
    SILENT("SEC-08", .s5 = "一是主动公开意识淡薄；二是人员身兼数职。对上述问题，从三个方面着手：举办培训班，增设岗位，按月通报。"),
    SILENT("SEC-08", .s5 = "工作人员业务水平与新形势要求不相适应。来年安排两次轮训。"),
    SILENT("SEC-08", .s5 = "公开内容偏重动态类信息，群众关心的信息偏少。今年以来，我镇新设民生栏目5个。"),
    SILENT("SEC-08", .s5 = "部分单位重视程度不一。为补齐短板，出台考核细则1份。"),
    /* Measures beside problems that are told by words of measures. */
    FIRES("SEC-08", E, NULL, .s5 = "我镇完善制度还不够，推进公开不均衡，规范程度有待提高。"),
    FIRES("SEC-08", E, NULL, .s5 = "2020年，我镇政务公开工作取得一定成效。但公开内容偏少，更新还不够及时。"),
    FIRES("SEC-08", E, NULL, .s5 = "2020年，我镇政务公开工作有序推进。下一步，将继续加强培训。"),
    FIRES("SEC-08", E, NULL, .s5 = "存在的问题是公开内容未将惠农信息纳入目录。"),
    FIRES("SEC-08", E, NULL, .s5 = "见附件。"),
    /* What has been done about it stands behind each problem. */
    SILENT("SEC-08", .s5 = "一是政务公开制度还不完善，已制定《工作规范》；二是业务能力参差不齐，已组织培训4期。"),
    SILENT("SEC-08", .s5 = "主要问题有：一是平台建设不够完善，已投入30万元改版；二是业务水平参差不齐，已开展轮训。"),
    SILENT("SEC-08", .s5 = "主要问题：平台不够完善，已改版。"),
    SILENT("SEC-08", .s5 = "一是解读形式单一，现已增加图解9篇；二是基层力量薄弱，现已配备专干12名。"),
    FIRES("SEC-08", E, NULL, .s5 = "一是解读形式单一，已影响公开效果；二是基层力量薄弱。"),
    FIRES("SEC-08", E, NULL, .s5 = "上年解读形式单一，已增加图解9篇。"),
    FIRES("SEC-08", E, NULL, .s5 = "我镇公开水平不断提高，已建立制度9项。"),
    FIRES("SEC-08", E, NULL, .s5 = "主要问题：平台不够完善，尚未改版。"),
    /* Other words of measures and of problems. */
    SILENT("SEC-08", .s5 = "2020年问题：互动回应偏慢；整改计划：压缩至3个工作日。"),
    FIRES("SEC-08", E, NULL, .s5 = "2020年问题：互动回应偏慢；整改计划：无。"),
    SILENT("SEC-08", .s5 = "（一）短板不足。队伍流动大。\n（二）破解之策。实行AB岗。"),
    SILENT("SEC-08", .s5 = "公开深度、广度、精度仍须加强，我们将久久为功，常抓不懈。"),
    FIRES("SEC-08", E, NULL, .s5 = "公开深度、广度、精度仍须加强。"),
    SILENT("SEC-08", .s5 = "对照上级要求和群众期盼，我镇公开意识不够强，公开内容不够细。为此，将采取以下举措：加强培训，细化目录。"),
    FIRES("SEC-08", E, NULL, .s5 = "对照上级要求，我镇公开意识不够强。"),
    FIRES("SEC-08", E, NULL, .s5 = "对照去年公开不及时的问题，下一步将加强培训。"),
    SILENT("SEC-08", .s5 = "公众反映的难点，通过改版网站得到有效缓解，但个别领域仍未根除。明年将继续攻坚。"),
    SILENT("SEC-08", .s5 = "部分信息发布后“一发了之”，后续跟踪更新缺位。下一步将组织全面排查。"),
    SILENT("SEC-08", .s5 = "我镇面临申请量上升、滥用申请权现象增多的挑战，下步将加强会商联动。"),
    /* Words that tell neither: no more than a hint. */
    {"SEC-08", {.s5 = "存在公开不及时的问题。文稿由分管领导过目后上网。"}, OUTCOME_FAIL, I, NULL,
     "第五部分没有认出存在的问题或改进措施：有的句子看不出写的是什么",
     "problems or measures are not made out in section five: some sentences are not understood", NULL},
    FIRES("SEC-08", I, NULL, .s5 = "经办人到岗时日尚短。下一步将派其跟班学习。"),
    {"SEC-08", {.s5 = ""}, OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
};

static const struct prose_case sections_fee[] = {
    {"SEC-10", {0}, OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
    {"SEC-10", {TITLE_2021, .s6 = "本年度收取信息处理费0元。"}, OUTCOME_PASS, 0, NULL, NULL, NULL,
     NULL},
    SILENT("SEC-10", TITLE_2021, .s6 = "发出收费通知0件，总金额0元，实际收取的总金额0元。"),
    {"SEC-10", {TITLE_2021, .s1 = "我镇依法办理，无收费情况发生。"}, OUTCOME_PASS, 0, NULL, NULL,
     NULL, NULL},
    {"SEC-10", {TITLE_2021, .received = 3, .processed = 3}, OUTCOME_FAIL, W, NULL,
     "全文没有报告信息处理费的收取情况", "nothing is said of fees for processing information",
     "六、其他需要报告的事项"},
    {"SEC-10", {TITLE_2021}, OUTCOME_FAIL, I, NULL, NULL, NULL, NULL},
};

#define SECTIONS_CASES    \
    PROSE_LIST(sections_present), \
    PROSE_LIST(sections_numbering), \
    PROSE_LIST(sections_extra), \
    PROSE_LIST(sections_empty), \
    PROSE_LIST(sections_results), \
    PROSE_LIST(sections_problems), \
    PROSE_LIST(sections_fee)

#undef TITLE_2021
#undef EXTRA

#endif

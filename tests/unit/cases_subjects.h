/* Sentences about another body, all cases of a county, or a part of what came in, which say so
 * in their first words only: the clauses behind go on with them. Beside each what takes up the
 * report's own again and is held against the table. */
#ifndef GOUJI_TESTS_CASES_SUBJECTS_H
#define GOUJI_TESTS_CASES_SUBJECTS_H

#include "cases_subsets.h"

#define COUNTY                                                                                     \
    .title = "青山县人民政府2020年政府信息公开工作年度报告",                                       \
    .sign = "\n青山县人民政府\n2021年1月20日"

static const struct prose_case subject_clauses[] = {
    NOT("TT-03", COUNTY, .s3 = "城关镇收到申请6件，同比增长12%，办结4件，结转2件。", .processed = 30),
    NOT("TT-04", COUNTY, .s3 = "城关镇收到申请6件，同比增长12%，办结4件，结转2件。", .carried_out = 9),
    NOT("TT-04", COUNTY, .s3 = "河东镇办结申请3件，无结转。", .carried_out = 9),
    NOT("TT-01", COUNTY, .s3 = "高新区全年收到申请7件，办结6件，结转1件。", .received = 30),
    NOT("TT-03", COUNTY, .s3 = "高新区全年收到申请7件，办结6件，结转1件。", .processed = 30),
    NOT("TT-05", COUNTY, .s3 = "青山开发区管委会收到申请6件，予以公开5件。", .processed = 30),
    NOT("TT-05", COUNTY, .s3 = "县医保中心收到申请3件，予以公开3件。", .processed = 30),
    NOT("TT-05", COUNTY, .s3 = "县自然资源局予以公开6件、部分公开1件、不予公开2件。", .processed = 30),
    NOT("TT-05", COUNTY, .s3 = "石门乡办结申请6件，其中无法提供3件、不予处理2件。", .processed = 30),
    NOT("TT-06", COUNTY, .s3 = "县税务局受理的申请4件，自然人3件，办结4件。", .received = 30),
    NOT("TT-04", COUNTY, .s3 = "县市场监管局收到申请8件，办结6件，结转2件。", .carried_out = 9),
    NOT("TT-01", COUNTY, .s3 = "白云度假区共接收申请9件，其中予以公开7件。", .received = 30),
    NOT("TT-03", COUNTY, .s3 = "县档案馆收到1件，办结1件。县一中、县医院收到2件，办结2件。", .processed = 30),
    NOT("TT-03", COUNTY, .s3 = "其中，县政府办公室本级收到申请6件，办结5件，结转1件。", .processed = 30),
    NOT("TT-01", COUNTY, .s3 = "北山林场收到申请1件，予以公开1件。", .received = 30),
    NOT("TT-05", COUNTY, .s3 = "县自然资源局首次出现大量反复申请，收到申请8件，不予处理6件。", .processed = 30),
    NOT("TT-03", COUNTY, .s3 = "县委办公室收到申请2件，答复2件。县残联收到申请1件，办结1件。", .processed = 30),
    NOT("TT-04", COUNTY, .s3 = "驻县单位收到申请8件，办结8件，无结转。", .carried_out = 9),
    NOT("TT-01", COUNTY, .s3 = "2020年，县政府本级收到依申请公开申请6件，其中予以公开5件、不予公开1件。", .received = 30),
    NOT("TT-05", COUNTY, .s3 = "2020年，县政府本级收到依申请公开申请6件，其中予以公开5件、不予公开1件。", .processed = 30),
    NOT("TT-03", COUNTY, .s3 = "县本级共收到申请16件，答复14件，结转2件；各乡镇收到申请10件。", .processed = 30),
    NOT("TT-04", COUNTY, .s3 = "县本级共收到申请16件，答复14件，结转2件；各乡镇收到申请10件。", .carried_out = 9),
    SILENT("TT-01", COUNTY, .s1 = "全年新收申请30件。", .s3 = "青山县人民政府本级全年收到申请6件。", .received = 30),
    SILENT("TT-01", .s3 = "全年新收申请30件，其中重复申请占比较大，同一申请人提出申请12件。", .received = 30),
    SILENT("TT-01", .s3 = "全年新收申请30件，个别申请人提交申请12件。", .received = 30),
    NOT("TT-01", .s3 = "园区内各部门收到申请20件。", .received = 30),
    FIRES("TT-01", E, NULL, .s3 = "申请人提出申请28件。", .received = 30),
    FIRES("TT-01", W, NULL, COUNTY, .s3 = "县本级收到申请6件，全县收到申请28件。", .received = 30),
    FIRES("TT-05", W, NULL, .s3 = "镇本级收到申请30件，其中予以公开5件。", .processed = 30),
    /* The own subject is taken up again, or it leads all. */
    FIRES("TT-03", W, NULL, COUNTY, .s3 = "其中，县政府办公室收到申请6件，全县办结申请28件。", .processed = 30),
    FIRES("TT-03", E, NULL, COUNTY, .s3 = "城关镇收到申请6件，全县共办结申请28件。", .processed = 30),
    FIRES("TT-03", E, NULL, COUNTY, .s3 = "我县收到申请30件，办结28件。", .processed = 30),
    FIRES("TT-01", E, NULL, COUNTY, .s3 = "城关镇收到6件，东城街道收到4件，全县收到申请28件。", .received = 30),
    FIRES("TT-01", E, NULL, COUNTY, .s3 = "通过县政府网站、乡镇窗口等渠道，全县共受理申请28件。", .received = 30),
    FIRES("TT-01", W, NULL, COUNTY, .s3 = "县政府及各部门收到申请28件，无结转。", .received = 30),
    FIRES("TT-04", W, NULL, COUNTY, .s3 = "县政府及各部门收到申请28件，无结转。", .carried_out = 9),
    FIRES("TT-03", E, NULL, .s3 = "我镇收到申请30件，办结28件。", .processed = 30),
    FIRES("TT-03", E, NULL, .s3 = "白水镇收到申请30件，办结28件。", .processed = 30),
};

static const struct prose_case subject_denials[] = {
    NOT("TT-09", COUNTY, .s3 = "南山镇未收到政府信息公开申请。", .received = 30),
    NOT("TT-09", COUNTY, .s3 = "县一中、县医院等单位未收到申请。", .received = 30),
    NOT("TT-09", COUNTY, .s3 = "供水、供电等公共企事业单位未收到信息公开申请。", .received = 30),
    NOT("TT-09", COUNTY, .s3 = "县纪委监委、县委组织部未收到申请。", .received = 30),
    NOT("TT-09", COUNTY, .s3 = "县教育局、县卫健局所属学校医院等公共企事业单位未收到信息公开申请。", .received = 30),
    NOT("TT-09", COUNTY, .s3 = "县本级收到政府信息公开申请16件，结转2件；各乡镇收到申请10件，全部办结。", .received = 30, .carried_out = 2),
    NOT("TT-09", COUNTY, .s3 = "各乡镇（街道）共收到申请10件，均已办结，未发生行政复议。", .received = 30, .review = 6),
    FIRES("TT-09", E, NULL, COUNTY, .s3 = "各乡镇（街道）共收到申请10件，均已办结，全县未发生行政复议。", .received = 30, .review = 6),
    FIRES("TT-09", E, NULL, COUNTY, .s3 = "各乡镇均建立台账，未发生行政复议。", .received = 30, .review = 6),
    NOT("TT-03", COUNTY, .s3 = "就县本级而言，全年收到申请16件，办结14件，结转2件。", .processed = 30),
    FIRES("TT-09", E, NULL, COUNTY, .s3 = "全县各学校医院等单位及政府机关收到政府信息公开申请10件，全部办结。", .received = 30, .carried_out = 2),
    FIRES("TT-09", E, NULL, COUNTY, .s3 = "我县收到政府信息公开申请10件，全部办结。", .received = 30, .carried_out = 2),
    NOT("TT-09", COUNTY, .s3 = "乡镇未收到申请的有2个。", .received = 30),
    NOT("TT-09", COUNTY, .s3 = "县发改局本年未收到申请，也未发生行政复议。", .received = 30, .review = 6),
    NOT("TT-09", COUNTY, .s3 = "县城投公司未发生行政复议、行政诉讼案件。", .review = 6, .direct = 5),
    NOT("TT-09", COUNTY, .s3 = "城东新区全年受理申请3件，未发生行政复议。", .review = 6),
    NOT("TT-09", .s3 = "各村（社区）未收到申请。", .received = 30),
    FIRES("TT-09", E, NULL, COUNTY, .s3 = "我县未收到政府信息公开申请。", .received = 30),
    FIRES("TT-09", E, NULL, COUNTY, .s3 = "青山县未收到政府信息公开申请。", .received = 30),
    FIRES("TT-09", E, NULL, COUNTY, .s3 = "城关镇收到申请6件，全县未发生行政复议。", .review = 6),
    FIRES("TT-09", E, NULL, .s3 = "白水镇未收到政府信息公开申请。", .received = 30),
};

/* All cases of a county are not those about disclosure, but in the section on these. */
static const struct prose_case subject_cases[] = {
    NOT("TT-07", COUNTY, .s1 = "依申请公开规范。全县共办理行政复议案件215件、行政应诉案件133件。", .review = 6),
    NOT("TT-07", COUNTY, .s1 = "全年行政复议案件立案215件，同比上升12%。", .review = 6),
    NOT("TT-07", COUNTY, .s1 = "县政府全年收到行政复议申请312件，受理287件。", .review = 6),
    NOT("TT-07", COUNTY, .s1 = "深化行政复议体制改革，全年收到行政复议申请245件。", .review = 6),
    NOT("TT-07", COUNTY, .s1 = "县行政复议局共办理行政复议案件215件，同比上升15%。", .review = 6),
    NOT("TT-07", COUNTY, .s1 = "行政复议案件受理215件，办结198件，涉及公安、自然资源、人社等领域。", .review = 6),
    NOT("TT-08", COUNTY, .s1 = "县政府作为被告的行政诉讼案件28件，开庭26次。", .direct = 5),
    NOT("TT-08", COUNTY, .s1 = "全年发生行政诉讼案件133件，负责人出庭应诉率100%。", .direct = 5),
    NOT("TT-07", COUNTY, .s1 = "县政府作为复议机关受理行政复议86件，其中信息公开类12件。", .review = 6),
    NOT("TT-08", COUNTY, .s1 = "县法院受理以县政府为被告的行政诉讼案件28件，其中信息公开类3件。", .direct = 5),
    NOT("TT-08", .s4 = "2020年，本镇作为被告的行政诉讼案件3件，均为土地确权纠纷，未发生因政府信息公开引发的行政复议、行政诉讼。"),
    NOT("TT-08", .s4 = "行政诉讼案件3件（均为房屋征收补偿争议）。"),
    NOT("TT-08", .s4 = "行政诉讼案件3件，案由为工伤认定和行政处罚，没有涉及政府信息公开的行政诉讼案件。"),
    NOT("TT-07", .s4 = "行政复议案件3件，均为土地确权纠纷，未发生因政府信息公开引发的行政复议、行政诉讼。"),
    FIRES("TT-08", E, NULL, .s4 = "因政府信息公开引发的行政诉讼案件3件，均为土地确权信息公开争议，未发生因政府信息公开引发的行政复议。", .direct = 1),
    FIRES("TT-08", E, NULL, .s4 = "行政诉讼案件3件，均由土地确权纠纷引起。", .direct = 1),
    FIRES("TT-07", E, NULL, .s4 = "行政复议案件3件，均已审结，未发生因政府信息公开引发的行政诉讼。", .review = 1),
    FIRES("TT-08", W, NULL, COUNTY, .s1 = "全县行政诉讼案件28件，其中信息公开类3件。", .direct = 5),
    NOT("TT-07", COUNTY, .s4 = "青山镇发生行政复议1件、行政诉讼1件。", .review = 6),
    NOT("TT-08", COUNTY, .s4 = "青山镇发生行政复议1件、行政诉讼1件。", .direct = 5),
    NOT("TT-07", COUNTY, .s4 = "县公安局被行政复议2件、县自然资源局3件。", .review = 6),
    FIRES("TT-07", E, NULL, COUNTY, .s4 = "全县共办理行政复议案件9件，行政应诉案件8件。", .review = 6),
    FIRES("TT-07", E, NULL, COUNTY, .s1 = "全年办理涉及政府信息公开的行政复议案件9件。", .review = 6),
    FIRES("TT-07", E, NULL, COUNTY, .s1 = "全年发生行政复议9件、行政诉讼5件。", .review = 6),
    FIRES("TT-08", E, NULL, COUNTY, .s1 = "因信息公开被提起行政诉讼8件，负责人均出庭应诉。", .direct = 5),
};

static const struct prose_case subject_decisions[] = {
    NOT("TT-11", COUNTY, .s2 = "赋权乡镇作出行政处罚53件。承接赋权的乡镇共办理行政处罚53件。"),
    NOT("TT-11", COUNTY, .s2 = "街道综合行政执法办公室作出行政处罚27件。"),
    NOT("TT-11", COUNTY, .s2 = "经开区作出行政许可决定211件，行政处罚决定9件。"),
    NOT("TT-11", COUNTY, .s2 = "全年办理行政许可事项12.6万件，全程网办率98.7%。"),
    FIRES("TT-11", E, NULL, COUNTY, .s2 = "全年办理行政许可事项126件，均已公开。"),
    SILENT("PA-03", .s3 = "新收申请42件，予以公开18件，占42.9%（按新收42件计）。", .processed = 30),
    FIRES("PA-03", W, NULL, .s3 = "新收申请42件，予以公开18件，占45.9%（按新收42件计）。", .processed = 30),
    NOT("TT-11", COUNTY, .s2 = "县行政审批局作出行政许可决定8130件，作出行政处罚决定2件。"),
    NOT("TT-12", COUNTY, .edition = 2021, .s2 = "县教育局收取行政事业性收费860.2万元。"),
    FIRES("TT-11", E, NULL, COUNTY, .s2 = "我县作出行政许可决定5件，作出行政处罚决定6件。"),
    FIRES("TT-11", E, NULL, COUNTY, .s2 = "赋权乡镇作出行政处罚53件，全县共作出行政处罚60件。"),
};

static const struct prose_case subject_parts[] = {
    /* Some answers, some matters. */
    NOT("TT-03", .s3 = "收到的申请首次答复20件，补正后答复9件。", .processed = 30),
    NOT("TT-03", .s3 = "一次性办结申请20件，二次答复9件，跨月办结3件。", .processed = 30),
    NOT("TT-03", .s3 = "涉及征地拆迁的申请12件，已办结9件。教育类申请8件，已答复6件。", .processed = 30),
    NOT("TT-04", .s3 = "历史遗留类申请5件，已办结2件，结转3件。", .carried_out = 9),
    NOT("TT-03", .s3 = "网上申请12件，办结11件；线下申请8件，办结8件。", .processed = 30),
    FIRES("TT-03", E, NULL, .s3 = "收到各类政府信息公开申请30件，办结28件。", .processed = 30),
    FIRES("TT-03", E, NULL, .s3 = "收到申请30件，涉及征地拆迁的12件，办结28件。", .processed = 30),
    FIRES("TT-03", E, NULL, .s3 = "涉及征地拆迁的申请12件，全年共办结28件。", .processed = 30),
    FIRES("TT-03", E, NULL, .s3 = "申请首次答复20件，全年共办结28件。", .processed = 30),
    NOT("TT-03", .s3 = "律师代理的申请6件，办结5件，结转1件。重点领域申请8件，办结7件。", .processed = 30),
    NOT("TT-01", .s3 = "同一申请人提交的申请28件，办结28件。", .received = 30),
    NOT("TT-03", .s3 = "以县政府名义答复的申请6件，已答复5件。", .processed = 30),
    NOT("TT-05", .s3 = "征求第三方意见的申请6件，同意公开3件，不同意公开3件。涉企申请7件，予以公开4件。", .processed = 30),
    NOT("TT-04", .s3 = "通过在线平台收到申请6件，办结5件，结转1件。", .carried_out = 9),
    NOT("TT-04", .s3 = "第一季度收到申请6件，办结5件，结转1件。", .carried_out = 9),
    NOT("TT-04", .s3 = "截至6月底，收到申请7件，办结6件，结转1件。", .carried_out = 9),
    FIRES("TT-04", E, NULL, .s3 = "截至12月底，收到申请7件，办结6件，结转1件。", .carried_out = 9),
    NOT("TT-03", .s3 = "自然人申请24件，办结23件。企业提交的申请3件，均已答复3件。", .processed = 30),
    FIRES("TT-03", E, NULL, .s3 = "自然人申请24件，企业申请3件，办结28件。", .processed = 30),
    NOT("TT-05", .s3 = "2019年结转的3件申请已全部办结，予以公开2件。", .processed = 30),
    FIRES("TT-05", E, NULL, .s3 = "收到申请27件，2019年结转3件，予以公开28件。", .processed = 30),
    /* Last year's. */
    NOT("TT-04", .s3 = "上年共收到申请12件，办结9件，结转3件。", .carried_in = 3, .carried_out = 9),
    FIRES("TT-04", E, NULL, .s3 = "上年收到申请12件，本年收到15件，办结9件，结转3件。", .carried_out = 9),
    SILENT("DOC-02", .s3 = "2019年共收到申请12件，办结9件，结转3件。", .received = 15, .carried_in = 3),
    SILENT("DOC-02", .s3 = "2019年收到申请12件，其中3件未办结，结转本年度。", .received = 15, .carried_in = 3),
    FIRES("DOC-02", E, NULL, .s3 = "2019年共收到申请12件，办结9件，结转2件。", .received = 15, .carried_in = 3),
    FIRES("DOC-02", E, NULL, .s3 = "2019年共收到申请15件，结转3件。", .received = 15, .carried_in = 3),
    FIRES("DOC-02", E, NULL, .s3 = "2019年共收到申请12件，结转0件。", .received = 15),
    NOT("TT-01", .s3 = "公开了2019年度政府信息公开工作年度报告，当年全镇收到申请12件，办结9件，结转3件。", .received = 15),
    NOT("TT-03", .s3 = "公开了2019年度政府信息公开工作年度报告，当年全镇收到申请12件，办结9件，结转3件。", .processed = 15),
    NOT("TT-04", .s3 = "公开了2019年度政府信息公开工作年度报告，当年全镇收到申请12件，办结9件，结转3件。", .carried_out = 4),
    FIRES("TT-01", E, NULL, .s3 = "公开了2020年度政府信息公开工作年度报告，当年全镇收到申请12件。", .received = 15),
    FIRES("TT-01", E, NULL, .s3 = "2020年，公开了2019年度政府信息公开工作年度报告，当年收到申请12件。", .received = 15),
    FIRES("TT-03", E, NULL, .s3 = "公开了2019年度政府信息公开工作年度报告，全年办结申请9件。", .processed = 15),
    /* In full and in part. */
    SILENT("TT-05", .s3 = "对申请，公开类（含部分公开）5件，不公开类3件。", .processed = 5),
    FIRES("TT-05", E, NULL, .s3 = "对申请，公开类（含部分公开）4件，不公开类3件。", .processed = 5),
    SILENT("TT-05", .s3 = "对申请予以公开（包括部分公开）5件。", .processed = 5),
    FIRES("TT-05", E, NULL, .s3 = "对申请予以公开5件（含部分公开2件）。", .processed = 5),
    /* Applicants of what was carried over are held against its row. */
    SILENT("TT-06", .s3 = "结转的4件申请中，自然人4件。", .received = 30, .carried_out = 4),
    SILENT("TT-06", .s3 = "未办结的4件申请，自然人提出4件。", .received = 30, .carried_out = 4),
    SILENT("TT-06", .s3 = "4件申请结转下年度办理，涉及自然人4件。", .received = 30, .carried_out = 4),
    SILENT("TT-06", .s3 = "上年结转申请4件，其中自然人4件。", .received = 30, .carried_in = 4),
    SILENT("TT-06", .s3 = "新收申请30件，上年结转4件，其中自然人34件。", .received = 30, .carried_in = 4),
    FIRES("TT-06", E, NULL, .s3 = "结转的4件申请中，自然人3件。", .received = 30, .carried_out = 4),
    FIRES("TT-06", E, NULL, .s3 = "上年结转的4件申请中，自然人3件。", .received = 30, .carried_in = 4),
    FIRES("TT-06", E, NULL, .s3 = "收到申请30件，结转4件；自然人29件。", .received = 30, .carried_out = 4),
    /* Results of all reviews have more kinds than the table; the rest without a number. */
    NOT("PA-01", .s1 = "作出行政复议决定203件，其中维持138件、撤销18件、确认违法5件。"),
    NOT("PA-01", .s1 = "办理案件203件，其中维持138件、纠正18件，其他为终止审理。"),
    NOT("PA-01", .s1 = "收到行政复议申请245件，其中受理203件，不予受理18件。"),
    FIRES("PA-01", W, NULL, .s4 = "行政复议7件，其中维持4件、纠正1件、其他结果2件、尚未审结1件。"),
    FIRES("PA-01", W, NULL, .s4 = "行政复议7件，其中维持4件、撤销1件、其他结果1件。"),
    NOT("PA-01", .s1 = "办结建议132件，其中已解决80件、列入计划30件。"),
    FIRES("PA-01", W, NULL, .s1 = "办结建议132件，其中已解决80件、列入计划60件。"),
    FIRES("PA-01", W, NULL, .s4 = "作出复议决定203件，其中维持138件、撤销68件。"),
};

#define BUREAU                                                                                     \
    .title = "青山县水务局2020年政府信息公开工作年度报告",                                         \
    .sign = "\n青山县水务局\n2021年1月20日"
/* A wider territory than the organ's own, and the government of one. */
static const struct prose_case subject_territories[] = {
    FIRES("TT-01", I, NULL, BUREAU, .s1 = "全县共收到政府信息公开申请1268件。", .received = 3),
    SILENT("TT-03", BUREAU, .s1 = "全县共办结政府信息公开申请1268件，我局办结申请3件。", .processed = 3),
    SILENT("TT-01", BUREAU, .s1 = "全县共收到政府信息公开申请1268件，我局收到政府信息公开申请3件。", .received = 3),
    FIRES("TT-01", W, NULL, BUREAU, .s1 = "全县共收到政府信息公开申请1268件，其中我局收到4件。", .received = 3),
    FIRES("TT-01", E, NULL, BUREAU, .s1 = "各单位共收到政府信息公开申请1268件，我局收到4件，位居第三。", .received = 3),
    NOT("TT-01", BUREAU, .s1 = "2019年全县收到政府信息公开申请1000件，其中我局收到4件。", .received = 3),
    FIRES("TT-01", W, NULL, .s1 = "全县共收到政府信息公开申请2件。", .received = 3),
    FIRES("TT-01", E, NULL, COUNTY, .s1 = "全县共收到政府信息公开申请4件。", .received = 3),
    FIRES("TT-07", I, NULL, COUNTY, .s4 = "以县政府为被申请人的行政复议案件6件，全县行政复议案件21件。", .review = 6),
    NOT("TT-01", BUREAU, .s1 = "县政府收到政府信息公开申请12件。", .received = 3),
    NOT("TT-01", .s1 = "县政府办公室收到政府信息公开申请12件。", .received = 3),
    FIRES("TT-01", W, NULL, BUREAU, .s1 = "县政府收到政府信息公开申请12件，我局共收到政府信息公开申请4件。", .received = 3),
    FIRES("TT-01", E, NULL, COUNTY, .s1 = "县政府收到政府信息公开申请12件。", .received = 3),
    NOT("TT-10", BUREAU, .s2 = "县政府办公室制发规范性文件2件。2020年县政府印发规范性文件15件。"),
    FIRES("TT-10", W, NULL, BUREAU, .s2 = "全年县政府印发规范性文件15件，我局制发规范性文件2件。"),
    FIRES("TT-10", E, NULL, COUNTY, .s2 = "县政府制发规范性文件2件。"),
};

/* A zone is called by its short name; another zone is another body. */
#define ZONE                                                                                       \
    .title = "临江经济技术开发区管理委员会2020年政府信息公开工作年度报告",                         \
    .sign = "\n临江经济技术开发区管理委员会\n2021年1月20日"
static const struct prose_case subject_zones[] = {
    FIRES("TT-01", E, NULL, ZONE, .s1 = "经开区收到政府信息公开申请4件。", .received = 3),
    FIRES("TT-01", E, NULL, ZONE, .s1 = "2020年，园区共收到政府信息公开申请4件。", .received = 3),
    FIRES("TT-01", E, NULL, ZONE, .s1 = "临江经开区收到政府信息公开申请4件。", .received = 3),
    SILENT("TT-01", ZONE, .s1 = "开发区收到政府信息公开申请3件。", .received = 3),
    FIRES("TT-07", E, NULL, ZONE, .s4 = "全年园区发生行政复议2件。", .review = 1),
    NOT("TT-01", ZONE, .s1 = "高新区收到政府信息公开申请4件。", .received = 3),
    NOT("TT-01", ZONE, .s1 = "城北园区收到政府信息公开申请4件。", .received = 3),
    NOT("TT-01", COUNTY, .s1 = "经开区收到政府信息公开申请4件。", .received = 3),
    FIRES("TT-01", E, NULL, .s1 = "园区收到政府信息公开申请4件。", .received = 3,
          .title = "临江县白水产业园管理委员会2020年政府信息公开工作年度报告",
          .sign = "\n临江县白水产业园管理委员会\n2021年1月20日"),
};

#define SUBJECT_CASES                                                                              \
    PROSE_LIST(subject_clauses), PROSE_LIST(subject_denials), PROSE_LIST(subject_cases),           \
        PROSE_LIST(subject_decisions), PROSE_LIST(subject_parts),                                  \
        PROSE_LIST(subject_territories), PROSE_LIST(subject_zones)

#endif

/* Cases of PRV-01, 02, and of numbers printed in groups. */
#ifndef GOUJI_TESTS_CASES_PRIVACY_H
#define GOUJI_TESTS_CASES_PRIVACY_H

#include "catalogue_cases.h"

/* A made-up number of the pattern of the standard. */
#define ID "11010519491231002X"
#define NO_CASES "0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n"

static const struct prose_case privacy_found[] = {
    {"PRV-01", {0}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"PRV-01",
     {.s3 = "申请人身份证号" ID "。"},
     OUTCOME_FAIL,
     SEVERITY_ERROR,
     "1",
     "疑为身份证号：110*************2X",
     "looks like an ID number: 110*************2X",
     ID},
    SILENT("PRV-01", .s3 = "编号110105194912310021。"),
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "编号ID" ID "。"),
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "编号" ID "A，编号A110105194912310021B。"),
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "证件110105.19491231.002X。"),
    /* Beside a letter it must be of a day of birth. */
    SILENT("PRV-01", .s3 = "编号A110105174912310021、A110105194913310022、110105174912310021A。"),
    /* The ID numbers of fifteen digits have no check digit: they are what they are said to be. */
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "申请人身份证号110105491231002。"),
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "申请人身份证号码：110105491231002，已核。"),
    SILENT("PRV-01", .s3 = "编号110105491231002，身份证号110105491331002。"),
    /* The figures of a row without gaps; one with a day of birth is none of them. */
    SILENT("PRV-01", .swap = {NO_CASES "五", "526013181515908320\n五"}),
    FIRES("PRV-01", SEVERITY_ERROR, "1", .swap = {NO_CASES "五", "110105194912310003\n五"}),
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "编号526013181515908320。"),
    SILENT("PRV-01", .s3 = "见https://x.gov.cn/a/" ID ".html。"),
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "身份证/" ID "。"),
    {"PRV-02", {0}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"PRV-02",
     {.s3 = "申请人手机13800138000。"},
     OUTCOME_FAIL,
     SEVERITY_WARNING,
     "1",
     "疑为个人手机号：138******00",
     "looks like a personal mobile number: 138******00",
     "13800138000"},
    {"PRV-02",
     {.s3 = "联系电话13800138000，电话0536-4396492，编号213800138000。"},
     OUTCOME_PASS,
     0,
     NULL,
     NULL,
     NULL,
     NULL},
};

/* As people write them down. */
static const struct prose_case privacy_groups[] = {
    {"PRV-02",
     {.s3 = "来信人手机138-0536-1234。"},
     OUTCOME_FAIL,
     SEVERITY_WARNING,
     "1",
     "疑为个人手机号：138********34",
     "looks like a personal mobile number: 138********34",
     "138-0536-1234"},
    {"PRV-02",
     {.s3 = "来信人手机138 0536 1234，已答复。"},
     OUTCOME_FAIL,
     SEVERITY_WARNING,
     "1",
     "疑为个人手机号：138********34",
     NULL,
     "138 0536 1234"},
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "来信人手机138 05361234。"),
    /* Cells of a table run together, the figures behind their row's label. */
    SILENT("PRV-02", .s3 = "规章00149行政规范性文件18012345653第二十条第(五)项信息内容。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "行政处罚当事人18012345653来电。"),
    SILENT("PRV-04", .s3 = "（七）总计6222021234567890128四、结转下年度继续办理"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "来信人手机+86 13805361234。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "来信人手机+8613805361234。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "来信人手机8613805361234。"),
    {"PRV-02",
     {.s3 = "来信人手机+86-138-0536-1234。"},
     OUTCOME_FAIL,
     SEVERITY_WARNING,
     "1",
     "疑为个人手机号：+86************34",
     NULL,
     "+86-138-0536-1234"},
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "来信人手机008613805361234。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "来信人手机0086-13805361234。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "来信人手机１３８－０５３６－１２３４。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "来信人手机138.0536.1234。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "来电013805361234询问。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "来电tel13805361234wx。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "微信13805361234wx。"),
    SILENT("PRV-02", .s3 = "资金13805361234.00元，版本138.0536.1234.5，用电13805361234kWh。"),
    {"PRV-01",
     {.s3 = "来信人110105-19491231-002X。"},
     OUTCOME_FAIL,
     SEVERITY_ERROR,
     "1",
     "疑为身份证号：110***************2X",
     NULL,
     "110105-19491231-002X"},
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "来信人110105 1949 1231 002X。"),
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "来信人1101 0519 4912 3100 2X。"),
    {"PRV-04",
     {.s1 = "退费至6222 0212 3456 7890 128。"},
     OUTCOME_FAIL,
     SEVERITY_WARNING,
     "1",
     "疑为银行卡号或住址：622******************28",
     NULL,
     "6222 0212 3456 7890 128"},
    FIRES("PRV-04", SEVERITY_WARNING, "1", .s1 = "退费至6222-0212-3456-7890-128。"),
    FIRES("PRV-04", SEVERITY_WARNING, "1", .s1 = "退费至ICBC6222021234567890128。"),
    SILENT("PRV-04", .s1 = "编号A6222021234567890128，金额6222021234567890128元。"),
};

/* Text wrapped hard: digits, the line's end, maybe an indentation, digits. */
static const struct prose_case privacy_broken[] = {
    {"PRV-01",
     {.s3 = "来信人110105194\n91231002X。"},
     OUTCOME_FAIL,
     SEVERITY_ERROR,
     "1",
     "疑为身份证号：110*************2X",
     NULL,
     "110105194\n91231002X"},
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "来信人1\n1010519491231002X。"),
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "来信人11010519491231002\nX。"),
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "来信人110105194 \n    91231002X，已答复。"),
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "来信人１１０１０５１９４\n　　９１２３１００２X。"),
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "来信人110105194　\n91231002X，已答复。"),
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "来信人110105194\r\n91231002X，已答复。"),
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "来信人110105\n19491231 002X。"),
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "来信人110105-\n19491231-002X。"),
    {"PRV-02",
     {.s3 = "来信人手机138001\n38000。"},
     OUTCOME_FAIL,
     SEVERITY_WARNING,
     "1",
     "疑为个人手机号：138******00",
     NULL,
     "138001\n38000"},
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "来信人手机1380013\n  8000，已答复。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "来信人手机138\n0013 8000，已答复。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "来信人手机138-0013-\n8000，已答复。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "来信人手机+86138001\n38000，已答复。"),
    FIRES("PRV-04", SEVERITY_WARNING, "1", .s3 = "退费至62220212\n34567890128。"),
    FIRES("PRV-03", SEVERITY_WARNING, NULL, .s3 = "王建国1380013\n8000来电。"),
    /* An ID number whose last character is on the next line is no card's. */
    SILENT("PRV-04", .s3 = "证件34082119850312206\nX已核。"),
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "证件34082119850312206\nX已核。"),
    /* Over more lines, the words of the sentence on both sides. */
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "来信人110105\n194912\n31002X来电。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "来信人138\n0013\n8000来电。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "来信人138\n00\n13\n8000来电。"),
    SILENT("PRV-02", .s6 = "甲138\n0013\n8000\n乙\n"),
    SILENT("PRV-02", .s6 = "甲\n138\n0013\n8000件\n"),
    /* In a box the number goes on below in its cell. */
    FIRES("PRV-01", SEVERITY_ERROR, "1", .s3 = "\n│1101051949│\n│1231002X  │\n"),
    FIRES("PRV-01", SEVERITY_ERROR, "1", .sign = "\n│1101051949│\n│1231002X  │"), /* the last line */
    FIRES("PRV-01", SEVERITY_ERROR, "1",
          .s3 = "\n│身份证│1101051949│拆迁补│\n│      │1231002X  │偿    │\n"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "\n手机│138001│\n    │38000 │\n"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "\n| 手机 | 138001 |\n|  | 38000 |\n"),
    SILENT("PRV-02", .s3 = "\n│甲│138001│\n│乙│38000 │\n"),
    SILENT("PRV-02", .s3 = "\n│138001│甲│\n│  │38000 │\n"),
    SILENT("PRV-02", .s3 = "\n│联系电话│138001│\n│        │38000 │\n"),
    /* Its own length and check digit decide. */
    SILENT("PRV-01", .s3 = "编号110105194\n912310021，1101051949\n1231002X5。"),
    SILENT("PRV-01", .s3 = "编号110105194。\n91231002X。"),
    SILENT("PRV-01", .s3 = "编号110105194\n\n91231002X。"),
    SILENT("PRV-02", .s3 = "编号138001\n380001，138001\n3800，1380.01\n38000。"),
    SILENT("PRV-02", .s3 = "联系电话138001\n38000，金额138001\n38000元。"),
    SILENT("PRV-02", .s3 = "2018-2020年分别为138\n1390 1402件。"),
    /* Figures of a table on two lines. */
    SILENT("PRV-02", .s6 = "甲\n138\n12345678\n乙\n"),
    SILENT("PRV-02", .s6 = "项目    金额\n甲      138\n12345678  乙\n"),
    SILENT("PRV-02", .s6 = "项目\t金额\n甲\t138\n12345678\t139\n"),
    SILENT("PRV-02", .s6 = "甲,138\n12345678,139\n"),
};

#define HEAD "姓名\t身份证号\t手机\n"
#define NUMBERS "\t" ID "\t13800138000"
/* In a table of one row nothing but its header says that it is one. */
static const struct prose_case privacy_rows[] = {
    {"PRV-03",
     {.s6 = "附表：\n\n" HEAD "王建国" NUMBERS "\n\n以上。"},
     OUTCOME_FAIL,
     SEVERITY_WARNING,
     NULL,
     NULL,
     NULL,
     "王建国"},
    FIRES("PRV-03", SEVERITY_WARNING, NULL,
          .s6 = "附表：\n\n序号\t姓名\t电话\n1\t王建国\t13800138000\n\n以上。"),
    FIRES("PRV-03", SEVERITY_WARNING, NULL,
          .s6 = "附表：\n\n| 姓名 | 电话 |\n|---|---|\n| 王建国 | 13800138000 |\n\n以上。"),
    FIRES("PRV-03", SEVERITY_WARNING, NULL,
          .s6 = "附表：\n\n│姓名│电话│\n├──┼──┤\n│王建国│13800138000│\n\n以上。"),
    FIRES("PRV-03", SEVERITY_WARNING, NULL,
          .s6 = "附表：\n\n姓名      电话\n王建国    13800138000\n\n以上。"),
    FIRES("PRV-03", SEVERITY_WARNING, NULL, .s6 = "王建国" NUMBERS),
    FIRES("PRV-03", SEVERITY_WARNING, NULL, .s6 = "| 王建国 | " ID " | 13800138000 |"),
    FIRES("PRV-03", SEVERITY_WARNING, NULL, .s6 = "│王建国│" ID "│"),
    FIRES("PRV-03", SEVERITY_WARNING, NULL, .s6 = "王建国\t6222021234567890128\t12"),
    FIRES("PRV-03", SEVERITY_WARNING, NULL, .s6 = "王建国（男，身份证号" ID "）"),
    FIRES("PRV-03", SEVERITY_WARNING, NULL, .s6 = "第三人王建国，男，1985年3月12日出生。"),
    FIRES("PRV-03", SEVERITY_WARNING, NULL, .s6 = "申请人代理人：王建国律师。"),
    SILENT("PRV-03", .s6 = "第三人意见、第三人合法权益、第三人方面。委托代理人出庭。"),
    SILENT("PRV-03", .s6 = "项目\t金额\n安置\t13800138000\n"),
    SILENT("PRV-03", .s6 = "附表：\n\n" HEAD "王某" NUMBERS "\n\n以上。"),
    SILENT("PRV-03", .s6 = "附表：\n\n单位\t电话\n王家庄\t13800138000\n\n以上。"),
};

/* Hotlines, offices, documents, amounts, years, and cells that stand side by side. */
static const struct prose_case privacy_quiet[] = {
    SILENT("PRV-02", .s3 = "拨打12345、0536-1234567、0536-12345678、(0536)1234567、400-138-1234。"),
    SILENT("PRV-02",
           .s3 = "青政发〔2020〕138号至1390-1234号，金额13800.1385万元、138,0013,8000元。"),
    SILENT("PRV-02", .s3 = "2018-2020年分别为138 1390 1402件，流水138-0536-1234-5。"),
    SILENT("PRV-02", .s3 = "联系人手机138-0536-1234。"),
    SILENT("PRV-02", .s3 = "金额8613805361234元，编号28613805361234，联系人手机8613805361234。"),
    SILENT("PRV-02", .received = 138, .swap = {"行政许可\t0\t0\t0", "行政许可\t138\t1390\t1402"}),
    SILENT("PRV-02", .spaced = true, .swap = {"行政许可\t0\t0\t0", "行政许可\t138\t1390\t1402"}),
    SILENT("PRV-02", .s6 = "年份\t甲\t乙\n138\t1390\t1402\n"),
    SILENT("PRV-01", .s3 = "编号110105-19491231-0021，期限20200101-20201231。"),
    SILENT("PRV-04",
           .s1 = "2017 2018 2019 2020年、4396 4920 1234 5671件，6222-0212-3456-7890-123。"),
};

/* What is said of duty in another sentence says nothing of this one's number, nor does it of
 * a number right behind whose it is. */
static const struct prose_case privacy_owners[] = {
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "申请人手机13800138000。如有疑问请与办公室联系。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1",
          .s3 = "本局联系电话6221234。村民手机13800138000反映问题。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "已电话联系申请人13800138000。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "经办公室联系，申请人王建国13800138000撤回申请。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "申请人王建国的联系电话为13800138000。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "申请人（联系方式：13800138000）已撤回申请。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "联系了来信人13800138000次日答复。"),
    /* A clerk's own number is no office's. */
    FIRES("PRV-02", SEVERITY_WARNING, "1",
          .s3 = "办公电话：0555-7654321，经办人张三13800138000。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "办公室经办人张三手机：13800138000。"),
    SILENT("PRV-02", .s3 = "经办人如有疑问可联系13800138000。"),
    /* Nor does what the owner did, behind it. */
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "市民王建国（13800138000）来电咨询，已处理。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "市民王建国（13800138000）拨打热线反映问题。"),
    FIRES("PRV-02", SEVERITY_WARNING, "1", .s3 = "居民13800138000向值班室反映问题。"),
    SILENT("PRV-02", .s3 = "拨打13800138000咨询。电话13800138000（办公时间）。"),
    SILENT("PRV-02", .s3 = "市民可拨打13800138000咨询。群众可致电13800138000（值班）。"),
    SILENT("PRV-02", .s3 = "13800138000（联系人王建国）。"),
    SILENT("PRV-02", .s3 = "申请人可拨打值班电话13800138000。"),
    SILENT("PRV-02", .s3 = "申请人咨询电话：13800138000。申请人请联系13800138000。"),
    SILENT("PRV-02", .s3 = "办公室设在镇政府二楼，联系人王建国，手机13800138000。"),
    /* A unit behind it: an amount. */
    SILENT("PRV-02", .s3 = "采购金额13812345678元，关注数13812345678次，阅读13812345678人次。"),
};

#define PRIVACY_CASES                                                                              \
    PROSE_LIST(privacy_found), PROSE_LIST(privacy_groups), PROSE_LIST(privacy_quiet),              \
        PROSE_LIST(privacy_owners), PROSE_LIST(privacy_broken), PROSE_LIST(privacy_rows)

#endif

/* Cases of the checks of words beyond the first release. */
#ifndef GOUJI_TESTS_CASES_WORDING_H
#define GOUJI_TESTS_CASES_WORDING_H

#include "catalogue_cases.h"

#define TITLE_2021 "青山县白水镇人民政府2021年政府信息公开工作年度报告"

static const struct prose_case wording_documents[] = {
    SILENT("DOC-01", .title = "青山縣白水鎮人民政府2020年政府信息公開工作年度報告"),
    SILENT("DOC-01",
           .title = "青山县白水镇人民政府2020年政府信息公开工作年度报告_青山县人民政府_年度报告"),
    FIRES("DOC-01", W, NULL,
          .title = "青山县白水镇人民政府2020年政府信息公开工作年度报告的通知_年度报告"),
    FIRES("DOC-01", W, NULL, .title = "青山县白水镇人民政府2020年信息公开情况年度报告"),
    FIRES("DOC-01", I, NULL, .title = "青山县白水镇人民政府2020年政府信息公开年度报告"),
    SILENT("DOC-01", .title = "青山县白水镇人民政府\n2020年度政府信息公开工作年度报告"),
    FIRES("DOC-03", I, NULL, .sign = "\n白水镇政府\n2021年1月20日"),
    FIRES("DOC-03", W, NULL, .sign = "\n青山县黄泥镇人民政府\n2021年1月20日"),
    SILENT("DOC-03", 0),
    NOT("DOC-03", .sign = ""),
    SILENT("DOC-05", .title = "青山縣白水鎮人民政府2020年政府信息公開工作年度報告",
           .s1 = "白水鎮認真做好公開工作。白水镇高度重视。"),
    FIRES("DOC-05", W, NULL, .s1 = "黄泥镇认真落实各项制度。"),
    FIRES("DOC-05", W, NULL, .s1 = "黄泥镇人民政府及时更新公开目录。"),
    FIRES("DOC-05", W, NULL, .s1 = "黄泥镇党委、政府高度重视。"),
    SILENT("DOC-05", .s1 = "白水镇人民政府及时更新目录，白水镇党委高度重视。辖区乡镇政府持续更新。各乡镇党委高度重视。"),
    SILENT("DOC-05", .s1 = "黄泥镇人民政府网站及时更新。推动城乡不断发展。"),
    FIRES("DOC-05", I, NULL, .s1 = "本年度城白水镇未收到提案。"),
    SILENT("DOC-05", .s1 = "驻白水镇工作队协助公开，住白水镇的群众可以查阅，赴白水镇调研。环白水镇设栏，等白水镇审定，自白水镇发布之日起，均白水镇负责。"),
    SILENT("DOC-05", .s1 = "现公布2020年度白水镇政府信息公开情况。截至2020年底白水镇未收到申请。"),
    SILENT("DOC-05", .s1 = "白水镇认真落实各项制度，各村镇积极配合。赴黄泥镇参加培训。"),
    /* The year in front, the opening, the contact. */
    FIRES("DOC-05", W, NULL, .s1 = "2020年，黄泥镇收到政府信息公开申请2件。"),
    FIRES("DOC-05", W, NULL, .lead = "现将青山县黄泥镇人民政府2020年政府信息公开工作情况报告如下。"),
    FIRES("DOC-05", W, NULL, .s1 = "如有疑问请与青山县黄泥镇人民政府联系。"),
    SILENT("DOC-05", .lead = "现将青山县白水镇人民政府2020年政府信息公开工作情况报告如下。",
           .s1 = "2020年，白水镇收到政府信息公开申请2件。如有疑问请与青山县白水镇人民政府联系，加强与黄泥镇人民政府的联系。"),
    SILENT("DOC-05", .s1 = "黄泥镇收到我镇移送的申请1件。期间街道收到申请。目前乡镇共收到申请2件。"),
    SILENT("DOC-05", .s1 = "通过街道办事处收到申请2件。截至目前街道收到申请1件。所属街道收到申请1件。"),
    SILENT("DOC-05", .title = "海州市青禾区人民政府2020年政府信息公开工作年度报告",
           .lead = "现将青禾区2020年度政府信息公开工作情况报告如下，另将临港经济区2020年度的情况附后。",
           .s1 = "临港经济区政府高度重视政府信息公开。"),
    /* Another county, which is no superior. */
    FIRES("DOC-05", W, NULL, .title = "青禾区人民政府2020年政府信息公开工作年度报告",
          .lead = "现将赤林区人民政府2020年度政府信息公开工作情况报告如下。"),
    FIRES("DOC-05", W, NULL, .title = "青禾区人民政府2020年政府信息公开工作年度报告",
          .s1 = "赤林区人民政府高度重视政府信息公开工作。"),
    FIRES("DOC-05", W, NULL, .title = "青禾区人民政府2020年政府信息公开工作年度报告",
          .s1 = "2020年，青禾县人民政府收到政府信息公开申请150件。"),
    FIRES("DOC-05", W, NULL, .title = "青禾区水务局2020年政府信息公开工作年度报告",
          .lead = "现将赤林区水务局2020年度政府信息公开工作情况报告如下。"),
    FIRES("DOC-05", W, NULL, .lead = "现将海州市赤林区白水镇人民政府2020年度政府信息公开工作情况报告如下。"),
    SILENT("DOC-05", .title = "海州市青禾区人民政府2020年政府信息公开工作年度报告",
           .lead = "现将青禾区2020年度政府信息公开工作情况报告如下。",
           .s1 = "青禾区人民政府高度重视政府信息公开工作。海州市人民政府高度重视政府信息公开工作。"),
    SILENT("DOC-05", .title = "青禾区人民政府2020年政府信息公开工作年度报告",
           .lead = "现将海州青禾区2020年度政府信息公开工作情况报告如下。",
           .s1 = "海州市青禾区人民政府收到申请2件。与赤林区人民政府签订协议，赤林区人民政府来我区考察政务公开。自治区人民政府高度重视政府信息公开工作。"),
    SILENT("DOC-05", .title = "海州高新技术产业开发区管理委员会2020年政府信息公开工作年度报告",
           .lead = "现将海州高新区2020年度政府信息公开工作情况报告如下。",
           .s1 = "赤林区人民政府高度重视政府信息公开工作。"),
    SILENT("DOC-05", .title = "海宁市人民政府2020年政府信息公开工作年度报告",
           .s1 = "赤林区人民政府高度重视政府信息公开工作。"),
    FIRES("DOC-08", I, NULL, .sign = "\n青山县白水镇人民政府\n2021年2月20日"),
    FIRES("DOC-08", E, NULL, .sign = "\n青山县白水镇人民政府\n2020年12月30日"),
    FIRES("DOC-08", E, NULL, .title = "青山县水务局2020年政府信息公开工作年度报告",
          .sign = "\n青山县水务局\n2021年2月20日"),
    SILENT("DOC-08", .title = "青山县人民政府2020年政府信息公开工作年度报告",
           .sign = "\n青山县人民政府\n2021年3月20日"),
    NOT("DOC-08", .sign = "\n青山县白水镇人民政府"),
    FIRES("DOC-08", W, NULL, .title = "青山县人民政府办公室2020年政府信息公开工作年度报告",
          .sign = "\n青山县人民政府办公室\n2021年3月10日"),
    FIRES("DOC-08", E, NULL, .title = "青山县人民政府办公室2020年政府信息公开工作年度报告",
          .sign = "\n青山县人民政府办公室\n2021年4月10日"),
    FIRES("DOC-14", W, NULL, .s1 = "（一）概述\n做了工作。"),
    FIRES("DOC-14", I, NULL, .title = "青山县白水镇人民政府2019年政府信息公开工作年度报告",
          .s1 = "（一）概述\n做了工作。"),
    SILENT("DOC-14", 0),
    FIRES("DOC-15", I, NULL, .lead = "报告内容包括：本年报包括以下内容：总体情况。"),
    SILENT("DOC-15", .lead = "报告内容包括总体情况，公开的信息包括机构职能。"),
};

static const struct prose_case wording_citations_and_leftovers[] = {
    FIRES("DOC-09", W, "a", .lead = "根据《政府信息公开条例》（国务院令第771号）编制。"),
    /* The Regulation of 2008 as the basis of a year behind it, not as history. */
    FIRES("DOC-09", W, "a", .lead = "根据《中华人民共和国政府信息公开条例》（国务院令第492号）编制。"),
    SILENT("DOC-09", .lead = "根据《政府信息公开条例》（国务院令第492号公布，第711号修订）编制。"),
    SILENT("DOC-09", .lead = "原《政府信息公开条例》（国务院令第492号）2008年5月1日施行。"),
    SILENT("DOC-09", .lead = "按照2008年施行的《政府信息公开条例》（国务院令第492号）建立的制度继续有效。"),
    SILENT("DOC-09", .title = "青山县白水镇人民政府2018年政府信息公开工作年度报告",
           .lead = "根据《政府信息公开条例》（国务院令第492号）编制。"),
    FIRES("DOC-09", W, "b", .s1 = "根据条例第二十条第（五）款公开。"),
    FIRES("DOC-09", W, "c", .title = TITLE_2021, .lead = "根据国办公开办函〔2019〕60号编制。"),
    FIRES("DOC-09", W, "c", .lead = "根据国办公开办函〔2021〕30号编制。"),
    SILENT("DOC-09", .title = TITLE_2021, .lead = "根据国办公开办函〔2019〕60号、〔2021〕30号编制。"),
    FIRES("DOC-09", W, "c", .title = TITLE_2021, .lead = "根据国办公开办函〔2019〕60号、国办发〔2021〕30号编制。"),
    FIRES("DOC-09", I, "d", .lead = "根据《关于政府信息公开年度报告有关事项的通知》编制。"),
    FIRES("DOC-09", I, "d", .lead = "根据《关于印发〈中华人民共和国信息公开工作年度报告格式〉的通知》编制。"),
    FIRES("DOC-09", I, "e", .s1 = "坚持公开为原则、不公开为例外。"),
    FIRES("DOC-09", I, "f", .s1 = "政府信息与政府信息公开办公室的要求。"),
    SILENT("DOC-09", .lead = "根据《政府信息公开条例》（国务院令第711号）第二十条第（五）项、"
                             "《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）"
                             "编制，以公开为常态、不公开为例外。"),
    SILENT("DOC-09", .title = TITLE_2021,
           .lead = "根据国办公开办函〔2019〕60号和国办公开办函〔2021〕30号编制。"),
    FIRES("DOC-11", I, NULL, .s1 = "做了工作。\n[bookmark: _GoBack]又做了工作。"),
    FIRES("DOC-11", W, NULL, .s1 = "公开信息××条。"),
    SILENT("DOC-11", .s1 = "见《关于××的通知》。"),
    FIRES("DOC-11", W, NULL, .s1 = "全年公开信息____条。"),
    FIRES("DOC-11", W, NULL, .s1 = "工作考核得分XX分。"),
    FIRES("DOC-11", W, NULL, .s1 = "占比XX%。"),
    FIRES("DOC-11", W, NULL, .s1 = "公开信息X条。"),
    FIRES("DOC-11", W, NULL, .s1 = "统计期限至X月X日。"),
    {"DOC-11", {.s1 = "共收到政府信息公开申请  件，均已答复。"}, OUTCOME_FAIL, W, NULL, "数字未填：“申请  件”", NULL, "申请  件"},
    FIRES("DOC-11", W, NULL, .s1 = "主动公开政府信息　　条。"),
    FIRES("DOC-11", W, NULL, .s1 = "收到申请3件，办结 件、结转1件。"),
    FIRES("DOC-11", W, NULL, .s1 = "收到申请（ ）件。收到申请()件。"),
    SILENT("DOC-11", .s1 = "收到申请 3 件，公开信息 12 条。新增邮 件、信 件等渠道。认真办理申请\n件，及时公开条例。"),
    SILENT("DOC-11", .s1 = "依法公开 条例规定的内容，收到申请 件件有回音。"),
    SILENT("DOC-11", .s1 = "单位： 件\n第二十条（一）条目。"),
    SILENT("DOC-11", .s1 = "公开信息__12__条。XX分局参加。依据第X条。公开×条例。"),
    SILENT("DOC-11", .s1 = "| 项目 | 数量 |\n|------|------|\n| 网站 | 3 |"),
    SILENT("DOC-11", .s1 = "  ------ ------\n  网站   3\n  ------ ------"),
    FIRES("DOC-11", I, NULL, .s1 = "| 项目 | 数量 | |\n| ------ | ------ | |\n| 网站 | 3 | |"),
    FIRES("DOC-11", I, NULL, .s1 = "项目,数量,\n------,------,\n网站,3,"),
    FIRES("DOC-12", I, NULL, 0),
    SILENT("DOC-12", .s6 = "联系电话：0555-1234567。"),
    SILENT("DOC-12", .s6 = "电话：6221234。"),
    SILENT("DOC-12", .s6 = "办公室（电话 ０５５５—6221234）。"),
    FIRES("DOC-12", I, NULL, .s6 = "接听群众电话300次，拨打电话1234567次。"),
    FIRES("DOC-12", I, NULL, .s6 = "通过电话、传真等方式公开1234567条。"),
};

#define TOPICS                                                                                     \
    "（一）主动公开\n公开。\n（二）依申请公开\n没有。\n（三）政府信息管理\n管理。\n"              \
    "（四）平台建设\n建设。\n（五）监督保障\n监督。"

#define LOCAL_TOPIC                                                                                \
    .local = "\"topics\": [{\"id\": \"SEC-11\", \"name\": \"建议提案办理\", "                        \
             "\"words\": [\"建议\", \"提案\"], \"reason\": \"市办要求\", \"date\": \"2026-01-05\"}]"

static const struct prose_case wording_sections[] = {
    FIRES("SEC-02", I, "S1", .h1 = "一、本年度政府信息公开工作的总体情况说明"),
    SILENT("SEC-02", 0),
    FIRES("SEC-06", W, "management", .s1 = "主动公开了信息。"),
    FIRES("SEC-06", I, "proactive", .s1 = "主动公开了信息。"),
    FIRES("SEC-06", I, "proactive", .s1 = "2020年白水镇共公开政府信息76条。"),
    FIRES("SEC-06", W, "proactive", .s1 = "2020年收到依申请公开政府信息申请2件。"),
    SILENT("SEC-06", .s1 = TOPICS),
    SILENT("SEC-06", .s1 = "（一）主动公开情况 全年公开信息8条，均已发布。 （二）依申请公开情况 未收到申请，也无结转。 "
                           "（三）政府信息管理 制度健全，流程清楚。 （四）平台建设情况 网站运行，更新及时。 "
                           "（五）监督保障 专人负责，定期检查。"),
    FIRES("SEC-06", I, "proactive", .s1 = "（一）加强组织 依法主动公开，全年公开信息8条。"),
    SILENT("SEC-06", .s1 = "（一）主動公開情況\n公開信息8條。\n（二）依申請公開情況\n未收到申請。\n（三）政府信息管理\n"
                           "制度健全。\n（四）平臺建設情況\n網站運行正常。\n（五）監督保障\n專人負責。"),
    /* Headings that a colon ends. */
    SILENT("SEC-06", .s1 = "（一）主动公开情况：全年公开信息8条，均已发布。\n（二）依申请公开情况：未收到申请，也无结转。\n"
                           "（三）政府信息管理：专人负责，及时更新。\n（四）平台建设：维护网站，及时更新。\n"
                           "（五）监督保障：定期检查，组织培训。"),
    FIRES("SEC-06", I, "proactive", .s1 = "（一）加强组织：依法主动公开，全年公开信息8条。"),
    NOT("SEC-06", .s1 = ""),
    FIRES("SEC-09", I, NULL, 0),
    /* its heading is lost, and what stands first below it goes with the section before */
    SILENT("SEC-09", .s5 = "（一）2019年问题整改情况\n已全部整改到位。\n（二）存在的主要问题\n公开不够。将加强培训。",
           .swap = {"五、存在的主要问题及改进情况\n", ""}),
    SILENT("SEC-09", .s5 = "2019年存在的问题已整改。一是公开不够。下一步将加强培训。"),
    SILENT("SEC-09", .s5 = "针对2019年年度报告中提出的“公开内容不够全面”等问题，已逐条落实。将加强培训。"),
    SILENT("SEC-09", .s5 = "2019年，我镇政府信息公开工作主要存在公开意识不够强、政策解读不够深入、各村（社区）工作不平衡"
                            "等三个方面的问题。针对上述问题作了改进。"),
    SILENT("SEC-09", .s5 = "2020年，针对2019年工作中公开形式不够丰富的问题进行了整改。将加强培训。"),
    FIRES("SEC-09", I, NULL, .s5 = "2019年以来公开有进步。一是存在公开不够的问题。下一步将加强培训。"),
    {"SEC-11", {.s6 = "收取信息处理费0元。", LOCAL_TOPIC}, OUTCOME_FAIL, I, "建议提案办理",
     "第六部分没有写“建议提案办理”（市办要求，2026-01-05）",
     "section six lacks 建议提案办理 (市办要求, 2026-01-05)", "六、其他需要报告的事项"},
    SILENT("SEC-11", .s6 = "办理人大建议3件、政协提案2件。", LOCAL_TOPIC),
    NOT("SEC-11", 0),
    FIRES("SEC-12", I, NULL, .s1 = "（一）主动公开\n公开。\n（三）管理\n管理。"),
    FIRES("SEC-12", I, NULL, .s1 = "（一）主动公开\n公开。\n（二）1、网站\n发布。"),
    FIRES("SEC-12", I, NULL, .s1 = "- 一是学习。\n- 二是培训。\n三是督促。"),
    FIRES("SEC-12", I, NULL, .s1 = "\\- 一是学习。\n\\- 二是培训。\n三是督促。"),
    SILENT("SEC-12", .s1 = "\\- 一是学习。\n\\- 二是培训。\n\\- 三是督促。"),
    SILENT("SEC-12", .s1 = TOPICS),
    SILENT("SEC-13", 0),
    FIRES("SEC-13", W, NULL, .h1 = "五、存在的主要问题及改进情况",
          .s1 = "一是公开不够。下一步将加强培训。",
          .swap = {"五、存在的主要问题及改进情况\n一是公开内容", "一、总体情况\n一是公开内容"}),
    FIRES("SEC-14", I, NULL, .s5 = "存在问题：一是不够深；二是不够快。\n改进措施：一是培训。"),
    FIRES("SEC-14", I, NULL, .s5 = "公开还不够深。\n改进措施：一是培训；二是督促。"),
    SILENT("SEC-14", .s5 = "存在问题：一是不够深；二是不够快。\n改进措施：一是培训；二是督促。"),
    NOT("SEC-14", .s5 = "公开还不够深，将加强培训。"),
    /* short items look like headings */
    SILENT("SEC-14", .s5 = "（一）存在的主要问题\n1.公开不够深。\n2.队伍力量不足。\n（二）改进措施\n1.丰富内容。\n2.加强培训。"),
    SILENT("SEC-14", .s5 = "存在的问题：\n（1）公开不够深；\n（2）队伍力量不足。\n改进措施：\n（1）丰富内容；\n（2）加强培训。"),
    SILENT("SEC-14", .s5 = "主要问题有：1、公开不够深。2、队伍力量不足。下一步，1、丰富内容。2、加强培训。"),
    SILENT("SEC-14", .s5 = "还有两点不足：一是不够深；二是不够快。2021年我们将：一是加强培训；二是完善制度。"),
    SILENT("SEC-14", .s5 = "一是公开不够深；二是不够快。下一步，一是加强培训；二是督促检查。"),
    /* Each problem with its measure behind it. */
    SILENT("SEC-14", .s5 = "一是不够深。下一步将加强培训。\n二是不够快。下一步将督促检查。\n三是不够广。下一步将多用图解。2019年的问题已整改。"),
    SILENT("SEC-14", .s5 = "（1）公开的内容还不够深入，群众关心的不够多。下一步将加强对各科室的业务培训，提高能力。\n（2）公开的速度还不够快，有的栏目更新不及时。下一步将加强对各科室的督促检查，按月通报。"),
    FIRES("SEC-14", I, NULL, .s5 = "一是不够深。下一步将加强培训。\n二是不够快。下一步将督促检查。\n三是不够广。"),
    FIRES("SEC-14", I, NULL, .s5 = "一是不够深；二是不够快。下一步将重点做好：一是培训。\n二是督促。\n三是检查。"),
    SILENT("SEC-14", .s5 = "还存在以下问题：一是有待改进；二是不够快。\n2021年，我镇将从以下两个方面改进：一是培训；二是督促。"),
    SILENT("SEC-14", .s5 = "仍有不足，主要表现为：一是不够深；二是不够快。\n2021年，我镇将着重做好以下工作：一是培训；二是督促。"),
    FIRES("SEC-14", I, NULL, .s5 = "还存在以下问题：一是不够深；二是不够快。\n2021年，我镇将着重做好以下工作：一是培训。"),
    SILENT("SEC-14", .s5 = "存在的主要问题及改进措施：一是质量不高，将加强审核；二是意识不强，将加强培训。"),
    SILENT("SEC-14", .s5 = "（一）存在的主要问题及改进措施\n一是不够深；二是不够快。\n针对上述问题，一是培训；二是督促。"),
    SILENT("SEC-14", .s5 = "1.上一年度问题整改情况\n已整改。\n2.存在的主要问题\n（1）不够深。\n（2）不够快。\n3.改进措施\n"
                            "（1）加强培训。\n（2）加强督促。"),
    /* The form's own words are a heading of measures, once the problems are told. */
    SILENT("SEC-14", .s5 = "（一）存在的主要问题\n一是不够深；二是不够快。\n（二）改进情况\n一是培训；二是督促。"),
    SILENT("SEC-14", .s5 = "（一）主要问题\n1.不够深。\n2.不够快。\n（二）改进情况\n1.加强培训。\n2.加强督促。"),
    SILENT("SEC-14", .s5 = "（一）2019年问题整改情况\n已整改到位。\n（二）存在问题\n一是不够深；二是不够快。\n（三）改进情况\n一是培训；二是督促。"),
    FIRES("SEC-14", I, NULL, .s5 = "（一）存在的主要问题\n一是不够深；二是不够快。\n（二）改进情况\n一是培训。"),
    SILENT("SEC-14", .s5 = "（一）存在的主要问题。一是不够深；二是不够快。\n（二）改进情况。一是培训；二是督促。"),
    SILENT("SEC-14", .s5 = "存在问题：一是不够深；二是不够快。\n改进情况：一是培训；二是督促。"),
    SILENT("SEC-14", .s5 = "2019年的问题已整改：一是网站；二是微信；三是专栏。\n存在问题：一是不够深。\n措施：一是培训。"),
    FIRES("SEC-15", W, NULL, .s1 = "累计主动公开政府信息0条。通过门户网站等方式公布。"),
    FIRES("SEC-15", W, NULL, .s1 = "全年公开信息0条。主要包括财政信息。"),
    FIRES("SEC-15", W, NULL, .s1 = "2020年公开政府信息0条。通过门户网站等方式公布。"),
    SILENT("SEC-15", .s1 = "通过微信公众号公开信息0条。通过门户网站公开信息30条。"),
    SILENT("SEC-15", .s1 = "主动公开规范性文件0件。通过门户网站等方式公布。"),
    FIRES("XY-07", W, NULL, .s1 = "2019年，我镇公开信息20条。", .prior = BEFORE(0)),
    FIRES("XY-07", W, NULL, .s1 = "2019年，我镇认真贯彻落实条例，安排专人负责。", .prior = BEFORE(0)),
    FIRES("XY-07", W, NULL, .s1 = "2019年共审核信息300条。", .prior = BEFORE(0)),
    SILENT("XY-07", .s1 = "2019年，市政府办公室印发《通知》，我镇认真落实。2019年，省人民政府出台公开工作办法。", .prior = BEFORE(0)),
    FIRES("XY-07", W, NULL, .s1 = "2019年，我镇印发文件3份。", .prior = BEFORE(0)),
    SILENT("XY-07", .s1 = "2019年审核通过的方案继续有效。2019年更新的目录3份已归档。", .prior = BEFORE(0)),
    SILENT("XY-07", .s1 = "2019年认真贯彻条例的基础上，今年又有提高。", .prior = BEFORE(0)),
    SILENT("XY-07", .s1 = "2020年，我镇认真贯彻落实条例。", .prior = BEFORE(0)),
    SILENT("XY-07", .s1 = "2020年，我镇公开信息20条，比2019年多。", .prior = BEFORE(0)),
    FIRES("XY-07", W, NULL, .s1 = "（一）主动公开。2019年发布信息20条。", .prior = BEFORE(0)),
    FIRES("XY-07", W, NULL, .s1 = "2019年全年召开会议3次。", .prior = BEFORE(0)),
    SILENT("XY-07", .s1 = "2019年发布的通知继续有效。2019年收到的申请已办结。2019年底召开会议。", .prior = BEFORE(0)),
    SILENT("XY-07", .s1 = "2019年下半年收到、2020年1月答复的申请3件。", .prior = BEFORE(0)),
    FIRES("XY-07", W, NULL, .s1 = "2019年1月至2019年12月收到申请3件。", .prior = BEFORE(0)),
    /* Both years, each with its own figure. */
    SILENT("XY-07", .s1 = "2019年收到申请1200件，2020年收到申请1458件。", .prior = BEFORE(0)),
    SILENT("XY-07", .s1 = "2019年公开信息20条，解读3条；2020年公开信息30条。", .prior = BEFORE(0)),
    FIRES("XY-07", W, NULL, .s1 = "2019年收到申请1200件，2019年办结1100件。", .prior = BEFORE(0)),
    FIRES("XY-07", W, NULL, .s1 = "2019年收到申请1200件，为2020年的工作打下基础。", .prior = BEFORE(0)),
    FIRES("XY-07", W, NULL, .s1 = "2019年开展培训3次，2020年各项工作有序推进。", .prior = BEFORE(0)),
    /* Begun last year, or given for it. */
    SILENT("XY-07", .s1 = "2019年以来，累计公开各类信息5000余条。2019年以来累计公开信息5000条。", .prior = BEFORE(0)),
    SILENT("XY-07", .s1 = "2019年，我县被评为全省政务公开先进县。2019年荣获政务公开示范单位称号。", .prior = BEFORE(0)),
    FIRES("XY-07", W, NULL, .s1 = "2019年，我镇公开信息20条，荣获先进称号。", .prior = BEFORE(0)),
    FIRES("XY-07", W, NULL, .s1 = "2019年，我镇共清理文件43件。", .prior = BEFORE(0)),
    FIRES("XY-07", W, NULL, .s1 = "2019年我镇持续优化平台建设。", .prior = BEFORE(0)),
    SILENT("XY-07", .s1 = "2019年，我镇持续优化平台建设，2020年又增加栏目。2019年我镇清理文件43件，2020年清理5件。", .prior = BEFORE(0)),
    SILENT("XY-07", .s1 = "2019年我镇持续优化平台的基础上，又增加栏目。", .prior = BEFORE(0)),
    /* What a superior issued, which is carried out now. */
    SILENT("XY-07", .s1 = "2019年，市政府办公室印发《政务公开办法》，我镇认真落实。", .prior = BEFORE(0)),
    FIRES("XY-07", W, NULL, .s5 = "2019年，我镇政府信息公开工作还存在解读单一等问题。下一步将强化培训。", .prior = BEFORE(0)),
    SILENT("XY-07", .s5 = "2019年，我镇政府信息公开工作还存在解读单一等问题。针对上述问题，我镇组织了培训。", .prior = BEFORE(0)),
    SILENT("XY-07", .s5 = "2019年，我镇工作还存在解读单一等问题，2020年有所好转。下一步将强化培训。", .prior = BEFORE(0)),
    NOT("XY-07", .s1 = "2019年，我镇公开信息20条。"),
    SILENT("XY-07", .s1 = "2019年，全镇公开信息133条；2020年，全镇公开信息150条。", .prior = BEFORE(0)),
    /* What last year's report has is told of last year; another number is not. */
    {"XY-07", {.s3 = "2019年全年收到133件。", .received = 150, .prior = BEFORE(.received = 133)}, OUTCOME_FAIL, I, NULL,
     "这句写的是上年，件数与上年报告相符：“2019年全年收到”，请核对是否漏改", NULL, NULL},
    FIRES("XY-07", I, NULL, .s3 = "2019年收到申请133件，办结130件。", .received = 150, .prior = BEFORE(.received = 133, .processed = 130)),
    FIRES("XY-07", W, NULL, .s3 = "2019年收到申请133件，办结131件。", .received = 150, .prior = BEFORE(.received = 133, .processed = 130)),
    FIRES("XY-07", W, NULL, .s3 = "2019年全年收到150件。", .received = 150, .prior = BEFORE(.received = 133)),
    FIRES("XY-07", W, NULL, .s3 = "2019年全年收到咨询9件次，召开会议3次。", .received = 150, .prior = BEFORE(.received = 133)),
    FIRES("XY-07", I, NULL, .s4 = "2019年发生行政复议2件、行政诉讼1件。", .review = 3, .prior = BEFORE(.review = 2, .direct = 1)),
    FIRES("XY-07", W, NULL, .s3 = "2019年全年收到133件。", .received = 150,
          .prior = BEFORE(.received = 133, .swap = {"一、本年新收政府信息公开申请数量\t133\t0\t0\t0\t0\t0\t133\n", ""})),
    FIRES("XY-07", W, NULL, .s1 = "2019年，全镇公开信息133条；2019年，全镇公开文件20条。", .prior = BEFORE(0)),
    SILENT("XY-07", .s1 = "2019年12月印发方案，2020年组织实施。", .prior = BEFORE(0)),
    SILENT("XY-07", .s1 = "2019年政府信息公开工作年度报告按时发布。", .prior = BEFORE(0)),
};

static const struct prose_case wording_privacy_and_language[] = {
    {"PRV-03", {.s4 = "申请人李小明不服答复，申请复议。"}, OUTCOME_FAIL, W, NULL,
     "疑为申请人姓名：“申请人***”", NULL, NULL},
    {"PRV-03", {.s4 = "原告赵小兵诉镇政府一案已审结。"}, OUTCOME_FAIL, W, NULL, "疑为申请人姓名：“原告赵**”", NULL, NULL},
    SILENT("PRV-03", .s4 = "原告方撤诉。原告方败诉后上诉。申请人李先生要求公开征地材料。当事人王女士不服。"),
    FIRES("PRV-03", W, NULL, .s4 = "原告方明撤诉。"),
    FIRES("PRV-03", W, NULL, .s4 = "申请人李先要求公开征地材料。"),
    FIRES("PRV-03", W, NULL, .s4 = "申请人张建国申请公开征地批文。"),
    SILENT("PRV-03", .s4 = "申请人方式多样。申请人申请公开征地批文。申请人提出申请。"),
    SILENT("PRV-03", .s4 = "申请人李某不服答复。申请人提交材料。申请人张某某因补正撤回。"),
    {"PRV-03", {.s4 = "申请人王建国要求公开征地批文。"}, OUTCOME_FAIL, W, NULL, NULL, NULL, "王建国"},
    FIRES("PRV-03", W, NULL, .s4 = "申请人王建国请求公开征地批文。"),
    FIRES("PRV-03", W, NULL, .s4 = "申请人王建国认为答复不当。"),
    FIRES("PRV-03", W, NULL, .s4 = "当事人王伟不服答复。"),
    FIRES("PRV-03", W, NULL, .s4 = "原告李娜诉镇政府一案已审结。"),
    FIRES("PRV-03", W, NULL, .s4 = "申请人王伟：请求公开征地批文。"),
    FIRES("PRV-03", W, NULL, .s4 = "申请人：王伟，申请内容为征地批文。"),
    FIRES("PRV-03", W, NULL, .s4 = "申请人欧阳建国要求公开征地批文。"),
    {"PRV-03", {.s4 = "申请人王建国、申请人李小明不服答复。"}, OUTCOME_FAIL, W, NULL, NULL, NULL, NULL},
    SILENT("PRV-03", .s4 = "原告方不服一审判决。当事人方面要求公开。申请人安全要求。申请人何时申请公开都受理。"),
    SILENT("PRV-03", .s4 = "申请人高度认可。申请人许可后要求公开。申请人王某不服。当事人金融机构要求公开。申请人万科公司：要求公开。"),
    /* In cells: of a column for names, beside a label for them, of a table of the form. */
    {"PRV-03",
     {.s6 = "序号\t申请人\t内容\t结果\n1\t王建国\t征地批文\t予以公开\n2\t李小明\t预算\t予以公开\n"
            "3\t张某某\t决算\t予以公开"},
     OUTCOME_FAIL, W, NULL, "疑为申请人姓名：“王**”", NULL, "王建国"},
    {"PRV-03", {.swap = {"行政许可\t0", "行政许可\t申请人王建国"}}, OUTCOME_FAIL, W, NULL,
     "疑为申请人姓名：“王**”", NULL, "王建国"},
    /* Before a number that identifies a person, in prose as in rows the form does not know. */
    {"PRV-03", {.s4 = "投诉人王建国 身份证11010519491231002X，已答复。"}, OUTCOME_FAIL, W, NULL,
     "疑为申请人姓名：“王**”", NULL, "王建国"},
    FIRES("PRV-03", W, NULL, .s4 = "市民王建国（13800138000）来电咨询，已答复。"),
    FIRES("PRV-03", W, NULL, .s4 = "已答复，王建国13800138000。"),
    FIRES("PRV-03", W, NULL, .s4 = "村民李娜，手机号码：138-0013-8000，来访。"),
    FIRES("PRV-03", W, NULL, .s4 = "王建国的电话为8613800138000。"),
    {"PRV-03", {.swap = {"行政许可\t0", "王建国13800138000\t0\n行政许可\t0"}}, OUTCOME_FAIL, W, NULL,
     NULL, NULL, "王建国"},
    SILENT("PRV-03", .s4 = "联系人：王建国 13800138000。联系人王建国（手机13800138000）。值班人员王建国13800138000。"),
    SILENT("PRV-03", .s4 = "市民王某（13800138000）来电。市民王先生13800138000来电。居民小区13800138000。"),
    SILENT("PRV-03", .s4 = "余额13800138000元，金额13800138000元，许可证号13800138000，方式：13800138000。"),
    SILENT("PRV-03", .s4 = "许可13800138000件，张贴13800138000份，万元13800138000。"),
    SILENT("PRV-03", .s6 = "联系人\t电话\n王建国\t13800138000\n李小明\t13800138001"),
    {"PRV-03", {.swap = {"行政许可\t0", "行政许可\t王建国13800138000"}}, OUTCOME_FAIL, W, NULL,
     NULL, NULL, "王建国"},
    /* What else the form does not know: a label's words, a note, a row. */
    {"PRV-03", {.swap = {"行政许可\t0", "行政许可（申请人王建国）\t0"}}, OUTCOME_FAIL, W, "T2",
     "疑为申请人姓名：“王**”", NULL, "王建国"},
    {"PRV-03", {.swap = {"行政许可\t0", "行政许可\t0（申请人张伟）"}}, OUTCOME_FAIL, W, "T2",
     "疑为申请人姓名：“张*”", NULL, "张伟"},
    {"PRV-03", {.swap = {"行政许可\t0", "申请人王建国\t0\n行政许可\t0"}}, OUTCOME_FAIL, W, "T2",
     "疑为申请人姓名：“王**”", NULL, "王建国"},
    SILENT("PRV-03", .swap = {"行政许可\t0", "行政许可\t0（申请人为自然人）"}),
    SILENT("PRV-03", .s6 = "申请人\t件数\t办结数\t占比\n自然人\t3\t3\t60%\n企业\t2\t2\t40%\n高校\t0\t0\t0%\n合计\t5\t5\t100%"),
    SILENT("PRV-03", .s6 = "联系人\t部门\t电话\n王建国\t办公室\t0536-4396492\n李小明\t财政所\t0536-4396493"),
    /* What follows a name: more about the person, or nothing. */
    FIRES("PRV-03", W, NULL, .s4 = "当事人王五，男，对答复不服。"),
    FIRES("PRV-03", W, NULL, .s4 = "申请人欧阳建国提出申请。"),
    FIRES("PRV-03", W, NULL, .s4 = "申请人张建国身份证号不便公开。"),
    FIRES("PRV-03", W, NULL, .s4 = "原告李小明手机停机，公告送达。"),
    FIRES("PRV-03", W, NULL, .s4 = "申请人张建国来函要求公开征地批文。"),
    FIRES("PRV-03", W, NULL, .s4 = "向申请人王建国寄送答复书。"),
    SILENT("PRV-03", .s4 = "申请人严格来函要求。申请人方来函。申请人安排寄送。原告金某身份证号已隐去。"),
    SILENT("PRV-03", .s4 = "申请人高效提出申请。当事人严肃提出意见。申请人和利害关系人提出申请。"),
    SILENT("PRV-03", .s4 = "申请人：自然人，申请内容不详。申请人严格按要求公开。申请人方便时要求公开。"),
    /* Names of two characters, whatever parts them from what follows; several, one behind the other. */
    {"PRV-03", {.s4 = "申请人张伟，已答复。"}, OUTCOME_FAIL, W, NULL, "疑为申请人姓名：“申请人**”", NULL, "张伟"},
    FIRES("PRV-03", W, NULL, .s4 = "申请人李明，不服答复。"),
    FIRES("PRV-03", W, NULL, .s4 = "申请人陈静提出申请。"),
    FIRES("PRV-03", W, NULL, .s4 = "申请人李明对答复不服。"),
    FIRES("PRV-03", W, NULL, .s4 = "申请人张伟"),
    FIRES("PRV-03", W, NULL, .s4 = "申请人 王建国 已收到答复。"),
    FIRES("PRV-03", W, NULL, .s4 = "申请人（王建国）已收到答复。"),
    FIRES("PRV-03", W, NULL, .s4 = "申请人（张伟）已收到答复。"),
    {"PRV-03", {.s4 = "申请人张伟、李强提出申请。"}, OUTCOME_FAIL, W, NULL, NULL, NULL, "张伟"},
    SILENT("PRV-03", .s4 = "申请人情况如下。申请人数为5。申请人无正当理由逾期不补正。申请人为自然人。申请人提供材料。"),
    SILENT("PRV-03", .s4 = "当事人陈述、申辩。申请人费用、期限。申请人方可提出申请。申请人（单位）、申请人（法人）。"),
    SILENT("PRV-03", .s4 = "申请人张某、李某提出申请。申请人高校、企业提出申请。申请人任何时候对答复不服。申请人万元、件。"),
    SILENT("PRV-03", .s4 = "申请人项目，资料。申请人曾向本机关提出申请。申请人何时提出申请。申请人范围、内容。被申请人张伟，已答复。"),
    {"PRV-04", {.s1 = "退费账号6222021234567890128。"}, OUTCOME_FAIL, W, NULL, NULL, NULL, NULL},
    FIRES("PRV-04", W, NULL, .s1 = "申请人住白水镇3号楼2单元501室。"),
    FIRES("PRV-04", W, NULL, .s1 = "申请人张某（联系方式从略，现住幸福小区3号楼2单元501室，已签收）来函。"),
    FIRES("PRV-04", W, NULL, .s1 = "当事人为本镇居民，其身份证件、联系方式、经办人和委托书均已登记在案，住幸福小区3号楼2单元501室。"),
    SILENT("PRV-04", .s1 = "流水号6222021234567890123。办公地址在3号楼2单元501室。"),
    FIRES("LNG-01", I, NULL, .s1 = "垫定扎实基础。"),
    FIRES("LNG-01", I, NULL, .s1 = "公开环境保护、等信息。"),
    FIRES("LNG-01", I, NULL, .s1 = "截止12月31日，公开信息36条。"),
    SILENT("LNG-01", .s1 = "截止目前，公开36条。"),
    SILENT("LNG-01", .s1 = "报名截止日期为12月31日，12月31日截止。"),
    SILENT("LNG-01", .s1 = "截至2020年12月31日，2020年年底。奠定基础。"),
    SILENT("LNG-02", .s1 = "信息公开工作是群众关心的。"),
    FIRES("LNG-02", I, NULL, .s1 = "是重点工作，进一步加强公开的。"),
    FIRES("LNG-02", I, NULL, .s1 = "二是动公开信息的数量。"),
    SILENT("LNG-02", .s1 = "主动公开信息，推动公开，微信服务平台。"),
    FIRES("LNG-03", I, NULL, .s1 = "规范材料的档案化管理实施申请材料档案化管理。"),
    FIRES("LNG-03", I, NULL, .s1 = "切实加强组织领导切实加强组织领导，确保落实。"),
    SILENT("LNG-03", .s1 = "办公室设在市政府办公室，市政府办公室主任负责。"),
    SILENT("LNG-03", .s1 = "加强材料的档案化管理，落实制度建设。"),
    FIRES("LNG-04", I, NULL, .s1 = "确保少扣分、不扣分。"),
    SILENT("LNG-04", 0),
    FIRES("LNG-05", I, NULL, .s4 = "行政诉讼0条。"),
    SILENT("LNG-05", .s4 = "行政诉讼0件，公开信息3条。"),
};

#define PROSE "我镇在门户网站设立专栏公布低保名单和修路进度，村民可以随时查看并留言询问有关办理情况。"

#define OTHER "派出所户籍窗口每周六照常值守，群众领取证件不必请假，排队时间由一小时缩短到十分钟以内。"

#define PROBLEM "栏目更新不及时，个别村的财务公布拖到第二季度，群众查找旧文件还有很多困难需要逐项解决。"

/* What every report says. */
#define LEAD_IN(year)                                                                                    \
    "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）第五十条的规定和《国务院办公厅政府信息与政务公开办公室关于印发" \
    "〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，编制本年度报告。" \
    "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、" \
    "存在的主要问题及改进情况、其他需要报告的事项等六部分组成。本报告所列数据的统计期限自" year "年1月1日起至" year "年12月31日止。" \
    "如对本报告有任何疑问，请与本机关办公室联系（地址：和平路1号，邮编：265700，电话：0535-8212345）。"
#define CLOSING "本年度没有其他需要报告的事项。本机关2020年度未收取政府信息公开信息处理费。"

static const struct prose_case wording_similarity[] = {
    FIRES("XY-05", W, NULL, .s1 = PROSE, .prior = BEFORE(.s1 = PROSE)),
    SILENT("XY-05", .s1 = PROSE OTHER, .s5 = "一是网站图文较少，二是培训排得晚，村里人手也紧。",
           .prior = BEFORE(.s1 = "做了工作。", .s5 = PROBLEM)),
    NOT("XY-05", .s1 = PROSE),
    /* All of a table's numbers are last year's; a few may be so by chance. */
    {"XY-05", {.received = 5, .carried_in = 2, .processed = 6, .carried_out = 1,
               .prior = BEFORE(.received = 5, .carried_in = 2, .processed = 6, .carried_out = 1)},
     OUTCOME_FAIL, W, "T3", "表三全部 10 个非零的数都与上年报告相同", "all 10 numbers of Table 3 that are not 0 are last year's", NULL},
    SILENT("XY-05", .s1 = PROSE OTHER, .received = 5, .carried_in = 2, .processed = 5, .carried_out = 2,
           .s5 = "一是网站图文较少，二是培训排得晚，村里人手也紧。",
           .prior = BEFORE(.s1 = "做了工作。", .received = 5, .carried_in = 2, .processed = 6, .carried_out = 1)),
    SILENT("XY-05", .s1 = PROSE OTHER, .received = 1, .processed = 1,
           .s5 = "一是网站图文较少，二是培训排得晚，村里人手也紧。",
           .prior = BEFORE(.s1 = "做了工作。", .received = 1, .processed = 1)),
    /* Of table two what was done in the year counts, not what is in force. */
    FIRES("XY-05", W, "T2", .edition = 2021, .normative = "6\t1\t38",
          .swap = {"行政许可\t0\n", "行政许可\t1100\n", "行政处罚\t0\n行政强制\t0", "行政处罚\t300\n行政强制\t10"},
          .prior = BEFORE(.edition = 2021, .normative = "6\t1\t38",
                          .swap = {"行政许可\t0\n", "行政许可\t1100\n", "行政处罚\t0\n行政强制\t0", "行政处罚\t300\n行政强制\t10"})),
    SILENT("XY-05", .s1 = PROSE OTHER, .edition = 2021, .normative = "0\t0\t38",
           .s5 = "一是网站图文较少，二是培训排得晚，村里人手也紧。",
           .swap = {"行政许可\t0\n", "行政许可\t12\n", "行政处罚\t0\n行政强制\t0", "行政处罚\t3\n行政强制\t1"},
           .prior = BEFORE(.s1 = "做了工作。", .edition = 2021, .normative = "0\t0\t38",
                           .swap = {"行政许可\t0\n", "行政许可\t12\n", "行政处罚\t0\n行政强制\t0", "行政处罚\t3\n行政强制\t1"})),
    FIRES("XY-06", W, NULL, .s5 = PROBLEM, .prior = BEFORE(.s5 = PROBLEM)),
    SILENT("XY-06", .s5 = PROBLEM, .prior = BEFORE(0)),
    NOT("XY-06", .s5 = PROBLEM),
    FIRES("SIM-01", W, NULL, .s1 = PROSE,
          .prior = (&(const struct parts){
              .title = "黄泥县石桥乡人民政府2020年政府信息公开工作年度报告", .s1 = PROSE})),
    NOT("SIM-01", .s1 = PROSE, .prior = BEFORE(.s1 = PROSE)),
    /* What every report says is nobody's. */
    SILENT("SIM-01", .lead = LEAD_IN("2020"), .s1 = PROSE, .s5 = PROBLEM, .s6 = CLOSING,
           .prior = (&(const struct parts){
               .title = "黄泥县石桥乡人民政府2020年政府信息公开工作年度报告", .lead = LEAD_IN("2020"), .s1 = OTHER,
               .s5 = "一是网站图文较少，二是培训排得晚，村里人手也紧。", .s6 = CLOSING})),
    SILENT("XY-05", .lead = LEAD_IN("2020"), .s1 = PROSE, .s5 = PROBLEM, .s6 = CLOSING,
           .prior = (&(const struct parts){
               .title = "青山县白水镇人民政府2019年政府信息公开工作年度报告", .lead = LEAD_IN("2019"), .s1 = OTHER,
               .s5 = "一是网站图文较少，二是培训排得晚，村里人手也紧。", .s6 = CLOSING})),
    FIRES("SIM-01", W, NULL, .lead = "本机关办事大厅已经联系电信公司加装两部查询终端，方便老人查询。", .s1 = OTHER, .s5 = PROBLEM,
          .prior = (&(const struct parts){
              .title = "黄泥县石桥乡人民政府2020年政府信息公开工作年度报告",
              .lead = "本机关办事大厅已经联系电信公司加装两部查询终端，方便老人查询。", .s1 = OTHER})),
    FIRES("SIM-02", I, NULL, .s1 = PROSE, .s6 = PROSE),
    SILENT("SIM-02", .s1 = PROSE, .s6 = OTHER),
    /* A title that stands twice is no paragraph. */
    SILENT("SIM-02", .title = "青山县白水河国家级自然保护区管理局生态监测与信息宣传中心2020年政府信息公开工作年度报告",
           .lead = "青山县白水河国家级自然保护区管理局生态监测与信息宣传中心2020年政府信息公开工作年度报告\n"
                   "统计期限自2020年1月1日起至2020年12月31日止。"),
    FIRES("SIM-03", I, NULL, .s1 = "部分地区公开意识不强。"),
    {"SIM-03", {.s1 = "一年来，各级政府部门高度重视。白水镇发布信息12条。"}, OUTCOME_FAIL, I, NULL, NULL, NULL,
     "各级政府部门高度重视"},
    SILENT("SIM-03", .s1 = "白水镇与部分地区交流3次。"),
    /* Neither three numbers nor the own name; dates count nothing. */
    FIRES("SIM-03", I, "bare", 0),
    FIRES("SIM-03", I, "bare", .s1 = "2020年3月5日召开会议，全年发布信息12条，培训2次。"),
    SILENT("SIM-03", .s1 = "全年召开会议1次，发布信息12条，培训2次。"),
    SILENT("SIM-03", .s1 = "2020年，青山县白水镇人民政府认真做好公开工作。"),
    SILENT("SIM-03", .title = "青山县水务局2020年政府信息公开工作年度报告", .s1 = "水务局认真做好公开工作。",
           .sign = "\n青山县水务局\n2021年1月20日"),
};

#define WORDING_CASES    \
    PROSE_LIST(wording_documents), \
    PROSE_LIST(wording_citations_and_leftovers), \
    PROSE_LIST(wording_sections), \
    PROSE_LIST(wording_privacy_and_language), \
    PROSE_LIST(wording_similarity)

#undef TITLE_2021
#undef TOPICS
#undef LOCAL_TOPIC
#undef PROSE
#undef OTHER
#undef PROBLEM

#endif

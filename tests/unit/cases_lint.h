/* Rule files with what has to be told of them. */
#ifndef GOUJI_TESTS_CASES_LINT_H
#define GOUJI_TESTS_CASES_LINT_H

#define BEFORE                                                                                     \
    "{\"rules\": [{\"id\": \"L-1\", \"version\": 1, \"class\": \"hard\",\n"                        \
    "\"severity\": [{\"is\": \"error\"}], \"name\": \"n\", \"basis\": \"b\",\n"
#define AFTER "}]}"
#define SUM_OF(lhs)                                                                                \
    "\"kind\": \"SUM\", \"each\": \"column\", \"of\": [\"T3\"],\n\"lhs\": \"" lhs                  \
    "\", \"rhs\": \"T3.new.{c}\", \"lhs_name\": \"a\", \"rhs_name\": \"b\""
#define LOOP_OF(each, lhs, rhs)                                                                    \
    "\"kind\": \"SUM\", \"each\": \"" each "\", \"of\": [\"T3\"], \"lhs_name\": \"a\", "             \
    "\"rhs_name\": \"b\",\n\"lhs\": \"" lhs "\", \"rhs\": \"" rhs "\""
#define ALONE(lhs, rhs)                                                                            \
    "\"kind\": \"SUM\", \"instance\": \"i\", \"lhs_name\": \"a\", \"rhs_name\": \"b\",\n"             \
    "\"lhs\": \"" lhs "\", \"rhs\": \"" rhs "\""
#define NEVER_OF(lists) "\"kind\": \"NEVER\", \"instance\": \"i\",\n\"never\": [" lists "]"
#define STATED(pattern) "\"patterns\": {\"find\": [\"" pattern "\"]}"
#define NAMES(list, shared)                                                                        \
    "\"kind\": \"TXT=TBL\", \"cells\": [\"T3.new.tot\"],\n\"patterns\": {\"find\": \"" list        \
    "\"}}],\n\"shared\": {\"a\": [\"" shared "\"]}}"
#define SAYS(rest) "\"kind\": \"WORDING\", \"patterns\": {\"a\": [\"x\"]}, \"cases\": [\n" rest "]"
#define CHANGE "\"reason\": \"r\", \"date\": \"2026-01-31\"}"

static const struct {
    const char *text;
    const char *says; /* NULL: there is nothing to say */
} CASES[] = {
    /* rules that are sound */
    {BEFORE SUM_OF("T3.total.{c}") AFTER, NULL},
    {BEFORE SUM_OF("T3.leaves.{c} + T3.denied_1..denied_3.{c} - 1") AFTER, NULL},
    {BEFORE "\"kind\": \"TXT=TBL\", \"cells\": [\"T3.new.tot\"],\n" STATED("收到(#)件") AFTER,
     NULL},
    {BEFORE SAYS("{\"find\": \"a\", \"sections\": [\"S1\"], \"id\": \"old\"}")
     ",\n\"messages\": {\"old\": {\"zh\": \"{text}\", \"en\": \"{text}\"}}" AFTER,
     NULL},
    {BEFORE "\"kind\": \"PERIOD\"" AFTER, NULL},
    /* lists that a file's rules share */
    {BEFORE NAMES("a", "收到(#)件"), NULL},
    {BEFORE NAMES("b", "收到(#)件"),
     ":4: rule L-1: \"find\" must be a list of patterns, or the name of one in \"shared\""},
    {BEFORE NAMES("b", "收到(#)件"), ":5: \"a\" is asked for by nothing here"},
    {BEFORE NAMES("a", "收到#件"), ":5: rule L-1: the pattern \"收到#件\" takes no number"},
    {BEFORE NAMES("a", "收到(#件"), ":5: rule L-1: pattern 收到(#件: "},
    {"{\"shared\": {\"a\": \"x\"}}", ":1: \"shared\" must be an object of lists of patterns"},
    {"{\"off\": []}", NULL},
    {"\xEF\xBB\xBF{\"on\": [\"LNG-01\"]}", NULL},
    /* files that hold nothing */
    {"[]", ":1: the file is empty: it holds no rule and changes none"},
    {"{}", ":1: the file is empty"},
    {"\"off\"", ":1: a rule file is an object"},
    {"{\"of\": []}", ":1: \"of\" is not known here; is \"off\" meant?"},
    /* reasons */
    {"{\"off\": [{\"id\": \"T2-06\", \"reason\": \"a\", \"date\": \"2026-01-31\"}]}", NULL},
    {"{\"off\": [{\"id\": \"T2-06\", \"reason\": \"  \", \"date\": \"2026-01-31\"}]}",
     ":1: rule T2-06: changed without a \"reason\""},
    {"{\"severity\": [{\"id\": \"T2-06\", \"is\": \"info\", \"reason\": \"　\\t\",\n"
     "\"date\": \"2026-01-31\"}]}",
     ":1: rule T2-06: changed without a \"reason\""},
    /* what loads and never fires, or says the same of every place */
    {BEFORE ALONE("T3.new.{c}", "T3.total.tot") AFTER,
     ":4: rule L-1: \"T3.new.{c}\" uses {c}, which stands for nothing without \"each\": "
     "\"column\""},
    {BEFORE ALONE("T3.new.tot", "{row}.tot") AFTER,
     ":4: rule L-1: \"{row}.tot\" uses {row}, which stands for nothing without \"each\": \"row\""},
    {BEFORE LOOP_OF("row", "{row}.np", "T3.new.{c}") AFTER, "without \"each\": \"column\""},
    {BEFORE LOOP_OF("column", "T3.{r}.np", "T3.new.{c}") AFTER, "uses {r}, which stands for"},
    {BEFORE LOOP_OF("row", "T3.new.np", "T3.new.tot") AFTER,
     ":4: rule L-1: {row} and {r} are in no formula here, so every row that \"each\" goes over "
     "would say the same"},
    {BEFORE LOOP_OF("column", "T3.new.np", "T3.new.tot") AFTER,
     ":4: rule L-1: {c} is in no formula here, so every column that \"each\" goes over would say "
     "the same"},
    {BEFORE LOOP_OF("row", "T3.{r}.np", "1") ",\n\"instance\": \"i\"" AFTER,
     ":5: rule L-1: \"instance\" does nothing beside \"each\""},
    {BEFORE ALONE("1", "2") AFTER, ":4: rule L-1: no cell decides here"},
    {BEFORE LOOP_OF("column", "T3.new.{c} + T3.total.{c} - 1", "T3.total.{c} + T3.new.{c}") AFTER,
     ":4: rule L-1: no cell decides here"},
    {BEFORE ALONE("T3.new.tot", "T3.new.tot - prior:T3.new.tot") AFTER, NULL},
    {BEFORE ALONE("T3.new.np", "T3.new.tot") ", \"severe\": {\n\"lhs\": \"0\", \"rhs\": "
                                             "\"T2.a1.regulation.in_force + "
                                             "T2.a9.procurement.count\"}" AFTER,
     ":5: rule L-1: no edition of the form has all the cells named here"},
    {BEFORE ALONE("T2.a9.procurement.count", "T2.a1.normative.in_force") AFTER,
     ":4: rule L-1: no edition of the form has all the cells named here"},
    {BEFORE ALONE("prior:T2.a9.procurement.count", "T2.a1.normative.in_force") AFTER, NULL},
    {BEFORE "\"kind\": \"SUM\", \"each\": \"row\", \"of\": [\"T2.a1\",\n\"T3\"],\n\"lhs\": "
            "\"{row}.in_force\", \"rhs\": \"0\", \"lhs_name\": \"a\", \"rhs_name\": \"b\"" AFTER,
     ":4: rule L-1: \"T3\" lacks the cells that the rule names"},
    {BEFORE NEVER_OF("[\"T3.new.tot > 5\", \"T3.new.np > 0\",\n\"T3.new.tot < 3\"]") AFTER,
     ":5: rule L-1: \"T3.new.tot > 5\" and \"T3.new.tot < 3\" can never both hold"},
    {BEFORE NEVER_OF("[\"T3.new.tot > T3.new.np\",\n\"T3.new.np - T3.new.tot >= 0\"]") AFTER,
     ":5: rule L-1: \"T3.new.tot > T3.new.np\" and "},
    {BEFORE NEVER_OF("[\"T3.new.tot = 0\", \"T3.new.tot = 1\"]") AFTER, "can never both hold"},
    {BEFORE NEVER_OF("[\"T3.new.tot < 3\", \"T3.new.tot >= 3\"]") AFTER, "can never both hold"},
    {BEFORE NEVER_OF("[\"T3.new.tot <= 3\", \"T3.new.tot >= 3\"]") AFTER, NULL},
    {BEFORE NEVER_OF("[\"T3.new.tot < 3\"], [\"T3.new.tot > 5\"]") AFTER, NULL},
    {BEFORE NEVER_OF("[\"T3.new.tot < 3\", \"prior:T3.new.tot > 5\"]") AFTER, NULL},
    {BEFORE NEVER_OF("[\"T3.new.tot > 50% T3.new.np\", \"T3.new.tot < 30% T3.new.np\"]") AFTER,
     NULL}, /* of negative ones both may hold */
    {BEFORE NEVER_OF("[\"T3.new.tot > 0\"],\n[\"1 > 0\"]") AFTER,
     ":5: rule L-1: no cell decides here"},
    {BEFORE NEVER_OF("[\"T3.new.tot >= T3.new.tot\"]") AFTER, "no cell decides here"},
    {BEFORE NEVER_OF("[\"T3.new.tot > 0\"],\n[\"T3.new.{c} > 0\"]") AFTER,
     ":5: rule L-1: \"T3.new.{c} > 0\" uses {c}, which stands for nothing without \"each\": "
     "\"cell\""},
    {BEFORE NEVER_OF("[\"T2.a9.procurement.count > 0\",\n\"T2.a1.normative.in_force > 0\"]") AFTER,
     ":4: rule L-1: no edition of the form has all the cells named here"},
    {BEFORE "\"kind\": \"NEVER\", \"each\": \"row\", \"of\": [\"T3\"],\n\"never\": [[\"{row}.tot > "
            "9\"],\n[\"T3.new.tot > 0\"]]" AFTER,
     ":5: rule L-1: {row} and {r} are in no formula here"},
    {BEFORE SAYS("{\"find\": \"a\",\n\"from\": 2025, \"until\": 2020}") AFTER,
     ":5: rule L-1: \"from\" is later than \"until\""},
    {BEFORE SAYS("{\"find\": \"a\", \"from\": 2020, \"until\": 2020}") AFTER, NULL},
    {BEFORE SAYS("{\"find\": \"a\", \"id\": \"x\"},\n{\"id\": \"x\", \"find\": \"a\"}") AFTER,
     ":5: rule L-1: this is there before"},
    {BEFORE "\"kind\": \"LOCAL\", \"balances\": [{\"id\": \"i\", \"whole\": [\"x\"], \"group\": "
            "[\"y\"]},\n{\"id\": \"i\", \"whole\": [\"x\"], \"group\": [\"z\"]}],\n\"patterns\": "
            "{\"part\": [\"x\"]}" AFTER,
     ":4: rule L-1: the id \"i\" is there before: findings of both would be the same one"},
    {"{\"topics\": [{\"id\": \"SEC-11\", \"name\": \"x\", \"words\": [\"x\"], " CHANGE ",\n{\"id\": "
     "\"SEC-11\", \"name\": \"x\", \"words\": [\"y\"], " CHANGE "]}",
     ":2: rule SEC-11: asked for twice under one name"},
    {"{\"set\": {\"id\": \"mine\",\n\"version\": \"1\"}}",
     ":1: \"set\" names the whole rule set and belongs in no local file"},
    {"{\"off\": [{\"id\": \"T3-01\", \"reason\": \"a\\nb\", \"date\": \"2026-01-31\"}]}", NULL},
    /* cells */
    {BEFORE SUM_OF("T3.nope.{c}") AFTER, ":4: rule L-1: no edition of the form has T3.nope.{c}"},
    {BEFORE SUM_OF("T3.new.nope") AFTER, ":4: rule L-1: no edition of the form has T3.new.nope"},
    {BEFORE SUM_OF("{row}.nope") AFTER, "has {row}.nope"},
    {BEFORE SUM_OF("prior:T2.a9.license.{c}") AFTER, "has T2.a9.license.{c}"},
    {BEFORE "\"kind\": \"LE\", \"each\": \"row\", \"of\": [\"T2.a7\"], \"lhs\": \"0\", \"rhs\": "
            "\"0\", \"lhs_name\": \"a\", \"rhs_name\": \"b\"" AFTER,
     ":3: rule L-1: no edition of the form has T2.a7"},
    {BEFORE "\"kind\": \"NEVER\", \"instance\": \"i\",\n"
            "\"never\": [[\"T3.new.tot > 0\", \"T4.reviews.total = 0\"]]" AFTER,
     ":4: rule L-1: no edition of the form has T4.reviews.total"},
    {BEFORE "\"kind\": \"NEVER\", \"each\": \"cell\", \"of\": [\"T3.new.np..tot\"],\n"
            "\"never\": [[\"T3.new.tot > 0\"]]" AFTER,
     "has T3.new.np..tot"},
    {BEFORE "\"kind\": \"TXT=TBL\", \"cells\": [\"T3.nope.tot\"], " STATED("(#)") AFTER,
     "has T3.nope.tot"},
    {BEFORE "\"kind\": \"TXT=TBL\", \"cells\": \"T3.new.tot\", " STATED("(#)") AFTER,
     "\"cells\" must be a list of cells"},
    {BEFORE "\"kind\": \"GROWTH\", \"cell\": \"T3.denied.tot\", " STATED("(#)") AFTER,
     "has T3.denied.tot"}, /* a heading has no cells */
    {BEFORE "\"kind\": \"NEVER\", \"instance\": \"i\", \"never\": [[]]" AFTER,
     "\"never\" must be a list of lists of comparisons"},
    /* patterns */
    {BEFORE "\"kind\": \"PRIVATE\", \"patterns\": {\"duty\": [\"x\"]}" AFTER,
     "\"patterns\" lacks \"number\""},
    {BEFORE "\"kind\": \"TXT=TBL\", \"items\": [{\"find\": \"b\", \"cells\": [\"T3.new.tot\"]}],\n"
            "\"patterns\": {\"match_not\": [\"b\"]}" AFTER,
     ":3: rule L-1: \"find\" names \"b\", but \"patterns\" has no such list"},
    {BEFORE "\"kind\": \"TXT=TBL\", \"cells\": [\"T3.new.tot\"],\n\n" STATED("收到(\\\\d+)件")
         AFTER,
     ":5: rule L-1: the pattern \"收到(\\d+)件\" takes no number"},
    {BEFORE "\"kind\": \"TXT=TBL\", \"items\": [{\"find\": \"b\", \"cells\": [\"T3.new.tot\"]}],\n"
            "\"patterns\": {\"b\": [\"(?:#)\"]}" AFTER,
     ":4: rule L-1: the pattern \"(?:#)\" takes no number"},
    {BEFORE "\"kind\": \"TXT=TBL\", \"cells\": [\"T3.new.tot\"], \"patterns\": {\"total\": "
            "[\"(#)\"]}" AFTER,
     "\"cells\" needs a list \"find\" in \"patterns\""},
    {BEFORE "\"kind\": \"PRESENT\", \"section\": \"S6\", \"patterns\": [\"x\"]" AFTER,
     ":3: rule L-1: \"patterns\" must be an object of lists"},
    {BEFORE "\"kind\": \"PRESENT\", \"section\": \"S6\", \"patterns\": {\"stated\": \"x\"}" AFTER,
     "\"stated\" must be a list of patterns"},
    {BEFORE "\"kind\": \"PRESENT\", \"section\": \"S6\", \"patterns\": {\"stated\": [\"x\"], "
            "\"statedd\": [\"y\"]}" AFTER,
     "\"statedd\" is not known here; is \"stated\" meant?"},
    {BEFORE SAYS("{\"find\": \"a\", \"unless\": \"b\"}") AFTER,
     ":4: rule L-1: \"unless\" names \"b\""},
    {BEFORE "\"kind\": \"NEVER\", \"instance\": \"i\", \"never\": [[\"T3.new.tot > 0\"]], "
            "\"said\": \"b\"" AFTER,
     "\"said\" names \"b\""},
    /* sections, rules, words to choose from */
    {BEFORE "\"kind\": \"ASKED\", \"section\": \"S7\"" AFTER,
     ":3: rule L-1: \"S7\": there is no such section"},
    {BEFORE SAYS("{\"find\": \"a\", \"sections\": [\"S1\", \"s2\"]}") AFTER,
     ":4: rule L-1: \"s2\": there is no such section"},
    {BEFORE "\"kind\": \"TXT-PART\", \"lists_as\": \"PA-99\"" AFTER, "there is no check PA-99"},
    {BEFORE "\"led_by\": [\n{\"check\": \"Q-1\", \"by\": \"any\"}], \"kind\": \"PERIOD\"" AFTER,
     ":4: rule L-1: \"check\": there is no check Q-1"},
    {BEFORE "\"kind\": \"SIMILAR\", \"with\": \"others\", \"warn\": 5" AFTER,
     "\"with\" must be one of: prior other"},
    {BEFORE
     "\"kind\": \"LEAD\", \"sections\": {\"S0\": [\"x\"]}, \"patterns\": {\"lead\": [\"x\"]}" AFTER,
     "\"S0\": there is no such section"},
    {BEFORE "\"kind\": \"EDITION\", \"labels\": {\"2020\": [\"x\"]}" AFTER,
     "\"2020\": there is no such edition"},
    {BEFORE "\"kind\": \"BLANK\", \"of\": [\"T4\"], \"none_stated\": {\"T5\": {\"topic\": [\"x\"], "
            "\"denial\": [\"x\"]}}" AFTER,
     "\"T5\": there is no such table"},
    {BEFORE "\"kind\": \"DOCUMENTS\", \"kinds\": [{\"words\": \"a\", \"row\": \"laws\"}], "
            "\"patterns\": {\"a\": [\"x\"], \"find\": [\"(#)\"]}" AFTER,
     "no edition of the form has laws"},
    /* messages */
    {BEFORE "\"kind\": \"PERIOD\", \"message\": {\"zh\": \"{year}\",\n\"en\": \"{nosuch}\"}" AFTER,
     ":4: rule L-1: {nosuch} stands for nothing in a message of this kind; what does: text year"},
    {BEFORE "\"kind\": \"PERIOD\", \"message\": {\"zh\": \"\", \"en\": \"x\"}" AFTER,
     "\"message\" must be a text"},
    {BEFORE "\"kind\": \"PERIOD\", \"messages\": {\"mising\": \"x\"}" AFTER,
     "\"mising\" is no case of this kind; its cases are: damaged wrong missing"},
    {"{\"kinds\": {\"LE\": {\"messages\": {\"fail\": \"{where}\", \"lost\": \"{wher}\"}}}}",
     ":1: {wher} stands for nothing"},
    {"{\"kinds\": {\"SUN\": {\"messages\": {}}}}", "\"SUN\": there is no such kind"},
    {"[{\"id\": \"L-1\", \"version\": 1, \"class\": \"hard\", \"severity\": [{\"when\": \"tott\", "
     "\"is\": \"info\"}, {\"is\": \"error\"}], \"name\": \"n\", \"basis\": \"b\", " SUM_OF("0") "}]",
     "\"tott\" is no case of this kind"},
    {"[{\"id\": \"L-1\", \"version\": 1, \"class\": \"hard\", \"severity\": [{\"when\": \"tot\", "
     "\"is\": \"info\"}, {\"is\": \"error\"}], \"name\": \"n\", \"basis\": \"b\", " SUM_OF("0") "}]",
     NULL},
    {"[{\"id\": \"L-1\", \"version\": 1, \"class\": \"hard\", \"severity\": [{\"when\": \"lat\", "
     "\"is\": \"info\"}, {\"is\": \"error\"}], \"name\": \"n\", \"basis\": \"b\", "
     "\"kind\": \"PERIOD\"}]",
     "\"lat\" is no case of this kind"},
    /* keys and types */
    {BEFORE SUM_OF("T3.new.{c}") ",\n\"tolerancee\": 1" AFTER,
     ":5: rule L-1: \"tolerancee\" is not known here; known are: id version"},
    {BEFORE SUM_OF("T3.new.{c}") ", \"sever\": {}" AFTER, "is \"severe\" meant?"},
    {BEFORE SAYS("{\"find\": \"a\", \"sectoins\": [\"S1\"]}") AFTER, "is \"sections\" meant?"},
    {"{\n\"rulz\": []}", ":2: \"rulz\" is not known here; is \"rules\" meant?"},
    {BEFORE "\"kind\": \"PERIOD\", \"on\": \"false\"" AFTER,
     ":3: rule L-1: \"on\" must be true or false, without quotes"},
    {BEFORE "\"kind\": \"EXTRA\", \"strict_since\": \"2021\"" AFTER,
     "\"strict_since\" must be a whole number"},
    {BEFORE "\"kind\": \"PERIOD\", \"guards\": \"x\"" AFTER, "\"guards\" must be a list of texts"},
    {BEFORE "\"kind\": \"PERIOD\", \"explain\": {\"zh\": \"x\"}" AFTER,
     "\"explain\" must be a text"},
    {BEFORE "\"kind\": \"SUM\", \"instance\": \"i\", \"lhs\": \"0\", \"rhs\": \"0\"" AFTER,
     ":1: rule L-1: \"lhs_name\" is missing"},
    {BEFORE "\"kind\": \"TXT=TBL\"" AFTER, "\"cells\" is missing; it must be a list of cells"},
    {BEFORE "\"kind\": \"WORDING\"" AFTER, "\"cases\" is missing"},
    {BEFORE "\"kind\": \"PRESENT\"" AFTER, "\"section\" is missing"},
    {BEFORE "\"kind\": \"LOCAL\", \"balances\": [], \"patterns\": {\"part\": [\"x\"]}" AFTER,
     "\"balances\" must be a list of objects"},
    {BEFORE SUM_OF("T3.new.{c}") ", \"mode\": true" AFTER, "\"mode\" must be a text"},
    {"{\"on\": \"LNG-01\"}", ":1: \"on\" must be a list of texts"},
    {"{\"rules\": {\"a\": 1}}", "\"rules\" must be a list of objects"},
    {"{\"off\": {\"id\": \"T3-01\"}}", "\"off\" must be a list of objects"},
    {"7", ":1: a rule file is an object"},
    /* what loading refuses, on its line as well */
    {BEFORE "\"kind\": \"PRESENT\", \"section\": \"S6\", \"patterns\": {\n\"stated\": [\"a\",\n\"b(\"]}" AFTER,
     ":5: rule L-1: pattern b(: "},
    {BEFORE "\"kind\": \"SUM\", \"each\": \"column\", \"of\": [\"T3\"], \"lhs_name\": \"a\", \"rhs_name\": \"b\",\n"
            "\"lhs\": \"0\",\n\"rhs\": \"T3.new.{c} +\"" AFTER,
     ":5: rule L-1: "},
    {BEFORE "\"kind\": \"NEVER\", \"instance\": \"i\", \"never\": [[\"T3.new.tot > 0\"],\n[\"T3.new.tot\"]]" AFTER,
     ":4: rule L-1: "},
    {"{\"rules\": [\n{\"version\": 1}]}", ":2: rule ?: a rule must have an \"id\""},
    {"{\"off\": [\n{\"id\": \"T3-01\", \"reason\": \"\", \"date\": \"2026-01-31\"}]}",
     ":2: rule T3-01: changed without a \"reason\""},
    {"{\"off\": [{\"id\": \"T3-01\", \"reason\": \"r\", \"date\": \"2026-13-45\"}]}", "\"date\""},
    {"{\"off\": [{\"id\": \"T3-01\", \"reason\": \"r\", \"date\": \"2026-02-29\"}]}", "\"date\""},
    {"{\"off\": [\n\n{\"reason\": \"r\", \"date\": \"2026-01-31\"}]}", ":3: rule ?: changed"},
    {"{\"off\": [{\"id\": \"T3-01\", " CHANGE ",\n{\"id\": \"T3-01\", " CHANGE "]}",
     ":2: rule T3-01: switched off twice"},
    {"{\"off\": [{\"id\": \"T3-01\", " CHANGE "], \"on\": [\"T3-01\"]}",
     "rule T3-01: switched off and on"},
    {"{\"on\": [\"LNG-01\",\n\"LNG-01\"]}", ":2: rule LNG-01: switched on twice"},
    {"{\"severity\": [{\"id\": \"T3-01\", \"is\": \"info\", " CHANGE ",\n{\"id\": \"T3-01\", "
     "\"is\": \"error\", " CHANGE "]}",
     ":2: rule T3-01: weighed otherwise twice"},
    {"{\"topics\": [{\"id\": \"T3-01\", \"name\": \"x\", \"words\": [\"x\"], " CHANGE "]}",
     "rule T3-01: topics are asked for by checks of kind ASKED only"},
    {"{\"topics\": [{\"id\": \"SEC-11\", \"name\": \"x\",\n\"words\": [], " CHANGE "]}",
     ":2: \"words\" must be a list of texts"},
};

#endif

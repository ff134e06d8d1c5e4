/* What cppcheck has to know of libraries whose headers it is not shown. */
#define cJSON_ArrayForEach(item, list)                                                             \
    for (item = (list) ? (list)->child : NULL; item; item = item->next)

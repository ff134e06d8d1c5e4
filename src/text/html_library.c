#include "html_library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

#include "gouji/base/message.h"

static struct html_library library;
static bool is_loaded;

/* dlsym gives functions as object pointers, as POSIX allows and C does not. */
static bool resolve(void *handle, const char *name, void *function)
{
    void *symbol = dlsym(handle, name);
    memcpy(function, &symbol, sizeof symbol);
    return symbol != NULL;
}

/* It stays open until the process ends. */
static void load(void)
{
    void *handle = dlopen(LIBXML2_SONAME, RTLD_NOW | RTLD_LOCAL);
    is_loaded = handle && resolve(handle, "xmlInitParser", &library.init_parser) &&
                resolve(handle, "htmlNewParserCtxt", &library.new_parser) &&
                resolve(handle, "htmlCtxtReadMemory", &library.read_memory) &&
                resolve(handle, "htmlFreeParserCtxt", &library.free_parser) &&
                resolve(handle, "xmlStopParser", &library.stop_parser) &&
                resolve(handle, "xmlFreeDoc", &library.free_document);
    if (is_loaded)
        library.init_parser();
}

const struct html_library *html_library(struct err *err)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    if (is_loaded)
        return &library;
    err_set(err, ERR_IO,
            _("web pages are read with %s, which is not here: apt-get install libxml2"),
            LIBXML2_SONAME);
    return NULL;
}

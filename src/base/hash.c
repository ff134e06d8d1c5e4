/* EVP of OpenSSL 3 first sets up providers, engines and a config file, which
 * takes milliseconds; these older functions take none. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include "gouji/base/hash.h"

#include <openssl/sha.h>

int hash_hex(const void *bytes, size_t nbytes, char hex[HASH_HEX_NBYTES])
{
    struct slice whole = slice_make(bytes, nbytes);
    return hash_hex_parts(&whole, 1, hex);
}

int hash_hex_parts(const struct slice *parts, size_t nparts, char hex[HASH_HEX_NBYTES])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[SHA256_DIGEST_LENGTH];
    SHA256_CTX context;
    hex[0] = '\0';
    int done = SHA256_Init(&context);
    for (size_t i = 0; done && i < nparts; i++)
        done = SHA256_Update(&context, parts[i].ptr, parts[i].nbytes);
    if (!done || !SHA256_Final(digest, &context))
        return -1;
    for (size_t i = 0; i < sizeof digest; i++) {
        hex[2 * i] = digits[digest[i] >> 4];
        hex[2 * i + 1] = digits[digest[i] & 15];
    }
    hex[HASH_HEX_NBYTES - 1] = '\0';
    return 0;
}

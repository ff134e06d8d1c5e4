#include <errno.h>
#include <poll.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "terminal.h"

/* A lone Esc is told from Alt with a character by the time between their
 * bytes; a paste whose end got lost ends after a pause. */
enum { ALT_GAP_MS = 25, PASTE_PAUSE_MS = 2000, ESCAPE = 0x1B };

static const char paste_end[] = "\033[201~";
enum { PASTE_END_NBYTES = sizeof paste_end - 1 };

int64_t input_now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void input_release(struct input *input)
{
    str_release(&input->paste);
}

static void drop(struct input *input, size_t nbytes)
{
    input->nbytes -= nbytes;
    memmove(input->bytes, input->bytes + nbytes, input->nbytes);
}

/* What exceeds the limit is lost, but its end is still looked for. */
static void take_paste(struct input *input, size_t nbytes)
{
    if (input->paste.nbytes + nbytes <= PASTE_MAX_NBYTES)
        str_append(&input->paste, slice_make(input->bytes, nbytes));
    drop(input, nbytes);
}

static void report_paste(struct input *input, struct screen_input *out)
{
    input->pasting = false;
    out->event = SCREEN_PASTE;
    out->paste = str_text(&input->paste);
    out->paste_nbytes = input->paste.nbytes;
}

/* The end mark may come in pieces: what could be its beginning stays. */
static bool next_paste(struct input *input, bool final, struct screen_input *out)
{
    const char *end = memmem(input->bytes, input->nbytes, paste_end, PASTE_END_NBYTES);
    if (end != NULL) {
        take_paste(input, (size_t)(end - input->bytes));
        drop(input, PASTE_END_NBYTES);
        report_paste(input, out);
        return true;
    }
    size_t kept = input->nbytes < PASTE_END_NBYTES ? input->nbytes : PASTE_END_NBYTES - 1;
    while (kept > 0 && memcmp(input->bytes + input->nbytes - kept, paste_end, kept) != 0)
        kept--;
    take_paste(input, input->nbytes - (final ? 0 : kept));
    if (final)
        report_paste(input, out);
    return final;
}

/* Decodes one event out of the bytes at hand. */
static bool next_event(struct input *input, bool final, struct screen_input *out)
{
    input->decoder.final = final;
    if (input->pasting)
        return next_paste(input, final, out);
    while (input->nbytes > 0) {
        size_t consumed = 0;
        bool mouse = mouse_begins(input->bytes, input->nbytes);
        enum decoded decoded =
            mouse ? mouse_decode(input->bytes, input->nbytes, out, &consumed)
                  : decode_key(&input->decoder, input->bytes, input->nbytes, &out->key, &consumed);
        if (decoded == DECODED_MORE && mouse && final) {
            input->nbytes = 0; /* a report that broke off */
            return false;
        }
        if (decoded == DECODED_MORE)
            return false;
        drop(input, consumed);
        if (decoded == DECODED_KEY) {
            if (!mouse)
                out->event = SCREEN_KEY;
            return true;
        }
        if (decoded == DECODED_SYNC_ANSWER)
            input->sync_answer = (int)out->key.ch;
        if (decoded == DECODED_PASTE_BEGIN) {
            input->pasting = true;
            str_release(&input->paste);
            return next_paste(input, false, out);
        }
    }
    return false;
}

static bool lose(struct input *input, struct screen_input *out)
{
    input->lost = true;
    out->event = SCREEN_LOST;
    return true;
}

/* Esc was pressed, and then after a pause a key of its own. */
static bool esc_stands_alone(const struct input *input, int64_t now, char next)
{
    return !input->pasting && input->nbytes == 1 && input->bytes[0] == ESCAPE && next != '[' &&
           next != 'O' && now - input->last_ms > ALT_GAP_MS;
}

/* True when an event came of it. */
static bool read_bytes(struct input *input, struct screen_input *out)
{
    size_t room = INPUT_NBYTES - input->nbytes;
    if (room == 0) { /* an endless sequence: no terminal sends that */
        input->nbytes = 0;
        room = INPUT_NBYTES;
    }
    char *at = input->bytes + input->nbytes;
    ssize_t nbytes = read(input->fd, at, room);
    if (nbytes < 0 && (errno == EINTR || errno == EAGAIN))
        return false;
    if (nbytes <= 0)
        return lose(input, out);
    int64_t now = input_now_ms();
    bool alone = esc_stands_alone(input, now, at[0]);
    input->nbytes += (size_t)nbytes;
    input->last_ms = now;
    if (!alone)
        return next_event(input, false, out);
    drop(input, 1);
    out->event = SCREEN_KEY;
    out->key = (struct key){.code = KEY_ESC};
    return true;
}

/* When the bytes at hand have to be settled with, -1: never. Only Esc may stand for
 * itself; of a character the rest will come, however late. */
static int64_t settle_ms(const struct input *input)
{
    if (input->pasting)
        return input->last_ms + PASTE_PAUSE_MS;
    return input->nbytes > 0 && input->bytes[0] == ESCAPE ? input->last_ms + input->esc_delay_ms
                                                          : -1;
}

/* Milliseconds for poll until the earlier of two moments, of which -1 is never. */
static int poll_timeout(int64_t now, int64_t a, int64_t b)
{
    int64_t until = a < 0 ? b : b < 0 || a < b ? a : b;
    if (until < 0)
        return -1;
    return until <= now ? 0 : until - now > 60000 ? 60000 : (int)(until - now);
}

bool input_wait(struct input *input, int wake_fd, int64_t deadline_ms, struct screen_input *out)
{
    if (input->lost)
        return lose(input, out);
    if (next_event(input, false, out))
        return true;
    for (;;) {
        struct pollfd files[] = {{.fd = input->fd, .events = POLLIN},
                                 {.fd = wake_fd, .events = POLLIN}};
        int64_t settle = settle_ms(input);
        int ready = poll(files, 2, poll_timeout(input_now_ms(), settle, deadline_ms));
        if (ready < 0 && errno != EINTR)
            return lose(input, out);
        if (ready > 0 && files[1].revents != 0)
            return false;
        if (ready > 0 && files[0].revents & POLLIN) {
            if (read_bytes(input, out))
                return true;
            continue;
        }
        if (ready > 0 && files[0].revents != 0)
            return lose(input, out);
        int64_t now = input_now_ms();
        if (settle >= 0 && now >= settle && next_event(input, true, out))
            return true;
        if (deadline_ms >= 0 && now >= deadline_ms) {
            out->event = SCREEN_TIMEOUT;
            return true;
        }
    }
}

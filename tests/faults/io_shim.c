/* Makes one chosen call that changes files under one folder fail: loaded before libc. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[PATH_MAX];
static long fails_at = 0, calls = 0;
static int lasting = 0, code = EIO;

/* From now on, count; the `at`-th call fails (0: none), and if `on_and_on` all after it.
   If `number`, the error, is below zero, the process is killed instead. */
void shim_arm(const char *under, long at, int on_and_on, int number) {
    strncpy(folder, under, sizeof folder - 1);
    fails_at = at, lasting = on_and_on, code = number, calls = 0;
}

/* Stop failing; returns how many calls there were. */
long shim_disarm(void) {
    folder[0] = 0;
    return calls;
}

static int fails(const char *path) {
    if (!folder[0] || strncmp(path, folder, strlen(folder)) != 0) return 0;
    calls++;
    if (!fails_at || (lasting ? calls < fails_at : calls != fails_at)) return 0;
    if (code < 0) kill(getpid(), SIGKILL);
    errno = code;
    return 1;
}

static int fails_of(int file) {
    char link[64], path[PATH_MAX];
    if (!folder[0]) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return fails(path);
}

#define REAL(result, name, ...) ((result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *data, size_t size) {
    return fails_of(file) ? -1 : REAL(ssize_t, write, int, const void *, size_t)(file, data, size);
}
ssize_t pwrite(int file, const void *data, size_t size, off_t at) {
    return fails_of(file) ? -1 : REAL(ssize_t, pwrite, int, const void *, size_t, off_t)(file, data, size, at);
}
ssize_t pwrite64(int file, const void *data, size_t size, off64_t at) {
    return fails_of(file) ? -1 : REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t)(file, data, size, at);
}
int fsync(int file) { return fails_of(file) ? -1 : REAL(int, fsync, int)(file); }
int fdatasync(int file) { return fails_of(file) ? -1 : REAL(int, fdatasync, int)(file); }
int ftruncate(int file, off_t size) { return fails_of(file) ? -1 : REAL(int, ftruncate, int, off_t)(file, size); }
int ftruncate64(int file, off64_t size) {
    return fails_of(file) ? -1 : REAL(int, ftruncate64, int, off64_t)(file, size);
}

int unlink(const char *path) { return fails(path) ? -1 : REAL(int, unlink, const char *)(path); }
int link(const char *from, const char *to) {
    return fails(to) ? -1 : REAL(int, link, const char *, const char *)(from, to);
}
int rename(const char *from, const char *to) {
    return fails(to) ? -1 : REAL(int, rename, const char *, const char *)(from, to);
}
int mkdir(const char *path, mode_t mode) {
    return fails(path) ? -1 : REAL(int, mkdir, const char *, mode_t)(path, mode);
}

#define OPENING(name) \
    int name(const char *path, int flags, ...) { \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        if ((flags & O_CREAT) && fails(path)) return -1; \
        return REAL(int, name, const char *, int, ...)(path, flags, mode); \
    }
OPENING(open)
OPENING(open64)

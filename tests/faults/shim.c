/*
 * Stands between a process and the disk (LD_PRELOAD), for files below $SHIM_FOLDER only.
 *
 * $SHIM_SHADOW: a folder that holds what a power cut would leave. A file comes there, as it is at that moment, when it is synced;
 *   a rename or a removal when the folder it happened in is synced. What was never synced is not there.
 * $SHIM_FAULT: `KIND:N:HOW`. At the Nth operation of KIND (write: write, pwrite, writev, ftruncate; sync: fsync, fdatasync; any: both;
 *   every: these and what changes names: mkdir, rename, unlink, rmdir) it is not done, and HOW: an error's name (EIO, ENOSPC), or
 *   `kill`: the process dies on the spot.
 * $SHIM_COUNT: a file that says, at the end or at the fault, how many operations there were and whether the fault happened.
 * $SHIM_LOG: a file that gets a line for each name opened for writing, renamed or removed: `pid name`.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ({ static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name); real; })

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char folder[PATH_MAX], shadow[PATH_MAX], kind[16], how[16];
static long nth, operations;
static int happened;

enum op { WRITE, SYNC, NAME };

/* A rename or removal that its folder's sync has not made durable yet; `to` is empty for a removal. */
struct pending { char from[PATH_MAX], to[PATH_MAX]; struct pending *next; };
static struct pending *waiting;

__attribute__((constructor)) static void start(void) {
  const char *value = getenv("SHIM_FOLDER");
  if (!value || !realpath(value, folder)) folder[0] = 0;
  value = getenv("SHIM_SHADOW");
  if (value) {
    snprintf(shadow, sizeof shadow, "%s", value);
    REAL(mkdir)(shadow, 0755);
  }
  value = getenv("SHIM_FAULT");
  if (value) sscanf(value, "%15[^:]:%ld:%15s", kind, &nth, how);
}

static void note(const char *variable, int flags, const char *line) {
  const char *path = getenv(variable);
  if (!path) return;
  int fd = REAL(open)(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0644);
  if (fd < 0) return;
  if (REAL(write)(fd, line, strlen(line)) < 0) { /* the log of a test: nothing to be done */ }
  REAL(close)(fd);
}

static void count(void) {
  char line[64];
  snprintf(line, sizeof line, "%ld %d\n", operations, happened);
  note("SHIM_COUNT", O_TRUNC, line);
}

__attribute__((destructor)) static void finish(void) {
  if (folder[0] && operations) count();
}

static int below(const char *path) {
  size_t length = strlen(folder);
  return length && strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

/* The path a descriptor stands for, if it is one of ours. */
static int path_of(int fd, char *path) {
  char link[64];
  if (!folder[0]) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return below(path) && !strstr(path, " (deleted)");
}

/* A name as given, made absolute; its folder must exist. */
static int path_at(const char *name, char *path) {
  char copy[PATH_MAX], parent[PATH_MAX];
  if (!folder[0] || !name) return 0;
  snprintf(copy, sizeof copy, "%s", name);
  char *slash = strrchr(copy, '/');
  const char *base = slash ? slash + 1 : copy;
  if (slash) *slash = 0;
  if (!realpath(slash ? (copy[0] ? copy : "/") : ".", parent)) return 0;
  if (snprintf(path, PATH_MAX, "%s/%s", parent, base) >= PATH_MAX) return 0;
  return below(path);
}

static int counts(enum op op) {
  if (!strcmp(kind, "every")) return 1;
  if (!strcmp(kind, "any")) return op != NAME;
  return op != NAME && !strcmp(kind, op == WRITE ? "write" : "sync");
}

/* Whether this operation, on a file of ours, is the one that is not to be done. */
static int due(enum op op) {
  if (!nth || !counts(op)) return 0;
  if (__sync_add_and_fetch(&operations, 1) != nth) return 0;
  happened = 1;
  count();
  if (!strcmp(how, "kill")) kill(getpid(), SIGKILL);
  errno = strcmp(how, "ENOSPC") ? EIO : ENOSPC;
  return 1;
}

static int faulty(enum op op, int fd) {
  char path[PATH_MAX];
  return nth && path_of(fd, path) && due(op);
}

static void in_shadow(const char *path, char *target) {
  snprintf(target, PATH_MAX, "%s%s", shadow, path + strlen(folder));
  for (char *at = target + strlen(shadow) + 1; (at = strchr(at, '/')); *at++ = '/') {
    *at = 0;
    REAL(mkdir)(target, 0755);
  }
}

/* Copied aside and moved into place: a kill in the middle leaves the older content, as a sync cut short would. */
static void keep(int fd, const char *path) {
  char target[PATH_MAX], aside[PATH_MAX + 32], link[64], buffer[65536];
  in_shadow(path, target);
  snprintf(aside, sizeof aside, "%s.shim-%d", target, getpid());
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  int from = REAL(open)(link, O_RDONLY | O_CLOEXEC), to = REAL(open)(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  ssize_t length;
  while (from >= 0 && to >= 0 && (length = read(from, buffer, sizeof buffer)) > 0)
    if (REAL(write)(to, buffer, length) != length) break;
  if (from >= 0) REAL(close)(from);
  if (to >= 0) REAL(close)(to);
  REAL(rename)(aside, target);
}

static int is_child(const char *path, const char *parent) {
  size_t length = strlen(parent);
  return strncmp(path, parent, length) == 0 && path[length] == '/' && !strchr(path + length + 1, '/');
}

static void settle(const char *parent) {
  char from[PATH_MAX], to[PATH_MAX];
  for (struct pending **at = &waiting; *at;) {
    struct pending *one = *at;
    if (!is_child(one->from, parent) && !(one->to[0] && is_child(one->to, parent))) {
      at = &one->next;
      continue;
    }
    in_shadow(one->from, from);
    if (one->to[0]) {
      in_shadow(one->to, to);
      /* A name made durable before its content: after the cut it leads to an empty file. */
      if (REAL(rename)(from, to) && errno == ENOENT) REAL(close)(REAL(open)(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    } else REAL(unlink)(from);
    *at = one->next;
    free(one);
  }
}

static void wait_for_folder(const char *from, const char *to) {
  if (!shadow[0]) return;
  struct pending *one = calloc(1, sizeof *one);
  if (!one) abort();
  snprintf(one->from, sizeof one->from, "%s", from);
  if (to) snprintf(one->to, sizeof one->to, "%s", to);
  pthread_mutex_lock(&lock);
  struct pending **last = &waiting;
  while (*last) last = &(*last)->next;
  *last = one;
  pthread_mutex_unlock(&lock);
}

static void synced(int fd) {
  char path[PATH_MAX];
  struct stat what;
  if (!shadow[0] || !path_of(fd, path) || fstat(fd, &what)) return;
  pthread_mutex_lock(&lock);
  if (S_ISDIR(what.st_mode)) settle(path);
  else keep(fd, path);
  pthread_mutex_unlock(&lock);
}

static void logged(const char *path) {
  char line[PATH_MAX + 32];
  if (!getenv("SHIM_LOG")) return;
  snprintf(line, sizeof line, "%d %s\n", getpid(), path);
  note("SHIM_LOG", O_APPEND, line);
}

static void opened(int fd, int flags) {
  char path[PATH_MAX];
  if (fd >= 0 && (flags & O_ACCMODE) != O_RDONLY && path_of(fd, path)) logged(path);
}

#define OPEN(name, call) { \
  int mode = 0; \
  if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, int); va_end(rest); } \
  int fd = call; \
  opened(fd, flags); \
  return fd; }

int open(const char *name, int flags, ...) OPEN(open, REAL(open)(name, flags, mode))
int open64(const char *name, int flags, ...) OPEN(open64, REAL(open64)(name, flags, mode))
int openat(int at, const char *name, int flags, ...) OPEN(openat, REAL(openat)(at, name, flags, mode))
int openat64(int at, const char *name, int flags, ...) OPEN(openat64, REAL(openat64)(at, name, flags, mode))

ssize_t write(int fd, const void *data, size_t length) { return faulty(WRITE, fd) ? -1 : REAL(write)(fd, data, length); }
ssize_t pwrite(int fd, const void *data, size_t length, off_t at) { return faulty(WRITE, fd) ? -1 : REAL(pwrite)(fd, data, length, at); }
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) { return faulty(WRITE, fd) ? -1 : REAL(pwrite64)(fd, data, length, at); }
ssize_t writev(int fd, const struct iovec *parts, int count) { return faulty(WRITE, fd) ? -1 : REAL(writev)(fd, parts, count); }
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) { return faulty(WRITE, fd) ? -1 : REAL(pwritev)(fd, parts, count, at); }
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t at) { return faulty(WRITE, fd) ? -1 : REAL(pwritev64)(fd, parts, count, at); }
int ftruncate(int fd, off_t length) { return faulty(WRITE, fd) ? -1 : REAL(ftruncate)(fd, length); }
int ftruncate64(int fd, off64_t length) { return faulty(WRITE, fd) ? -1 : REAL(ftruncate64)(fd, length); }

#define SYNCED(name, fd) { \
  if (faulty(SYNC, fd)) return -1; \
  int answer = REAL(name)(fd); \
  if (answer == 0) synced(fd); \
  return answer; }

int fsync(int fd) SYNCED(fsync, fd)
int fdatasync(int fd) SYNCED(fdatasync, fd)

int rename(const char *from, const char *to) {
  char old[PATH_MAX], new[PATH_MAX];
  int ours = path_at(from, old) && path_at(to, new);
  if (ours && due(NAME)) return -1;
  int answer = REAL(rename)(from, to);
  if (answer == 0 && ours) { logged(new); wait_for_folder(old, new); }
  return answer;
}

int unlink(const char *name) {
  char path[PATH_MAX];
  int ours = path_at(name, path);
  if (ours && due(NAME)) return -1;
  int answer = REAL(unlink)(name);
  if (answer == 0 && ours) { logged(path); wait_for_folder(path, NULL); }
  return answer;
}

int mkdir(const char *name, mode_t mode) {
  char path[PATH_MAX];
  return path_at(name, path) && due(NAME) ? -1 : REAL(mkdir)(name, mode);
}

int rmdir(const char *name) {
  char path[PATH_MAX];
  return path_at(name, path) && due(NAME) ? -1 : REAL(rmdir)(name);
}

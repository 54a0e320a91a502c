/*
 * A false clock (LD_PRELOAD): the time of day is off by the seconds that stand in $FALSE_CLOCK, a file of eight bytes that may be
 * rewritten at any moment. Monotonic time stays true, as it does when somebody sets a real machine's clock: libfaketime, which also
 * stands between a process and its waits, keeps Chromium from starting.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define REAL(name) ({ static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name); real; })

static const volatile int64_t *offset;

__attribute__((constructor)) static void start(void) {
  const char *path = getenv("FALSE_CLOCK");
  int fd = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
  if (fd < 0) return;
  void *page = mmap(NULL, sizeof *offset, PROT_READ, MAP_SHARED, fd, 0);
  if (page != MAP_FAILED) offset = page;
  close(fd);
}

static int64_t wrong_by(void) { return offset ? *offset : 0; }

int clock_gettime(clockid_t clock, struct timespec *now) {
  int answer = REAL(clock_gettime)(clock, now);
  if (answer == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += wrong_by();
  return answer;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  int answer = REAL(gettimeofday)(now, zone);
  if (answer == 0) now->tv_sec += wrong_by();
  return answer;
}

time_t time(time_t *into) {
  time_t now = REAL(time)(NULL) + wrong_by();
  if (into) *into = now;
  return now;
}

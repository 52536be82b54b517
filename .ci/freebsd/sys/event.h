// kqueue(2)
#pragma once

#include <stdint.h>
#include <time.h>

struct kevent {
  uintptr_t ident;
  short filter;
  unsigned short flags;
  unsigned int fflags;
  int64_t data;
  void* udata;
  uint64_t ext[4];
};

#define EVFILT_PROC (-5)
#define EVFILT_SIGNAL (-6)
#define EVFILT_USER (-11)
#define EV_ADD 0x0001
#define NOTE_EXIT 0x80000000
#define NOTE_EXEC 0x20000000
#define NOTE_TRACK 0x00000001
#define NOTE_TRACKERR 0x00000002
#define NOTE_CHILD 0x00000004
#define NOTE_TRIGGER 0x01000000
#define EV_SET(event, a, b, c, d, e, f) \
  do {                                  \
    struct kevent* set = (event);       \
    set->ident = (a);                   \
    set->filter = (b);                  \
    set->flags = (c);                   \
    set->fflags = (d);                  \
    set->data = (e);                    \
    set->udata = (f);                   \
  } while (0)

extern "C" int kqueue(void);
extern "C" int kevent(int, const struct kevent*, int, struct kevent*, int, const struct timespec*);

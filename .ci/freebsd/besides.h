// What FreeBSD has in headers that musl has too: close_range(2), fpurge(3), psignal(3), and the members of
// FILE.
#pragma once

struct __sFILE {
  unsigned char* _p;
  short _flags;
  struct {
    unsigned char* _base;
    int _size;
  } _bf;
};
typedef struct __sFILE FILE;
#define __DEFINED_FILE  // which musl looks at before it defines its own

#include <signal.h>
#include <stdio.h>

#define __SLBF 0x0001
#define __SWR 0x0008

extern "C" int fpurge(FILE*);
extern "C" int close_range(unsigned int, unsigned int, int);
extern "C" const char* const sys_signame[NSIG];

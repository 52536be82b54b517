// What FreeBSD has in headers that musl has too: close_range(2), fpurge(3), psignal(3), and the members of FILE.
#pragma once

#include <signal.h>
#include <stdio.h>

struct _IO_FILE {
  unsigned char* _p;
  short _flags;
  struct {
    unsigned char* _base;
    int _size;
  } _bf;
};
#define __SWR 0x0008

extern "C" int fpurge(FILE*);
extern "C" int close_range(unsigned int, unsigned int, int);
extern "C" const char* const sys_signame[NSIG];

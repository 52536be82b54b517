// procctl(2)
#pragma once

#include <sys/types.h>
#include <sys/wait.h>

#define PROC_REAP_ACQUIRE 2
#define PROC_REAP_KILL 6

struct procctl_reaper_kill {
  int rk_sig;
  unsigned int rk_flags;
  pid_t rk_subtree;
  unsigned int rk_killed;
  pid_t rk_fpid;
  unsigned int rk_pad0[15];
};

extern "C" int procctl(idtype_t, id_t, int, void*);

// sysctl(3)
#pragma once

#include <stddef.h>

#define CTL_KERN 1
#define KERN_PROC 14
#define KERN_PROC_ARGS 7
#define KERN_PROC_PATHNAME 12

extern "C" int sysctl(const int*, unsigned int, void*, size_t*, const void*, size_t);

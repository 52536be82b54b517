#pragma once

#include <cxxabi.h>

namespace exeunt::detail {

/// What unwinds a thread that pthread_exit() or pthread_cancel() ends, where that unwinds: who catches it
/// must throw it again, or never return.
#ifdef __GLIBCXX__
using ThreadEnd = abi::__forced_unwind;
#else
struct ThreadEnd {};
#endif

/// Of a function that catches it: there is no object that the reference could be bound to, which
/// UndefinedBehaviorSanitizer would report.
#define EXEUNT_CATCHES_THREAD_END __attribute__((no_sanitize("null")))

}  // namespace exeunt::detail

#pragma once

#ifdef _WIN32
#include <cstdint>
#endif

// What the operating system calls its things; the one place where the library asks which one it is.

namespace exeunt {

/// A process's number, as the operating system gives it.
using pid_type = int;

#ifdef _WIN32

/// What the operating system's waiting functions take: a HANDLE.
using native_handle = void*;
inline constexpr native_handle no_handle = nullptr;

/// A status of 32 bits, without a sign; minus a signal's number for a process that was terminated.
using exitcode_type = std::int64_t;

#else

/// What the operating system's waiting functions take: a file descriptor.
using native_handle = int;
inline constexpr native_handle no_handle = -1;

/// A status of 8 bits; minus the signal's number for a process that a signal ended.
using exitcode_type = int;

#endif

}  // namespace exeunt

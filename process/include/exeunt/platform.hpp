#pragma once

namespace exeunt {

/// A process's number, as the operating system gives it.
using pid_type = int;

/// What the operating system's waiting functions take: a file descriptor.
using native_handle = int;

}  // namespace exeunt

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace exeunt {

/// What exit() throws. Not a std::exception, so that only who means it catches it; caught, it is harmless.
/// It must leave by the thread that entered run_main() or by the one that a process's run() was called on:
/// out of a std::thread's function it is std::terminate(), as every exception is.
/// @see  SystemExit
class SystemExit {
 public:
  SystemExit() = default;
  explicit SystemExit(int status) : status_(status) {}
  explicit SystemExit(std::string_view message) : status_(1), message_(message) {}

  /// The status before the operating system cuts it.
  int status() const { return status_; }
  /// The text for stderr; nullopt when there is none.
  const std::optional<std::string>& message() const { return message_; }

 private:
  int status_ = 0;
  std::optional<std::string> message_;
};

/// SIGINT, where the program left its handling to the library (see run_main). Thrown out of a blocking call
/// of the library on the main thread. Not a std::exception.
/// @see  KeyboardInterrupt
class KeyboardInterrupt {};

/// Ends the process in good order: unwinds, flushes, waits for children; status 0.
/// @throws  SystemExit, always.
/// @see     sys.exit()
[[noreturn]] void exit();

/// The same with a status, of which the low eight bits are kept: 256 gives 0, -1 gives 255; on Windows all
/// 32 bits: 256 gives 256, -1 gives 4294967295.
/// @see  sys.exit(int)
[[noreturn]] void exit(int status);

/// The same with a text for stderr, a newline behind it, and status 1; also when it is empty.
/// @see  sys.exit(str)
[[noreturn]] void exit(std::string_view message);
[[noreturn]] inline void exit(const char* message) {
  exit(std::string_view(message));
}
[[noreturn]] inline void exit(const std::string& message) {
  exit(std::string_view(message));
}

/// Ends the process at once: no destructor runs, nothing is flushed, no child is waited for or terminated.
/// Any thread may call it.
///
/// @param status  cut as that of exit().
/// @see   os._exit
[[noreturn]] void os_exit(int status);

/// Registers what is to run at the end of this process, last registered first. In the main program the wait
/// for the children has its own place in that order: it is registered by the first start(), Event or Pipe. So
/// a handler registered before it runs when the children have ended, one registered later while they still
/// run. In a child the list begins empty and the wait comes last. What a handler throws is reported on stderr
/// and does not change the status. A handler registered by a running handler is not run. Safe from several
/// threads.
/// @see  atexit.register; docs/semantics.md, part A
void at_exit(std::function<void()> handler);

}  // namespace exeunt

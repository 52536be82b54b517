#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

// A part of exeunt::process, started by fork alone. What stands under "yours" is to be written, in
// process.cpp.
namespace exeunt {

using pid_type = pid_t;

/// A child that runs a function. It is waited for by join(), or when the program ends.
class Process {
 public:
  Process() = default;
  template <class F, class... Args>
  explicit Process(F target, Args... arguments) : target_([target, arguments...] { target(arguments...); }) {}
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  // ---- yours

  /// Starts the child by fork(). The child calls run_child(target_) and never returns from here.
  void start();
  /// Waits until the child has ended, and reaps it. Again: nothing happens.
  void join();
  /// The same, at most this long. @return whether the child has ended.
  bool join_for(std::chrono::nanoseconds limit);
  /// Whether the child has been started and has not ended. Reaps it when it has.
  bool is_alive() const;
  /// The status that the child ended with, or minus the number of the signal that ended it. Nothing before
  /// its end. Reaps it when it has ended.
  std::optional<int> exitcode() const;
  /// Sends SIGTERM; nothing when it has ended.
  void terminate();
  /// Sends SIGKILL; nothing when it has ended.
  void kill();

  // ---- given

  std::optional<pid_type> pid() const { return pid_; }

 private:
  std::function<void()> target_ = [] {};
  std::optional<pid_type> pid_;
  mutable std::optional<int> status_;  ///< as waitpid() stored it
};

/// Calls the target, flushes what was printed, and ends this process with the status that exit() was given.
[[noreturn]] void run_child(const std::function<void()>& target);

struct SystemExit {
  int status = 0;
};
[[noreturn]] void exit();
[[noreturn]] void exit(int status);

enum class StartMethod { fork, spawn, forkserver };
StartMethod get_start_method();
void sleep_for(std::chrono::nanoseconds time);

/// A flag that processes share.
class Event {
 public:
  Event();
  void set();
  void wait();

 private:
  struct Ends;
  std::shared_ptr<Ends> ends_;
};

int run_main(int argc, char** argv, void (*program)());

}  // namespace exeunt

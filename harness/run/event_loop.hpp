#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace harness {

/// How a command that the harness runs for itself ended.
struct CommandResult {
  int wait_status = 0;     ///< as of wait(2)
  std::string out;         ///< its standard output
  bool timed_out = false;  ///< and was killed
};

/// The harness's one loop. Single-threaded; every callback is called from run().
class EventLoop {
 public:
  EventLoop();
  ~EventLoop();
  EventLoop(const EventLoop&) = delete;
  EventLoop& operator=(const EventLoop&) = delete;

  /// Calls `readable` whenever the descriptor has something to read or its other end is gone, until
  /// stop_watching(). The descriptor stays the caller's.
  void watch(int fd, std::function<void()> readable);
  void stop_watching(int fd);

  /// Calls once, after at least this long.
  void after(std::chrono::microseconds delay, std::function<void()> due);

  /// Runs callbacks until none is left to come or stop() is called.
  void run();
  void stop();

  /// Runs a command to its end, outside the loop; its standard error is dropped.
  /// @throws CannotJudge when it cannot be started.
  static CommandResult run_command(const std::vector<std::string>& argv, std::chrono::milliseconds limit);

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace harness

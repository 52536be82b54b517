#pragma once

#include <functional>
#include <string>
#include <vector>

#include "watch/shim/workspace.hpp"
#include "wire/orders.hpp"

namespace harness::watch {

/// What every run of one shim shares.
struct Surroundings {
  Workspace& workspace;
  int child_signals = -1;      ///< signalfd of SIGCHLD
  int control = -1;            ///< readable when the harness says something or is gone
  bool first_process = false;  ///< of a pid namespace: one kill reaches everything
  /// Reads the control socket. @return whether the run has to stop.
  std::function<bool()> stop_asked;
  /// Signals that the harness has got since the last call.
  std::function<std::vector<wire::SignalReceived>()> take_signals;
  /// Tells the harness, once, whom it waits for after the program's end.
  std::function<void(const std::vector<Survivor>&)> announce;
  std::function<void(const wire::RunReport&)> answer;
};

/// Runs one program as ordered, watches it and everything it makes, and answers. Nothing is left behind, but
/// for what a run in place releases: then this returns when the last of those has ended.
void run_program(const wire::RunOrder& order, const Surroundings& surroundings);

}  // namespace harness::watch

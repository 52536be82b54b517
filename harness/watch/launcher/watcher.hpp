#pragma once

#include <chrono>
#include <memory>

#include "watch/launcher/options.hpp"
#include "watch/process_table.hpp"

namespace harness::watch {

/// Watches a program with everything that it starts, as its platform can, and says what happens, in the order
/// in which it happens; what becomes of a process by that is decided elsewhere (watch/fates). What lives when
/// this object ends is killed, as far as it is known.
class Watcher {
 public:
  virtual ~Watcher() = default;

  /// Tells the table what has happened, and waits up to `limit` for something to happen.
  /// @throws  std::system_error  where the launcher is to end, or can watch no longer.
  virtual void look(std::chrono::milliseconds limit) = 0;
  /// Whether everything has ended, for all that can be known.
  virtual bool is_over() const = 0;
  /// Ends all that live. One that is just being made may escape: call it again until all is over.
  virtual void kill() = 0;

  /// Whether no process can have been missed.
  bool is_complete() const { return is_complete_; }

 protected:
  void may_have_missed_some() { is_complete_ = false; }

 private:
  bool is_complete_ = true;
};

/// Starts the program and watches it from its beginning.
/// @throws  std::system_error  naming the step.
std::unique_ptr<Watcher> start_watched(const Options& options, ProcessTable& table);

/// What the watcher of this platform sees of waiting.
extern const ReapsSeen reaps_seen_here;

}  // namespace harness::watch

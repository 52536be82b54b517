#pragma once

#include <chrono>
#include <memory>

#include "watch/launcher/options.hpp"
#include "watch/launcher/process_table.hpp"

namespace harness::launcher {

/// Watches a program with everything that it starts, as its platform can. What lives when this object ends is
/// killed, as far as it is known.
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
};

/// Starts the program and watches it from its beginning.
/// @throws  std::system_error  naming the step.
std::unique_ptr<Watcher> start_watched(const Options& options, ProcessTable& table);

/// What the watchers of this platform see.
extern const Waits waits_of_this_platform;

}  // namespace harness::launcher

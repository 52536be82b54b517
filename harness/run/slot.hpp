#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "run/event_loop.hpp"
#include "run/launcher.hpp"
#include "run/runner.hpp"
#include "wire/message.hpp"
#include "wire/orders.hpp"

namespace harness {

/// Where shims are started, and how.
struct ShimWorld {
  std::filesystem::path shim;
  Isolation isolation = Isolation::namespaces;
  std::filesystem::path folder;  ///< for shims that have no mounts of their own
};

/// One shim and the run that it carries out.
class Slot {
 public:
  using Finished = std::function<void(Slot&, wire::RunReport, std::string trouble)>;

  /// Starts the shim. @throws CannotJudge
  Slot(EventLoop& loop, const ShimWorld& world, int number, Finished finished);
  ~Slot();
  Slot(const Slot&) = delete;
  Slot& operator=(const Slot&) = delete;

  /// Starts a run; the slot must be idle.
  void run(const wire::RunOrder& order, std::size_t tag);

  /// Kills the run, if there is one; it is reported as interrupted.
  void stop();

  /// Which run() is under way.
  std::size_t tag() const { return tag_; }
  bool busy() const { return busy_; }
  /// Whether the shim must not be used again.
  bool spent() const { return spent_; }

 private:
  void hear();
  void receive(std::string_view message);
  void shim_gone();

  EventLoop& loop_;
  Finished finished_;
  std::string base_;
  ShimProcess shim_;
  wire::MessageStream messages_;
  std::size_t tag_ = 0;
  bool busy_ = false;
  bool spent_ = false;
};

}  // namespace harness

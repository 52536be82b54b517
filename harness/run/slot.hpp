#pragma once

#include <functional>
#include <optional>
#include <string>

#include "run/event_loop.hpp"
#include "run/launcher.hpp"
#include "run/runner.hpp"
#include "run/sandbox_world.hpp"
#include "run/shim_world.hpp"
#include "wire/message.hpp"
#include "wire/orders.hpp"

namespace harness {

/// One shim and the run that it carries out.
class Slot {
 public:
  using Finished = std::function<void(Slot&, wire::RunReport, std::string trouble)>;

  /// Starts a shim that nothing confines. @throws CannotJudge
  Slot(EventLoop& loop, ShimWorld& world, Finished finished);
  /// Starts a shim in a sandbox, for one run. @throws CannotJudge
  Slot(EventLoop& loop, SandboxWorld& sandboxes, const SandboxPolicy& policy, Finished finished);
  ~Slot();
  Slot(const Slot&) = delete;
  Slot& operator=(const Slot&) = delete;

  /// Starts a run; the slot must be idle.
  void run(const wire::RunOrder& order, std::size_t tag);

  /// Kills the run, if there is one; it is reported as interrupted.
  void stop();

  /// Lets the idle shim end while this process goes on; it cannot be used again.
  void let_end();

  /// Which run() is under way.
  std::size_t tag() const { return tag_; }
  bool busy() const { return busy_; }
  /// Whether the shim must not be used again.
  bool spent() const { return spent_; }
  /// Whether it serves one confined run, not several of the harness's own.
  bool confined() const { return sandboxes_ != nullptr; }

 private:
  void hear();
  void receive(std::string_view message);
  void shim_gone();

  EventLoop& loop_;
  ShimWorld* world_ = nullptr;  // whose shim it is, or
  SandboxWorld* sandboxes_ = nullptr;
  Finished finished_;
  std::string base_;
  ShimProcess shim_;
  wire::MessageStream messages_;
  std::string complaint_;
  std::size_t tag_ = 0;
  bool busy_ = false;
  bool spent_ = false;
};

}  // namespace harness

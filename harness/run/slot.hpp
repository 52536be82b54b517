#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "run/event_loop.hpp"
#include "run/launcher.hpp"
#include "run/runner.hpp"
#include "run/sandbox_world.hpp"
#include "wire/message.hpp"
#include "wire/orders.hpp"

namespace harness {

/// Where shims are started for programs that nothing confines.
struct ShimWorld {
  bool namespaces = true;        ///< each is process 1 of one of its own
  std::filesystem::path folder;  ///< for shims that have no mounts of their own

  /// The folder of shim `number`, made; empty where it has mounts of its own. @throws CannotJudge
  std::string make_base(int number) const;
};

/// One shim and the run that it carries out.
class Slot {
 public:
  using Finished = std::function<void(Slot&, wire::RunReport, std::string trouble)>;

  /// Starts a shim in this process's world. @throws CannotJudge
  Slot(EventLoop& loop, const ShimWorld& world, int number, Finished finished);
  /// Takes a shim that waits for orders.
  /// @param base  its folder, which goes with it; empty where it has mounts of its own
  Slot(EventLoop& loop, ShimProcess shim, std::string base, Finished finished);
  /// Starts a shim in a sandbox, for one run. @throws CannotJudge
  Slot(EventLoop& loop, SandboxWorld& sandboxes, const SandboxPolicy& policy, Finished finished);
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
  /// Whether it serves one confined run, not several of the harness's own.
  bool confined() const { return sandboxes_ != nullptr; }

 private:
  void hear();
  void receive(std::string_view message);
  void shim_gone();

  EventLoop& loop_;
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

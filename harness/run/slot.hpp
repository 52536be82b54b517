#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "run/event_loop.hpp"
#include "run/world.hpp"
#include "wire/message.hpp"
#include "wire/orders.hpp"

namespace harness {

/// One shim and the run that it carries out.
class Slot {
 public:
  using Finished = std::function<void(Slot&, wire::RunReport, std::string trouble)>;

  /// @param world  the shim's, to which it is given back at the end.
  Slot(EventLoop& loop, World& world, StartedShim shim, Finished finished);
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
  bool confined() const { return world_.confines(); }

 private:
  void hear();
  void receive(std::string_view message);
  void shim_gone();

  EventLoop& loop_;
  World& world_;
  StartedShim shim_;
  Finished finished_;
  wire::MessageStream messages_;
  std::string complaint_;
  std::size_t tag_ = 0;
  bool busy_ = false;
  bool spent_ = false;
};

}  // namespace harness

#pragma once

#include <string>

#include "run/launcher.hpp"

namespace harness {

/// A shim that runs programs.
struct StartedShim {
  ShimProcess process;
  std::string base{};  ///< its folder, which goes with it; empty where it has mounts of its own
};

/// Where shims are started, and where they end.
class World {
 public:
  World() = default;
  virtual ~World() = default;
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  /// Whether its shims confine what they run: then each serves one run.
  virtual bool confines() const = 0;

  /// Ends a shim and everything it runs. What the kernel takes down with it takes some time: nobody waits.
  virtual void let_end(StartedShim shim) = 0;

  /// Whether the kernel had to kill for want of memory what this shim ran; told once.
  virtual bool ran_out_of_memory(const StartedShim& shim) = 0;
};

}  // namespace harness

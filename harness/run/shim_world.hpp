#pragma once

#include <sys/types.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "run/launcher.hpp"
#include "support/temporary_folder.hpp"
#include "wire/orders.hpp"

namespace harness {

/// A shim for programs that nothing confines.
struct OpenShim {
  ShimProcess process;
  std::string base;  ///< its folder, which goes with it; empty where it has mounts of its own
};

/// Where such shims are started: each is process 1 of a pid namespace, or, where the host allows none, works
/// in a folder of its own.
class ShimWorld {
 public:
  /// Starts the first shim, and does not wait for it. @param probe  as of fork_shim()
  explicit ShimWorld(bool probe);
  /// Waits until every shim has ended.
  ~ShimWorld();
  ShimWorld(const ShimWorld&) = delete;
  ShimWorld& operator=(const ShimWorld&) = delete;

  /// What the first shim found out; waits for it. @throws CannotJudge where none can be started.
  const wire::Greeting& host();

  /// The first shim, and after it another one at each call. @throws CannotJudge
  OpenShim start();

  /// Ends a shim and everything it runs. What the kernel takes down with it takes some time: nobody waits.
  void let_end(OpenShim shim);

 private:
  struct Ending {
    pid_t pid;
    std::string base;
  };
  OpenShim start_without_namespaces(bool probe);
  void greet();
  void reap(bool wait);

  const bool probe_;
  bool namespaces_ = true;
  std::optional<TemporaryFolder> folder_;  // for shims that have no mounts of their own
  int made_in_folder_ = 0;
  std::optional<OpenShim> first_;  // until it is handed out
  std::optional<wire::Greeting> host_;
  std::vector<Ending> ending_;
  std::size_t reap_at_;  // that many
};

}  // namespace harness

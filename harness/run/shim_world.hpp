#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "run/world.hpp"
#include "support/temporary_folder.hpp"
#include "wire/orders.hpp"

namespace harness {

/// Where shims are started for programs that nothing confines: each is process 1 of a pid namespace, or,
/// where the host allows none, works in a folder of its own.
class ShimWorld : public World {
 public:
  /// Starts the first shim, and does not wait for it. @param probe  as of fork_shim()
  explicit ShimWorld(bool probe);
  /// Waits until every shim has ended.
  ~ShimWorld() override;

  /// What the first shim found out; waits for it. @throws CannotJudge where none can be started.
  const wire::Greeting& host();

  /// The first shim, and after it another one at each call. @throws CannotJudge
  StartedShim start();

  bool confines() const override { return false; }
  void let_end(StartedShim shim) override;
  bool ran_out_of_memory(const StartedShim&) override { return false; }

 private:
  struct Ending {
    pid_t pid;
    std::string base;
  };
  StartedShim start_without_namespaces(bool probe);
  void greet();
  void reap(bool wait);

  const bool probe_;
  bool namespaces_ = true;
  std::optional<TemporaryFolder> folder_;  // for shims that have no mounts of their own
  int made_in_folder_ = 0;
  std::optional<StartedShim> first_;  // until it is handed out
  std::optional<wire::Greeting> host_;
  std::vector<Ending> ending_;
  std::size_t reap_at_;  // that many
};

}  // namespace harness

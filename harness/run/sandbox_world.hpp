#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/sandbox.hpp"
#include "run/bubblewrap.hpp"
#include "run/control_groups.hpp"
#include "run/world.hpp"
#include "wire/orders.hpp"

namespace harness {

/// Makes sandboxes, each for one run: with a shim as its process 1, and, where the harness runs as root, with
/// a user of its own that owns nothing.
class SandboxWorld : public World {
 public:
  /// The first of the users that sandboxes get, one each; nobody else should have them.
  static constexpr uid_t first_user = 60'600;

  /// @throws CannotJudge where bubblewrap is not here.
  explicit SandboxWorld(std::filesystem::path shim);
  ~SandboxWorld() override;

  /// Starts a sandbox. @throws CannotJudge
  StartedShim start(const SandboxPolicy& policy);

  /// What the shim in it has to know.
  wire::Confinement confinement(const SandboxPolicy& policy);

  bool confines() const override { return true; }
  void let_end(StartedShim shim) override;
  bool ran_out_of_memory(const StartedShim& shim) override;

  /// Gives back what ended sandboxes had. @param wait  Until all have ended.
  void reap(bool wait);

  /// How many have not ended that ought to.
  std::size_t ending() const { return ending_.size(); }

 private:
  /// A number that one sandbox at a time has: of its user, and of its control groups.
  struct Place {
    std::unique_ptr<Nursery> nursery;  // nullptr: there are no groups
    std::optional<Limits> limits;      // of the groups
    std::uint64_t killed_for_memory = 0;
    bool taken = false;
  };
  Place& place(std::size_t number);
  std::size_t free_number() const;

  std::filesystem::path shim_;
  std::filesystem::path bwrap_;
  std::vector<SystemFolder> folders_;
  std::map<bool, std::string> filters_;  // by may_trace
  ControlGroups groups_;
  std::vector<Place> places_;
  std::map<pid_t, std::size_t> numbers_;  // of those that have not been reaped
  std::vector<pid_t> ending_;
};

}  // namespace harness

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "model/sandbox.hpp"

namespace harness {

/// The control groups in which sandboxes run, where this process may make such: they limit what all processes
/// of a sandbox use together, kernel memory and unmapped files included. A second line: the shim in the
/// sandbox looks at the limits too, and tells which was passed.
class ControlGroups {
 public:
  /// Looks where groups can be made and joined, by making one, and removes those of harnesses that were
  /// killed.
  ControlGroups();
  ~ControlGroups();
  ControlGroups(const ControlGroups&) = delete;
  ControlGroups& operator=(const ControlGroups&) = delete;

  /// Why there are none; empty: there are.
  const std::string& refused() const { return refused_; }
  /// Which there are, for a person.
  std::string detail() const;

  /// Makes the group `name` in every hierarchy.
  /// @return the files into which a process writes itself to join; those that a failure left out are missing.
  std::vector<std::string> make(const std::string& name);

  /// Sets the limits of the group.
  void limit(const std::string& name, const Limits& limits);

  /// How often the kernel has killed for want of memory in the group, since it was made.
  std::uint64_t killed_for_memory(const std::string& name) const;

  /// Removes a group whose processes have ended.
  void remove(const std::string& name);

 private:
  enum class Kind { processes_v1, memory_v1, unified };
  struct Hierarchy {
    Kind kind;
    std::filesystem::path parent;
  };

  void find(Kind kind, const std::filesystem::path& parent);
  void remove_stale() const;
  static bool set_limits(Kind kind, const std::filesystem::path& group, const Limits& limits);

  std::vector<Hierarchy> hierarchies_;
  std::string refused_;
};

}  // namespace harness

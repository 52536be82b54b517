#pragma once

#include <sys/types.h>

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "support/unique_fd.hpp"

namespace harness {

/// A process in control groups, from which others are started into them: what is born there need not join,
/// for which the kernel would make everybody wait (some 10 ms). The children are this process's all the same.
class Nursery {
 public:
  /// @param group_files  Paths of cgroup.procs. @throws CannotJudge where one cannot be joined.
  explicit Nursery(const std::vector<std::string>& group_files);
  ~Nursery();
  Nursery(const Nursery&) = delete;
  Nursery& operator=(const Nursery&) = delete;

  /// As clone(2) with CLONE_VM and CLONE_VFORK, in the groups; signals are blocked in the child.
  /// @return the child's pid, or -1 with errno set.
  pid_t clone(int (*function)(void*), void* stack_top, void* argument);

 private:
  struct Wish;
  static int serve(void* self);
  void end();
  void join_groups(const std::vector<std::string>& files);

  static constexpr std::size_t stack_size = 64UL * 1024;

  UniqueFd wishes_;   // where the nursery reads
  UniqueFd wish_;     // where this process writes
  UniqueFd answers_;  // where this process reads
  UniqueFd answer_;   // where the nursery writes
  std::unique_ptr<std::array<char, stack_size>> stack_;
  pid_t pid_ = -1;
  pid_t parent_ = -1;
  UniqueFd pidfd_;
};

}  // namespace harness

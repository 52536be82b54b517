#pragma once

#include <sys/resource.h>
#include <sys/types.h>

#include "watch/observer.hpp"

namespace harness::watch {

/// What became of the processes of a traced run: records their making, their end and who reaped them.
///
/// What became of a process is decided when its parent ends: at that stop the parent can reap no more, so the
/// pidfds of its dead children are asked once more before its end is recorded.
class TracedProcesses {
 public:
  explicit TracedProcesses(const RunContext& run) : run_(run) {}

  /// The program, before it has executed.
  Tracked& begin(pid_t pid);

  /// @param parent         number of the process that counts as its creator; -1 where that is not known
  /// @param kernel_parent  0 where its parent is not that of the kernel
  Tracked& create(pid_t pid, int parent, pid_t kernel_parent);

  /// Made with CLONE_UNTRACED: it came to light when its parent had ended.
  void adopt_escaped(pid_t pid);

  void executed(Tracked& process);

  /// Its last thread is at its exit, or it was killed. `status` as of waitpid().
  void ending(Tracked& process, int status);

  /// Its parent must have ended, or another process could not have become it: tells so if nothing else has.
  /// SIGKILL leaves that to the status alone, which may come late and says then how the parent ended.
  void parent_has_ended(const Tracked& process);

  /// Its status has been taken from the kernel: from now on its parent can see its zombie.
  void dead(Tracked& process, int status, const rusage& usage);

  void reaped(Tracked& process);

  void stopped(Tracked& process, int signal);
  void continued(Tracked& process);

 private:
  bool has_lost_parent(const Tracked& process);
  ReapedBy reaper_of(const Tracked& process);
  void await_reaping(Tracked& process);

  RunContext run_;
};

}  // namespace harness::watch

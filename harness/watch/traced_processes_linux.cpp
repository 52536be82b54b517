#include "watch/traced_processes.hpp"

#include <poll.h>
#include <sys/epoll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>

#include "watch/children.hpp"
#include "watch/cpu_time.hpp"

namespace harness::watch {
namespace {

// Whether a dead process has been reaped. A kernel that does not hang pidfds up shows it in /proc, where to
// look takes longer.
bool reaped_by_now(const Tracked& process) {
  static bool hangs_up = false;  // until it has been seen
  pollfd poll{process.pidfd.get(), 0, 0};
  const bool hung_up = ::poll(&poll, 1, 0) == 1 && (poll.revents & POLLHUP) != 0;
  if (hung_up) hangs_up = true;
  if (hung_up || hangs_up) return hung_up;
  const std::optional<ProcessState> state = state_of(process.pid);
  return !state || !state->zombie;
}

}  // namespace

Tracked& TracedProcesses::begin(pid_t pid) {
  return run_.processes.created(pid, -1);
}

Tracked& TracedProcesses::create(pid_t pid, int parent, pid_t kernel_parent) {
  run_.drain_outputs();
  if (Tracked* const former = run_.processes.find(pid)) reaped(*former);  // or its number would not be free
  Tracked& process = run_.processes.created(pid, parent);
  process.kernel_parent = kernel_parent;
  return process;
}

void TracedProcesses::adopt_escaped(pid_t pid) {
  run_.processes.created(pid, -1, EventKind::adopted);
}

void TracedProcesses::executed(Tracked& process) {
  run_.drain_outputs();
  run_.processes.executed(process, arguments_of(process.pid));
}

void TracedProcesses::ending(Tracked& process, int status) {
  if (has_lost_parent(process)) parent_has_ended(process);
  run_.drain_outputs();
  if (process.number != 0)  // the program itself is reaped by us, and by nobody else
    process.pidfd.reset(static_cast<int>(::syscall(SYS_pidfd_open, process.pid, 0)));
  for (Tracked& child : run_.processes.all()) {
    if (child.parent == process.number && child.dead && !child.gone && reaped_by_now(child)) reaped(child);
  }
  run_.processes.ended(process, ending_of(status)).peak_kb = peak_kb_of(process.pid);
}

void TracedProcesses::parent_has_ended(const Tracked& process) {
  if (process.parent < 0) return;
  Tracked& parent = run_.processes.at(process.parent);
  if (!parent.ended) ending(parent, SIGKILL);
}

bool TracedProcesses::has_lost_parent(const Tracked& process) {
  if (process.kernel_parent == 0 || run_.processes.at(process.parent).ended) return false;
  const std::optional<ProcessState> state = state_of(process.pid);
  return state && state->parent != process.kernel_parent;
}

void TracedProcesses::dead(Tracked& process, int status, const rusage& usage) {
  if (!process.ended) ending(process, status);
  run_.processes.learn_end(process, ending_of(status)).cpu_us = cpu_us_of(usage);
  process.dead = true;
  await_reaping(process);
}

void TracedProcesses::await_reaping(Tracked& process) {
  if (!process.pidfd || reaped_by_now(process)) return reaped(process);
  process.waited_for_reaping = true;
  epoll_event event{};
  event.data.u64 = static_cast<std::uint64_t>(process.number) | reaping_mark;
  ::epoll_ctl(run_.epoll, EPOLL_CTL_ADD, process.pidfd.get(), &event);
}

void TracedProcesses::reaped(Tracked& process) {
  if (!process.gone) run_.processes.reaped(process, reaper_of(process));
}

ReapedBy TracedProcesses::reaper_of(const Tracked& process) {
  if (process.parent < 0) return ReapedBy::adopter;
  const Tracked& parent = run_.processes.at(process.parent);
  if (parent.ended) return ReapedBy::adopter;
  if (process.waited_for_reaping) return ReapedBy::parent;  // what is reaped automatically is so at its death
  return ignores_sigchld(parent.pid) ? ReapedBy::automatically : ReapedBy::parent;
}

void TracedProcesses::stopped(Tracked& process, int signal) {
  if (std::exchange(process.stopped, true)) return;
  run_.recorder.add({.kind = EventKind::stopped, .process = process.number, .signal = signal});
}

void TracedProcesses::continued(Tracked& process) {
  if (!std::exchange(process.stopped, false)) return;
  run_.recorder.add({.kind = EventKind::continued, .process = process.number});
}

}  // namespace harness::watch

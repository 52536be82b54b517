#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <span>

#include "probe.hpp"

// A host that refuses pidfds, as containers and tools do: a filter of system calls says the same here.

namespace exeunt::testing {
namespace {

using namespace std::chrono_literals;

class WithoutPidfds : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, WithoutPidfds, ::testing::ValuesIn(all_start_methods()), name_of_method);

constexpr sock_filter load(std::size_t offset) {
  return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset));
}
constexpr sock_filter skip_unless(std::uint32_t value, std::uint8_t count) {
  return BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, count);
}
constexpr sock_filter refuse(int error) {
  return BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | static_cast<std::uint32_t>(error));
}
constexpr sock_filter allow = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);

/// For this process and all that come of it.
void install(std::span<sock_filter> filter) {
  const sock_fprog program = {static_cast<unsigned short>(filter.size()), filter.data()};
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
      ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) {
    exeunt::exit("cannot install a filter");
  }
  if (::syscall(SYS_pidfd_open, ::getpid(), 0) != -1) exeunt::exit("the filter has no effect");
}

void refuse_opening(int error) {
  sock_filter filter[] = {load(offsetof(seccomp_data, nr)), skip_unless(SYS_pidfd_open, 1), refuse(error),
                          allow};
  install(filter);
}

/// clone3() as well, and what clone() makes, and signals.
void refuse_all() {
  sock_filter filter[] = {load(offsetof(seccomp_data, nr)),
                          skip_unless(SYS_pidfd_open, 1),
                          refuse(ENOSYS),
                          skip_unless(SYS_pidfd_send_signal, 1),
                          refuse(ENOSYS),
                          skip_unless(SYS_clone3, 1),
                          refuse(ENOSYS),
                          skip_unless(SYS_clone, 3),
                          load(offsetof(seccomp_data, args[0])),
                          BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_PIDFD, 0, 1),
                          refuse(EPERM),
                          allow};
  install(filter);
}

void say_how_children_end() {
  Process exits([] { exeunt::exit(7); });
  exits.start();
  exits.join();
  say("%d", ended_with(exits));

  Event go;
  Process patient([](Event end) { end.wait(); }, go);
  patient.start();
  say(" %d%d", patient.join_for(1ms), patient.is_alive());
  go.set();
  const native_handle sentinel[] = {patient.sentinel()};
  const bool heard = wait(sentinel).size() == 1;
  say("%d%d %d", heard, patient.join_for(10s), ended_with(patient));

  for (void (Process::*end)() : {&Process::terminate, &Process::kill}) {
    Process endless([] { sleep_for(1h); });
    endless.start();
    (endless.*end)();
    endless.join();
    say(" %d", ended_with(endless));
  }
  say(" %zu\n", active_children().size());
}

/// A copy of whatever tells of the child's end is left behind.
void say_that_grandchildren_do_not_count() {
  Event go;
  Process leaves(
      [](Event end) {
        if (::fork() != 0) exeunt::os_exit(3);
        end.wait_for(60s);
        exeunt::os_exit(0);
      },
      go);
  leaves.start();
  Process other([](Event end) { end.wait(); }, go);
  other.start();
  const bool ended = leaves.join_for(30s);
  say("%d", ended);
  go.set();
  other.join();
  say(" %d %d\n", ended_with(leaves), ended_with(other));
}

void start_watcher(int method, Event begun, Event seen) {
  set_start_method(static_cast<StartMethod>(method), true);
  Process watcher(
      [](Event here, Event ended) {
        here.set();
        parent_process()->join();
        ended.set();
      },
      begun, seen);
  watcher.start();
  watcher.join();
}

void say_that_children_see_their_parent_end() {
  Event begun, seen;
  Process parent([](int method, Event here, Event ended) { start_watcher(method, here, ended); },
                 static_cast<int>(get_start_method()), begun, seen);
  parent.start();
  begun.wait();
  const bool early = seen.wait_for(1ms);
  parent.kill();
  const bool late = seen.wait_for(30s);
  parent.join();
  say("%d%d %d\n", early, late, ended_with(parent));
}

void say_everything() {
  say_how_children_end();
  say_that_grandchildren_do_not_count();
  say_that_children_see_their_parent_end();
}
constexpr const char* everything = "7 0111 0 -15 -9 0\n1 3 0\n01 -9\n";

PROBE(WithoutPidfds, OpeningIsNotPermitted) {
  refuse_opening(EPERM);
  say_everything();
}
CHECK(WithoutPidfds, OpeningIsNotPermitted) {
  EXPECT_EQ(outcome.out, everything);
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.status, 0);
}

PROBE(WithoutPidfds, OpeningIsUnknown) {
  refuse_opening(ENOSYS);
  say_everything();
}
CHECK(WithoutPidfds, OpeningIsUnknown) {
  EXPECT_EQ(outcome.out, everything);
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.status, 0);
}

PROBE(WithoutPidfds, NoneIsMade) {
  refuse_all();
  say_everything();
}
CHECK(WithoutPidfds, NoneIsMade) {
  EXPECT_EQ(outcome.out, everything);
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.status, 0);
}

PROBE(WithoutPidfds, NothingIsLeft) {
  refuse_all();
  (void)status_of(Process([] {}));
  const int descriptors = open_descriptors();
  int wrong = 0;
  for (int i = 0; i < 100; ++i)
    wrong += status_of(Process([] { exeunt::exit(3); })) == 3 ? 0 : 1;
  for (int look = 0; look < 3000 && open_descriptors() > descriptors; ++look)
    sleep_for(10ms);  // whoever has told of the last ends is about to close its side
  say("%d %d\n", wrong, open_descriptors() > descriptors);
}
CHECK(WithoutPidfds, NothingIsLeft) {
  EXPECT_EQ(outcome.out, "0 0\n");
  EXPECT_EQ(outcome.status, 0);
}

}  // namespace
}  // namespace exeunt::testing

#include <windows.h>

#include <csignal>
#include <cstdlib>

#include "latch.hpp"
#include "launch_windows.hpp"
#include "patient_child.hpp"
#include "roles.hpp"

// What CPython on Windows has of its own: spawn alone, statuses of 32 bits, one way to end another process.

namespace exeunt::testing {
namespace {

class StartWindows : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, StartWindows, ::testing::ValuesIn(all_start_methods()), name_of_method);

TEST(StartMethodsWindows, SpawnIsTheOnlyOne) {
  EXPECT_THAT(all_start_methods(), ::testing::ElementsAre(StartMethod::spawn));
  EXPECT_THROW_TEXT(set_start_method(StartMethod::fork, true), ValueError, "cannot find context for 'fork'");
  EXPECT_THROW_TEXT(set_start_method(StartMethod::forkserver, true), ValueError,
                    "cannot find context for 'forkserver'");
  EXPECT_THROW_TEXT(start_method_named("fork"), ValueError, "cannot find context for 'fork'");
}

PROBE(StartWindows, MethodInTheEnvironment) {
  ::_putenv_s("EXEUNT_START_METHOD", "fork");
  try {
    get_start_method();
  } catch (const ValueError& error) {
    say("%s\n", error.what());
  }
}
CHECK(StartWindows, MethodInTheEnvironment) {
  EXPECT_EQ(outcome.out, "cannot find context for 'fork' (EXEUNT_START_METHOD is spawn)\n");
}

TEST_P(StartWindows, NobodyIsInterrupted) {
  PatientChild child;
  child.process.start();
  EXPECT_THROW_TEXT(child.process.interrupt(), AttributeError, "'Popen' object has no attribute 'interrupt'");
  child.go.set();
  child.process.join();
  EXPECT_EQ(child.process.exitcode(), 0);
}

TEST_P(StartWindows, StatusIsWhole) {
  const auto leave = [](int status) { exeunt::exit(status); };
  EXPECT_EQ(status_of(Process(leave, 256)), 256);
  EXPECT_EQ(status_of(Process(leave, -1)), 4294967295);
  const auto leave_at_once = [](int status) { os_exit(status); };
  EXPECT_EQ(status_of(Process(leave_at_once, 300)), 300);
  EXPECT_EQ(status_of(Process(leave_at_once, -15)), 4294967281);
}

PROBE(StartWindows, StatusOfMainIsWhole) {
  exeunt::exit(0x12345678);
}
CHECK(StartWindows, StatusOfMainIsWhole) {
  EXPECT_EQ(outcome.status, 0x12345678);
}

TEST_P(StartWindows, CrashIsItsStatus) {
  EXPECT_EQ(status_of(Process([] {
              ::SetErrorMode(SEM_NOGPFAULTERRORBOX | SEM_FAILCRITICALERRORS);
              ::RaiseException(EXCEPTION_ACCESS_VIOLATION, EXCEPTION_NONCONTINUABLE, 0, nullptr);
            })),
            0xC0000005);
}

TEST_P(StartWindows, TerminateAndKillAreTheSame) {
  for (void (Process::*const end)() : {&Process::terminate, &Process::kill}) {
    PatientChild child;
    child.process.start();
    (child.process.*end)();
    child.process.join();
    EXPECT_EQ(child.process.exitcode(), -SIGTERM);
    (child.process.*end)();
    EXPECT_EQ(child.process.exitcode(), -SIGTERM);
  }
}

TEST_P(StartWindows, SentinelIsAHandleOfTheProcess) {
  PatientChild child;
  child.process.start();
  EXPECT_EQ(static_cast<pid_type>(::GetProcessId(child.process.sentinel())), child.process.pid());
  child.go.set();
  EXPECT_EQ(::WaitForSingleObject(child.process.sentinel(), 60'000), WAIT_OBJECT_0);
}

TEST_P(StartWindows, KilledMainLeavesItsChild) {
  const Outcome outcome = run_probe("StartWindows.KilledMain", GetParam());
  EXPECT_EQ(outcome.out, "orphan\n");
  EXPECT_EQ(outcome.status, 9);
}
PROBE(StartWindows, KilledMain) {
  Process child([] {
    parent_process()->join();
    say("orphan\n");
  });
  child.start();
  ::TerminateProcess(::GetCurrentProcess(), 9);
}

/// Whether that number is a handle of this process.
bool is_open(std::uint64_t number) {
  DWORD flags = 0;
  return ::GetHandleInformation(reinterpret_cast<HANDLE>(number), &flags) != 0;
}

TEST_P(StartWindows, NothingElseIsInherited) {
  const detail::UniqueFd stray = detail::make_latch("latch");
  ASSERT_TRUE(::SetHandleInformation(stray.get(), HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT));
  const auto count = [](std::uint64_t first) {
    int open = 0;  // a handle of the child's own may have the same number, but not so many in a row
    for (std::uint64_t number = first; number < first + 4 * 64; number += 4)
      open += is_open(number) ? 1 : 0;
    exeunt::exit(open);
  };
  std::vector<detail::UniqueFd> strays;
  while (strays.size() < 64)
    strays.push_back(detail::make_latch("latch"));
  for (const detail::UniqueFd& handle : strays)
    ASSERT_TRUE(::SetHandleInformation(handle.get(), HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT));
  const auto first = reinterpret_cast<std::uint64_t>(strays.front().get());
  EXPECT_LT(status_of(Process(count, first)), 32);
}

TEST_P(StartWindows, FunctionOfALibraryIsAClearError) {
  const HMODULE library = ::GetModuleHandleW(L"kernel32.dll");
  Process process(reinterpret_cast<void (*)()>(::GetProcAddress(library, "DebugBreak")));
  try {
    process.start();
    FAIL();
  } catch (const TypeError& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("shared library"));
  }
}

PROBE(StartWindows, RolesAreNotForOthers) {
  const detail::UniqueFd null = detail::make_latch("latch");
  detail::Launched other = detail::launch_self(detail::spawn_role, "1000004", {}, null.get());
  ::WaitForSingleObject(other.handle.get(), INFINITE);
  DWORD status = 0;
  ::GetExitCodeProcess(other.handle.get(), &status);
  say("%lu\n", status);
}
CHECK(StartWindows, RolesAreNotForOthers) {
  EXPECT_EQ(outcome.out, "1\n");
  EXPECT_EQ(
      outcome.err,
      "exeunt: cannot begin a spawned process: RuntimeError: what crossed to this process is incomplete\n");
}

}  // namespace
}  // namespace exeunt::testing

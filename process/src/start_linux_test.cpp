#include "start.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "forkserver.hpp"
#include "launch.hpp"
#include "probe.hpp"
#include "roles.hpp"

// How processes are started, and what is left when they cannot be.

namespace exeunt::testing {
namespace {

using namespace std::chrono_literals;
using detail::launch_instead;

#if defined(EXEUNT_ANY_UNIX) || defined(__SANITIZE_THREAD__)
constexpr const char* launching = "posix_spawn";
#else
constexpr const char* launching = "clone";
#endif
#ifdef EXEUNT_ANY_UNIX
constexpr int kept_descriptors = 4;  // the null device, a pipe that closes when this process ends, a latch
#else
constexpr int kept_descriptors = 3;  // the null device, a pidfd, a latch
#endif

class Start : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, Start, ::testing::ValuesIn(all_start_methods()), name_of_method);

std::string failure_of(Process& process) {
  try {
    process.start();
    return "started";
  } catch (const std::system_error& error) {
    return error.what();
  }
}

/// Takes descriptors until there are `left` to be had.
class FewDescriptors {
 public:
  explicit FewDescriptors(int left) {
    getrlimit(RLIMIT_NOFILE, &before_);
    const int highest = ::fcntl(0, F_DUPFD_CLOEXEC, 0);
    rlimit low = before_;
    low.rlim_cur = 128;
    setrlimit(RLIMIT_NOFILE, &low);
    taken_.push_back(highest);
    for (int fd = ::fcntl(0, F_DUPFD_CLOEXEC, 0); fd >= 0; fd = ::fcntl(0, F_DUPFD_CLOEXEC, 0))
      taken_.push_back(fd);
    while (left-- > 0) {
      ::close(taken_.back());
      taken_.pop_back();
    }
  }
  ~FewDescriptors() {
    for (const int fd : taken_)
      ::close(fd);
    setrlimit(RLIMIT_NOFILE, &before_);
  }

 private:
  rlimit before_{};
  std::vector<int> taken_;
};

PROBE(Start, WithFewDescriptors) {
  const bool warm = get_start_method() != StartMethod::forkserver;
  for (const bool first : {true, false}) {
    for (int left = 0; left < 12; ++left) {
      Event unrelated;
      Process process([] { exeunt::exit(4); });
      const int before = open_descriptors();
      std::string failure;
      {
        const FewDescriptors few(left);
        failure = failure_of(process);
      }
      if (failure == "started") {
        process.join();
        if (process.exitcode() != 4) say("wrong status\n");
        continue;
      }
      if (!failure.starts_with("cannot start process 'Process-") ||
          !failure.ends_with(": " + std::generic_category().message(EMFILE))) {
        say("%s\n", failure.c_str());
      }
      if (count_children() > 1) say("%d children\n", count_children());
      if (open_descriptors() > before + 4) say("%d descriptors\n", open_descriptors() - before);
      process.close();
    }
    if (first && warm) say("once\n");
  }
  Process after([] {});
  say("%s\n", failure_of(after).c_str());
}
CHECK(Start, WithFewDescriptors) {
  EXPECT_EQ(outcome.out, method == StartMethod::forkserver ? "started\n" : "once\nstarted\n");
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.status, 0);
}

/// What waits, looks, signals and ends needs no descriptor that is not open yet.
PROBE(Start, ThenNoDescriptorIsLeft) {
  Event go;
  const auto wait_for_it = [](Event end) { end.wait(); };
  Process joined(wait_for_it, go);
  Process terminated(wait_for_it, Event());
  Process daemon({.daemon = true}, wait_for_it, Event());
  Process left(
      [](Event end) {
        end.wait();
        say("left\n");
      },
      go);
  for (Process* process : {&joined, &terminated, &daemon, &left})
    process->start();
  static const FewDescriptors none(0);
  say("%d %d\n", joined.is_alive(), joined.join_for(1ms));
  terminated.terminate();
  terminated.join();
  say("%d\n", ended_with(terminated));
  at_exit([go]() mutable { go.set(); });
}
CHECK(Start, ThenNoDescriptorIsLeft) {
  EXPECT_EQ(outcome.out, "1 0\n-15\nleft\n");
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.status, 0);
}

PROBE(Start, WithTooManyProcesses) {
  Process first([] {});
  if (get_start_method() == StartMethod::forkserver) first.start();
  if (::setgid(65534) != 0 || ::setuid(65534) != 0) exeunt::exit("not allowed to become nobody");
  rlimit before{};
  getrlimit(RLIMIT_NPROC, &before);
  const rlimit none{0, before.rlim_max};
  setrlimit(RLIMIT_NPROC, &none);
  Process process([] {});
  say("%s\n", failure_of(process).c_str());
  say("%d\n", process.is_alive());
  process.close();
  setrlimit(RLIMIT_NPROC, &before);  // a sanitizer takes a thread at the end
}
CHECK(Start, WithTooManyProcesses) {
  if (::geteuid() != 0) GTEST_SKIP() << "needs to be root, to become another";
  if (method == StartMethod::forkserver) return;  // the server is still root's
  const std::string step = method == StartMethod::fork ? "fork" : launching;
  EXPECT_EQ(outcome.out,
            "cannot start process 'Process-2': " + step + ": Resource temporarily unavailable\n0\n");
  EXPECT_EQ(outcome.status, 0);
}

PROBE(Start, WithoutTheExecutable) {
  for (const bool by_posix_spawn : {false, true}) {
    launch_instead("/nowhere/program", by_posix_spawn);
    Process process([] {});
    const int before = open_descriptors();
    say("%s\n", failure_of(process).c_str());
    if (count_children() != 0) say("children\n");
    if (open_descriptors() > before + kept_descriptors) say("descriptors\n");
    launch_instead(nullptr, by_posix_spawn);
    say("%s\n", failure_of(process).c_str());
    process.join();
    say("%d\n", ended_with(process));
    detail::dismiss_forkserver();
  }
}
CHECK(Start, WithoutTheExecutable) {
  if (method == StartMethod::fork) return;
  EXPECT_EQ(
      outcome.out,
      "cannot start process 'Process-1': exec of /nowhere/program: No such file or directory\nstarted\n0\n"
      "cannot start process 'Process-2': exec of /nowhere/program: No such file or directory\nstarted\n0\n");
}

PROBE(Start, WithTheExecutableDeleted) {
  namespace fs = std::filesystem;
  const fs::path copy = fs::temp_directory_path() / ("exeunt-" + std::to_string(::getpid()));
  if (std::getenv("EXEUNT_TEST_COPY") == nullptr) {
    fs::copy_file("/proc/self/exe", copy);
    ::setenv("EXEUNT_TEST_COPY", copy.c_str(), 1);
    ::execl(copy.c_str(), copy.c_str(), "--probe", "Start.WithTheExecutableDeleted", nullptr);
  }
  fs::remove(std::getenv("EXEUNT_TEST_COPY"));
  Process process([] { exeunt::exit(3); });
  process.start();
  process.join();
  say("%d\n", ended_with(process));
}
CHECK(Start, WithTheExecutableDeleted) {
  EXPECT_EQ(outcome.out, "3\n");
}

PROBE(Start, WithTheExecutableReplaced) {
  launch_instead("/bin/true", false);
  Process process([] { exeunt::exit(3); });
  const std::string failure = failure_of(process);
  if (failure == "started") process.join();
  say("%s\n", failure.c_str());
}
CHECK(Start, WithTheExecutableReplaced) {
  if (method != StartMethod::forkserver) return;
  EXPECT_THAT(outcome.out, ::testing::StartsWith("cannot start process 'Process-1': "));
}

PROBE(Start, RolesAreNotForOthers) {
  ::execl("/proc/self/exe", "program", detail::spawn_role, "99", nullptr);
}
CHECK(Start, RolesAreNotForOthers) {
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(
      outcome.err,
      "exeunt: cannot begin a spawned process: RuntimeError: what crossed to this process is incomplete\n");
}

/// Its own output and status, by the other way of launching.
PROBE(Start, ByPosixSpawn) {
  launch_instead(nullptr, true);
  const int stray = ::open("/etc/passwd", O_RDONLY);
  Pipe pipe;
  Process child(
      [](Pipe to, int descriptor) {
        std::error_code error;
        to.send(std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(descriptor), error).string());
      },
      pipe, stray);
  child.start();
  pipe.close_sending();
  say("%s\n", pipe.receive() == "/etc/passwd" ? "open" : "closed");
  child.join();
  say("%d %d\n", ended_with(child), ::getppid() > 0);
}
CHECK(Start, ByPosixSpawn) {
  if (method == StartMethod::fork) return;
  EXPECT_EQ(outcome.out, "closed\n0 1\n");
  EXPECT_EQ(outcome.err, "");
}

std::string command_line() {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(file)), {});
  for (char& c : text)
    c = c == '\0' ? ' ' : c;
  return text;
}

PROBE(Start, RoleInTheCommandLine) {
  Process child([] { say("%s\n", command_line().c_str()); });
  child.start();
  child.join();
}
CHECK(Start, RoleInTheCommandLine) {
  const char* roles[] = {"--probe", "--exeunt-spawn", "--exeunt-fork-child"};
  EXPECT_THAT(outcome.out,
              ::testing::StartsWith(std::string("process_tests ") + roles[static_cast<int>(method)]));
}

PROBE(Start, ChildrenOfTheServerAreOnesOwn) {
  Process child([] {
    say("%d %d\n", ::getppid() == parent_process()->pid(), ::getpid() == current_process().pid());
    Process grandchild([] { say("%d\n", ::getppid() == parent_process()->pid()); });
    grandchild.start();
    grandchild.join();
  });
  child.start();
  child.join();
}
CHECK(Start, ChildrenOfTheServerAreOnesOwn) {
  EXPECT_EQ(outcome.out, are_relayed(method) ? "0 1\n0\n" : "1 1\n1\n");
}

}  // namespace
}  // namespace exeunt::testing

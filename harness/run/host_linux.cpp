#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "run/ask_shim.hpp"
#include "run/fork_shim.hpp"
#include "run/host.hpp"
#include "run/launcher.hpp"
#include "run/sandbox.hpp"
#include "support/errors.hpp"
#include "support/unique_fd.hpp"

namespace harness {
namespace {

std::string system_error(const char* call) {
  return errno_text(call, errno);
}

HostFact observation(const std::string& level, const std::string& by, const std::string& refused,
                     const std::string& remedy) {
  const bool works = refused.empty();
  return {"observe at level " + level, works, works ? by : refused, works ? std::string() : remedy};
}

void add_levels(std::vector<HostFact>& facts, const std::filesystem::path& shim) {
  try {
    ShimProcess asked = launch_shim_in_place(shim);
    const wire::Greeting greeting = ask_shim(asked);
    end_shim(asked);
    facts.push_back(
        observation("trace", "ptrace and pidfds", greeting.trace_refused,
                    "allow ptrace of own children: sysctl kernel.yama.ptrace_scope=1, and in a container "
                    "--cap-add SYS_PTRACE"));
    facts.push_back(
        observation("passive", "seccomp notification and pidfds", greeting.passive_refused,
                    "Linux 6.15 or newer; in a container a seccomp profile that allows seccomp(2)"));
    facts.push_back({"observe at level adopt", true, "child subreaper"});
  } catch (const CannotJudge& error) {
    facts.push_back({"start a shim", false, error.what(), "build it: cmake --build --preset default"});
  }
}

std::string why_no_namespaces() {
  try {
    ShimProcess tried = fork_shim(true, {}, false);
    (void)ask_shim(tried);
    end_shim(tried);
    return {};
  } catch (const CannotJudge& error) {
    return error.what();
  }
}

HostFact namespaces() {
  const std::string refused = why_no_namespaces();
  if (refused.empty()) {
    return {"a process namespace for every shim", true,
            ::geteuid() == 0 ? "as root" : "as an ordinary user, by a user namespace"};
  }
  return {"a process namespace for every shim", false, refused + "; shims are subreapers instead",
          "allow user namespaces: sysctl user.max_user_namespaces=10000, kernel.unprivileged_userns_clone=1"};
}

HostFact reaping_shown_by_pidfd() {
  const std::string what = "see by a pidfd that a process was reaped";
  const pid_t pid = ::fork();
  if (pid < 0) return {what, false, system_error("fork")};
  if (pid == 0) ::_exit(0);
  const UniqueFd pidfd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
  const std::string refused = pidfd ? std::string() : system_error("pidfd_open");
  while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
  }
  if (!refused.empty()) return {what, false, refused, "Linux 5.3 or newer"};
  pollfd poll{pidfd.get(), 0, 0};
  if (::poll(&poll, 1, 0) == 1 && (poll.revents & POLLHUP) != 0) return {what, true, "POLLHUP"};
  return {what, false, "this kernel does not hang pidfds up; /proc is asked instead"};
}

HostFact terminals() {
  const UniqueFd master(::open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC));
  if (master) return {"terminals for programs (--stdio tty)", true, "/dev/ptmx"};
  return {"terminals for programs (--stdio tty)", false, system_error("open /dev/ptmx"),
          "mount devpts on /dev/pts"};
}

void add_sandbox(std::vector<HostFact>& facts, const std::filesystem::path& shim) {
  for (const SandboxLayer& layer : sandbox_layers(shim)) {
    const std::string what = "sandbox of strangers' programs: " + layer.name;
    facts.push_back({what, layer.in_force, layer.detail, layer.remedy});
  }
}

}  // namespace

std::vector<HostFact> examine_host(const std::filesystem::path& shim) {
  std::vector<HostFact> facts;
  add_levels(facts, shim);
  facts.push_back(reaping_shown_by_pidfd());
  facts.push_back(namespaces());
  facts.push_back(terminals());
  add_sandbox(facts, shim);
  return facts;
}

}  // namespace harness

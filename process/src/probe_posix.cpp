#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <vector>

#include "child_posix.hpp"
#include "own_executable.hpp"
#include "probe.hpp"

extern char** environ;

#ifdef __SANITIZE_THREAD__
// Or it would end the forked child of a program with threads, which tests make on purpose, and let each
// program with threads sleep before it ends.
extern "C" const char* __tsan_default_options() {
  return "die_after_fork=0:atexit_sleep_ms=0";
}
#endif

namespace exeunt::testing {

const exitcode_type interrupted_exitcode = -SIGINT;
const char* const killed_text = "-SIGKILL";

namespace {

std::vector<std::string> environment_for(StartMethod method) {
  std::vector<std::string> result{"EXEUNT_START_METHOD=" + std::string(to_string(method))};
  for (char** entry = environ; *entry != nullptr; ++entry) {
    if (!std::string_view(*entry).starts_with("EXEUNT_START_METHOD=")) result.emplace_back(*entry);
  }
  return result;
}

/// A process group of its own, so that what it leaves can be ended, and signals as they are by default,
/// however the tests were started: what runs in the background finds SIGINT ignored.
class ProbeAttributes {
 public:
  ProbeAttributes() {
    sigset_t all;
    sigfillset(&all);
    posix_spawnattr_init(&attributes_);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  ~ProbeAttributes() { posix_spawnattr_destroy(&attributes_); }
  ProbeAttributes(const ProbeAttributes&) = delete;
  ProbeAttributes& operator=(const ProbeAttributes&) = delete;

  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_;
};

pid_type launch_probe(const std::string& name, StartMethod method, int out, int err) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO);
  std::vector<std::string> environment = environment_for(method);
  std::vector<char*> variables;
  for (std::string& entry : environment)
    variables.push_back(entry.data());
  variables.push_back(nullptr);
  std::string program = "process_tests";
  std::string flag = "--probe";
  std::string which = name;
  char* arguments[] = {program.data(), flag.data(), which.data(), nullptr};
  pid_type pid = -1;
  const ProbeAttributes attributes;
  const int error =
      posix_spawn(&pid, detail::own_executable(), &actions, attributes.get(), arguments, variables.data());
  posix_spawn_file_actions_destroy(&actions);
  EXPECT_EQ(error, 0);
  return pid;
}

constexpr int patience_ms = 500'000;  // for output: one that hangs is a failure, not a test without end

/// @return  whether they were closed: not where nothing came for too long.
bool read_both(int out, int err, Outcome& outcome) {
  pollfd polled[] = {{out, POLLIN, 0}, {err, POLLIN, 0}};
  std::string* texts[] = {&outcome.out, &outcome.err};
  while (polled[0].fd >= 0 || polled[1].fd >= 0) {
    if (poll(polled, 2, patience_ms) == 0) return false;
    for (int i = 0; i < 2; ++i) {
      if (polled[i].revents == 0) continue;
      char buffer[4096];
      const ssize_t count = read(polled[i].fd, buffer, sizeof buffer);
      if (count > 0) texts[i]->append(buffer, static_cast<std::size_t>(count));
      if (count <= 0) polled[i].fd = -1;
    }
  }
  return true;
}

}  // namespace

Outcome run_probe(const std::string& name, StartMethod method) {
  auto [out_read, out_write] = detail::make_pipe("pipe");
  auto [err_read, err_write] = detail::make_pipe("pipe");
  const pid_type pid = launch_probe(name, method, out_write.get(), err_write.get());
  out_write.reset();
  err_write.reset();
  Outcome outcome;
  if (!read_both(out_read.get(), err_read.get(), outcome)) {
    ADD_FAILURE() << name << " keeps its output open and says nothing; it is killed";
    ::kill(-pid, SIGKILL);
  }
  int status = 0;
  waitpid(pid, &status, 0);
  outcome.status = detail::exitcode_of_wait_status(status);
  return outcome;
}

void interrupt_own_process() {
  ::kill(::getpid(), SIGINT);
}

}  // namespace exeunt::testing

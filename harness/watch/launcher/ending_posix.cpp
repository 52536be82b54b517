#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <utility>

#include "watch/launcher/ending.hpp"

namespace harness::launcher {
namespace {

// Those that every Unix has, and that end a process.
constexpr std::array<std::pair<int, const char*>, 21> signal_names{
    {{SIGABRT, "ABRT"}, {SIGALRM, "ALRM"}, {SIGBUS, "BUS"},       {SIGFPE, "FPE"},   {SIGHUP, "HUP"},
     {SIGILL, "ILL"},   {SIGINT, "INT"},   {SIGKILL, "KILL"},     {SIGPIPE, "PIPE"}, {SIGPROF, "PROF"},
     {SIGQUIT, "QUIT"}, {SIGSEGV, "SEGV"}, {SIGSYS, "SYS"},       {SIGTERM, "TERM"}, {SIGTRAP, "TRAP"},
     {SIGUSR1, "USR1"}, {SIGUSR2, "USR2"}, {SIGVTALRM, "VTALRM"}, {SIGXCPU, "XCPU"}, {SIGXFSZ, "XFSZ"},
     {SIGIO, "IO"}}};

std::string name_of(int signal) {
  for (const auto& [number, name] : signal_names) {
    if (number == signal) return name;
  }
  return std::to_string(signal);
}

}  // namespace

const Status killed_status = SIGKILL;

std::string ending_of(Status status) {
  const int waited = static_cast<int>(status);
  if (WIFSIGNALED(waited)) return "signal SIG" + name_of(WTERMSIG(waited));
  return "exit " + std::to_string(WEXITSTATUS(waited));
}

Status exited_with(int number) {
  return static_cast<Status>(number) << 8U;
}

int end_with(Status status) {
  const int waited = static_cast<int>(status);
  if (!WIFSIGNALED(waited)) return WEXITSTATUS(waited);
  const int signal = WTERMSIG(waited);
  const rlimit no_core{};
  ::setrlimit(RLIMIT_CORE, &no_core);
  ::signal(signal, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, signal);
  ::kill(::getpid(), signal);
  ::sigprocmask(SIG_UNBLOCK, &only, nullptr);
  return 128 + signal;
}

}  // namespace harness::launcher

#include <array>
#include <csignal>
#include <utility>

#include "model/signals.hpp"

namespace harness {
namespace {

// Those that every Unix has, and that end a process.
constexpr std::array<std::pair<int, const char*>, 21> signal_names{
    {{SIGABRT, "ABRT"}, {SIGALRM, "ALRM"}, {SIGBUS, "BUS"},       {SIGFPE, "FPE"},   {SIGHUP, "HUP"},
     {SIGILL, "ILL"},   {SIGINT, "INT"},   {SIGKILL, "KILL"},     {SIGPIPE, "PIPE"}, {SIGPROF, "PROF"},
     {SIGQUIT, "QUIT"}, {SIGSEGV, "SEGV"}, {SIGSYS, "SYS"},       {SIGTERM, "TERM"}, {SIGTRAP, "TRAP"},
     {SIGUSR1, "USR1"}, {SIGUSR2, "USR2"}, {SIGVTALRM, "VTALRM"}, {SIGXCPU, "XCPU"}, {SIGXFSZ, "XFSZ"},
     {SIGIO, "IO"}}};

}  // namespace

const char* abbreviation_of(int signal) {
  for (const auto& [number, name] : signal_names) {
    if (number == signal) return name;
  }
  return nullptr;
}

}  // namespace harness

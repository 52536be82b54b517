#include <windows.h>

#include <csignal>

#include <array>
#include <utility>

#include <exeunt/error.hpp>

#include "child.hpp"
#include "descriptor_windows.hpp"
#include "waiting.hpp"

namespace exeunt::detail {

namespace {

// What CPython ends processes with, and takes for the mark of it.
constexpr DWORD terminated = 0x10000;

}  // namespace

Child::Child(pid_type pid, UniqueFd process) : pid_(pid), process_(std::move(process)) {}

native_handle Child::awaited() {
  return sentinel();
}

std::optional<exitcode_type> Child::poll() {
  if (exitcode_ || !is_ready(process_.get())) return exitcode_;
  DWORD status = 0;
  if (!::GetExitCodeProcess(process_.get(), &status)) throw_last_error("ask for the status of a process");
  return exitcode_ = status == terminated ? exitcode_type{-SIGTERM} : exitcode_type{status};
}

// CPython's has none here.
void Child::interrupt() {
  throw AttributeError("'Popen' object has no attribute 'interrupt'");
}

void Child::terminate() {
  if (poll() || ::TerminateProcess(process_.get(), terminated)) return;
  const DWORD error = ::GetLastError();
  if (poll()) return;
  ::SetLastError(error);
  throw_last_error("terminate a process");
}

// There is but one way to end another process.
void Child::kill() {
  terminate();
}

// Nothing is reaped here, and no call asks of all at once.
bool has_child_to_reap() noexcept {
  return true;
}

UniqueFd open_own_process() {
  UniqueFd self(::OpenProcess(SYNCHRONIZE, FALSE, ::GetCurrentProcessId()));
  if (!self) throw_last_error("open own process");
  return self;
}

std::string exitcode_text(exitcode_type exitcode) {
  constexpr std::array names{std::pair{SIGINT, "SIGINT"},   std::pair{SIGILL, "SIGILL"},
                             std::pair{SIGFPE, "SIGFPE"},   std::pair{SIGSEGV, "SIGSEGV"},
                             std::pair{SIGTERM, "SIGTERM"}, std::pair{SIGBREAK, "SIGBREAK"},
                             std::pair{SIGABRT, "SIGABRT"}};
  for (const auto& [number, name] : names) {
    if (exitcode == -number) return std::string("-") + name;
  }
  return std::to_string(exitcode);
}

}  // namespace exeunt::detail

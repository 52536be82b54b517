#include <windows.h>

#include "watch/launcher/ending.hpp"
#include "watch/launcher/job_windows.hpp"

namespace harness::launcher {
namespace {

constexpr Status interrupted_status = 0xC000013A;

}  // namespace

const Status killed_status = terminated_status;

// The signals are those that CPython takes a status for.
std::string ending_of(Status status) {
  if (status == terminated_status) return "signal SIGTERM";
  if (status == interrupted_status) return "signal SIGINT";
  return "exit " + std::to_string(status);
}

Status exited_with(int number) {
  return static_cast<Status>(number);
}

int end_with(Status status) {
  return static_cast<int>(status);
}

}  // namespace harness::launcher

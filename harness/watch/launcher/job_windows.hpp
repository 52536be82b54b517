#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "watch/launcher/unique_handle_windows.hpp"

namespace harness::watch {

/// What ends processes that have to end: CPython's and the library's number, which reads as SIGTERM.
inline constexpr DWORD terminated_status = 0x10000;

/// What a job tells of its processes.
struct JobMessage {
  enum class Kind { created, ended, empty } kind;
  DWORD pid = 0;
};

/// A set of processes that all of their children join. It ends with this object: nothing outlives the
/// launcher, however that ends.
///
/// The system does not promise to deliver each message (Wine 8 does), so who has to be sure compares with
/// pids() and looks at handles.
class Job {
 public:
  Job();

  void add(HANDLE process);
  /// @return  nothing when there was none for that long.
  std::optional<JobMessage> next(std::chrono::milliseconds limit);
  /// Those that live.
  std::vector<DWORD> pids() const;
  bool has(HANDLE process) const;
  void kill(DWORD status);

 private:
  UniqueHandle job_;
  UniqueHandle port_;
};

}  // namespace harness::watch

#pragma once

#include <linux/filter.h>
#include <sys/types.h>

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

#include "model/event.hpp"

namespace harness::watch {

/// A filter that stops a traced process where it writes, to whatever descriptor.
const sock_fprog& write_filter();

/// The same file under whatever number: a pipe, a terminal, a regular file.
struct FileIdentity {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  bool operator==(const FileIdentity&) const = default;
};
FileIdentity identity_of(int fd);

/// Tells which traced process writes to the run's output streams, and how much.
///
/// Of each stream one write is under way at a time: another writer waits at its call until the first is done,
/// so that the order in which writes are told is the order of their bytes.
class WriteTracer {
 public:
  struct Written {
    Stream stream = Stream::out;
    std::uint64_t length = 0;
    std::string bytes;  ///< what was written, as far as it could be read
  };

  WriteTracer(FileIdentity out, FileIdentity err) : out_(out), err_(err) {}

  /// How a task goes on.
  enum class Next { run, run_to_end_of_call, wait };

  /// The task stopped where it is about to write.
  Next about_to_write(pid_t task);

  /// The task's call has ended. @return what it wrote to a stream of the run.
  std::optional<Written> wrote(pid_t task);

  /// The task is gone, or its call will not end as one.
  void forget(pid_t task);

  /// A task that waited for another's write and may go on now (to the end of its call), or nothing.
  std::optional<pid_t> next_waiting();

 private:
  struct Call {
    Stream stream = Stream::out;
    std::uint64_t number = 0;
    std::array<std::uint64_t, 6> arguments{};
  };
  struct Queue {
    pid_t writer = 0;  // 0: nobody writes
    std::deque<pid_t> waiting;
  };

  std::optional<Stream> stream_of(pid_t task, int fd) const;
  Queue& queue(Stream stream) { return stream == Stream::out ? out_queue_ : err_queue_; }

  FileIdentity out_;
  FileIdentity err_;
  Queue out_queue_;
  Queue err_queue_;
  std::unordered_map<pid_t, Call> calls_;
};

}  // namespace harness::watch

#include <mutex>

#include "streams.hpp"
#include "threads.hpp"

// A child keeps the locks that other threads had at the fork, for ever. So this thread has them, and gives
// them back on both sides.

namespace exeunt::detail {

namespace {

class StreamLock {
 public:
  explicit StreamLock(std::FILE* stream) : stream_(stream) {}
  void lock() { ::flockfile(stream_); }
  bool try_lock() { return ::ftrylockfile(stream_) == 0; }
  void unlock() { ::funlockfile(stream_); }

 private:
  std::FILE* stream_;
};

void unlock_both() noexcept {
  ::funlockfile(stdout);
  ::funlockfile(stderr);
}

}  // namespace

// In whatever order the program locks them.
StreamsAtFork::StreamsAtFork() noexcept : threads_(may_have_threads()) {
  if (!threads_) return;
  StreamLock out(stdout);
  StreamLock err(stderr);
  std::lock(out, err);
}

StreamsAtFork::~StreamsAtFork() {
  if (threads_) unlock_both();
}

void StreamsAtFork::begin_child() noexcept {
  if (threads_) unlock_both();
}

}  // namespace exeunt::detail

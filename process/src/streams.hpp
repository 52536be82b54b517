#pragma once

// stdin, stdout and stderr: the C streams, which have locks, and std::cin, std::cout, std::cerr and std::clog
// where the program has them. After sync_with_stdio(false) those have buffers of their own, which have none:
// only one thread at a time may touch them, and which one that is the library cannot know.

namespace exeunt::detail {

/// Which buffers are flushed.
enum class Reach {
  safe,  ///< those that have locks; the others where no other thread can be at them
  all    ///< at the end of a process
};

/// A signal that interrupts the writing does not end it.
/// @return  0, or the errno of what could not be written. A stream that the program has closed is no error.
int flush_stdout(Reach reach) noexcept;
int flush_stderr(Reach reach) noexcept;

/// Something that was written earlier has been lost.
bool has_lost_output() noexcept;

/// stderr is written line by line, whatever it is; stdout by blocks where it is no terminal.
void buffer_as_cpython_does() noexcept;

/// Puts the null device in place of every standard stream that is closed.
void open_missing_stdio() noexcept;

/// To write where nobody reads is an error from here on, and no death; unless the program has a handler.
void ignore_broken_pipes() noexcept;

/// Whether a stream of C++ has a buffer of its own.
bool has_own_buffers() noexcept;

/// In a forked child, where stdin is empty already: what its creator had read ahead, and what it had written
/// and not handed on, is the creator's. For streams of C++ with buffers of their own.
void forget_own_buffers() noexcept;

/// Made before the flush that comes before a fork, so that the child finds stdout and stderr whole and empty,
/// whatever other threads write.
class StreamsAtFork {
 public:
  StreamsAtFork() noexcept;
  ~StreamsAtFork();
  StreamsAtFork(const StreamsAtFork&) = delete;
  StreamsAtFork& operator=(const StreamsAtFork&) = delete;
  void begin_child() noexcept;

 private:
  bool threads_;
};

}  // namespace exeunt::detail

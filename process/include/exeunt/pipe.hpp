#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <exeunt/platform.hpp>

namespace exeunt {

namespace detail {
class PipeEnds;
class Encoder;
class Decoder;
}  // namespace detail

/// What Pipe::receive_for() found: a message, or why there is none. Exactly one of the three holds.
struct Received {
  std::optional<std::string> message = std::nullopt;
  bool closed = false;     ///< there can be none any more: every sender has closed or ended
  bool timed_out = false;  ///< the limit passed first

  friend bool operator==(const Received&, const Received&) = default;
};

/// A queue of whole messages between processes, first in, first out. Any process that has it may send and
/// receive.
///
/// It belongs to the process that made it and to those that were given it: as an argument, or under fork also
/// within a closure or an object of a subclass. A process that did not get it does not keep it open, and
/// under fork finds the copy in its memory closed. Copies within a process share its ends, and the last copy
/// closes them. A process that is killed at any moment leaves no half of a message. All members are safe from
/// several threads.
///
/// The end of the queue: a process that receives until there is nothing more must call close_sending() first.
/// Who forgets it holds the sending end open itself, so receive() waits for ever once the last child has
/// ended.
///
/// A Pipe has one direction. For a conversation take two: one that the child receives from, one that it sends
/// to. With one alone a process may receive its own question.
/// @see  multiprocessing.SimpleQueue, multiprocessing.Pipe
class Pipe {
 public:
  /// @throws  std::system_error  when there are no descriptors left.
  Pipe();

  /// Sends one message of any length, empty ones too. Waits while the queue is full. A message above 32 KiB
  /// crosses as a descriptor; while the system has as many of those on their way as it allows, send() waits
  /// and asks again, at least every 20 ms.
  ///
  /// @throws  ValueError         "handle is closed" after close_sending(), or in a process that did not get
  /// the pipe.
  /// @throws  std::system_error  EPIPE when nobody is left who could receive.
  /// @throws  KeyboardInterrupt  see run_main.
  void send(std::string_view message);

  /// Waits for the next message and takes it.
  ///
  /// @return  nullopt when there is none and there can be none: every process that could send has ended or
  /// has
  ///          called close_sending(), this one included.
  /// @throws  ValueError         "handle is closed" in a process that did not get the pipe.
  /// @throws  KeyboardInterrupt  see run_main.
  std::optional<std::string> receive();

  /// Waits for the next message at most `limit`: monotonic time, resolution 1 ns; zero or negative looks
  /// once.
  ///
  /// @throws  ValueError         "handle is closed" in a process that did not get the pipe.
  /// @throws  KeyboardInterrupt  see run_main.
  /// @see     multiprocessing.connection.Connection.poll(timeout)
  Received receive_for(std::chrono::nanoseconds limit);

  /// What wait() takes to wait for a message or the end of the queue, beside sentinels and handles of events.
  /// Ready means that receive() finds one of the two without waiting, unless another receiver is quicker;
  /// then use receive_for(0). It stays the pipe's, is open as long as a copy of it lives, and must not be
  /// read. On Windows ask for it anew before every wait().
  ///
  /// @throws  ValueError  "handle is closed" in a process that did not get the pipe.
  /// @see     multiprocessing.connection.wait
  native_handle readable() const;

  /// This process sends no more. Calling it again changes nothing.
  void close_sending();

 private:
  friend void encode_shared(detail::Encoder&, const Pipe&);
  friend Pipe decode_shared(detail::Decoder&, const Pipe*);
  explicit Pipe(std::shared_ptr<detail::PipeEnds> ends);

  std::shared_ptr<detail::PipeEnds> ends_;
};

}  // namespace exeunt

#pragma once

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

/// A queue of whole messages between processes, first in, first out. Any process that has it may send and
/// receive.
///
/// It belongs to the process that made it and to those that were given it: as an argument, or under fork also
/// within a closure or an object of a subclass. A process that did not get it does not keep it open, and
/// under fork finds the copy in its memory closed. Copies within a process share its ends, and the last copy
/// closes them. A process that is killed at any moment leaves no half of a message. All members are safe from
/// several threads.
/// @see  multiprocessing.SimpleQueue, multiprocessing.Pipe
class Pipe {
 public:
  /// @throws  std::system_error  when there are no descriptors left.
  Pipe();

  /// Sends one message of any length, empty ones too. Waits while the queue is full.
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

  /// This process sends no more. Calling it again changes nothing.
  void close_sending();

 private:
  friend void encode_shared(detail::Encoder&, const Pipe&);
  friend Pipe decode_shared(detail::Decoder&, const Pipe*);
  explicit Pipe(std::shared_ptr<detail::PipeEnds> ends);

  std::shared_ptr<detail::PipeEnds> ends_;
};

}  // namespace exeunt

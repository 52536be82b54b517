#pragma once

#include <chrono>
#include <memory>

#include <exeunt/platform.hpp>

namespace exeunt {

namespace detail {
class SharedLatch;
class Encoder;
class Decoder;
}  // namespace detail

/// Something that happens once and that several processes may wait for. Given to a process as an argument it
/// is the same event there; copies within a process are the same event too. A process that is killed at any
/// moment leaves it in order. All members are safe from several threads.
/// @see  multiprocessing.Event
class Event {
 public:
  /// @throws  std::system_error  when there is no descriptor left.
  Event();

  /// From now on and for every process the event has happened. Setting it again changes nothing.
  void set();

  bool is_set() const;

  /// Waits until the event has happened.
  /// @throws  KeyboardInterrupt  see run_main.
  void wait();

  /// Waits at most `limit`; zero or negative looks once. Resolution 1 ns, monotonic time.
  /// @return  true when the event has happened.
  /// @throws  KeyboardInterrupt  see run_main.
  bool wait_for(std::chrono::nanoseconds limit);

  /// Ready when the event has happened, and from then on: for wait(), beside sentinels and pipes. It stays
  /// the event's, is open as long as a copy of it lives, and must not be read.
  native_handle handle() const;

 private:
  friend void encode_shared(detail::Encoder&, const Event&);
  friend Event decode_shared(detail::Decoder&, const Event*);
  explicit Event(std::shared_ptr<detail::SharedLatch> latch);

  std::shared_ptr<detail::SharedLatch> latch_;
};

}  // namespace exeunt

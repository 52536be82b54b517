#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "model/event.hpp"

namespace harness::watch {

/// The events of one run, in the order in which the shim took note of them.
class Recorder {
 public:
  /// Time zero of the run.
  void begin();

  /// Microseconds since begin(), on the monotonic clock.
  std::int64_t now_us() const;

  /// From here on no more than so many bytes of arguments are kept: a program that executes itself for ever
  /// would fill the memory of those who watch it. Beyond them a process keeps a short name.
  void keep_arguments(std::uint64_t bytes) { argument_bytes_left_ = bytes; }

  /// Adds an event, stamped with the present time. @return its place in events().
  std::size_t add(Event event);

  /// Adds bytes of output; what continues the last event is joined to it.
  /// @param writer  Number of the process, -1 where not known.
  void add_output(Stream stream, std::uint64_t offset, std::uint64_t length, int writer);

  /// An event that add() has added, by its place.
  Event& at(std::size_t place) { return keeps_ ? events_.at(place) : events_.front(); }

  /// All of them; from here on none is kept.
  std::vector<Event> take();

  const std::vector<Event>& events() const { return events_; }

 private:
  void limit_arguments(std::vector<std::string>& arguments);

  std::uint64_t argument_bytes_left_ = std::numeric_limits<std::uint64_t>::max();
  std::int64_t begin_us_ = 0;
  bool keeps_ = true;
  std::vector<Event> events_;
};

}  // namespace harness::watch

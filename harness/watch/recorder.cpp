#include "watch/recorder.hpp"

#include <chrono>
#include <utility>

namespace harness::watch {
namespace {

std::int64_t monotonic_us() {
  return std::chrono::duration_cast<std::chrono::microseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace

void Recorder::begin() {
  begin_us_ = monotonic_us();
}

std::int64_t Recorder::now_us() const {
  return monotonic_us() - begin_us_;
}

void Recorder::limit_arguments(std::vector<std::string>& arguments) {
  constexpr std::size_t short_name = 64;
  std::uint64_t bytes = 0;
  for (const std::string& argument : arguments)
    bytes += argument.size() + sizeof argument;
  if (bytes <= argument_bytes_left_) {
    argument_bytes_left_ -= bytes;
    return;
  }
  if (arguments.size() > 1) arguments.resize(1);
  if (arguments.front().size() > short_name) arguments.front().resize(short_name);
}

std::size_t Recorder::add(Event event) {
  if (!event.argv.empty()) limit_arguments(event.argv);
  event.t_us = now_us();
  if (!keeps_) events_.clear();
  events_.push_back(std::move(event));
  return events_.size() - 1;
}

std::vector<Event> Recorder::take() {
  keeps_ = false;
  return std::exchange(events_, {Event()});
}

void Recorder::add_output(Stream stream, std::uint64_t offset, std::uint64_t length, int writer) {
  if (!events_.empty()) {
    Event& last = events_.back();
    if (last.kind == EventKind::output && last.stream == stream && last.process == writer &&
        last.offset + last.length == offset) {
      last.length += length;
      return;
    }
  }
  add({.kind = EventKind::output, .process = writer, .stream = stream, .offset = offset, .length = length});
}

}  // namespace harness::watch

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <typeinfo>
#include <vector>

#include <exeunt/archive.hpp>
#include <exeunt/error.hpp>
#include <exeunt/pipe.hpp>

#include "file_transfer.hpp"
#include "interrupt.hpp"
#include "known_fd.hpp"
#include "start.hpp"
#include "this_process.hpp"
#include "waiting_posix.hpp"

// A message is one packet of a connected pair of sockets, so it is there whole or not at all, whoever is
// killed. A long one is a file in memory of which the packet carries the descriptor. The kernel counts the
// senders: it reports the end of the queue when the last copy of the sending end is closed.

namespace exeunt {

namespace detail {

using namespace std::chrono_literals;
using SharedFd = std::shared_ptr<const KnownFd>;

namespace {

enum class Form : char { in_packet, in_file };

SharedFd shared(UniqueFd handle) {
  return handle ? std::make_shared<const KnownFd>(std::move(handle)) : nullptr;
}

}  // namespace

/// The ends as this process has them. A thread that is using one keeps it open while another closes it.
class PipeEnds {
 public:
  PipeEnds(UniqueFd sending, UniqueFd receiving)
      : sending_(shared(std::move(sending))), receiving_(shared(std::move(receiving))) {
    const auto lock = lock_library();
    process_record().pipes.push_back(this);
  }
  ~PipeEnds() {
    const auto lock = lock_library();
    std::erase(process_record().pipes, this);
  }

  SharedFd sending() const { return copy(sending_); }
  SharedFd receiving() const { return copy(receiving_); }
  /// Of the sending end, and not of the receiving one, -1 when it is closed.
  void close_sending() { (void)take(sending_); }
  void close() {
    (void)take(sending_);
    (void)take(receiving_);
  }

 private:
  static SharedFd copy(const SharedFd& end) {
    const auto lock = lock_library();
    return end;
  }
  static SharedFd take(SharedFd& end) {
    const auto lock = lock_library();
    return std::exchange(end, nullptr);
  }

  SharedFd sending_;
  SharedFd receiving_;
};

namespace {

native_handle open_handle(const SharedFd& end) {
  if (!end) throw ValueError("handle is closed");
  if (!end->is_intact()) throw_errno(EBADF, "use a pipe, whose descriptor the program has closed");
  return end->get();
}

/// The kernel has no means to wait until a descriptor has arrived somewhere.
class Retry {
 public:
  void wait() {
    wait_ready({}, {}, Deadline(pause_));
    pause_ = std::min(pause_ * 2, std::chrono::nanoseconds(20ms));
  }

 private:
  std::chrono::nanoseconds pause_ = 100us;
};

void send_packet(native_handle socket, Form form, std::string_view text, native_handle file) {
  throw_if_interrupted();
  iovec parts[] = {{&form, sizeof form}, {const_cast<char*>(text.data()), text.size()}};
  const std::span<const native_handle> attached(&file, file < 0 ? 0U : 1U);
  Retry retry;
  while (send_with_files(socket, parts, attached, MSG_DONTWAIT) < 0) {
    if (errno == ETOOMANYREFS) {
      retry.wait();
      continue;
    }
    if (errno != EAGAIN && errno != ENOBUFS) throw_errno("send to a pipe");
    wait_writable(socket, Deadline());
  }
}

Received receive_until(const SharedFd& end, Deadline deadline) {
  const native_handle socket = open_handle(end);
  std::vector<char> packet(longest_packet);
  while (wait_ready(socket, deadline)) {
    std::vector<UniqueFd> files;
    const ssize_t size = receive_with_files(socket, packet, files, MSG_DONTWAIT);
    if (size == 0) return {.closed = true};
    if (size < 0 && errno == EAGAIN) continue;  // another receiver was quicker
    if (size < 0) throw_errno("receive from a pipe");
    if (static_cast<Form>(packet[0]) == Form::in_packet)
      return {.message = std::string(packet.data() + 1, static_cast<std::size_t>(size) - 1)};
    if (files.empty()) throw_errno(EMFILE, "receive a long message from a pipe");
    return {.message = content_of_file(files.front().get())};
  }
  return {.timed_out = true};
}

}  // namespace

void keep_given_pipes(const Process& object, const Task* task) noexcept {
  if (typeid(object) != typeid(Process)) return;
  Encoder given;
  try {
    if (task != nullptr) task->encode(given);
  } catch (...) {
    return;  // it may hold any
  }
  const auto is_given = [&given](const SharedFd& end) {
    return end &&
           std::find(given.handles().begin(), given.handles().end(), end->get()) != given.handles().end();
  };
  for (PipeEnds* ends : process_record().pipes) {  // no other thread yet
    if (!is_given(ends->sending()) && !is_given(ends->receiving())) ends->close();
  }
}

}  // namespace detail

Pipe::Pipe() {
  auto [sending, receiving] = detail::make_packet_pair("make a pipe");
  ends_ = std::make_shared<detail::PipeEnds>(std::move(sending), std::move(receiving));
  detail::register_exit_wait();
}

Pipe::Pipe(std::shared_ptr<detail::PipeEnds> ends) : ends_(std::move(ends)) {}

void Pipe::send(std::string_view message) {
  const detail::SharedFd end = ends_->sending();
  const native_handle socket = detail::open_handle(end);
  if (message.size() < detail::longest_packet) {
    detail::send_packet(socket, detail::Form::in_packet, message, -1);
  } else {
    const detail::UniqueFd file = detail::file_in_memory(message, "make room for a long message");
    detail::send_packet(socket, detail::Form::in_file, {}, file.get());
  }
}

std::optional<std::string> Pipe::receive() {
  return detail::receive_until(ends_->receiving(), detail::Deadline()).message;
}

Received Pipe::receive_for(std::chrono::nanoseconds limit) {
  return detail::receive_until(ends_->receiving(), detail::Deadline(limit));
}

native_handle Pipe::readable() const {
  return detail::open_handle(ends_->receiving());
}

void Pipe::close_sending() {
  ends_->close_sending();
}

void encode_shared(detail::Encoder& out, const Pipe& pipe) {
  const detail::SharedFd ends[] = {pipe.ends_->sending(), pipe.ends_->receiving()};
  for (const detail::SharedFd& end : ends) {
    const char is_open = end ? 1 : 0;
    out.bytes(&is_open, sizeof is_open);
    if (end) out.handle(detail::open_handle(end));
  }
}

Pipe decode_shared(detail::Decoder& in, const Pipe*) {
  detail::UniqueFd ends[2];
  for (detail::UniqueFd& end : ends) {
    char is_open = 0;
    in.bytes(&is_open, sizeof is_open);
    if (is_open != 0) end = detail::UniqueFd(in.handle());
  }
  return Pipe(std::make_shared<detail::PipeEnds>(std::move(ends[0]), std::move(ends[1])));
}

}  // namespace exeunt

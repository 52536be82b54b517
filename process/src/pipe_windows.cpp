#include <windows.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <limits>
#include <optional>
#include <vector>

#include <exeunt/archive.hpp>
#include <exeunt/error.hpp>
#include <exeunt/pipe.hpp>

#include "descriptor_windows.hpp"
#include "interrupt.hpp"
#include "latch.hpp"
#include "this_process.hpp"
#include "waiting.hpp"

// A message is one message of a named pipe, a byte in front of it so that none is empty: it is there whole or
// not at all, whoever is killed. To take one needs two calls, for its length and for itself; between them
// receivers exclude each other by a mutex, which a process that is killed gives up. The system counts the
// senders: it reports the end of the queue when the last handle of the sending end is closed.

namespace exeunt {

namespace detail {

using SharedFd = std::shared_ptr<const UniqueFd>;

/// Sees from afar that there is a message or an end: a read of no bytes, which takes nothing.
class Watch {
 public:
  explicit Watch(native_handle pipe) : pipe_(pipe), ready_(make_latch("watch a pipe")) {
    state_.hEvent = ready_.get();
  }
  ~Watch() {
    DWORD count = 0;
    if (is_watching() && ::CancelIoEx(pipe_, &state_)) ::GetOverlappedResult(pipe_, &state_, &count, TRUE);
  }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  /// What was seen before may have been taken since, so it looks again.
  native_handle ready() {
    if (is_watching()) return ready_.get();
    lower_latch(ready_.get());
    const BOOL begun = ::ReadFile(pipe_, &none_, 0, nullptr, &state_);
    begun_ = begun || ::GetLastError() == ERROR_IO_PENDING;
    if (!begun_) raise_latch(ready_.get());
    return ready_.get();
  }

 private:
  bool is_watching() const { return begun_ && !HasOverlappedIoCompleted(&state_); }

  native_handle pipe_;
  UniqueFd ready_;
  OVERLAPPED state_{};
  char none_ = 0;
  bool begun_ = false;
};

/// The ends as this process has them. A thread that is using one keeps it open while another closes it.
class PipeEnds {
 public:
  PipeEnds(UniqueFd sending, UniqueFd receiving, UniqueFd turn)
      : sending_(shared(std::move(sending))),
        receiving_(shared(std::move(receiving))),
        turn_(shared(std::move(turn))) {}

  SharedFd sending() const {
    const auto lock = lock_library();
    return sending_;
  }
  const SharedFd& receiving() const { return receiving_; }
  /// Who takes a message holds it.
  const SharedFd& turn() const { return turn_; }
  native_handle readable() {
    const auto lock = lock_library();
    if (!watch_) watch_.emplace(receiving_->get());
    return watch_->ready();
  }

  void close_sending() {
    SharedFd closed;  // outside the lock
    const auto lock = lock_library();
    closed = std::exchange(sending_, nullptr);
  }

 private:
  static SharedFd shared(UniqueFd handle) {
    return handle ? std::make_shared<const UniqueFd>(std::move(handle)) : nullptr;
  }

  SharedFd sending_;
  SharedFd receiving_;
  SharedFd turn_;
  std::optional<Watch> watch_;  ///< ends before what it watches
};

namespace {

constexpr DWORD room = 64 * 1024;

std::wstring unused_name() {
  static std::atomic<unsigned> made{0};
  std::wstring name =
      L"\\\\.\\pipe\\exeunt-" + std::to_wstring(own_pid()) + L"-" + std::to_wstring(++made) + L"-";
  for (const char byte : random_bytes(8))
    name += std::to_wstring(static_cast<unsigned char>(byte));
  return name;
}

UniqueFd checked(HANDLE handle) {
  if (handle == INVALID_HANDLE_VALUE || handle == nullptr) throw_last_error("make a pipe");
  return UniqueFd(handle);
}

UniqueFd make_receiving(const std::wstring& name) {
  return checked(::CreateNamedPipeW(
      name.c_str(), PIPE_ACCESS_INBOUND | FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE,
      PIPE_TYPE_MESSAGE | PIPE_READMODE_MESSAGE | PIPE_WAIT | PIPE_REJECT_REMOTE_CLIENTS, 1, room, room, 0,
      nullptr));
}

/// One call that may take its time. Destroyed before it is done it is called off.
class Transfer {
 public:
  explicit Transfer(native_handle pipe) : pipe_(pipe), done_(make_latch("use a pipe")) {
    state_.hEvent = done_.get();
  }
  ~Transfer() {
    DWORD count = 0;
    if (pending_ && ::CancelIoEx(pipe_, &state_)) ::GetOverlappedResult(pipe_, &state_, &count, TRUE);
  }
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  OVERLAPPED* state() { return &state_; }

  /// @param begun  what ReadFile() or WriteFile() has returned.
  /// @return  0, or the error; WAIT_TIMEOUT when the deadline passed first.
  /// @throws  KeyboardInterrupt
  DWORD finish(BOOL begun, Deadline deadline = Deadline()) {
    const DWORD error = begun ? ERROR_SUCCESS : ::GetLastError();
    if (error != ERROR_SUCCESS && error != ERROR_IO_PENDING) return error;
    pending_ = true;
    if (!wait_ready(done_.get(), deadline)) return WAIT_TIMEOUT;
    pending_ = false;
    DWORD count = 0;
    return ::GetOverlappedResult(pipe_, &state_, &count, FALSE) ? ERROR_SUCCESS : ::GetLastError();
  }

 private:
  native_handle pipe_;
  UniqueFd done_;
  OVERLAPPED state_{};
  bool pending_ = false;
};

class Turn {
 public:
  Turn(native_handle mutex, Deadline deadline) : mutex_(mutex), taken_(wait_ready(mutex, deadline)) {}
  ~Turn() {
    if (taken_) ::ReleaseMutex(mutex_);
  }
  explicit operator bool() const { return taken_; }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  native_handle mutex_;
  bool taken_;
};

bool is_end(DWORD error) {
  return error == ERROR_BROKEN_PIPE || error == ERROR_NO_DATA || error == ERROR_PIPE_NOT_CONNECTED;
}

DWORD read(native_handle pipe, char* buffer, DWORD size, Deadline deadline = Deadline()) {
  Transfer transfer(pipe);
  return transfer.finish(::ReadFile(pipe, buffer, size, nullptr, transfer.state()), deadline);
}

[[noreturn]] void throw_error(DWORD error, const char* step) {
  ::SetLastError(error);
  throw_last_error(step);
}

/// Waits until there is a message, and takes nothing. @return the two other cases.
Received wait_for_message(native_handle pipe, Deadline deadline) {
  char none = 0;
  const DWORD error = read(pipe, &none, 0, deadline);
  if (error == WAIT_TIMEOUT) return {.timed_out = true};
  if (is_end(error)) return {.closed = true};
  if (error != ERROR_SUCCESS && error != ERROR_MORE_DATA) throw_error(error, "receive from a pipe");
  return {};
}

/// What is left of the first message. @return false: its sender was killed while it was sent.
bool take_rest(native_handle pipe, std::string& message) {
  for (;;) {
    DWORD left = 0;
    if (!::PeekNamedPipe(pipe, nullptr, 0, nullptr, nullptr, &left) || left == 0) return false;
    const std::size_t before = message.size();
    message.resize(before + left);
    const DWORD error = read(pipe, message.data() + before, left);
    if (error == ERROR_SUCCESS) return true;
    if (is_end(error)) return false;
    if (error != ERROR_MORE_DATA) throw_error(error, "receive from a pipe");
  }
}

Received receive_until(const PipeEnds& ends, Deadline deadline) {
  const SharedFd& end = ends.receiving();
  const Turn turn(ends.turn()->get(), deadline);
  if (!turn) return {.timed_out = true};
  for (;;) {
    Received received = wait_for_message(end->get(), deadline);
    if (received.closed || received.timed_out) return received;
    std::string message;
    if (!take_rest(end->get(), message)) continue;
    received.message = message.substr(1);
    return received;
  }
}

}  // namespace

}  // namespace detail

Pipe::Pipe() {
  const std::wstring name = detail::unused_name();
  detail::UniqueFd receiving = detail::make_receiving(name);
  detail::UniqueFd sending = detail::checked(
      ::CreateFileW(name.c_str(), GENERIC_WRITE, 0, nullptr, OPEN_EXISTING, FILE_FLAG_OVERLAPPED, nullptr));
  detail::UniqueFd turn = detail::checked(::CreateMutexW(nullptr, FALSE, nullptr));
  ends_ = std::make_shared<detail::PipeEnds>(std::move(sending), std::move(receiving), std::move(turn));
  detail::register_exit_wait();
}

Pipe::Pipe(std::shared_ptr<detail::PipeEnds> ends) : ends_(std::move(ends)) {}

void Pipe::send(std::string_view message) {
  const detail::SharedFd end = ends_->sending();
  if (!end) throw ValueError("handle is closed");
  detail::throw_if_interrupted();
  if (message.size() >= std::numeric_limits<DWORD>::max()) detail::throw_errno(EMSGSIZE, "send to a pipe");
  const std::string marked = std::string(1, '\0').append(message);
  detail::Transfer transfer(end->get());
  const DWORD error = transfer.finish(
      ::WriteFile(end->get(), marked.data(), static_cast<DWORD>(marked.size()), nullptr, transfer.state()));
  if (detail::is_end(error)) detail::throw_errno(EPIPE, "send to a pipe");
  if (error != ERROR_SUCCESS) detail::throw_error(error, "send to a pipe");
}

std::optional<std::string> Pipe::receive() {
  return detail::receive_until(*ends_, detail::Deadline()).message;
}

Received Pipe::receive_for(std::chrono::nanoseconds limit) {
  return detail::receive_until(*ends_, detail::Deadline(limit));
}

native_handle Pipe::readable() const {
  return ends_->readable();
}

void Pipe::close_sending() {
  ends_->close_sending();
}

void encode_shared(detail::Encoder& out, const Pipe& pipe) {
  const detail::SharedFd sending = pipe.ends_->sending();
  const bool is_open = sending != nullptr;
  out.bytes(&is_open, sizeof is_open);
  if (is_open) out.handle(sending->get());
  out.handle(pipe.ends_->receiving()->get());
  out.handle(pipe.ends_->turn()->get());
}

Pipe decode_shared(detail::Decoder& in, const Pipe*) {
  bool is_open = false;
  in.bytes(&is_open, sizeof is_open);
  detail::UniqueFd sending(is_open ? in.handle() : no_handle);
  detail::UniqueFd receiving(in.handle());
  detail::UniqueFd turn(in.handle());
  return Pipe(std::make_shared<detail::PipeEnds>(std::move(sending), std::move(receiving), std::move(turn)));
}

}  // namespace exeunt

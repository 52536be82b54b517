#include "watch_linux.hpp"

#include <pthread.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <atomic>
#include <cerrno>
#include <new>

#include "cancellation_held.hpp"
#include "fork_handlers.hpp"
#include "launch.hpp"
#include "this_process.hpp"

namespace exeunt::detail {

namespace {

constexpr int lost = -1;  // no wait status: somebody else has reaped it
constexpr int unused = -1;
constexpr int taken = -2;

/// Never freed, but used again. A list, so that a forked child finds and closes its copies of the sockets:
/// who reads is to see the end of the one process that writes.
struct Watch {
  std::atomic<int> writing{taken};  ///< a descriptor, unused or taken
  FileIdentity identity{};          ///< of the descriptor
  pid_type child = 0;
  Watch* next = nullptr;
};
constinit std::atomic<Watch*> watches{nullptr};

Watch* take_watch() noexcept {
  for (Watch* watch = watches; watch != nullptr; watch = watch->next) {
    int state = unused;
    if (watch->writing.compare_exchange_strong(state, taken)) return watch;
  }
  auto* made = new (std::nothrow) Watch;
  if (made == nullptr) return nullptr;
  made->next = watches;
  while (!watches.compare_exchange_weak(made->next, made)) {
  }
  return made;
}

/// The program may have closed it, and opened another under its number.
void close_known(int handle, const FileIdentity& identity) noexcept {
  UniqueFd file(handle);
  if (identity_of(handle) != identity) (void)file.release();
}

[[gnu::hot]] void close_copies() noexcept {
  for (Watch* watch = watches; watch != nullptr; watch = watch->next) {
    const int handle = watch->writing.exchange(unused);
    if (handle >= 0) close_known(handle, watch->identity);
  }
}

[[gnu::constructor(102)]] void register_close_copies() noexcept {
  (void)register_fork_handlers(nullptr, nullptr, close_copies);
}

int status_of(const siginfo_t& end) noexcept {
  return end.si_code == CLD_EXITED ? end.si_status << 8 : end.si_status;
}

/// Until it can be reaped, or has been by another.
int await_status(pid_type child) noexcept {
  siginfo_t end = {};
  int result = 0;
  while ((result = ::waitid(P_PID, static_cast<id_t>(child), &end, WEXITED | WNOWAIT | __WALL)) != 0 &&
         errno == EINTR) {
  }
  return result == 0 ? status_of(end) : lost;
}

/// The thread. It reaps under the lock: a child whose status is not known yet can be signalled by its pid.
void* run_watch(void* argument) noexcept {
  Watch& watch = *static_cast<Watch*>(argument);
  const int status = await_status(watch.child);
  const auto lock = lock_library();
  siginfo_t end = {};
  if (status != lost) (void)::waitid(P_PID, static_cast<id_t>(watch.child), &end, WEXITED | WNOHANG | __WALL);
  const int handle = watch.writing.exchange(taken);
  if (identity_of(handle) == watch.identity) (void)::send(handle, &status, sizeof status, MSG_NOSIGNAL);
  close_known(handle, watch.identity);
  watch.writing = unused;
  return nullptr;
}

int begin_thread(Watch& watch) noexcept {
  const SignalsHeld held;
  pthread_t thread;
  const int error = ::pthread_create(&thread, nullptr, run_watch, &watch);
  if (error == 0) ::pthread_detach(thread);
  return error;
}

}  // namespace

bool is_refused_pidfd(int error) noexcept {
  return error == ENOSYS || error == EPERM || error == EACCES || error == EINVAL;
}

UniqueFd watch_child(pid_type child) noexcept {
  const CancellationHeld whole;
  Ends ends{-1, -1};
  if (open_sockets(SOCK_STREAM, ends) != 0) return {};
  UniqueFd reading = above_stdio(UniqueFd(ends[0]));
  UniqueFd writing = above_stdio(UniqueFd(ends[1]));
  if (!reading || !writing) return {};
  Watch* const watch = take_watch();
  if (watch == nullptr) {
    errno = ENOMEM;
    return {};
  }
  watch->child = child;
  watch->identity = identity_of(writing.get());
  watch->writing = writing.release();
  const int error = begin_thread(*watch);
  if (error == 0) return reading;
  close_known(watch->writing.exchange(taken), watch->identity);
  watch->writing = unused;
  reading.reset();
  errno = error;
  return {};
}

std::optional<Reaped> ask_watch(native_handle handle) noexcept {
  int status = lost;
  const ssize_t size = ::recv(handle, &status, sizeof status, MSG_PEEK | MSG_DONTWAIT);
  if (size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return Reaped{false, std::nullopt};
  if (size < 0) return std::nullopt;
  if (size != sizeof status || status == lost) return Reaped{true, std::nullopt};
  return Reaped{true, status};
}

bool has_watched() noexcept {
  return watches.load(std::memory_order_relaxed) != nullptr;
}

}  // namespace exeunt::detail

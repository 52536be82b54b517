#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "cancellation_held.hpp"
#include "descriptor_posix.hpp"
#include "known_fd.hpp"
#include "stdio_state.hpp"

namespace exeunt::detail {

[[gnu::hot]] void UniqueFd::reset(native_handle handle) noexcept {
  const native_handle old = std::exchange(handle_, handle);
  if (old < 0) return;
  const CancellationHeld whole;
  const int error = errno;
  ::close(old);  // not again after EINTR: the number may be another thread's already
  errno = error;
}

FileIdentity identity_of(native_handle handle) noexcept {
  struct stat information = {};
  if (::fstat(handle, &information) != 0) return {};
  return {static_cast<std::uint64_t>(information.st_dev), static_cast<std::uint64_t>(information.st_ino)};
}

UniqueFd above_stdio(UniqueFd handle) noexcept {
  if (!handle || handle.get() > STDERR_FILENO) return handle;
  return UniqueFd(::fcntl(handle.get(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
}

namespace {

DescriptorPair checked_pair(int made, const Ends& ends, const char* step) {
  if (made != 0) throw_errno(step);
  UniqueFd first(ends[0]);
  UniqueFd second(ends[1]);
  DescriptorPair pair{above_stdio(std::move(first)), above_stdio(std::move(second))};
  if (!pair.first || !pair.second) throw_errno(step);
  return pair;
}

}  // namespace

DescriptorPair make_pipe(const char* step) {
  Ends ends{-1, -1};
  return checked_pair(open_pipe(ends), ends, step);
}

DescriptorPair make_socket_pair(int type, const char* step) {
  Ends ends{-1, -1};
  return checked_pair(open_sockets(type, ends), ends, step);
}

void set_close_on_exec(native_handle handle) {
  if (::fcntl(handle, F_SETFD, FD_CLOEXEC) != 0) throw_errno("set close-on-exec");
}

UniqueFd open_null_input() {
  UniqueFd null = above_stdio(UniqueFd(::open("/dev/null", O_RDONLY | O_CLOEXEC)));
  if (null) return null;
  if (errno == EMFILE || errno == ENFILE || errno == ENOMEM) throw_errno("open /dev/null");
  return make_pipe("make a pipe in the place of /dev/null").first;
}

[[gnu::hot]] void replace_stdin(native_handle null, bool forget) noexcept {
  ::dup2(null, STDIN_FILENO);
  if (!forget) return;
  forget_input(stdin);
  std::clearerr(stdin);
}

void throw_errno(int error, const char* step) {
  throw std::system_error(error, std::generic_category(), step);
}
void throw_errno(const char* step) {
  throw_errno(errno, step);
}

}  // namespace exeunt::detail

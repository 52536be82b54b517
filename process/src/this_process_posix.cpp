#include "this_process.hpp"

#include <pthread.h>
#include <sys/random.h>
#include <unistd.h>

#include "descriptor_posix.hpp"

namespace exeunt::detail {

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  if (::getentropy(bytes.data(), count) != 0) throw_errno("make a random authkey");
  return bytes;
}

[[gnu::hot]] pid_type ask_own_pid() noexcept {
  return ::getpid();
}

namespace {

[[gnu::hot]] void forget_pid() noexcept {
  process_record().pid = 0;
}

}  // namespace

[[gnu::hot]] pid_type own_pid() noexcept {
  std::atomic<pid_type>& known = process_record().pid;
  const pid_type pid = known.load();
  if (pid != 0) return pid;
  static const int forgets_at_fork = ::pthread_atfork(nullptr, nullptr, forget_pid);
  if (forgets_at_fork == 0) known = ::getpid();
  return ::getpid();
}

void prepare_to_start(ThisProcess& process) {
  process.children.reserve(process.children.size() + 1);
  const pid_type self = own_pid();
  if (process.own_handle_of != self) process.own_handle = open_own_process();
  process.own_handle_of = self;
  if (process.spare) return;
  process.spare = open_null_input();
}

}  // namespace exeunt::detail

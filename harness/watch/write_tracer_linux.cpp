#include <linux/seccomp.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>

#include <algorithm>
#include <cstddef>
#include <vector>

#include "watch/filter_program.hpp"
#include "watch/write_tracer.hpp"

namespace harness::watch {
namespace {

using CallInfo = __ptrace_syscall_info;

constexpr std::size_t most_bytes_kept = 1U << 20U;

constexpr std::array writing_calls{SYS_write,  SYS_writev,  SYS_pwrite64, SYS_pwritev, SYS_pwritev2,
                                   SYS_sendto, SYS_sendmsg, SYS_sendfile, SYS_splice,  SYS_copy_file_range};

// Where each call names the descriptor that is written to.
int target_of(std::uint64_t number, const std::array<std::uint64_t, 6>& arguments) {
  const bool third = number == SYS_splice || number == SYS_copy_file_range;
  return static_cast<int>(arguments[third ? 2 : 0]);
}

std::string read_memory(pid_t task, const std::vector<iovec>& pieces, std::size_t length) {
  std::string bytes(std::min(length, most_bytes_kept), '\0');
  const iovec local{bytes.data(), bytes.size()};
  const ssize_t count = ::process_vm_readv(task, &local, 1, pieces.data(), pieces.size(), 0);
  bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  return bytes;
}

iovec remote(std::uint64_t address, std::uint64_t length) {
  return {reinterpret_cast<void*>(address), length};  // an address in the other process
}

std::vector<iovec> read_pieces(pid_t task, std::uint64_t address, std::uint64_t count) {
  std::vector<iovec> pieces(std::min<std::uint64_t>(count, 1024));
  const iovec local{pieces.data(), pieces.size() * sizeof(iovec)};
  const iovec there = remote(address, local.iov_len);
  const ssize_t got = ::process_vm_readv(task, &local, 1, &there, 1, 0);
  pieces.resize(got > 0 ? static_cast<std::size_t>(got) / sizeof(iovec) : 0);
  return pieces;
}

std::string bytes_of(pid_t task, std::uint64_t number, const std::array<std::uint64_t, 6>& arguments,
                     std::size_t length) {
  switch (number) {
    case SYS_write:
    case SYS_pwrite64:
    case SYS_sendto:
      return read_memory(task, {remote(arguments[1], length)}, length);
    case SYS_writev:
    case SYS_pwritev:
    case SYS_pwritev2:
      return read_memory(task, read_pieces(task, arguments[1], arguments[2]), length);
    default:
      return {};  // the bytes never were in the writer's memory, or lie deeper
  }
}

bool call_info(pid_t task, CallInfo& info) {
  return ::ptrace(PTRACE_GET_SYSCALL_INFO, task, sizeof info, &info) > 0;
}

}  // namespace

const sock_fprog& write_filter() {
  static const FilterProgram program(writing_calls, SECCOMP_RET_TRACE);
  return program.get();
}

FileIdentity identity_of(int fd) {
  struct stat status {};
  if (::fstat(fd, &status) != 0) return {};
  return {status.st_dev, status.st_ino};
}

std::optional<Stream> WriteTracer::stream_of(pid_t task, int fd) const {
  struct stat status {};
  const std::string path = "/proc/" + std::to_string(task) + "/fd/" + std::to_string(fd);
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  const FileIdentity target{status.st_dev, status.st_ino};
  const bool is_out = target == out_;
  const bool is_err = target == err_;
  if (is_out && is_err) return fd == 2 ? Stream::err : Stream::out;  // one terminal for both
  if (is_out) return Stream::out;
  if (is_err) return Stream::err;
  return std::nullopt;
}

WriteTracer::Next WriteTracer::about_to_write(pid_t task) {
  CallInfo info{};
  if (!call_info(task, info) || info.op != PTRACE_SYSCALL_INFO_SECCOMP) return Next::run;
  Call call;
  call.number = info.seccomp.nr;
  std::copy(std::begin(info.seccomp.args), std::end(info.seccomp.args), call.arguments.begin());
  const std::optional<Stream> stream = stream_of(task, target_of(call.number, call.arguments));
  if (!stream) return Next::run;
  call.stream = *stream;
  calls_[task] = call;
  Queue& own = queue(*stream);
  if (own.writer != 0) {
    own.waiting.push_back(task);
    return Next::wait;
  }
  own.writer = task;
  return Next::run_to_end_of_call;
}

std::optional<WriteTracer::Written> WriteTracer::wrote(pid_t task) {
  const auto found = calls_.find(task);
  if (found == calls_.end()) return std::nullopt;
  const Call call = found->second;
  CallInfo info{};
  const bool known = call_info(task, info) && info.op == PTRACE_SYSCALL_INFO_EXIT;
  forget(task);
  if (!known || info.exit.is_error != 0 || info.exit.rval <= 0) return std::nullopt;
  const auto length = static_cast<std::uint64_t>(info.exit.rval);
  return Written{call.stream, length, bytes_of(task, call.number, call.arguments, length)};
}

void WriteTracer::forget(pid_t task) {
  const auto found = calls_.find(task);
  if (found == calls_.end()) return;
  Queue& own = queue(found->second.stream);
  if (own.writer == task) own.writer = 0;
  std::erase(own.waiting, task);
  calls_.erase(found);
}

std::optional<pid_t> WriteTracer::next_waiting() {
  for (Queue* each : {&out_queue_, &err_queue_}) {
    if (each->writer != 0 || each->waiting.empty()) continue;
    each->writer = each->waiting.front();
    each->waiting.pop_front();
    return each->writer;
  }
  return std::nullopt;
}

}  // namespace harness::watch

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <initializer_list>

#include "file_transfer.hpp"

// macOS has no packets among local sockets, and FreeBSD may take one in parts. So a packet is a record in a
// stream, all of one size. The low-water marks are that size: the kernel takes a record when there is room
// for it all, and gives it when it is there, so that many may send, and many receive, and nobody sees half of
// one.

namespace exeunt::detail {

namespace {

struct Record {
  std::uint32_t size;
  char content[4092];
};

constexpr int buffer_size = 16 * sizeof(Record);

void set_option(native_handle socket, int option, int value, const char* step) {
  const int result = ::setsockopt(socket, SOL_SOCKET, option, &value, sizeof value);
  // Linux has no mark for sending, and needs none: it takes what is shorter than half its buffer whole
  if (result != 0 && errno != ENOPROTOOPT) throw_errno(step);
}

}  // namespace

extern const std::size_t longest_packet = sizeof Record::content;

DescriptorPair make_packet_pair(const char* step) {
  DescriptorPair pair = make_socket_pair(SOCK_STREAM, step);
  for (const UniqueFd* socket : {&pair.first, &pair.second}) {
    for (const int option : {SO_SNDBUF, SO_RCVBUF})
      set_option(socket->get(), option, buffer_size, step);
    for (const int option : {SO_SNDLOWAT, SO_RCVLOWAT})
      set_option(socket->get(), option, sizeof(Record), step);
  }
  return pair;
}

ssize_t send_with_files(native_handle socket, std::span<iovec> parts, std::span<const native_handle> files,
                        int flags) {
  Record record = {};
  for (const iovec& part : parts) {
    if (part.iov_len > sizeof record.content - record.size) {
      errno = EMSGSIZE;
      return -1;
    }
    if (part.iov_len > 0) std::memcpy(record.content + record.size, part.iov_base, part.iov_len);
    record.size += static_cast<std::uint32_t>(part.iov_len);
  }
  iovec whole = {&record, sizeof record};
  const ssize_t sent = send_message(socket, {&whole, 1}, files, flags);
  return sent < 0 ? sent : static_cast<ssize_t>(record.size);
}

ssize_t receive_with_files(native_handle socket, std::span<char> buffer, std::vector<UniqueFd>& files,
                           int flags) {
  Record record;
  const ssize_t received =
      receive_message(socket, {reinterpret_cast<char*>(&record), sizeof record}, files, flags);
  if (received <= 0) return received;
  if (received != sizeof record || record.size > sizeof record.content) {
    errno = EPROTO;
    return -1;
  }
  const std::size_t size = std::min<std::size_t>(record.size, buffer.size());
  std::memcpy(buffer.data(), record.content, size);
  return static_cast<ssize_t>(size);
}

}  // namespace exeunt::detail

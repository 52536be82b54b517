#include "file_transfer.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace exeunt::detail {

namespace {

#ifdef MSG_CMSG_CLOEXEC
constexpr int closed_on_exec = MSG_CMSG_CLOEXEC;
#else
constexpr int closed_on_exec = 0;
#endif

struct alignas(cmsghdr) Control {
  char bytes[CMSG_SPACE(most_files_in_packet * sizeof(int))];
};

}  // namespace

ssize_t send_message(native_handle socket, std::span<iovec> parts, std::span<const native_handle> files,
                     int flags) {
  Control control;
  msghdr message = {};
  message.msg_iov = parts.data();
  message.msg_iovlen = static_cast<decltype(message.msg_iovlen)>(parts.size());
  if (!files.empty()) {
    message.msg_control = control.bytes;
    message.msg_controllen = static_cast<decltype(message.msg_controllen)>(CMSG_SPACE(files.size_bytes()));
    std::memset(control.bytes, 0, message.msg_controllen);  // there are gaps in it
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = static_cast<decltype(header->cmsg_len)>(CMSG_LEN(files.size_bytes()));
    std::memcpy(CMSG_DATA(header), files.data(), files.size_bytes());
  }
  ssize_t sent = 0;
  while ((sent = ::sendmsg(socket, &message, flags | without_signal)) < 0 && errno == EINTR) {
  }
  return sent;
}

ssize_t receive_message(native_handle socket, std::span<char> buffer, std::vector<UniqueFd>& files,
                        int flags) {
  Control control;
  iovec part = {buffer.data(), buffer.size()};
  msghdr message = {};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.bytes;
  message.msg_controllen = sizeof control.bytes;
  ssize_t received = 0;
  while ((received = ::recvmsg(socket, &message, flags | closed_on_exec)) < 0 && errno == EINTR) {
  }
  if (received < 0) return received;
  for (cmsghdr* header = CMSG_FIRSTHDR(&message); header != nullptr; header = CMSG_NXTHDR(&message, header)) {
    if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) continue;
    for (std::size_t at = CMSG_LEN(0); at + sizeof(int) <= header->cmsg_len; at += sizeof(int)) {
      int file = -1;
      std::memcpy(&file, reinterpret_cast<const char*>(header) + at, sizeof file);
      files.push_back(above_stdio(UniqueFd(file)));
      if (closed_on_exec == 0) (void)::fcntl(files.back().get(), F_SETFD, FD_CLOEXEC);
    }
  }
  return received;
}

UniqueFd file_in_memory(std::string_view content, const char* step) {
  UniqueFd file = above_stdio(open_unnamed_file());
  if (!file) throw_errno(step);
  while (!content.empty()) {
    const ssize_t written = ::write(file.get(), content.data(), content.size());
    if (written < 0 && errno != EINTR) throw_errno(step);
    if (written > 0) content.remove_prefix(static_cast<std::size_t>(written));
  }
  return file;
}

std::string content_of_file(native_handle file) {
  struct stat information = {};
  if (::fstat(file, &information) != 0) throw_errno("read a file in memory");
  std::string content(static_cast<std::size_t>(information.st_size), '\0');
  std::size_t done = 0;
  while (done < content.size()) {
    const ssize_t count =
        ::pread(file, content.data() + done, content.size() - done, static_cast<off_t>(done));
    if (count < 0 && errno != EINTR) throw_errno("read a file in memory");
    if (count == 0) throw_errno(EIO, "read a file in memory");
    if (count > 0) done += static_cast<std::size_t>(count);
  }
  return content;
}

}  // namespace exeunt::detail

#include "file_transfer.hpp"

namespace exeunt::detail {

extern const std::size_t longest_packet = 1 + 32 * 1024;  // below the least buffer that a socket is given

DescriptorPair make_packet_pair(const char* step) {
  return make_socket_pair(SOCK_SEQPACKET, step);
}

ssize_t send_with_files(native_handle socket, std::span<iovec> parts, std::span<const native_handle> files,
                        int flags) {
  return send_message(socket, parts, files, flags);
}

ssize_t receive_with_files(native_handle socket, std::span<char> buffer, std::vector<UniqueFd>& files,
                           int flags) {
  return receive_message(socket, buffer, files, flags);
}

}  // namespace exeunt::detail

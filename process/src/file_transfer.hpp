#pragma once

#include <sys/socket.h>
#include <sys/types.h>
#include <sys/uio.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "descriptor_posix.hpp"

namespace exeunt::detail {

/// The most descriptors that one packet carries.
inline constexpr std::size_t most_files_in_packet = 250;

/// What a broken connection must not raise; where it is 0 the socket itself raises none.
#ifdef MSG_NOSIGNAL
inline constexpr int without_signal = MSG_NOSIGNAL;
#else
inline constexpr int without_signal = 0;
#endif

/// The longest packet, in bytes.
extern const std::size_t longest_packet;

/// A connected pair of sockets that carry packets. @throws std::system_error naming `step`.
DescriptorPair make_packet_pair(const char* step);

/// One packet with descriptors attached; -1 with errno set. Never raises SIGPIPE; not interrupted by signals.
ssize_t send_with_files(native_handle socket, std::span<iovec> parts, std::span<const native_handle> files,
                        int flags);

/// One packet; `files` gets its descriptors, close-on-exec, fewer than were sent when this process can open
/// no more.
/// @return its size, cut to the buffer's; 0 at the end; -1 with errno set.
ssize_t receive_with_files(native_handle socket, std::span<char> buffer, std::vector<UniqueFd>& files,
                           int flags);

/// The same of sockets of any type, for one call of the system.
ssize_t send_message(native_handle socket, std::span<iovec> parts, std::span<const native_handle> files,
                     int flags);
ssize_t receive_message(native_handle socket, std::span<char> buffer, std::vector<UniqueFd>& files,
                        int flags);

/// Empty, and deleted when the last descriptor of it is closed; without one, with errno set.
UniqueFd open_unnamed_file() noexcept;

/// A file without a name. @throws std::system_error naming `step`.
UniqueFd file_in_memory(std::string_view content, const char* step);
std::string content_of_file(native_handle file);

}  // namespace exeunt::detail

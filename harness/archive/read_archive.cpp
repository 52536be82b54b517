#include "archive/read_archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <memory>

namespace harness {
namespace {

using Tell = std::function<bool(const ArchiveMessage&)>;

constexpr std::size_t block = 64U << 10U;

std::string name_of(archive_entry* entry) {
  const char* name = ::archive_entry_pathname(entry);
  if (name == nullptr) name = ::archive_entry_pathname_utf8(entry);
  return name != nullptr ? name : "";
}

ArchiveMember::Kind kind_of(archive_entry* entry) {
  if (::archive_entry_hardlink(entry) != nullptr) return ArchiveMember::Kind::hard_link;
  switch (::archive_entry_filetype(entry)) {
    case AE_IFREG:
      return ArchiveMember::Kind::file;
    case AE_IFDIR:
      return ArchiveMember::Kind::folder;
    case AE_IFLNK:
      return ArchiveMember::Kind::symbolic_link;
    case AE_IFIFO:
      return ArchiveMember::Kind::pipe;
    case AE_IFSOCK:
      return ArchiveMember::Kind::socket;
    default:
      return ArchiveMember::Kind::device;
  }
}

ArchiveMember member_of(archive_entry* entry) {
  ArchiveMember member{name_of(entry), kind_of(entry), (::archive_entry_perm(entry) & 0100U) != 0, {}};
  if (::archive_entry_size_is_set(entry) != 0)
    member.size = static_cast<std::uint64_t>(std::max<la_int64_t>(::archive_entry_size(entry), 0));
  return member;
}

ArchiveDamage damage_of(archive* reader) {
  const char* text = ::archive_error_string(reader);
  return {text != nullptr ? text : "it is damaged"};
}

// A sparse file's holes count as what they become.
bool tell_content(archive* reader, const Tell& tell) {
  std::array<char, block> buffer;
  while (true) {
    const la_ssize_t count = ::archive_read_data(reader, buffer.data(), buffer.size());
    if (count < 0) {
      (void)tell(damage_of(reader));
      return false;
    }
    if (count == 0) return true;
    if (!tell(ArchivePiece{std::string(buffer.data(), static_cast<std::size_t>(count))})) return false;
  }
}

}  // namespace

void read_archive(int fd, const Tell& tell) {
  const std::unique_ptr<archive, int (*)(archive*)> reader(::archive_read_new(), ::archive_read_free);
  ::archive_read_support_filter_gzip(reader.get());
  ::archive_read_support_format_tar(reader.get());
  ::archive_read_support_format_zip(reader.get());
  if (::archive_read_open_fd(reader.get(), fd, block) != ARCHIVE_OK) {
    (void)tell(damage_of(reader.get()));
    return;
  }
  while (true) {
    archive_entry* entry = nullptr;
    const int answer = ::archive_read_next_header(reader.get(), &entry);
    if (answer == ARCHIVE_EOF) {
      (void)tell(ArchiveEnd{});
      return;
    }
    if (answer < ARCHIVE_WARN) {
      (void)tell(damage_of(reader.get()));
      return;
    }
    const ArchiveMember member = member_of(entry);
    if (!tell(member)) return;
    if (member.kind == ArchiveMember::Kind::file && !tell_content(reader.get(), tell)) return;
  }
}

}  // namespace harness

#include "grade/intake_archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <memory>

#include "support/errors.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

using ArchiveReader = std::unique_ptr<archive, int (*)(archive*)>;

RefusedSubmission unreadable(archive* reader) {
  const char* text = ::archive_error_string(reader);
  return {ReasonCode::missing,
          "the submission cannot be unpacked: " + visible(text != nullptr ? text : "it is damaged")};
}

ArchiveReader open_archive(const std::filesystem::path& path) {
  ArchiveReader reader(::archive_read_new(), ::archive_read_free);
  if (!reader) throw CannotJudge("cannot unpack " + path.string() + ": out of memory");
  ::archive_read_support_filter_gzip(reader.get());
  ::archive_read_support_format_tar(reader.get());
  ::archive_read_support_format_zip(reader.get());
  constexpr std::size_t block = 64U << 10U;
  if (::archive_read_open_filename(reader.get(), path.c_str(), block) != ARCHIVE_OK)
    throw unreadable(reader.get());
  return reader;
}

std::string name_of(archive_entry* entry) {
  const char* name = ::archive_entry_pathname(entry);
  if (name == nullptr) name = ::archive_entry_pathname_utf8(entry);
  return name != nullptr ? name : "";
}

std::string kind_of(archive_entry* entry) {
  if (::archive_entry_hardlink(entry) != nullptr) return "a hard link";
  switch (::archive_entry_filetype(entry)) {
    case AE_IFLNK:
      return "a symbolic link";
    case AE_IFIFO:
      return "a pipe";
    case AE_IFSOCK:
      return "a socket";
    default:
      return "a device";
  }
}

// A sparse file's holes count as what they become.
void unpack_content(archive* reader, IntakeFolder& into, const std::filesystem::path& to, bool executable) {
  IntakeFolder::File file(into, to, executable);
  std::array<char, 65536> buffer;
  while (true) {
    const la_ssize_t count = ::archive_read_data(reader, buffer.data(), buffer.size());
    if (count < 0) throw unreadable(reader);
    if (count == 0) return;
    file.write({buffer.data(), static_cast<std::size_t>(count)});
  }
}

void unpack_member(archive* reader, archive_entry* entry, IntakeFolder& into) {
  const std::string name = name_of(entry);
  const std::filesystem::path to = into.member(name);
  if (to.empty()) return;
  const bool is_link = ::archive_entry_hardlink(entry) != nullptr;
  const auto type = ::archive_entry_filetype(entry);
  if (is_link || (type != AE_IFREG && type != AE_IFDIR))
    return into.leave_out(name, "it is " + kind_of(entry));
  if (name.starts_with("__MACOSX/")) return;
  if (type == AE_IFDIR) return into.make_folder(to);
  if (::archive_entry_size_is_set(entry) != 0)
    into.require_room(name, static_cast<std::uint64_t>(std::max<la_int64_t>(::archive_entry_size(entry), 0)));
  unpack_content(reader, into, to, (::archive_entry_perm(entry) & 0100U) != 0);
}

}  // namespace

void unpack(const std::filesystem::path& path, IntakeFolder& into) {
  const ArchiveReader reader = open_archive(path);
  while (true) {
    archive_entry* entry = nullptr;
    const int answer = ::archive_read_next_header(reader.get(), &entry);
    if (answer == ARCHIVE_EOF) return;
    if (answer < ARCHIVE_WARN) throw unreadable(reader.get());
    unpack_member(reader.get(), entry, into);
  }
}

}  // namespace harness

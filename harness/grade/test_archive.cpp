#include "grade/test_archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <stdexcept>

namespace harness {

void write_archive(const std::filesystem::path& path, TestArchive kind,
                   const std::vector<TestMember>& members) {
  archive* writer = ::archive_write_new();
  if (kind == TestArchive::zip) {
    ::archive_write_set_format_zip(writer);
  } else {
    ::archive_write_set_format_pax_restricted(writer);
  }
  if (kind == TestArchive::tar_gz) ::archive_write_add_filter_gzip(writer);
  if (::archive_write_open_filename(writer, path.c_str()) != ARCHIVE_OK)
    throw std::runtime_error("no archive");
  for (const TestMember& member : members) {
    archive_entry* entry = ::archive_entry_new();
    ::archive_entry_set_pathname(entry, member.name.c_str());
    ::archive_entry_set_filetype(entry, member.type);
    ::archive_entry_set_perm(entry, 0755);
    ::archive_entry_set_size(entry, static_cast<la_int64_t>(member.content.size() * member.repeat));
    if (!member.symlink.empty()) ::archive_entry_set_symlink(entry, member.symlink.c_str());
    if (!member.hardlink.empty()) ::archive_entry_set_hardlink(entry, member.hardlink.c_str());
    ::archive_write_header(writer, entry);
    for (std::uint64_t i = 0; i < member.repeat && !member.content.empty(); ++i)
      ::archive_write_data(writer, member.content.data(), member.content.size());
    ::archive_entry_free(entry);
  }
  ::archive_write_close(writer);
  ::archive_write_free(writer);
}

}  // namespace harness

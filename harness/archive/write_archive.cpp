#include "archive/write_archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace harness {
namespace {

class Zip {
 public:
  explicit Zip(int fd) : archive_(::archive_write_new(), ::archive_write_free) {
    good_ = ::archive_write_set_format_zip(archive_.get()) == ARCHIVE_OK &&
            ::archive_write_set_options(archive_.get(), "zip:compression-level=1") == ARCHIVE_OK &&
            ::archive_write_open_fd(archive_.get(), fd) == ARCHIVE_OK;
  }

  void add(const ArchiveMember& member) {
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(::archive_entry_new(),
                                                                         ::archive_entry_free);
    ::archive_entry_set_pathname(entry.get(), member.name.c_str());
    ::archive_entry_set_size(entry.get(), static_cast<la_int64_t>(member.size.value_or(0)));
    ::archive_entry_set_filetype(entry.get(), AE_IFREG);
    ::archive_entry_set_perm(entry.get(), member.executable ? 0755 : 0644);
    good_ = good_ && ::archive_write_header(archive_.get(), entry.get()) == ARCHIVE_OK;
  }

  void add(const ArchivePiece& piece) {
    good_ = good_ && ::archive_write_data(archive_.get(), piece.bytes.data(), piece.bytes.size()) ==
                         static_cast<la_ssize_t>(piece.bytes.size());
  }

  void close() { good_ = good_ && ::archive_write_close(archive_.get()) == ARCHIVE_OK; }

  std::optional<ArchiveDamage> damage() const {
    if (good_) return std::nullopt;
    const char* text = ::archive_error_string(archive_.get());
    return ArchiveDamage{text != nullptr ? text : "unknown reason"};
  }

 private:
  std::unique_ptr<archive, int (*)(archive*)> archive_;
  bool good_ = false;
};

}  // namespace

std::optional<ArchiveDamage> write_archive(int fd,
                                           const std::function<std::optional<ArchiveMessage>()>& next) {
  Zip zip(fd);
  while (const std::optional<ArchiveMessage> message = next()) {
    if (const auto* member = std::get_if<ArchiveMember>(&*message)) zip.add(*member);
    if (const auto* piece = std::get_if<ArchivePiece>(&*message)) zip.add(*piece);
    if (std::holds_alternative<ArchiveEnd>(*message)) {
      zip.close();
      return zip.damage();
    }
  }
  return ArchiveDamage{"nobody said what belongs into it"};
}

}  // namespace harness

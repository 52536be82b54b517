#include "grade/intake_archive.hpp"

#include <fcntl.h>

#include <optional>

#include "grade/archive_program.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"
#include "wire/archive.hpp"

namespace harness {
namespace {

using Kind = ArchiveMember::Kind;

RefusedSubmission unreadable(const std::string& why) {
  return {ReasonCode::missing, "the submission cannot be unpacked: " + visible(why)};
}

UniqueFd open_archive(const std::filesystem::path& path) {
  UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) throw_errno("cannot open " + path.string());
  return file;
}

const char* words_for(Kind kind) {
  switch (kind) {
    case Kind::hard_link:
      return "a hard link";
    case Kind::symbolic_link:
      return "a symbolic link";
    case Kind::pipe:
      return "a pipe";
    case Kind::socket:
      return "a socket";
    default:
      return "a device";
  }
}

/// Takes one member after another in.
class Unpacking {
 public:
  explicit Unpacking(IntakeFolder& into) : into_(into) {}

  /// @return false at the end.
  bool take(const ArchiveMessage& message) {
    if (const auto* member = std::get_if<ArchiveMember>(&message)) {
      begin(*member);
    } else if (const auto* piece = std::get_if<ArchivePiece>(&message)) {
      if (file_) file_->write(piece->bytes);
    } else if (const auto* damage = std::get_if<ArchiveDamage>(&message)) {
      throw unreadable(damage->why);
    } else {
      return false;
    }
    return true;
  }

 private:
  void begin(const ArchiveMember& member) {
    file_.reset();
    const std::filesystem::path to = into_.member(member.name);
    if (to.empty()) return;
    if (member.kind != Kind::file && member.kind != Kind::folder)
      return into_.leave_out(member.name, std::string("it is ") + words_for(member.kind));
    if (member.name.starts_with("__MACOSX/")) return;
    if (member.kind == Kind::folder) return into_.make_folder(to);
    if (member.size) into_.require_room(member.name, *member.size);
    file_.emplace(into_, to, member.executable);
  }

  IntakeFolder& into_;
  std::optional<IntakeFolder::File> file_{};
};

}  // namespace

void unpack(const std::filesystem::path& path, IntakeFolder& into) try {
  ArchiveProgram program(ArchiveProgram::Task::read, open_archive(path));
  Unpacking unpacking(into);
  while (true) {
    const std::optional<ArchiveMessage> message = program.channel().receive();
    if (!message) throw unreadable("reading it takes too much time or memory, or fails");
    if (!unpacking.take(*message)) return;
  }
} catch (const wire::BadMessage&) {
  throw unreadable("what was read of it makes no sense");
}

}  // namespace harness

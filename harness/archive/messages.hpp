#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace harness {

/// What is said of an archive's members between the command and exeunt-archive, the program that alone knows
/// the formats: each member, and behind a file its content in pieces; at last the end.
struct ArchiveMember {
  enum class Kind : std::uint8_t { file, folder, hard_link, symbolic_link, pipe, socket, device };

  std::string name{};
  Kind kind = Kind::file;
  bool executable = false;
  std::optional<std::uint64_t> size{};  ///< in bytes, as the archive claims
};
struct ArchivePiece {
  std::string bytes{};
};
/// It cannot be read further.
struct ArchiveDamage {
  std::string why{};
};
struct ArchiveEnd {};

using ArchiveMessage = std::variant<ArchiveMember, ArchivePiece, ArchiveDamage, ArchiveEnd>;

std::string encoded(const ArchiveMessage& message);
/// @throws wire::BadMessage
ArchiveMessage decoded(std::string_view bytes);

}  // namespace harness

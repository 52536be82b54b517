#include "archive/messages.hpp"

#include <utility>

#include "wire/archive.hpp"

namespace harness {
namespace {

template <class Direction>
void transfer(Direction& direction, ArchiveMember& member) {
  direction(member.name, member.kind, member.executable, member.size);
}
template <class Direction>
void transfer(Direction& direction, ArchivePiece& piece) {
  direction(piece.bytes);
}
template <class Direction>
void transfer(Direction& direction, ArchiveDamage& damage) {
  direction(damage.why);
}
template <class Direction>
void transfer(Direction& /*direction*/, ArchiveEnd& /*end*/) {}

// The alternative with this index, read from the rest of the message.
template <std::size_t... Indices>
ArchiveMessage read_alternative(std::size_t index, wire::Reader& reader,
                                std::index_sequence<Indices...> /*all*/) {
  ArchiveMessage message;
  const auto read_as = [&]<std::size_t Index>() {
    if (index == Index) transfer(reader, message.emplace<Index>());
  };
  (read_as.template operator()<Indices>(), ...);
  return message;
}

}  // namespace

std::string encoded(const ArchiveMessage& message) {
  wire::Writer writer;
  writer(static_cast<std::uint8_t>(message.index()));
  std::visit([&](auto copy) { transfer(writer, copy); }, message);
  return writer.bytes();
}

ArchiveMessage decoded(std::string_view bytes) {
  wire::Reader reader(bytes);
  std::uint8_t index = 0;
  reader(index);
  constexpr std::size_t kinds = std::variant_size_v<ArchiveMessage>;
  if (index >= kinds) throw wire::BadMessage();
  return read_alternative(index, reader, std::make_index_sequence<kinds>());
}

}  // namespace harness

#include "archive/messages.hpp"

#include <gmock/gmock.h>

#include "wire/archive.hpp"

namespace harness {
namespace {

TEST(ArchiveMessages, MembersComeBack) {
  const ArchiveMember sent{"a/b.c", ArchiveMember::Kind::hard_link, true, 7};
  const auto got = std::get<ArchiveMember>(decoded(encoded(sent)));
  EXPECT_EQ(got.name, sent.name);
  EXPECT_EQ(got.kind, sent.kind);
  EXPECT_EQ(got.executable, sent.executable);
  EXPECT_EQ(got.size, sent.size);
}

TEST(ArchiveMessages, ASizeMayBeUnknown) {
  EXPECT_EQ(std::get<ArchiveMember>(decoded(encoded(ArchiveMember{}))).size, std::nullopt);
}

TEST(ArchiveMessages, EachKindComesBackAsItself) {
  EXPECT_EQ(std::get<ArchivePiece>(decoded(encoded(ArchivePiece{std::string("\0x", 2)}))).bytes,
            std::string("\0x", 2));
  EXPECT_EQ(std::get<ArchiveDamage>(decoded(encoded(ArchiveDamage{"why"}))).why, "why");
  EXPECT_TRUE(std::holds_alternative<ArchiveEnd>(decoded(encoded(ArchiveEnd{}))));
}

TEST(ArchiveMessages, WhatMakesNoSenseIsAnError) {
  EXPECT_THROW(decoded(""), wire::BadMessage);
  EXPECT_THROW(decoded("\x09"), wire::BadMessage);
  EXPECT_THROW(decoded(std::string("\x01\xff\xff\xff\xff\0\0\0\0", 9)), wire::BadMessage);
}

}  // namespace
}  // namespace harness

#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace harness {

/// A member of an archive as an attacker would write it.
struct TestMember {
  std::string name;
  std::string content{};
  mode_t type = 0100000;  ///< as in st_mode: a regular file
  std::string symlink{};
  std::string hardlink{};
  std::uint64_t repeat = 1;  ///< the content, so many times
};

enum class TestArchive { zip, tar, tar_gz };

/// Writes an archive without asking whether it makes sense.
void write_archive(const std::filesystem::path& path, TestArchive kind,
                   const std::vector<TestMember>& members);

}  // namespace harness

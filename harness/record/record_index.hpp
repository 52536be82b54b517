#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/level.hpp"
#include "model/start_method.hpp"
#include "model/stdio_mode.hpp"
#include "model/verdict.hpp"
#include "record/words.hpp"

namespace harness {

/// What the index of a record keeps of one run: enough to find what differs; the rest is read again, where it
/// lies, for what does.
struct RecordEntry {
  std::uint32_t scenario = 0;        ///< in Words
  std::uint32_t implementation = 0;  ///< in Words
  std::uint32_t version = 0;         ///< in Words
  std::optional<StartMethod> start_method{};
  StdioMode stdio = StdioMode::pipe;
  Verdict verdict = Verdict::pass;
  Level level = Level::root;
  float wall_ms = 0;
  std::uint64_t output = 0;  ///< equal where both streams are, byte for byte
  std::uint64_t tree =
      0;  ///< equal where the processes, their ends and fates are the same, in the same order
  std::uint64_t offset = 0;  ///< of its line
  std::uint32_t length = 0;  ///< of its line, without the end
};

/// A record, gone through once. Its memory grows with the number of runs, not with what they wrote.
struct RecordIndex {
  std::filesystem::path path;
  std::string started;                            ///< RFC 3339; empty where it does not say
  std::map<std::string, std::string> properties;  ///< "libc" → "glibc 2.36": what may explain a difference
  std::vector<std::string> implementations;  ///< that were judged: "cpython 3.11.2", in the record's order
  std::optional<std::size_t> planned;        ///< runs
  bool torn = false;                         ///< a last line that lacks its end was left out
  std::vector<RecordEntry> entries;

  bool is_cut_short() const { return torn || (planned && *planned > entries.size()); }
};

/// Reads a record of `exeunt run`. Only the first line has to be as JsonLines writes it; a run needs the keys
/// that the design promises.
/// @throws CannotJudge naming the file and the line.
RecordIndex index_record(const std::filesystem::path& path, Words& words);

/// The line of one run. @throws CannotJudge where it is not there any more.
std::string line_at(const std::filesystem::path& path, const RecordEntry& entry);

}  // namespace harness

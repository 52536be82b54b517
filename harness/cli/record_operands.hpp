#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/streams.hpp"
#include "record/record_store.hpp"

namespace harness {

/// How records are named on the command line, for help texts.
inline constexpr const char* record_operand_help =
    "a record: a file (of --json), latest, latest~1 (the one before), or the name of a baseline";

/// The store of this user. @throws UsageError where there is none to be had.
RecordStore own_store(const Streams& streams);

/// The file that a word of the command line means. @throws UsageError where it means none, naming what there
/// is.
std::filesystem::path record_named(const std::string& word, const Streams& streams);

}  // namespace harness

#include "cli/record_operands.hpp"

#include <charconv>

#include "support/closest.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

// How many records back "latest~N" goes; nothing for another word.
std::optional<std::size_t> steps_back(const std::string& word) {
  constexpr std::string_view latest = "latest";
  if (word == latest) return 0;
  if (!word.starts_with("latest~")) return std::nullopt;
  const char* begin = word.data() + latest.size() + 1;
  const char* end = word.data() + word.size();
  std::size_t steps = 0;
  const auto [stop, error] = std::from_chars(begin, end, steps);
  return error == std::errc() && stop == end ? std::optional(steps) : std::nullopt;
}

fs::path record_back(const RecordStore& store, std::size_t steps, const std::string& word) {
  const std::vector<fs::path> records = store.records();
  if (steps < records.size()) return records[records.size() - 1 - steps];
  throw UsageError("there is no record '" + word + "'; " + std::to_string(records.size()) +
                   " are kept, exeunt run adds one");
}

}  // namespace

RecordStore own_store(const Streams& streams) {
  const std::optional<fs::path> folder = records_folder(streams.environment);
  if (!folder) throw UsageError("there is no folder of records; set EXEUNT_RECORDS, XDG_STATE_HOME or HOME");
  return RecordStore(*folder);
}

fs::path record_named(const std::string& word, const Streams& streams) {
  std::error_code error;
  if (fs::is_regular_file(word, error)) return word;
  if (const std::optional<std::size_t> steps = steps_back(word))
    return record_back(own_store(streams), *steps, word);
  std::vector<std::string> names;
  if (const std::optional<fs::path> folder = records_folder(streams.environment))
    names = RecordStore(*folder).baselines();
  for (const std::string& name : names) {
    if (name == word) return own_store(streams).baseline(name);
  }
  const std::optional<std::string> near = closest(word, names);
  throw UsageError("there is no record '" + word + "'" + (near ? " (closest: '" + *near + "')" : "") +
                   "; give a file of exeunt run --json, latest, latest~1, or the name of a baseline");
}

}  // namespace harness

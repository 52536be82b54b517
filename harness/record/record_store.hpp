#pragma once

#include <ctime>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace harness {

/// The folder of this user's records: $EXEUNT_RECORDS, else `exeunt` below $XDG_STATE_HOME, else below
/// ~/.local/state. Nothing where none of them is an absolute path, or where $EXEUNT_RECORDS is "off".
std::optional<std::filesystem::path> records_folder(
    const std::function<std::optional<std::string>(const std::string&)>& environment);

/// The records of runs, one file each as JsonLines writes it, and some of them kept under names.
class RecordStore {
 public:
  static constexpr std::size_t most_records = 100;
  static constexpr std::uintmax_t most_bytes = 1'000'000'000;

  explicit RecordStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Where the index of the records lies.
  std::filesystem::path index() const { return folder_ / "index.sqlite"; }

  /// The name of a record that begins now, and is not there yet; its folder is made.
  /// @param begun  UTC. @throws CannotJudge where the folder cannot be made.
  std::filesystem::path new_record(std::time_t begun) const;

  /// Oldest first.
  std::vector<std::filesystem::path> records() const;

  /// Removes the oldest records beyond most_records, and beyond most_bytes in all; the newest one stays.
  void prune() const;

  /// The record kept under a name, whether it is there or not. @throws UsageError for what cannot be a name:
  /// anything but letters, digits, '.', '_' and '-', not beginning with '.' or '-'.
  std::filesystem::path baseline(const std::string& name) const;

  /// Keeps a record under a name, in place of what was there. It stays when the record itself is removed.
  /// @throws CannotJudge where it cannot be copied.
  void keep(const std::filesystem::path& record, const std::string& name) const;

  /// The names under which records are kept.
  std::vector<std::string> baselines() const;

 private:
  std::filesystem::path folder_;
};

}  // namespace harness

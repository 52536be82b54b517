#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/errors.hpp"

namespace harness {

/// A file of settings that cannot be used: "FILE:LINE: KEY: what is wrong; what is allowed".
class BadSettings : public CannotJudge {
 public:
  BadSettings(const std::filesystem::path& file, int line, const std::string& what)
      : CannotJudge(file.string() + ":" + std::to_string(line) + ": " + what) {}
};

/// One table of a TOML file. Every key is asked for by its type; what nobody asked for is an error of
/// done(), so that no misspelt key is passed over. Complaints name file, line and key.
class TomlTable {
 public:
  /// The whole of a file. @throws BadSettings, CannotJudge where it cannot be read.
  static TomlTable of_file(const std::filesystem::path& file);
  ~TomlTable();
  TomlTable(TomlTable&&) noexcept;

  bool has(std::string_view key);
  int line() const;                         ///< where it begins
  int line_of(std::string_view key) const;  ///< of a key's value
  const std::filesystem::path& file() const;

  std::optional<std::string> text(std::string_view key);
  std::optional<double> number(std::string_view key, double least, double most);
  std::optional<int> whole(std::string_view key, int least, int most);
  std::optional<bool> truth(std::string_view key);
  /// A list of texts; one text alone is a list of one.
  std::optional<std::vector<std::string>> texts(std::string_view key);
  /// An offset date-time, in seconds since 1970.
  std::optional<long long> moment(std::string_view key);
  /// A number of bytes, as a number or with a unit: "64 MiB", "512 KiB", "1 GiB", "100 B".
  std::optional<unsigned long long> bytes(std::string_view key, int least = 1);
  std::optional<TomlTable> table(std::string_view key);
  /// An array of tables.
  std::vector<TomlTable> tables(std::string_view key);
  /// Whether `key` is an array whose members are tables.
  bool is_array_of_tables(std::string_view key) const;

  /// @throws BadSettings for a key that was never asked for, naming the closest that is known.
  void done() const;

  [[noreturn]] void complain(std::string_view key, const std::string& what) const;

 private:
  struct Content;
  explicit TomlTable(std::unique_ptr<Content> content);
  std::unique_ptr<Content> content_;
};

}  // namespace harness

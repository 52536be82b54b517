#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace bench {

/// A suite of equal small programs in a folder of its own, as this project lays one out, which other
/// harnesses read as well; removed by the destructor.
///
///     programs/small/tN   scenarios/small/tN.cpp   expected/small/tN.golden   outputs/tN
class SuiteFolder {
 public:
  /// @param program  copied `count` times; prints three lines.
  SuiteFolder(const std::filesystem::path& program, int count);
  ~SuiteFolder();
  SuiteFolder(const SuiteFolder&) = delete;
  SuiteFolder& operator=(const SuiteFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path programs() const { return path_ / "programs" / "small"; }
  std::filesystem::path outputs() const { return path_ / "outputs"; }
  const std::vector<std::string>& names() const { return names_; }

  void write(const std::filesystem::path& file, const std::string& text, bool executable = false) const;

 private:
  std::filesystem::path path_;
  std::vector<std::string> names_;
};

}  // namespace bench

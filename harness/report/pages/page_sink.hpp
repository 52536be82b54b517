#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace harness {

/// Where the files of a site go.
class PageSink {
 public:
  virtual ~PageSink() = default;
  /// @param path  relative, its folders separated by '/'; no component is "..".
  virtual void write(const std::string& path, std::string_view content) = 0;
};

/// Writes into a folder, which is made where it does not exist. @throws CannotJudge naming the file and why.
class FolderSink : public PageSink {
 public:
  explicit FolderSink(std::filesystem::path folder) : folder_(std::move(folder)) {}
  void write(const std::string& path, std::string_view content) override;

 private:
  std::filesystem::path folder_;
};

}  // namespace harness

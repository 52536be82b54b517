#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace harness {

/// One run of a record that a test writes by hand.
struct TestResult {
  std::string scenario = "exit/a";
  std::string start_method = "fork";  ///< empty: none
  std::string stdio = "pipe";
  std::string verdict = "pass";
  std::string out = "a\n";
  double wall_ms = 60;
  std::string level = "trace";
  std::string end = "exit 0";   ///< of the child
  std::string fate = "reaped";  ///< of the child
  int pid = 4711;               ///< of the child
  std::string implementation = "reference";
  std::string version = "0.1.0";
  std::string reason{};
};

/// A folder that goes with the test.
class RecordFolder {
 public:
  RecordFolder();
  ~RecordFolder();
  RecordFolder(const RecordFolder&) = delete;
  RecordFolder& operator=(const RecordFolder&) = delete;
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

  /// Writes a record. @param libc  in its fingerprint.
  std::filesystem::path record(const std::string& name, const std::vector<TestResult>& results,
                               const std::string& libc = "glibc 2.36",
                               const std::string& revision = "12ab") const;
  std::filesystem::path file(const std::string& name, const std::string& text) const;

 private:
  std::filesystem::path path_;
};

std::string first_line(std::size_t cases, const std::string& libc, const std::string& revision);
std::string line_of(const TestResult& result);

}  // namespace harness

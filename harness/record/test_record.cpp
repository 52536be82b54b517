#include "record/test_record.hpp"

#include <stdlib.h>

#include <stdexcept>

#include "record/json.hpp"
#include "support/file.hpp"

namespace harness {

RecordFolder::RecordFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "exeunt.XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for the test");
  path_ = pattern;
}

RecordFolder::~RecordFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string first_line(std::size_t cases, const std::string& libc, const std::string& revision) {
  const Json first{
      {"format", 1},
      {"platform", {{"os", "linux"}, {"libc", libc}, {"level", "trace"}, {"environment", {{"TZ", "UTC"}}}}},
      {"exeunt", "0.1.0"},
      {"started", "2030-01-02T03:04:05Z"},
      {"cases", cases},
      {"suite", {{"revision", revision}, {"dirty", false}}},
      {"implementations", {{{"name", "reference"}, {"version", "0.1.0"}}}}};
  return first.dump() + "\n";
}

std::string line_of(const TestResult& result) {
  const Json program{{"id", "program"}, {"parent", nullptr}, {"end", "exit 0"},
                     {"fate", "root"},  {"pid", 4000},       {"helper", false}};
  const Json child{{"id", "1"},           {"parent", "program"}, {"end", result.end},
                   {"fate", result.fate}, {"pid", result.pid},   {"helper", false}};
  Json run{{"scenario", result.scenario},
           {"implementation", result.implementation},
           {"version", result.version},
           {"start_method", result.start_method.empty() ? Json(nullptr) : Json(result.start_method)},
           {"stdio", result.stdio},
           {"verdict", result.verdict},
           {"reason_code", nullptr},
           {"reason", result.reason},
           {"level", result.level},
           {"wall_ms", result.wall_ms},
           {"stdout", result.out},
           {"stderr", ""},
           {"processes", {program, child}}};
  if (!result.reason.empty()) {
    run["differences"] = {
        {{"reason_code", "wrong-exit"},
         {"reason", result.reason},
         {"golden", "expected/" + result.scenario + ".golden"},
         {"line", 8},
         {"diff",
          {{{"kind", "expected"}, {"text", "child exit 1"}}, {{"kind", "seen"}, {"text", "child exit 0"}}}}}};
  }
  return run.dump() + "\n";
}

std::filesystem::path RecordFolder::record(const std::string& name, const std::vector<TestResult>& results,
                                           const std::string& libc, const std::string& revision) const {
  std::string text = first_line(results.size(), libc, revision);
  for (const TestResult& result : results)
    text += line_of(result);
  return file(name, text);
}

std::filesystem::path RecordFolder::file(const std::string& name, const std::string& text) const {
  const std::filesystem::path path = path_ / name;
  std::filesystem::create_directories(path.parent_path());
  write_file(path, text);
  return path;
}

}  // namespace harness

#include "cli/bench_programs.hpp"

#include <algorithm>

#include "support/errors.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

// Google Benchmark takes a regular expression.
std::string as_pattern(const std::string& text) {
  std::string pattern;
  for (const char c : text) {
    if (std::string_view(".[]{}()*+?^$|\\").find(c) != std::string_view::npos) pattern += '\\';
    pattern += c;
  }
  return pattern.empty() ? "." : pattern;
}

std::vector<std::string> bench_command(const fs::path& program, const BenchWish& wish,
                                       const std::string& what) {
  return {program.string(), "--effort=" + wish.effort, "--benchmark_filter=" + as_pattern(wish.filter), what};
}

std::string without_how(const std::string& name) {
  return name.substr(0, name.find("/iterations:"));
}

std::vector<std::string> measurements_of(const fs::path& program, const BenchWish& wish) {
  ReadCommand command(bench_command(program, wish, "--benchmark_list_tests=true"));
  std::string text;
  command.read([&](std::string_view piece) { text += piece; });
  command.finish();
  std::vector<std::string> names;
  for (const std::string& line : lines_of(text))
    names.push_back(without_how(line));
  return names;
}

// A measurement is done when its name stands in the output.
std::size_t count_done(std::string_view json) {
  constexpr std::string_view key = "\"run_name\":";
  std::size_t count = 0;
  for (std::size_t at = json.find(key); at != std::string_view::npos; at = json.find(key, at + key.size()))
    ++count;
  return count;
}

}  // namespace

std::vector<BenchProgram> bench_programs(const fs::path& folder, const BenchWish& wish) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (entry.is_regular_file()) paths.push_back(entry.path());
  }
  if (paths.empty()) {
    throw CannotJudge("there are no benchmark programs in " + folder.string() +
                      "; they are built where Google Benchmark (libbenchmark-dev) is installed");
  }
  std::sort(paths.begin(), paths.end());
  std::vector<BenchProgram> programs;
  for (const fs::path& path : paths) {
    BenchProgram program{path, measurements_of(path, wish)};
    if (!program.measurements.empty()) programs.push_back(std::move(program));
  }
  return programs;
}

std::string run_bench(const BenchProgram& program, const BenchWish& wish,
                      const std::function<void(std::size_t)>& done) {
  ReadCommand command(bench_command(program.path, wish, "--benchmark_format=json"));
  std::string json;
  command.read([&](std::string_view piece) {
    json += piece;
    done(count_done(json));
  });
  command.finish();
  return json;
}

}  // namespace harness

#include "watch/launcher/launcher.hpp"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <system_error>
#include <utility>

#include "watch/launcher/ending.hpp"
#include "watch/launcher/report.hpp"
#include "watch/launcher/run.hpp"

namespace harness::launcher {
namespace {

constexpr int could_not_run = 125;
constexpr int wrong_command_line = 126;

void write_report_to(const std::filesystem::path& path, const Observation& seen) {
  std::ofstream file(path, std::ios::binary);
  write_report(file, seen);
  file.close();
  if (!file)
    throw std::system_error(errno, std::generic_category(),
                            "cannot write the report '" + path.string() + "'");
}

}  // namespace

Status launch(std::span<const Word> words, std::ostream& errors, Options defaults) {
  try {
    const Options options = options_of(words, std::move(defaults));
    const Observation seen = run(options);
    if (!options.report.empty()) write_report_to(options.report, seen);
    if (seen.timed_out)
      errors << "exeunt-launcher: killed at the time limit of " << options.limit->count() << " ms\n";
    return status_of(seen, options.for_unix);
  } catch (const UsageError& error) {
    errors << "exeunt-launcher: " << error.what() << "\n\n" << usage();
    return exited_with(wrong_command_line);
  } catch (const std::system_error& error) {
    errors << "exeunt-launcher: " << error.what() << "\n";
    return exited_with(could_not_run);
  }
}

}  // namespace harness::launcher

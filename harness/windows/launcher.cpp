#include "windows/launcher.hpp"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <system_error>

#include "windows/report.hpp"
#include "windows/run.hpp"

namespace harness::windows {
namespace {

constexpr unsigned long could_not_run = 125;
constexpr unsigned long wrong_command_line = 126;

void write_report_to(const std::filesystem::path& path, const Observation& seen) {
  std::ofstream file(path, std::ios::binary);
  write_report(file, seen);
  file.close();
  if (!file)
    throw std::system_error(errno, std::generic_category(),
                            "cannot write the report '" + path.string() + "'");
}

}  // namespace

unsigned long launch(std::wstring_view command_line, std::ostream& errors) {
  try {
    const Options options = options_of(command_line);
    const Observation seen = run(options);
    if (!options.report.empty()) write_report_to(options.report, seen);
    if (seen.timed_out)
      errors << "exeunt-launcher: killed at the time limit of " << options.limit->count() << " ms\n";
    return status_of(seen, options.for_unix);
  } catch (const UsageError& error) {
    errors << "exeunt-launcher: " << error.what() << "\n\n" << usage;
    return wrong_command_line;
  } catch (const std::system_error& error) {
    errors << "exeunt-launcher: " << error.what() << "\n";
    return could_not_run;
  }
}

}  // namespace harness::windows

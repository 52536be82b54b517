#include "watch/launcher/launcher.hpp"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <system_error>
#include <utility>

#include "watch/launcher/ending.hpp"
#include "watch/launcher/run.hpp"

namespace harness::watch {
namespace {

constexpr Exited could_not_run{125};
constexpr Exited wrong_command_line{126};

void write_to(const std::filesystem::path& path, const wire::RunReport& report) {
  std::ofstream file(path, std::ios::binary);
  file << wire::encode(report);
  file.close();
  if (!file)
    throw std::system_error(errno, std::generic_category(),
                            "cannot write the report '" + path.string() + "'");
}

}  // namespace

Ending launch(std::span<const Word> words, std::ostream& errors, Options defaults) {
  try {
    const Options options = options_of(words, std::move(defaults));
    const wire::RunReport report = run(options);
    if (!options.report.empty()) write_to(options.report, report);
    if (report.stopped == Stopped::time_limit)
      errors << "exeunt-launcher: killed at the time limit of " << options.limit->count() << " ms\n";
    return passed_on(ending_of_program(report), options.for_unix);
  } catch (const UsageError& error) {
    errors << "exeunt-launcher: " << error.what() << "\n\n" << usage();
    return wrong_command_line;
  } catch (const std::system_error& error) {
    errors << "exeunt-launcher: " << error.what() << "\n";
    return could_not_run;
  }
}

}  // namespace harness::watch

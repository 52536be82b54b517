
#include "cli/exit_codes.hpp"
#include "cli/machinery.hpp"
#include "cli/options.hpp"
#include "cli/stop_signals.hpp"
#include "cli/values.hpp"
#include "cli/verbs.hpp"
#include "report/failures.hpp"
#include "report/terminal/case_lines.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

struct CheckWords {
  CheckRequest request;
  std::vector<std::string> golden;
  std::vector<StartMethod> start_methods;
  std::vector<StdioMode> stdio{StdioMode::tty, StdioMode::pipe};
  std::optional<std::chrono::milliseconds> limit;  // of a sandbox too
  bool sandbox = false;
  bool verbose = false;
  std::string colour = "auto";
};

Version version_of(const std::string& option, const std::string& text) {
  const std::optional<Version> version = parse_version(text);
  if (!version) throw UsageError(option + ": '" + text + "' does not begin with a number");
  return *version;
}

void declare(Options& options, CheckWords& words) {
  RunSettings& settings = words.request.settings;
  Conditions& conditions = words.request.conditions;
  options.argument("GOLDEN", words.golden, "the file that says what is expected");
  options.rest("-- PROGRAM ARG...", words.request.argv, "what is run; looked up in PATH where it has no /");
  options.heading("which sections of the golden hold");
  declare_words(
      options, "--start-method", words.start_methods, all_start_methods,
      "of fork, spawn, forkserver: a run for each, told to the program as EXEUNT_START_METHOD; default: "
      "one run without");
  declare_words(options, "--stdio", words.stdio, all_stdio_modes,
                "of tty, pipe, file: a run for each; default: tty,pipe");
  options.value(
      "--implementation", "NAME",
      [&](const auto& text) {
        conditions.implementation = text;
        words.request.with_helpers = true;
      },
      "that sections are chosen for: reference (the default), cpython, pypy, python:MODULE, or any "
      "other name. "
      "Where it is named, the helpers of its start methods are left out of the tree");
  options.value(
      "--version", "VERSION", [&](const auto& text) { conditions.version = version_of("--version", text); },
      "of the implementation: 3.12.1");
  options.value(
      "--python-version", "VERSION",
      [&](const auto& text) { conditions.python_version = version_of("--python-version", text); },
      "of the Python that it speaks: for sections as [python<3.13]; default: cpython's own version");
  options.value("--platform", "NAME", conditions.platform, "default: this one");
  options.heading("how it is run");
  options.value(
      "--time-scale", "X", [&](const auto& text) { settings.time_scale = time_scale("--time-scale", text); },
      "told to the program as EXEUNT_TIME_SCALE");
  options.value(
      "--timeout", "SECONDS", [&](const auto& text) { words.limit = seconds("--timeout", text); },
      "limit of one run where the golden names none; default: 30");
  options.value(
      "--observe", "LEVEL", [&](const auto& text) { settings.level = own_level("--observe", text); },
      "how closely: trace, passive, adopt or root; default: the best that this host allows");
  options.flag("--sandbox", words.sandbox,
               "confine it as a stranger's program: no network, nothing of this host but the system and the "
               "files among its arguments, limits on time (5 s), memory, processes, output and disk");
  options.heading("what is told");
  options.flag("-v,--verbose", words.verbose, "the processes of every run");
  options.value("--color", "WHEN", words.colour, "auto, always or never; NO_COLOR is heeded");
  options.epilogue(
      "The format of a golden: man 5 exeunt-golden, or docs/golden.md.\n\n"
      "examples:\n"
      "  exeunt check expected/exit/exit_main_process.golden -- ./a.out\n"
      "  exeunt check mine.golden --stdio pipe --timeout 5 -- python3 mine.py --fast\n"
      "  exeunt check theirs.golden --sandbox -- ./theirs\n");
  options.exit_statuses(exit_statuses_of_runs());
}

CheckRequest request_of(const CheckWords& words) {
  if (words.golden.size() != 1) throw UsageError("check: one GOLDEN is wanted, then -- and the program");
  if (words.request.argv.empty()) throw UsageError("check: the program is missing; write it behind --");
  CheckRequest request = words.request;
  request.golden = words.golden.front();
  Conditions& conditions = request.conditions;
  if (conditions.implementation == "cpython" && !conditions.python_version)
    conditions.python_version = conditions.version;
  if (words.limit) request.settings.time_limit = *words.limit;
  if (words.sandbox) {
    request.sandbox.emplace();
    if (words.limit) request.sandbox->wall = *words.limit;
  }
  return request;
}

// One request for each combination of start method and stdio mode.
std::vector<CheckRequest> requests_of(const CheckWords& words) {
  const CheckRequest base = request_of(words);
  std::vector<std::optional<StartMethod>> methods{words.start_methods.begin(), words.start_methods.end()};
  if (methods.empty()) methods.emplace_back(std::nullopt);
  std::vector<CheckRequest> requests;
  for (const std::optional<StartMethod> method : methods) {
    for (const StdioMode mode : words.stdio) {
      requests.push_back(base);
      requests.back().conditions.start_method = method;
      requests.back().conditions.stdio = mode;
    }
  }
  return requests;
}

Line verdict_line(const CaseResult& result, const Style& style) {
  Line line = case_line(result, style, false);
  const std::size_t unchecked = result.comparison.not_checked.size();
  if (unchecked > 0) {
    line.push_back({harness::format("  {} {} not checked at level {}", unchecked,
                                    unchecked == 1 ? "fact" : "facts", to_string(result.seen.level)),
                    Colour::yellow});
  }
  return line;
}

int act(CheckWords& words, Streams& streams) {
  const Style style = style_for(streams, words.colour);
  const StopSignals signals(streams.machinery.request_stop);
  Summary summary;
  Failures failures;
  for (const CheckRequest& request : requests_of(words)) {
    const CheckResult checked = streams.machinery.check(request);
    CaseResult result = checked.result;
    result.judged.scenario = &checked.scenario;
    count(summary, result);
    failures.add(result);
    const std::vector<Line> lines =
        words.verbose ? case_lines(result, style) : std::vector<Line>{verdict_line(result, style)};
    streams.out << render(lines, style) << std::flush;
    summary.interrupted = StopSignals::received();
    if (summary.interrupted) break;
  }
  for (const Failure& failure : failures.wrong()) {
    streams.out << "\n" << render(failure_lines(failure, style, std::filesystem::current_path()), style);
  }
  streams.out << render(guess_lines(failures.guesses(), style), style);
  return exit_status(summary);
}

}  // namespace

Verb check_verb() {
  return make_verb<CheckWords>(
      "check", "[OPTIONS] GOLDEN -- PROGRAM ARG...",
      "Runs any program, compares what it wrote and what became of its processes with one golden file, and "
      "says what differs.",
      declare, act);
}

}  // namespace harness

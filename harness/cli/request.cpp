#include "cli/request.hpp"

#include "cli/values.hpp"
#include "pipeline/implementation.hpp"
#include "support/find_program.hpp"

namespace harness {
namespace {

constexpr int most_jobs = 1024;

}  // namespace

void declare_filters(Options& options, std::vector<std::string>& filters) {
  options.argument(
      "FILTER", filters,
      "which scenarios: a name (exit/exit_main_process), a chapter (exit), a pattern ('exit/*'), or any "
      "part of a name (daemon); several add up; none means all");
}

void declare_suite(Options& options, SuitePaths& paths) {
  paths = built_suite();
  const auto into = [](std::filesystem::path& path) {
    return [&path](const std::string& text) { path = text; };
  };
  options.heading("another suite than the built one");
  options.value("--scenarios", "DIR", into(paths.scenarios), "sources: CHAPTER/NAME.cpp and CHAPTER/NAME.py");
  options.value("--expected", "DIR", into(paths.expected), "goldens: CHAPTER/NAME.golden");
  options.value("--programs", "DIR", into(paths.programs), "programs of the reference: CHAPTER/NAME");
}

void declare_run(Options& options, RunRequest& request) {
  RunSettings& settings = request.settings;
  options.heading("what is run");
  options.values(
      "--implementation", "WHAT", true, request.implementations,
      "whose programs: reference (the library here, the default); cpython or pypy (the twins, the same "
      "scenarios in Python; the interpreter's own word decides which it is); python:MODULE (the twins with "
      "MODULE in the place of multiprocessing, as python:billiard); all (reference and cpython); or a folder "
      "with somebody's programs, CHAPTER/NAME; several by comma or repetition");
  options.values(
      "--python", "PATH", false,
      [&](const auto& texts) { request.pythons.assign(texts.begin(), texts.end()); },
      "interpreter for the twins, a path or a name on PATH, instead of the python3 (of pypy: the pypy3) that "
      "is found there; repeatable, to judge several; the runs of one that is not there are skipped");
  declare_words(options, "--start-method", request.start_methods, all_start_methods,
                "of fork, spawn, forkserver; default: all that a scenario has");
  declare_words(options, "--stdio", request.stdio, all_stdio_modes,
                "what programs write to, of tty, pipe, file; default: tty,pipe");
  options.heading("how it is run");
  options.value(
      "--jobs", "N", [&](const auto& text) { request.jobs = whole_number("--jobs", text, most_jobs); },
      "runs at once; default: as many as the machine bears, they mostly sleep");
  options.value(
      "--time-scale", "X", [&](const auto& text) { settings.time_scale = time_scale("--time-scale", text); },
      "stretches or shortens the waiting inside scenarios");
  options.value(
      "--timeout", "SECONDS", [&](const auto& text) { settings.time_limit = seconds("--timeout", text); },
      "limit of one run whose golden names none; default: 30");
  options.value(
      "--through", "PROGRAM", [&](const auto& text) { request.through = find_program(text); },
      "executes the reference's programs: an emulator or launcher, for programs of another platform");
  options.value("--platform", "NAME", request.platform,
                "what sections of goldens are chosen for: linux, linux-musl, windows...; default: this one");
  options.value(
      "--observe", "LEVEL",
      [&](const auto& text) { settings.level = word<Level>("--observe", text, all_levels); },
      "how closely: trace, passive, adopt or root; default: the best that this host allows; or job: as "
      "the program of --through has seen it, which writes that to the file EXEUNT_REPORT");
  options.choices("--observe", words_in(all_levels));
  options.choices("--implementation", {implementation_words.begin(), implementation_words.end()});
}

void refuse_contradictions(const RunRequest& request) {
  if (request.settings.level == Level::job) {
    if (request.through.empty())
      throw UsageError("--observe job needs --through: its program hands over what it saw");
    if (request.implementations != std::vector<std::string>{"reference"})
      throw UsageError(
          "--observe job: --through executes the programs of reference, of no other implementation");
  }
  if (request.settings.shake != 0 && request.settings.attribute)
    throw UsageError("--shake excludes --attribute");
}

}  // namespace harness

#include "cli/request.hpp"

#include "cli/values.hpp"
#include "pipeline/implementation.hpp"
#include "support/find_program.hpp"

namespace harness {
namespace {

constexpr int most_jobs = 1024;
constexpr double most_time_scale = 1000;

void check_that_it_can_be_handed_over(const RunRequest& request) {
  if (request.through.empty())
    throw UsageError("--observe job needs --through: its program hands over what it saw");
  if (request.implementations != std::vector<std::string>{"reference"})
    throw UsageError(
        "--observe job: --through executes the programs of reference, of no other implementation");
}

}  // namespace

void declare_filters(Options& options, RequestWords& words) {
  options.argument(
      "FILTER", words.filters,
      "which scenarios: a name (exit/exit_main_process), a chapter (exit), a pattern ('exit/*'), or any "
      "part of a name (daemon); several add up; none means all");
}

void declare_suite(Options& options, RequestWords& words) {
  options.heading("another suite than the built one");
  options.value("--scenarios", "DIR", words.scenarios, "sources: CHAPTER/NAME.cpp and CHAPTER/NAME.py");
  options.value("--expected", "DIR", words.expected, "goldens: CHAPTER/NAME.golden");
  options.value("--programs", "DIR", words.programs, "programs of the reference: CHAPTER/NAME");
}

void declare_run(Options& options, RequestWords& words) {
  options.heading("what is run");
  options.values(
      "--implementation", "WHAT", true, words.implementations,
      "whose programs: reference (the library here, the default); cpython or pypy (the twins, the same "
      "scenarios in Python; the interpreter's own word decides which it is); python:MODULE (the twins with "
      "MODULE in the place of multiprocessing, as python:billiard); all (reference and cpython); or a folder "
      "with somebody's programs, CHAPTER/NAME; several by comma or repetition");
  options.values(
      "--python", "PATH", false, words.pythons,
      "interpreter for the twins, a path or a name on PATH, instead of the python3 (of pypy: the pypy3) that "
      "is found there; repeatable, to judge several; the runs of one that is not there are skipped");
  options.values("--start-method", "LIST", true, words.start_methods,
                 "of fork, spawn, forkserver; default: all that a scenario has");
  options.values("--stdio", "LIST", true, words.stdio,
                 "what programs write to, of tty, pipe, file; default: tty,pipe");
  options.heading("how it is run");
  options.value("--jobs", "N", words.jobs,
                "runs at once; default: as many as the machine bears, they mostly sleep");
  options.value("--time-scale", "X", words.time_scale, "stretches or shortens the waiting inside scenarios");
  options.value("--timeout", "SECONDS", words.timeout,
                "limit of one run whose golden names none; default: 30");
  options.value(
      "--through", "PROGRAM", words.through,
      "executes the reference's programs: an emulator or launcher, for programs of another platform");
  options.value("--platform", "NAME", words.platform,
                "what sections of goldens are chosen for: linux, linux-musl, windows...; default: this one");
  options.value(
      "--observe", "LEVEL", words.observe,
      "how closely: trace, passive, adopt or root; default: the best that this host allows; or job: as "
      "the program of --through has seen it, which writes that to the file EXEUNT_REPORT");
  options.choices("--start-method", {"fork", "spawn", "forkserver"});
  options.choices("--stdio", {"tty", "pipe", "file"});
  options.choices("--observe", {"trace", "passive", "job", "adopt", "root"});
  options.choices("--implementation", {implementation_words.begin(), implementation_words.end()});
}

SuitePaths paths_of(const RequestWords& words) {
  SuitePaths paths = built_suite();
  if (words.scenarios) paths.scenarios = *words.scenarios;
  if (words.expected) paths.expected = *words.expected;
  if (words.programs) paths.programs = *words.programs;
  return paths;
}

RunRequest request_of(const RequestWords& words) {
  RunRequest request;
  request.paths = paths_of(words);
  request.filters = words.filters;
  if (!words.implementations.empty()) request.implementations = words.implementations;
  request.pythons.assign(words.pythons.begin(), words.pythons.end());
  request.start_methods =
      harness::words<StartMethod>("--start-method", words.start_methods, all_start_methods);
  if (!words.stdio.empty())
    request.stdio = harness::words<StdioMode>("--stdio", words.stdio, all_stdio_modes);
  if (words.jobs) request.jobs = whole_number("--jobs", *words.jobs, most_jobs);
  if (words.time_scale)
    request.time_scale = positive_number("--time-scale", *words.time_scale, most_time_scale);
  if (words.timeout) request.time_limit = seconds("--timeout", *words.timeout);
  request.attribute = words.attribute;
  if (words.through) request.through = find_program(*words.through);
  if (words.platform) request.platform = *words.platform;
  if (words.observe) request.level = word<Level>("--observe", *words.observe, all_levels);
  if (request.level == Level::job) check_that_it_can_be_handed_over(request);
  return request;
}

}  // namespace harness

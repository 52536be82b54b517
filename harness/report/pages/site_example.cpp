// Writes a site of hand-made runs and pages of `exeunt watch` into the folder that is named.

#include <iostream>
#include <optional>

#include "record/test_observations.hpp"
#include "record/test_results.hpp"
#include "report/pages/page_sink.hpp"
#include "report/pages/site.hpp"
#include "report/pages/watch_page.hpp"

namespace {

using namespace harness;

constexpr const char* chapters[] = {"exit", "join", "orphans"};
constexpr const char* names[] = {"exit_child_status_one", "join_timeout_expires", "parent_ends_first"};

void plan(TestRun& run, const std::string& implementation) {
  for (std::size_t i = 0; i < 3; ++i) {
    for (const StartMethod method : {StartMethod::fork, StartMethod::spawn, StartMethod::forkserver}) {
      for (const StdioMode stdio : {StdioMode::tty, StdioMode::pipe}) {
        run.plan(std::string(chapters[i]) + "/" + names[i], method, stdio, implementation);
      }
    }
  }
  run.plan("errors/no_process_at_all", std::nullopt, StdioMode::tty, implementation);
}

CaseResult result_of(const Case& c) {
  const bool wrong = c.scenario->chapter() == "exit" && c.conditions.implementation == "reference";
  CaseResult result = wrong ? wrong_exit(c) : passed(c);
  if (c.scenario->chapter() == "orphans" && c.conditions.start_method == StartMethod::spawn) {
    result = judged(c, Verdict::known_fail, ReasonCode::wrong_tree, "the orphan is told too late");
  }
  const Observation seen = family();
  result.seen.processes = seen.processes;
  result.seen.events = seen.events;
  result.seen.out = seen.out;
  result.seen.err = seen.err;
  return result;
}

std::optional<std::string> text_of(const std::filesystem::path& path) {
  if (path.extension() != ".golden") return std::nullopt;
  return "-- stdout --\nChild process running\nExiting...\nAlive: False\nExitcode: 1\n-- processes --\n"
         "program            exit 0\n  child            exit 1      reaped\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: site_example FOLDER\n";
    return 3;
  }
  TestRun run;
  plan(run, "reference");
  plan(run, "cpython");
  FolderSink sink(argv[1]);
  Site site(sink, {this_platform(), "0.1.0", "2026-01-01T00:00:00Z", "/suite"}, text_of);
  run.play(site, result_of);
  sink.write("watch.html", watch_page(family()));
  sink.write("crowd.html", watch_page(crowd(2000), 60));
  sink.write("hostile.html", watch_page(hostile_family()));
  return 0;
}

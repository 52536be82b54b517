#include "cli/verbs.hpp"

#include <array>

namespace harness {

int accept_verb(std::vector<std::string> arguments, Streams& streams);
int bench_verb(std::vector<std::string> arguments, Streams& streams);
int check_verb(std::vector<std::string> arguments, Streams& streams);
int compare_verb(std::vector<std::string> arguments, Streams& streams);
int completions_verb(std::vector<std::string> arguments, Streams& streams);
int doctor_verb(std::vector<std::string> arguments, Streams& streams);
int grade_verb(std::vector<std::string> arguments, Streams& streams);
int list_verb(std::vector<std::string> arguments, Streams& streams);
int merge_verb(std::vector<std::string> arguments, Streams& streams);
int history_verb(std::vector<std::string> arguments, Streams& streams);
int report_verb(std::vector<std::string> arguments, Streams& streams);
int run_verb(std::vector<std::string> arguments, Streams& streams);
int watch_verb(std::vector<std::string> arguments, Streams& streams);
int show_verb(std::vector<std::string> arguments, Streams& streams);

std::span<const Verb> verbs() {
  static constexpr std::array all{
      Verb{"list", "what scenarios there are", list_verb},
      Verb{"show", "one scenario: program, twin, expectation and what it teaches", show_verb},
      Verb{"run", "run scenarios, compare them with their goldens, report", run_verb},
      Verb{"watch", "run any program and show its processes", watch_verb},
      Verb{"check", "run any program against one golden", check_verb},
      Verb{"accept", "review what changed, then renew goldens", accept_verb},
      Verb{"grade", "coursework: build, run in a sandbox, score, give feedback", grade_verb},
      Verb{"merge", "one result of what several shards graded", merge_verb},
      Verb{"compare", "what differs between recorded runs, or two files of bench", compare_verb},
      Verb{"history", "the verdicts of a scenario over the recorded runs", history_verb},
      Verb{"report", "the reports of a recorded run, made again", report_verb},
      Verb{"bench", "what starting and joining a process costs, beside the least possible", bench_verb},
      Verb{"doctor", "what this host can observe and isolate, and what mends the rest", doctor_verb},
      Verb{"completions", "what makes a shell complete the words of this command", completions_verb},
  };
  return all;
}

}  // namespace harness

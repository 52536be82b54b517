#include "watch/launcher/launcher.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "model/names.hpp"
#include "support/unique_fd.hpp"
#include "watch/fates.hpp"
#include "watch/launcher/ending.hpp"
#include "watch/launcher/run.hpp"
#include "watch/launcher/watcher.hpp"

// Whole runs of small programs of known shape (launcher_shapes_posix.cpp).

namespace harness::watch {
namespace {

using namespace std::chrono_literals;
using wire::RunReport;
namespace fs = std::filesystem;

Options shape(const std::string& name, const std::string& number = "0") {
  ::setenv("LAUNCHER_SHAPES", LAUNCHER_SHAPES, 1);
  Options options;
  options.program = {LAUNCHER_SHAPES, name, number};
  options.grace = 60s;
  return options;
}

/// "program exit 1 root, 1 exit 3 reaped".
std::string tree_of(const RunReport& seen) {
  std::string text;
  for (const Process& process : fates_of(seen)) {
    if (!text.empty()) text += ", ";
    text += process.id + " " + (process.end ? to_string(*process.end) : "?") + " ";
    text += process.fate ? to_string(*process.fate) : "-";
  }
  return text;
}

/// What is seen of a shape, where the platform sees who was waited for; and whatever it is, nothing more.
void expect_tree(const std::string& name, const std::string& tree) {
  const RunReport seen = run(shape(name));
  EXPECT_EQ(seen.stopped, Stopped::by_itself);
  if (reaps_seen_here != ReapsSeen::none) {
    EXPECT_EQ(tree_of(seen), tree) << name;
  } else {
    EXPECT_EQ(tree_of(seen).substr(0, tree.find(',')), tree.substr(0, tree.find(','))) << name;
  }
}

TEST(Launcher, SeesAProgramAlone) {
  const RunReport seen = run(shape("exit", "7"));
  EXPECT_EQ(tree_of(seen), "program exit 7 root");
  EXPECT_EQ(seen.level, Level::job);
  EXPECT_TRUE(seen.is_complete);
  const Process program = fates_of(seen).front();
  EXPECT_EQ(program.exec, true);
  EXPECT_EQ(program.argv, (std::vector<std::string>{LAUNCHER_SHAPES, "exit", "7"}));
  EXPECT_GE(static_cast<double>(seen.wall_us) / 1000, program.end_ms);
}

TEST(Launcher, SeesChildrenAndGrandchildren) {
  expect_tree("parent", "program exit 1 root, 1 exit 3 reaped, 2 exit 200 reaped");
  expect_tree("grandparent", "program exit 0 root, 1 exit 1 reaped, 1.1 exit 3 reaped, 1.2 exit 200 reaped");
}

TEST(Launcher, SeesHowProcessesEnd) {
  expect_tree("crash", "program signal SIGABRT root");
  expect_tree("kill", "program exit 0 root, 1 signal SIGTERM reaped");
  expect_tree("group", "program signal SIGUSR1 root");
}

TEST(Launcher, SeesWhatBecameOfThem) {
  expect_tree("zombie", "program exit 0 root, 1 exit 4 zombie");
  expect_tree("zombies", "program exit 0 root, 1 exit 0 reaped, 1.1 exit 3 zombie, 1.2 exit 4 zombie");
  expect_tree("ignore", "program exit 0 root, 1 exit 6 reaped");
  expect_tree("orphan", "program exit 2 root, 1 exit 5 orphaned");
}

TEST(Launcher, SeesTheOrphansOfThoseThatAreKilled) {
  const RunReport seen = run(shape("kill-parents"));
  if (reaps_seen_here == ReapsSeen::none) return;
  std::vector<std::optional<Fate>> fates;
  for (const Process& process : fates_of(seen)) {
    if (process.end == Ending(Exited{5})) fates.push_back(process.fate);
  }
  EXPECT_EQ(fates, std::vector<std::optional<Fate>>(40, Fate::orphaned));
}

TEST(Launcher, SeesThreadsAsWhatTheyAre) {
  expect_tree("thread", "program exit 0 root, 1 exit 7 reaped");
  expect_tree("first-thread", "program exit 8 root, 1 exit 7 reaped");
  expect_tree("execute-in-thread", "program exit 9 root");
}

TEST(Launcher, SeesManyThatEndAtOnce) {
  const RunReport seen = run(shape("many"));
  if (reaps_seen_here == ReapsSeen::none) return;
  const std::vector<Process> processes = fates_of(seen);
  ASSERT_EQ(processes.size(), 201U);
  for (std::size_t i = 1; i < processes.size(); ++i) {
    EXPECT_EQ(processes[i].end, Ending(Exited{static_cast<int>(i - 1)}));
    EXPECT_EQ(processes[i].fate, Fate::reaped) << i;
  }
}

TEST(Launcher, SeesWhatTheyExecute) {
  const RunReport seen = run(shape("execute"));
  EXPECT_EQ(ending_of_program(seen), Ending(Exited{4}));
  if (reaps_seen_here == ReapsSeen::none) return;
  const std::vector<Process> processes = fates_of(seen);
  ASSERT_EQ(processes.size(), 2U);
  EXPECT_EQ(processes[0].argv, (std::vector<std::string>{"shapes", "exit", "4"}));
  EXPECT_EQ(processes[1].argv, (std::vector<std::string>{"shapes", "exit", "3"}));
  EXPECT_EQ(processes[1].exec, true);
}

TEST(Launcher, KnowsHelpersByTheirMark) {
  Options options = shape("server");
  options.helper_marks = {"--serv"};
  const RunReport seen = run(options);
  if (reaps_seen_here == ReapsSeen::none) return;
  EXPECT_EQ(tree_of(seen), "program exit 0 root, 1 exit 3 reaped, 2 exit 200 reaped, helper 1 exit 1 reaped");
}

TEST(Launcher, KillsALeakBehindItsGrace) {
  Options options = shape("leak");
  options.grace = 100ms;
  const RunReport seen = run(options);
  EXPECT_EQ(tree_of(seen).substr(0, 19), "program exit 4 root");
  EXPECT_EQ(seen.stopped, Stopped::by_itself);
  if (reaps_seen_here == ReapsSeen::none) return;
  EXPECT_EQ(tree_of(seen), "program exit 4 root, 1 ? leaked");
  EXPECT_GE(seen.wall_us, 100'000);
  EXPECT_EQ(::kill(*fates_of(seen)[1].pid, 0), -1);
}

TEST(Launcher, KillsEverythingAtTheTimeLimit) {
  Options options = shape("hang");
  options.limit = 300ms;
  const RunReport seen = run(options);
  EXPECT_EQ(tree_of(seen), "program ? root");
  EXPECT_EQ(ending_of_program(seen), killed_ending);
  EXPECT_EQ(seen.stopped, Stopped::time_limit);
}

std::vector<Word> words_of(std::initializer_list<const char*> texts) {
  std::vector<Word> words;
  for (const char* text : texts)
    words.push_back({text});
  return words;
}

struct Pipe {
  Pipe() {
    int ends[2] = {};
    if (::pipe(ends) != 0) std::abort();
    reader.reset(ends[0]);
    writer.reset(ends[1]);
  }
  UniqueFd reader, writer;
};

/// This program as a launcher of a shape, its output in a pipe.
pid_t launch_apart(const char* name, Pipe& output) {
  ::setenv("LAUNCHER_SHAPES", LAUNCHER_SHAPES, 1);
  const pid_t pid = ::fork();
  if (pid != 0) {
    output.writer.reset();
    return pid;
  }
  ::dup2(output.writer.get(), 1);
  ::dup2(output.writer.get(), 2);
  output.writer.reset();
  std::ostringstream errors;
  const Ending end = launch(words_of({LAUNCHER_SHAPES, name}), errors);
  (void)!::write(2, errors.str().data(), errors.str().size());
  ::_exit(end_with(end));
}

std::string rest_of(const UniqueFd& reader) {
  std::string text;
  char buffer[256];
  for (ssize_t count = 0; (count = ::read(reader.get(), buffer, sizeof buffer)) > 0;)
    text.append(buffer, static_cast<std::size_t>(count));
  return text;
}

TEST(Launcher, LeavesItsStreamsToTheProgram) {
  Pipe output;
  const pid_t launcher = launch_apart("say", output);
  EXPECT_EQ(rest_of(output.reader), "err\nout\n");
  int status = 0;
  EXPECT_EQ(::waitpid(launcher, &status, 0), launcher);
  EXPECT_EQ(status, 0);
}

TEST(Launcher, EndsAsTheProgramDoes) {
  Pipe output;
  const pid_t launcher = launch_apart("crash", output);
  int status = 0;
  EXPECT_EQ(::waitpid(launcher, &status, 0), launcher);
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT) << status;
}

// The pipe is at its end when nobody is left who holds it.
void expect_to_take_the_program_with_it(int signal, const std::string& said) {
  Pipe output;
  const pid_t launcher = launch_apart("say-pid", output);
  std::string line;
  for (char c = 0; ::read(output.reader.get(), &c, 1) == 1 && c != '\n';)
    line += c;
  EXPECT_EQ(::kill(static_cast<pid_t>(std::stol(line)), 0), 0);
  EXPECT_EQ(::kill(launcher, signal), 0);
  EXPECT_EQ(rest_of(output.reader), said);
  int status = 0;
  EXPECT_EQ(::waitpid(launcher, &status, 0), launcher);
}

TEST(Launcher, TakesTheProgramWithItWhereItIsAskedToEnd) {
  const std::string why(std::generic_category().message(EINTR));
  expect_to_take_the_program_with_it(SIGTERM,
                                     "exeunt-launcher: asked to end by signal SIGTERM: " + why + "\n");
  expect_to_take_the_program_with_it(SIGHUP, "exeunt-launcher: asked to end by signal SIGHUP: " + why + "\n");
}

TEST(Launcher, SaysWhatItCannotDo) {
  std::ostringstream errors;
  EXPECT_EQ(launch(words_of({"/nowhere/program"}), errors), Ending(Exited{125}));
  EXPECT_EQ(errors.str().find("exeunt-launcher: cannot start '/nowhere/program': "), 0U) << errors.str();
  errors.str("");
  EXPECT_EQ(launch(words_of({"--time-limit", "200", LAUNCHER_SHAPES, "hang"}), errors), killed_ending);
  EXPECT_EQ(errors.str(), "exeunt-launcher: killed at the time limit of 200 ms\n");
  errors.str("");
  EXPECT_EQ(launch(words_of({"--report", "nowhere/file", LAUNCHER_SHAPES, "exit", "0"}), errors),
            Ending(Exited{125}));
  EXPECT_EQ(errors.str().find("exeunt-launcher: cannot write the report 'nowhere/file': "), 0U)
      << errors.str();
  errors.str("");
  EXPECT_EQ(launch(words_of({"--wrong"}), errors), Ending(Exited{126}));
  EXPECT_EQ(errors.str().find("exeunt-launcher: unknown option '--wrong'\n"), 0U) << errors.str();
}

TEST(Launcher, WritesItsReport) {
  const fs::path path = fs::temp_directory_path() / ("report-" + std::to_string(::getpid()));
  std::ostringstream errors;
  Options defaults;
  defaults.report = path;
  EXPECT_EQ(launch(words_of({LAUNCHER_SHAPES, "exit", "3"}), errors, defaults), Ending(Exited{3}));
  std::ifstream file(path, std::ios::binary);
  const std::string message{std::istreambuf_iterator<char>(file), {}};
  fs::remove(path);
  EXPECT_EQ(tree_of(wire::decode_report(message)), "program exit 3 root");
}

}  // namespace
}  // namespace harness::watch

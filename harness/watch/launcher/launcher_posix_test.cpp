#include "watch/launcher/launcher.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "support/unique_fd.hpp"
#include "watch/launcher/ending.hpp"
#include "watch/launcher/run.hpp"
#include "watch/launcher/watcher.hpp"

// Whole runs of small programs of known shape (launcher_shapes_posix.cpp).

namespace harness::launcher {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

Options shape(const std::string& name, const std::string& number = "0") {
  ::setenv("LAUNCHER_SHAPES", LAUNCHER_SHAPES, 1);
  Options options;
  options.program = {LAUNCHER_SHAPES, name, number};
  options.grace = 60s;
  return options;
}

/// "program exit 1 root, 1 exit 3 reaped", in order of creation.
std::string tree_of(const Observation& seen) {
  const char* const fates[] = {"-", "root", "orphaned", "leaked", "reaped", "zombie"};
  std::string text;
  for (const Process& process : seen.processes) {
    if (!text.empty()) text += ", ";
    text += process.id + " " + (process.status ? ending_of(*process.status) : "?") + " " +
            fates[static_cast<int>(process.fate)];
  }
  return text;
}

/// What is seen of a shape, where the platform sees who was waited for; and whatever it is, nothing more.
void expect_tree(const std::string& name, const std::string& tree) {
  const Observation seen = run(shape(name));
  EXPECT_FALSE(seen.timed_out);
  if (waits_of_this_platform == Waits::seen) {
    EXPECT_EQ(tree_of(seen), tree) << name;
  } else {
    EXPECT_EQ(tree_of(seen).substr(0, tree.find(',')), tree.substr(0, tree.find(','))) << name;
  }
}

TEST(Launcher, SeesAProgramAlone) {
  const Observation seen = run(shape("exit", "7"));
  EXPECT_EQ(tree_of(seen), "program exit 7 root");
  EXPECT_TRUE(seen.is_complete);
  EXPECT_EQ(seen.processes[0].parent, std::nullopt);
  EXPECT_EQ(seen.processes[0].exec, true);
  EXPECT_EQ(seen.processes[0].argv, (std::vector<std::string>{LAUNCHER_SHAPES, "exit", "7"}));
  EXPECT_GE(seen.wall_ms, *seen.processes[0].end_ms);
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
  const Observation seen = run(shape("kill-parents"));
  if (waits_of_this_platform == Waits::unseen) return;
  std::vector<Fate> fates;
  for (const Process& process : seen.processes) {
    if (process.status == exited_with(5)) fates.push_back(process.fate);
  }
  EXPECT_EQ(fates, std::vector<Fate>(40, Fate::orphaned));
}

TEST(Launcher, SeesThreadsAsWhatTheyAre) {
  expect_tree("thread", "program exit 0 root, 1 exit 7 reaped");
  expect_tree("first-thread", "program exit 8 root, 1 exit 7 reaped");
  expect_tree("execute-in-thread", "program exit 9 root");
}

TEST(Launcher, SeesManyThatEndAtOnce) {
  const Observation seen = run(shape("many"));
  if (waits_of_this_platform == Waits::unseen) return;
  ASSERT_EQ(seen.processes.size(), 201U);
  for (std::size_t i = 1; i < seen.processes.size(); ++i) {
    EXPECT_EQ(seen.processes[i].status, exited_with(static_cast<int>(i - 1)));
    EXPECT_EQ(seen.processes[i].fate, Fate::reaped) << i;
  }
}

TEST(Launcher, SeesWhatTheyExecute) {
  const Observation seen = run(shape("execute"));
  EXPECT_EQ(seen.processes[0].status, exited_with(4));
  if (waits_of_this_platform == Waits::unseen) return;
  ASSERT_EQ(seen.processes.size(), 2U);
  EXPECT_EQ(seen.processes[0].argv, (std::vector<std::string>{"shapes", "exit", "4"}));
  EXPECT_EQ(seen.processes[1].argv, (std::vector<std::string>{"shapes", "exit", "3"}));
  EXPECT_EQ(seen.processes[1].exec, true);
}

TEST(Launcher, KnowsHelpersByTheirMark) {
  Options options = shape("server");
  options.helper_marks = {"--serv"};
  const Observation seen = run(options);
  if (waits_of_this_platform == Waits::unseen) return;
  EXPECT_EQ(tree_of(seen), "program exit 0 root, helper 1 exit 1 reaped, 1 exit 3 reaped, 2 exit 200 reaped");
}

TEST(Launcher, KillsALeakBehindItsGrace) {
  Options options = shape("leak");
  options.grace = 100ms;
  const Observation seen = run(options);
  EXPECT_EQ(tree_of(seen).substr(0, 19), "program exit 4 root");
  EXPECT_FALSE(seen.timed_out);
  if (waits_of_this_platform == Waits::unseen) return;
  EXPECT_EQ(tree_of(seen), "program exit 4 root, 1 signal SIGKILL leaked");
  EXPECT_GE(seen.wall_ms, 100);
  EXPECT_EQ(::kill(static_cast<pid_t>(seen.processes[1].pid), 0), -1);
}

TEST(Launcher, KillsEverythingAtTheTimeLimit) {
  Options options = shape("hang");
  options.limit = 300ms;
  const Observation seen = run(options);
  EXPECT_EQ(tree_of(seen), "program signal SIGKILL root");
  EXPECT_TRUE(seen.timed_out);
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
  const Status status = launch(words_of({LAUNCHER_SHAPES, name}), errors);
  (void)!::write(2, errors.str().data(), errors.str().size());
  ::_exit(end_with(status));
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
  EXPECT_EQ(launch(words_of({"/nowhere/program"}), errors), exited_with(125));
  EXPECT_EQ(errors.str().find("exeunt-launcher: cannot start '/nowhere/program': "), 0U) << errors.str();
  errors.str("");
  EXPECT_EQ(launch(words_of({"--time-limit", "200", LAUNCHER_SHAPES, "hang"}), errors), killed_status);
  EXPECT_EQ(errors.str(), "exeunt-launcher: killed at the time limit of 200 ms\n");
  errors.str("");
  EXPECT_EQ(launch(words_of({"--report", "nowhere/file", LAUNCHER_SHAPES, "exit", "0"}), errors),
            exited_with(125));
  EXPECT_EQ(errors.str().find("exeunt-launcher: cannot write the report 'nowhere/file': "), 0U)
      << errors.str();
  errors.str("");
  EXPECT_EQ(launch(words_of({"--wrong"}), errors), exited_with(126));
  EXPECT_EQ(errors.str().find("exeunt-launcher: unknown option '--wrong'\n"), 0U) << errors.str();
}

TEST(Launcher, WritesItsReport) {
  const fs::path path = fs::temp_directory_path() / ("report-" + std::to_string(::getpid()));
  std::ostringstream errors;
  Options defaults;
  defaults.report = path;
  EXPECT_EQ(launch(words_of({LAUNCHER_SHAPES, "exit", "3"}), errors, defaults), exited_with(3));
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  fs::remove(path);
  EXPECT_EQ(line.find("{\"format\":1,\"level\":\"job\",\"stopped\":\"by-itself\","), 0U) << line;
  EXPECT_NE(line.find("\"end\":\"exit 3\""), std::string::npos) << line;
}

}  // namespace
}  // namespace harness::launcher

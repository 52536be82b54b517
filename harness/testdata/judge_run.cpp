#include "judge_run.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

namespace harness {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Clock = std::chrono::steady_clock;

// What is there to read: a file of a process that has just ended cannot be.
std::string content_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  try {
    return {std::istreambuf_iterator<char>(stream), {}};
  } catch (const std::ios_base::failure&) {
    return {};
  }
}

void read_results(const fs::path& path, JudgeRun& run) {
  std::ifstream stream(path);
  for (std::string line; std::getline(stream, line);) {
    Json object = Json::parse(line);
    if (run.platform.is_null()) {
      run.platform = std::move(object);
    } else {
      run.results.push_back(std::move(object));
    }
  }
}

int wait_for(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0) {
    if (errno != EINTR) throw std::runtime_error("waitpid");
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::vector<std::string> exeunt_with(const std::vector<std::string>& arguments) {
  std::vector<std::string> words{EXEUNT_COMMAND};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return words;
}

// Inherited by every program that is watched, as a shell's redirections are.
constexpr int inherited_fd = 9;

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

Judge::Judge(const fs::path& programs)
    : programs_(folder_.path() / "programs"), mark_("EXEUNT_JUDGED_IN=" + folder_.path().string()) {
  fs::create_directory_symlink(programs, programs_);
  fs::create_directory(folder_.path() / "tmp");
}

pid_t Judge::start(std::vector<std::string> words, const fs::path& input) const {
  std::vector<char*> argv;
  for (std::string& word : words)
    argv.push_back(word.data());
  argv.push_back(nullptr);
  const std::string out = (folder_.path() / "out").string();
  const std::string err = (folder_.path() / "err").string();
  const pid_t pid = ::fork();
  if (pid < 0) throw std::runtime_error("fork");
  if (pid > 0) return pid;
  ::putenv(const_cast<char*>(mark_.c_str()));
  ::setenv("TMPDIR", (folder_.path() / "tmp").c_str(), 1);
  const int in_file = ::open(input.c_str(), O_RDONLY | O_CLOEXEC);
  const int out_file = ::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  const int err_file = ::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  ::dup2(in_file, STDIN_FILENO);
  ::dup2(in_file, inherited_fd);
  ::dup2(out_file, STDOUT_FILENO);
  ::dup2(err_file, STDERR_FILENO);
  ::execvp(argv.front(), argv.data());
  ::_exit(127);
}

JudgeRun Judge::run(const std::vector<std::string>& arguments) const {
  return run_command(exeunt_with(arguments), "/dev/null");
}

JudgeRun Judge::run_command(const std::vector<std::string>& words, const fs::path& input) const {
  JudgeRun run;
  fs::remove(json());
  const auto begin = Clock::now();
  run.exit_status = wait_for(start(words, input));
  run.took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin);
  run.left_processes = processes_left();
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_.path() / "tmp"))
    run.left_files.push_back(entry.path().string());
  run.out = content_of(folder_.path() / "out");
  run.err = content_of(folder_.path() / "err");
  read_results(json(), run);
  return run;
}

std::vector<std::string> Judge::left_after_killing(const std::vector<std::string>& arguments,
                                                   std::chrono::microseconds after,
                                                   std::chrono::seconds patience) const {
  const pid_t pid = start(exeunt_with(arguments), "/dev/null");
  std::this_thread::sleep_for(after);  // it is about the moment
  ::kill(pid, SIGKILL);
  wait_for(pid);
  const auto deadline = Clock::now() + patience;
  std::vector<std::string> left = processes_left();
  while (!left.empty() && Clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    left = processes_left();
  }
  return left;
}

// What the command starts for itself has the mark in its environment, what it runs has it in its name.
std::vector<std::string> Judge::processes_left() const {
  std::vector<std::string> left;
  for (const fs::directory_entry& entry : fs::directory_iterator("/proc")) {
    const std::string pid = entry.path().filename().string();
    if (!is_number(pid) || pid == std::to_string(::getpid())) continue;
    const std::string name = content_of(entry.path() / "cmdline");
    const bool ours = name.find(programs_.string()) != std::string::npos ||
                      content_of(entry.path() / "environ").find(mark_) != std::string::npos;
    if (ours) left.push_back(pid + " " + name);
  }
  return left;
}

std::vector<std::string> run_suite(const Judge& judge, const std::string& suite) {
  const std::string sources = std::string(TESTDATA_SOURCES) + "/" + suite;
  return {"run",        "--json", judge.json(), "--scenarios",   sources,
          "--expected", sources,  "--programs", judge.programs()};
}

std::string tree_of(const Json& result) {
  const auto word = [](const Json& value) { return value.is_string() ? value.get<std::string>() : "?"; };
  std::string tree;
  for (const Json& process : result["processes"]) {
    tree += word(process["id"]) + " " + word(process["end"]) + " " + word(process["fate"]);
    const Json& argv = process["argv"];
    if (process["exec"] == true && argv.is_array() && !argv.empty()) {
      tree += " " + fs::path(argv[0].get<std::string>()).filename().string();
    }
    tree += "\n";
  }
  return tree;
}

std::string told(const Json& result) {
  std::string text = result["scenario"].get<std::string>() + " (" + result["level"].get<std::string>() +
                     ", " + result["stdio"].get<std::string>() +
                     "): " + result["verdict"].get<std::string>() + ": " +
                     result["reason"].get<std::string>() + "\n";
  for (const Json& difference : result["differences"]) {
    text += "  line " + std::to_string(difference["line"].get<int>()) + ": " +
            difference["reason"].get<std::string>() + "\n";
  }
  return text + "  seen:\n" + tree_of(result);
}

bool has_namespaces() {
  const pid_t pid = ::fork();
  if (pid < 0) throw std::runtime_error("fork");
  if (pid == 0) {
    const int user = ::geteuid() == 0 ? 0 : CLONE_NEWUSER;
    ::_exit(::unshare(CLONE_NEWPID | CLONE_NEWNS | user) == 0 ? 0 : 1);
  }
  return wait_for(pid) == 0;
}

}  // namespace harness

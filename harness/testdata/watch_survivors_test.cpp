// What outlives a watched program: who waits for it can end the watching, and it goes on as if nobody had
// watched.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <sstream>

#include "test_folder.hpp"

namespace harness {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// `exeunt watch` with a pipe for its standard error, which whatever it leaves behind may keep open.
class Watch {
 public:
  Watch(const TestFolder& folder, const std::vector<std::string>& options, const std::string& script) {
    std::vector<std::string> words{EXEUNT_COMMAND, "watch"};
    words.insert(words.end(), options.begin(), options.end());
    words.insert(words.end(), {"--", "sh", "-c", script});
    std::vector<char*> argv;
    for (std::string& word : words)
      argv.push_back(word.data());
    argv.push_back(nullptr);
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe2");
    pid_ = ::fork();
    if (pid_ == 0) {
      ::setpgid(0, 0);
      ::dup2(ends[1], STDERR_FILENO);
      if (::chdir(folder.path().c_str()) == 0) ::execv(argv.front(), argv.data());
      ::_exit(127);
    }
    ::close(ends[1]);
    err_ = ends[0];
  }
  ~Watch() {
    if (!ended_) {
      ::kill(pid_, SIGKILL);
      ::waitpid(pid_, nullptr, 0);
    }
    ::close(err_);
  }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  /// What it has said; waits until `text` is in it, or nobody can say anything more.
  const std::string& says(const std::string& text) {
    std::array<char, 4096> bytes{};
    while (said_.find(text) == std::string::npos) {
      const ssize_t count = ::read(err_, bytes.data(), bytes.size());
      if (count == 0) break;
      if (count > 0) said_.append(bytes.data(), static_cast<std::size_t>(count));
    }
    return said_;
  }
  const std::string& says_until_all_have_closed_it() { return says("nobody says this"); }

  void send(int signal) const { ::kill(pid_, signal); }

  int exit_status() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    ended_ = true;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

 private:
  pid_t pid_ = -1;
  int err_ = -1;
  bool ended_ = false;
  std::string said_;
};

class WatchSurvivors : public testing::TestWithParam<std::string> {
 protected:
  WatchSurvivors() {
    for (const char* name : {"go", "back"})
      ::mkfifo((folder_.path() / name).c_str(), 0600);
  }

  std::vector<std::string> at_level(std::vector<std::string> options = {}) const {
    options.insert(options.end(), {"--observe", GetParam()});
    return options;
  }

  /// What the survivor does when it is told these words: it executes, writes, forks and exits.
  std::string answer_to(const std::string& words) const {
    std::ofstream(folder_.path() / "go") << words << '\n';
    std::ostringstream answer;
    answer << std::ifstream(folder_.path() / "back").rdbuf();
    return answer.str();
  }

  TestFolder folder_;
  // Its standard error stays with it, so that its end shows.
  const std::string leaves_one_ =
      "(read line <go; /bin/echo \"heard $line\" >said; (exit 3); echo \"status $?\" >>said; cat said >back) "
      "& "
      "exit 5";
};

TEST_P(WatchSurvivors, GoOnWhenASignalEndsTheWatching) {
  for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGQUIT}) {
    Watch watch(folder_, at_level(), leaves_one_);
    EXPECT_THAT(watch.says("still runs\n"), HasSubstr("waiting for sh (pid "));
    watch.send(signal);
    EXPECT_EQ(watch.exit_status(), 5);
    EXPECT_THAT(watch.says("left running: "), HasSubstr("left running: sh (pid "));
    EXPECT_EQ(answer_to("words"), "heard words\nstatus 3\n");
    watch.says_until_all_have_closed_it();  // the shim that lets them pass has ended with them
  }
}

TEST_P(WatchSurvivors, GoOnWhenTheGraceIsOver) {
  Watch watch(folder_, at_level({"--grace", "0.01"}), leaves_one_);
  EXPECT_EQ(watch.exit_status(), 5);
  EXPECT_THAT(watch.says("left running: "), HasSubstr("left running: sh (pid "));
  EXPECT_EQ(answer_to("more words"), "heard more words\nstatus 3\n");
}

TEST_P(WatchSurvivors, AreKilledAtTheTimeLimit) {
  Watch watch(folder_, at_level({"--timeout", "0.5"}), leaves_one_);
  EXPECT_EQ(watch.exit_status(), 124);
  EXPECT_THAT(watch.says_until_all_have_closed_it(), HasSubstr("stopped at its time limit of 500 ms"));
}

TEST_P(WatchSurvivors, AreWaitedForWhereNobodyAsks) {
  Watch watch(folder_, at_level(), leaves_one_);
  watch.says("waiting for sh (pid");
  EXPECT_EQ(answer_to("in time"), "heard in time\nstatus 3\n");
  EXPECT_EQ(watch.exit_status(), 5);
  EXPECT_THAT(watch.says_until_all_have_closed_it(), Not(HasSubstr("left running")));
}

// Each holds the pipe that the test reads.
TEST_P(WatchSurvivors, EndWithACommandThatIsKilled) {
  Watch watch(folder_, at_level(),
              "(sh -c 'sleep 1000 & (sleep 1000 & sleep 1000) & echo ready >back; wait') & wait");
  std::ifstream(folder_.path() / "back").get();
  watch.send(SIGKILL);
  EXPECT_EQ(watch.exit_status(), -SIGKILL);
  watch.says_until_all_have_closed_it();
}

TEST_P(WatchSurvivors, StrangersAreNotTakenForThem) {
  const pid_t stranger = ::fork();
  if (stranger == 0) {
    ::pause();
    ::_exit(0);
  }
  const std::string pid = std::to_string(stranger);
  Watch watch(folder_, at_level({"--timeout", "1"}),
              "kill -0 " + pid + "; kill -CONT " + pid + "; exec sleep 1000");
  EXPECT_EQ(watch.exit_status(), 124);
  EXPECT_THAT(watch.says_until_all_have_closed_it(),
              AllOf(HasSubstr("1 process"), Not(HasSubstr("processes"))));
  EXPECT_EQ(::waitpid(stranger, nullptr, WNOHANG), 0) << "the stranger was killed";
  ::kill(stranger, SIGKILL);
  ::waitpid(stranger, nullptr, 0);
}

INSTANTIATE_TEST_SUITE_P(At, WatchSurvivors, testing::Values("trace", "passive", "adopt", "root"),
                         [](const auto& instance) { return instance.param; });

}  // namespace
}  // namespace harness

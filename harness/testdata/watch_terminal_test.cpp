// `exeunt watch` on a terminal: keys, job control and the window's size reach the program as they do bare.
#include <gmock/gmock.h>
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <stdexcept>
#include <string>
#include <vector>

namespace harness {
namespace {

constexpr int patience_ms = 60'000;

/// A command at a terminal of its own, leader of the terminal's session, as a shell's job would be.
class AtTerminal {
 public:
  explicit AtTerminal(std::vector<std::string> words) {
    std::vector<char*> argv;
    for (std::string& word : words)
      argv.push_back(word.data());
    argv.push_back(nullptr);
    winsize size{24, 80, 0, 0};
    pid_ = ::forkpty(&terminal_, nullptr, nullptr, &size);
    if (pid_ < 0) throw std::runtime_error("forkpty");
    if (pid_ != 0) return;
    ::execv(argv.front(), argv.data());
    ::_exit(127);
  }
  ~AtTerminal() {
    if (!ended_) {
      ::kill(pid_, SIGKILL);
      ::waitpid(pid_, nullptr, 0);
    }
    if (terminal_ >= 0) ::close(terminal_);
  }
  AtTerminal(const AtTerminal&) = delete;
  AtTerminal& operator=(const AtTerminal&) = delete;

  void type(const std::string& keys) { ASSERT_EQ(::write(terminal_, keys.data(), keys.size()), ssize(keys)); }

  /// Everything that was shown up to now; waits until `text` is in it, or the terminal is closed.
  const std::string& shows(const std::string& text) {
    while (shown_.find(text) == std::string::npos && read_some()) {
    }
    return shown_;
  }

  /// The wait status at the command's next change of state.
  int status() {
    int status = 0;
    while (::waitpid(pid_, &status, WUNTRACED) < 0 && errno == EINTR) {
    }
    ended_ = !WIFSTOPPED(status);
    return status;
  }

  void hang_up() {
    ::close(terminal_);
    terminal_ = -1;
  }

  void resize(unsigned short rows, unsigned short columns) {
    const winsize size{rows, columns, 0, 0};
    ASSERT_EQ(::ioctl(terminal_, TIOCSWINSZ, &size), 0);
  }

 private:
  static ssize_t ssize(const std::string& text) { return static_cast<ssize_t>(text.size()); }

  bool read_some() {
    pollfd poll{terminal_, POLLIN, 0};
    if (::poll(&poll, 1, patience_ms) != 1) return false;
    char bytes[4096];
    const ssize_t count = ::read(terminal_, bytes, sizeof bytes);
    if (count <= 0) return false;
    shown_.append(bytes, static_cast<std::size_t>(count));
    return true;
  }

  pid_t pid_ = -1;
  int terminal_ = -1;
  bool ended_ = false;
  std::string shown_;
};

std::vector<std::string> watched(const std::string& script) {
  return {EXEUNT_COMMAND, "watch", "--quiet", "--", "/bin/bash", "-c", script};
}

using testing::HasSubstr;

// The trap ends what the shell waits for, whether it comes before the wait or during it.
TEST(WatchTerminal, KeysReachTheProgram) {
  AtTerminal watch(watched(
      "trap 'echo interrupted; kill $!' INT; sleep 1000 & echo ready; wait; read line; echo \"got $line\""));
  watch.shows("ready");
  watch.type("\x03");
  EXPECT_THAT(watch.shows("interrupted"), HasSubstr("interrupted"));
  watch.type("words\n");
  EXPECT_THAT(watch.shows("got words"), HasSubstr("got words"));
  EXPECT_EQ(watch.status(), 0);
}

TEST(WatchTerminal, EndsBySignalAsTheProgramDid) {
  AtTerminal watch(watched("echo ready; exec sleep 1000"));
  watch.shows("ready");
  watch.type("\x03");
  const int status = watch.status();
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGINT) << status;
}

TEST(WatchTerminal, StopsAndGoesOnWithTheProgram) {
  // The session's leader cannot be stopped from its terminal, so the command is a shell's job.
  const std::string job = std::string(EXEUNT_COMMAND) +
                          " watch --quiet -- /bin/bash -c 'echo ready; read line; echo \"got $line\"'";
  AtTerminal shell(
      {"/bin/bash", "--norc", "-c", "set -m; " + job + "; echo stopped $?; fg >/dev/null; echo \"then $?\""});
  shell.shows("ready");
  shell.type("\x1a");
  EXPECT_THAT(shell.shows("stopped 148"), HasSubstr("stopped 148"));
  shell.type("words\n");
  EXPECT_THAT(shell.shows("then 0"), HasSubstr("got words"));
  EXPECT_EQ(shell.status(), 0);
}

TEST(WatchTerminal, PassesTheTerminalsEndOn) {
  AtTerminal watch(watched("echo ready; sleep 1000"));
  watch.shows("ready");
  watch.hang_up();
  const int status = watch.status();
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGHUP) << status;
}

// The watched program stands where the session's leader would: its end hangs up what it leaves behind.
TEST(WatchTerminal, EndsTheSessionWithTheProgram) {
  AtTerminal watch(watched("sleep 1000 & echo ready"));
  EXPECT_EQ(watch.status(), 0);
}

TEST(WatchTerminal, AKeyEndsTheWatchingOfWhatTheProgramLeft) {
  AtTerminal watch({EXEUNT_COMMAND, "watch", "--", "/bin/bash", "-c", "trap '' HUP; sleep 1000 & exit 4"});
  watch.shows("leaves running what still runs");
  watch.type("\x03");
  EXPECT_EQ(WEXITSTATUS(watch.status()), 4);
  const std::string left = "left running: sleep (pid ";
  const std::string& shown = watch.shows(left);
  const std::size_t place = shown.find(left);
  ASSERT_NE(place, std::string::npos) << shown;
  EXPECT_EQ(::kill(std::stoi(shown.substr(place + left.size())), SIGKILL), 0);
}

TEST(WatchTerminal, TellsOfTheWindowsSize) {
  AtTerminal watch(watched("trap 'stty size; kill $!' WINCH; sleep 1000 & echo ready; wait; true"));
  watch.shows("ready");
  watch.resize(33, 99);
  EXPECT_THAT(watch.shows("33 99"), HasSubstr("33 99"));
  EXPECT_EQ(watch.status(), 0);
}

}  // namespace
}  // namespace harness

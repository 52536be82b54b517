#include "streams.hpp"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <iostream>
#include <set>
#include <sstream>
#include <thread>

#include "probe.hpp"

// The standard streams beside other threads, signals and what was read ahead: nothing is lost or doubled.

namespace exeunt::testing {
namespace {

class StreamsPosix : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, StreamsPosix, ::testing::ValuesIn(all_start_methods()), name_of_method);

constexpr int line_count = 1000;

/// Starts processes for as long as the other thread prints.
void start_while(void (*print)(int)) {
  std::atomic<bool> done{false};
  std::thread printer([&] {
    for (int i = 0; i < line_count; ++i) {
      print(i);
      if (i % 16 == 0) std::this_thread::yield();
    }
    done = true;
  });
  do {
    Process child([] {});
    child.start();
    child.join();
  } while (!done);
  printer.join();
}

void expect_every_line_once(const std::string& text) {
  std::istringstream lines(text);
  std::multiset<std::string> seen;
  for (std::string line; std::getline(lines, line);)
    seen.insert(line);
  for (int i = 0; i < line_count; ++i)
    EXPECT_EQ(seen.erase("line " + std::to_string(i)), 1U) << i;
  EXPECT_TRUE(seen.empty()) << *seen.begin();
}

PROBE(StreamsPosix, AThreadsLinesAreThereOnce) {
  start_while([](int number) { std::printf("line %d\n", number); });
}
CHECK(StreamsPosix, AThreadsLinesAreThereOnce) {
  expect_every_line_once(outcome.out);
}

PROBE(StreamsPosix, AThreadsLinesOfItsOwnCoutAreThereOnce) {
  std::ios::sync_with_stdio(false);
  start_while([](int number) { std::cout << "line " << number << '\n'; });
  std::cout.flush();
}
CHECK(StreamsPosix, AThreadsLinesOfItsOwnCoutAreThereOnce) {
  expect_every_line_once(outcome.out);
}

/// stdin is a pipe that holds these lines.
void put_into_stdin(const std::string& text) {
  int ends[2];
  if (::pipe(ends) != 0 || ::write(ends[1], text.data(), text.size()) < 0) std::perror("pipe");
  ::dup2(ends[0], STDIN_FILENO);
  ::close(ends[0]);
  ::close(ends[1]);
}

std::string next_line() {
  std::string line;
  return std::getline(std::cin, line) ? line : "nothing";
}

PROBE(StreamsPosix, WhatWasReadAheadIsTheCreators) {
  std::ios::sync_with_stdio(false);
  put_into_stdin("one\ntwo\nthree\n");
  say("main: %s\n", next_line().c_str());
  for (int i = 0; i < 2; ++i) {
    Process child([] {
      say("child: %s\n", next_line().c_str());
      Process grandchild([] { say("grandchild: %s\n", next_line().c_str()); });
      grandchild.start();
      grandchild.join();
    });
    child.start();
    child.join();
    say("main: %s\n", next_line().c_str());
  }
}
CHECK(StreamsPosix, WhatWasReadAheadIsTheCreators) {
  EXPECT_EQ(outcome.out,
            "main: one\nchild: nothing\ngrandchild: nothing\nmain: two\nchild: nothing\ngrandchild: nothing\n"
            "main: three\n");
}

PROBE(StreamsPosix, AChildsOwnInputIsNotItsChildrens) {
  Process child([] {
    put_into_stdin("one\ntwo\n");
    char line[16];
    say("child: %s", std::fgets(line, sizeof line, stdin));
    Process grandchild([] { say("grandchild: %d\n", std::getchar()); });
    grandchild.start();
    grandchild.join();
    say("child: %s", std::fgets(line, sizeof line, stdin));
  });
  child.start();
  child.join();
}
CHECK(StreamsPosix, AChildsOwnInputIsNotItsChildrens) {
  EXPECT_EQ(outcome.out, "child: one\ngrandchild: -1\nchild: two\n");
}

std::atomic<int> interruptions{0};

/// stdout leads into a full pipe, which is emptied only when a write to it has been interrupted often enough.
class SlowReader {
 public:
  SlowReader() : out_(::dup(STDOUT_FILENO)), main_(::pthread_self()) {
    struct sigaction action = {};
    action.sa_handler = [](int) { ++interruptions; };  // no SA_RESTART
    ::sigaction(SIGUSR1, &action, nullptr);
    if (::pipe(ends_) != 0) std::perror("pipe");
    ::fcntl(ends_[1], F_SETFL, O_NONBLOCK);
    const std::string some(4096, '-');
    while (::write(ends_[1], some.data(), some.size()) > 0)
      filled_ += some.size();
    ::fcntl(ends_[1], F_SETFL, 0);
    ::dup2(ends_[1], STDOUT_FILENO);
    ::close(ends_[1]);
    thread_ = std::thread([this] { read(); });
  }
  /// Without what filled the pipe.
  std::string rest() {
    print_later("$");  // the fork server keeps the pipe open
    std::fflush(stdout);
    ::dup2(out_, STDOUT_FILENO);
    thread_.join();
    return text_.substr(filled_, text_.size() - filled_ - 1);
  }

 private:
  void read() {
    while (interruptions < 5) {
      ::pthread_kill(main_, SIGUSR1);
      std::this_thread::yield();
    }
    char buffer[4096];
    for (ssize_t count = 0; !text_.ends_with('$') && (count = ::read(ends_[0], buffer, sizeof buffer)) > 0;)
      text_.append(buffer, static_cast<std::size_t>(count));
  }

  int out_;
  pthread_t main_;
  int ends_[2] = {-1, -1};
  std::size_t filled_ = 0;
  std::string text_;
  std::thread thread_;
};

PROBE(StreamsPosix, AFlushThatSignalsInterruptGoesOn) {
  SlowReader reader;
  const std::string text(3000, 'x');
  print_later(text.c_str());
  Process child([] {});
  try {
    child.start();
    child.join();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
  say("%d\n", reader.rest() == text);
}
CHECK(StreamsPosix, AFlushThatSignalsInterruptGoesOn) {
#ifdef __GLIBC__
  EXPECT_EQ(outcome.out, "1\n");
#else  // fflush() of musl throws away what it could not write
  if (outcome.err.empty()) EXPECT_EQ(outcome.out, "1\n");
#endif
}

}  // namespace
}  // namespace exeunt::testing

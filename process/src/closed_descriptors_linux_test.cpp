#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <functional>
#include <system_error>
#include <vector>

#include "probe.hpp"

// A program that closes every descriptor it finds, as daemons do, and opens its own under the same numbers.

namespace exeunt::testing {
namespace {

using namespace std::chrono_literals;

class ClosedDescriptors : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, ClosedDescriptors, ::testing::ValuesIn(all_start_methods()), name_of_method);

constexpr int highest = 60;

/// @return  the program's own descriptors: pipes with something to read, of which nobody else may.
std::vector<int> close_all_and_open_pipes() {
  std::vector<int> own;
  for (int number = STDERR_FILENO + 1; number < highest; ++number)
    ::close(number);
  int ends[2] = {-1, -1};
  while (::pipe2(ends, O_CLOEXEC) == 0 && ends[1] < highest) {
    if (::write(ends[1], "own", 3) != 3) break;
    own.push_back(ends[0]);
  }
  ::close(ends[0]);
  ::close(ends[1]);
  return own;
}

/// @return  how many of them are not as they were.
int count_harmed(const std::vector<int>& own) {
  int harmed = 0;
  for (const int reading : own) {
    char text[4] = {};
    if (::read(reading, text, 3) != 3 || std::string(text) != "own") ++harmed;
  }
  return harmed;
}

void exit_by_stdin() {
  struct stat in = {};
  struct stat null = {};
  ::fstat(STDIN_FILENO, &in);
  ::stat("/dev/null", &null);
  exeunt::exit(in.st_rdev == null.st_rdev ? 3 : 4);
}

PROBE(ClosedDescriptors, BeforeTheFirstStart) {
  const std::vector<int> own = close_all_and_open_pipes();
  say("%d ", static_cast<int>(status_of(Process(exit_by_stdin))));
  say("%d", count_harmed(own));
}
CHECK(ClosedDescriptors, BeforeTheFirstStart) {
  EXPECT_EQ(outcome.out, "3 0");
}

PROBE(ClosedDescriptors, BetweenStarts) {
  say("%d ", static_cast<int>(status_of(Process(exit_by_stdin))));
  const std::vector<int> own = close_all_and_open_pipes();
  for (int i = 0; i < 2; ++i)
    say("%d ", static_cast<int>(status_of(Process(exit_by_stdin))));
  say("%d", count_harmed(own));
}
CHECK(ClosedDescriptors, BetweenStarts) {
  EXPECT_EQ(outcome.out, "3 3 3 0");
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.status, 0);
}

/// Whether a handle of a process, opened again, is known to be of the same one.
bool handles_are_unique() {
  utsname system{};
  ::uname(&system);
  int major = 0;
  int minor = 0;
  return std::sscanf(system.release, "%d.%d", &major, &minor) == 2 &&
         (major > 6 || (major == 6 && minor >= 9));
}

PROBE(ClosedDescriptors, WhileAChildRuns) {
  Process child([] {
    sleep_for(100ms);
    exeunt::exit(5);
  });
  Process terminated([] { sleep_for(1h); });
  Process left([] {
    sleep_for(200ms);
    say("left ");
  });
  child.start();
  terminated.start();
  left.start();
  const std::vector<int> own = close_all_and_open_pipes();
  say("%d %d ", child.is_alive(), child.join_for(1ms));
  child.join();
  say("%d ", ended_with(child));
  terminated.terminate();
  terminated.join();
  say("%d ", ended_with(terminated));
  child.close();
  terminated.close();
  say("%d ", count_harmed(own));
}
CHECK(ClosedDescriptors, WhileAChildRuns) {
  if (are_relayed(method) && !handles_are_unique())
    GTEST_SKIP() << "before Linux 6.9 the handles of all processes look alike";
  if (are_relayed(method))  // what told its status has been closed
    EXPECT_THAT(outcome.out, ::testing::AnyOf("1 0 255 left 255 0 ", "1 0 left 255 255 0 "));
  else
    EXPECT_EQ(outcome.out, "1 0 5 -15 0 left ");
  EXPECT_EQ(outcome.status, 0);
}

bool is_refused(const std::function<void()>& use) {
  try {
    use();
  } catch (const std::system_error& error) {
    return error.code().value() == EBADF;
  }
  return false;
}

PROBE(ClosedDescriptors, OfPipesAndEvents) {
  Pipe pipe;
  Event event;
  const std::vector<int> own = close_all_and_open_pipes();
  Process given([](Pipe) {}, pipe);
  Process told([](Event) {}, event);
  const std::function<void()> uses[] = {
      [&] { pipe.send("text"); },        [&] { pipe.send(std::string(1 << 16, 'x')); },
      [&] { (void)pipe.receive(); },     [&] { (void)pipe.receive_for(0s); },
      [&] { (void)pipe.readable(); },    [&] { event.set(); },
      [&] { (void)event.is_set(); },     [&] { event.wait(); },
      [&] { (void)event.wait_for(0s); }, [&] { (void)event.handle(); }};
  for (const std::function<void()>& use : uses)
    say("%d", is_refused(use));
  if (get_start_method() != StartMethod::fork)
    say("%d%d", is_refused([&] { given.start(); }), is_refused([&] { told.start(); }));
  pipe.close_sending();
  pipe = Pipe();
  event = Event();
  pipe.send("text");
  event.set();
  say(" %s %d %d", pipe.receive().value_or("nothing").c_str(), event.is_set(), count_harmed(own));
}
CHECK(ClosedDescriptors, OfPipesAndEvents) {
  const std::string starts = method == StartMethod::fork ? "" : "11";
  EXPECT_EQ(outcome.out, "1111111111" + starts + " text 1 0");
  EXPECT_EQ(outcome.status, 0);
}

#ifndef EXEUNT_ANY_UNIX
PROBE(ClosedDescriptors, OfAChildThatWatchesItsParent) {
  Process parent([] {
    Process watcher([] {
      const std::vector<int> own = close_all_and_open_pipes();
      ParentProcess& watched = *parent_process();
      say("%d %d ", watched.is_alive(), watched.join_for(1ms));
      ::kill(watched.pid(), SIGKILL);
      watched.join();
      say("%d %d ", watched.is_alive(), count_harmed(own));
      (void)close_all_and_open_pipes();
      say("%d", watched.is_alive());
    });
    watcher.start();
    watcher.join();
  });
  parent.start();
  parent.join();
}
CHECK(ClosedDescriptors, OfAChildThatWatchesItsParent) {
  EXPECT_EQ(outcome.out, "1 0 0 0 0");
}
#endif

}  // namespace
}  // namespace exeunt::testing

#include <thread>

#include "probe.hpp"

// Waiting for a message or an event beside the end of a process.

namespace exeunt::testing {
namespace {

using namespace std::chrono_literals;

class SharingWait : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, SharingWait, ::testing::ValuesIn(all_start_methods()), name_of_method);

using Handles = std::vector<native_handle>;

TEST_P(SharingWait, AMessageOrADeath) {
  Pipe answers;
  Event go;
  Process child(
      [](Pipe to, Event end) {
        to.send("ready");
        end.wait();
        exeunt::exit(3);
      },
      answers, go);
  child.start();
  answers.close_sending();
  EXPECT_EQ(wait(Handles{answers.readable(), child.sentinel()}), Handles{answers.readable()});
  EXPECT_EQ(answers.receive(), "ready");
  EXPECT_TRUE(wait(Handles{answers.readable(), child.sentinel()}, 1ms).empty());
  go.set();
  const Handles either{answers.readable(), child.sentinel()};
  EXPECT_FALSE(wait(either).empty());
  child.join();
  EXPECT_EQ(wait(either), either);  // the end of the queue is ready too
  EXPECT_TRUE(answers.receive_for(0s).closed);
}

TEST_P(SharingWait, AnEventBesideASentinel) {
  Event up;
  Event go;
  Process child(
      [](Event ready, Event end) {
        ready.set();
        end.wait();
      },
      up, go);
  child.start();
  EXPECT_EQ(wait(Handles{child.sentinel(), up.handle()}), Handles{up.handle()});
  EXPECT_EQ(wait(Handles{go.handle(), up.handle(), up.handle()}, 0s), (Handles{up.handle(), up.handle()}));
  EXPECT_TRUE(up.is_set());
  go.set();
  EXPECT_EQ(wait(Handles{child.sentinel()}), Handles{child.sentinel()});
}

TEST_P(SharingWait, InTheChildAsWell) {
  Pipe questions;
  Event stop;
  Process child(
      [](Pipe from, Event until) {
        from.close_sending();
        int received = 0;
        for (;;) {
          const Handles ready = wait(Handles{from.readable(), until.handle()});
          if (ready.front() == until.handle()) exeunt::exit(received);
          if (!from.receive()) exeunt::exit(100);
          ++received;
        }
      },
      questions, stop);
  child.start();
  for (int i = 0; i < 5; ++i)
    questions.send(std::string(i == 3 ? 100'000 : 10, 'q'));
  while (!wait(Handles{questions.readable()}, 0s).empty())
    std::this_thread::yield();  // until the child has taken them all
  stop.set();
  child.join();
  EXPECT_EQ(child.exitcode(), 5);
}

TEST_P(SharingWait, ReceiveForSaysWhyThereIsNothing) {
  Pipe pipe;
  EXPECT_EQ(pipe.receive_for(0s), (Received{.timed_out = true}));
  EXPECT_EQ(pipe.receive_for(-1s), (Received{.timed_out = true}));
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_TRUE(pipe.receive_for(20ms).timed_out);
  EXPECT_GE(std::chrono::steady_clock::now() - begin, 20ms);
  Process child(
      [](Pipe to) {
        to.send("");
        to.send(std::string(50'000, 'x'));
      },
      pipe);
  child.start();
  pipe.close_sending();
  EXPECT_EQ(pipe.receive_for(1h), (Received{.message = ""}));
  EXPECT_EQ(pipe.receive_for(std::chrono::nanoseconds::max()),
            (Received{.message = std::string(50'000, 'x')}));
  EXPECT_EQ(pipe.receive_for(1h), (Received{.closed = true}));
  EXPECT_EQ(pipe.receive_for(0s), (Received{.closed = true}));
}

TEST_P(SharingWait, AnswersComeWhereTwoPipesGoBothWays) {
  Pipe questions;
  Pipe answers;
  Process child(
      [](Pipe from, Pipe to) {
        from.close_sending();
        while (const auto question = from.receive())
          to.send("re: " + *question);
      },
      questions, answers);
  child.start();
  answers.close_sending();
  questions.send("one");
  EXPECT_EQ(answers.receive_for(1h).message, "re: one");
  questions.close_sending();
  EXPECT_TRUE(answers.receive_for(1h).closed);
}

PROBE(SharingWait, APipeThatWasNotGivenIsNotReadable) {
  static Pipe* pipe = nullptr;
  Pipe mine;
  pipe = &mine;
  Process child([] {
    for (void (*use)() : {+[] { (void)pipe->readable(); }, +[] { (void)pipe->receive_for(0s); }}) {
      try {
        use();
      } catch (const ValueError& error) {
        say("%s\n", error.what());
      }
    }
  });
  if (get_start_method() != StartMethod::fork) return;
  child.start();
  child.join();
}
CHECK(SharingWait, APipeThatWasNotGivenIsNotReadable) {
  EXPECT_EQ(outcome.out, method == StartMethod::fork ? "handle is closed\nhandle is closed\n" : "");
}

}  // namespace
}  // namespace exeunt::testing

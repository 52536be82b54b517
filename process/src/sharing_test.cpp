#include <set>
#include <thread>

#include "probe.hpp"

// Event and Pipe between processes, and which descriptors a process has.

namespace exeunt::testing {
namespace {

using namespace std::chrono_literals;

class Sharing : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, Sharing, ::testing::ValuesIn(all_start_methods()), name_of_method);

TEST_P(Sharing, EventIsSetForAll) {
  Event asked;
  Event answered;
  EXPECT_FALSE(asked.is_set());
  EXPECT_FALSE(asked.wait_for(1ms));
  EXPECT_FALSE(asked.wait_for(-1s));
  Process child(
      [](Event question, Event answer) {
        question.wait();
        answer.set();
        answer.set();
      },
      asked, answered);
  child.start();
  EXPECT_FALSE(answered.is_set());
  asked.set();
  answered.wait();
  EXPECT_TRUE(answered.wait_for(0s));
  EXPECT_TRUE(asked.is_set());
  child.join();
  EXPECT_EQ(child.exitcode(), 0);
}

TEST_P(Sharing, EventOutlivesItsWaitersDeath) {
  Event event;
  Event ready;
  Process waiter(
      [](Event up, Event never) {
        up.set();
        never.wait();
      },
      ready, event);
  waiter.start();
  ready.wait();
  waiter.kill();
  waiter.join();
  EXPECT_FALSE(event.is_set());
  event.set();
  EXPECT_TRUE(event.is_set());
}

void echo(Pipe in, Pipe out) {
  in.close_sending();
  while (const std::optional<std::string> message = in.receive())
    out.send(*message);
}

TEST_P(Sharing, PipeKeepsMessagesWhole) {
  Pipe there;
  Pipe back;
  Process child(echo, there, back);
  child.start();
  back.close_sending();
  const std::vector<std::string> messages{"",
                                          "a",
                                          std::string("z\0z", 3),
                                          std::string(32 * 1024, 'p'),
                                          std::string(32 * 1024 + 1, 'f'),
                                          std::string(3'000'000, 'm')};
  for (const std::string& message : messages) {
    there.send(message);
    EXPECT_EQ(back.receive(), message);
  }
  there.close_sending();
  EXPECT_EQ(back.receive(), std::nullopt);
  EXPECT_EQ(back.receive(), std::nullopt);
  child.join();
  EXPECT_EQ(child.exitcode(), 0);
}

TEST_P(Sharing, PipeWaitsWhileItIsFull) {
  Pipe pipe;
  Process sender(
      [](Pipe to) {
        for (int i = 0; i < 300; ++i)
          to.send(std::string(10'000, static_cast<char>('a' + i % 26)));
      },
      pipe);
  sender.start();
  pipe.close_sending();
  int count = 0;
  while (const std::optional<std::string> message = pipe.receive()) {
    ASSERT_EQ(*message, std::string(10'000, static_cast<char>('a' + count % 26)));
    ++count;
  }
  EXPECT_EQ(count, 300);
  sender.join();
}

TEST_P(Sharing, PipeOfManySenders) {
  Pipe pipe;
  std::vector<Process> senders;
  for (int i = 0; i < 4; ++i) {
    senders.emplace_back(
        [](Pipe to, int number) {
          for (int round = 0; round < 50; ++round)
            to.send(std::to_string(number * 1000 + round));
        },
        pipe, i);
    senders.back().start();
  }
  pipe.close_sending();
  std::set<std::string> seen;
  while (const std::optional<std::string> message = pipe.receive())
    seen.insert(*message);
  EXPECT_EQ(seen.size(), 200U);
}

TEST_P(Sharing, KilledSenderEndsThePipe) {
  Pipe pipe;
  Process sender(
      [](Pipe to) {
        for (;;)
          to.send(std::string(20'000, 'x'));
      },
      pipe);
  sender.start();
  pipe.close_sending();
  EXPECT_TRUE(pipe.receive().has_value());
  sender.kill();
  while (const std::optional<std::string> message = pipe.receive())
    EXPECT_EQ(message->size(), 20'000U);
  sender.join();
}

TEST_P(Sharing, SiblingsWithoutThePipeDoNotHoldIt) {
  Event end;
  Pipe other;
  Process before([](Event until) { until.wait(); }, end);
  before.start();
  Pipe pipe;
  Process sender([](Pipe to) { to.send("only"); }, pipe);
  sender.start();
  Process after([](Event until, Pipe) { until.wait(); }, end, other);
  after.start();
  pipe.close_sending();
  EXPECT_EQ(pipe.receive(), "only");
  EXPECT_EQ(pipe.receive(), std::nullopt);
  end.set();
}

TEST_P(Sharing, ClosedPipeSendsNoMore) {
  Pipe pipe;
  Pipe same = pipe;
  pipe.close_sending();
  pipe.close_sending();
  EXPECT_THROW(same.send("x"), ValueError);
  EXPECT_EQ(same.receive(), std::nullopt);
}

TEST_P(Sharing, PipeAndEventInContainers) {
  std::vector<Event> events(2);
  std::pair<int, std::optional<Pipe>> given{5, Pipe()};
  Process child(
      [](std::vector<Event> both, std::pair<int, std::optional<Pipe>> reply) {
        for (Event& event : both)
          event.wait();
        reply.second->send(std::to_string(reply.first));
      },
      events, given);
  child.start();
  for (Event& event : events)
    event.set();
  given.second->close_sending();
  EXPECT_EQ(given.second->receive(), "5");
  EXPECT_EQ(given.second->receive(), std::nullopt);
}

TEST_P(Sharing, TheSameTwice) {
  Pipe pipe;
  Process child(
      [](Pipe first, Pipe second) {
        first.send("a");
        second.send("b");
      },
      pipe, pipe);
  child.start();
  pipe.close_sending();
  EXPECT_EQ(pipe.receive(), "a");
  EXPECT_EQ(pipe.receive(), "b");
  EXPECT_EQ(pipe.receive(), std::nullopt);
  child.join();
  EXPECT_EQ(child.exitcode(), 0);
}

TEST_P(Sharing, ThreadsShareAPipe) {
  Pipe pipe;
  std::thread sender([&pipe] {
    for (int i = 0; i < 1000; ++i)
      pipe.send("x");
    pipe.close_sending();
  });
  int count = 0;
  while (pipe.receive())
    ++count;
  sender.join();
  EXPECT_EQ(count, 1000);
}

PROBE(Sharing, NoReceiverIsABrokenPipe) {
  Pipe pipe;
  Process child(
      [](Pipe to) {
        parent_process()->join();
        (void)to;
      },
      pipe);
  Process sender([](Pipe to) { to.send("still received by nobody"); }, pipe);
  sender.start();
  sender.join();
  say("%d %s\n", ended_with(sender), pipe.receive()->c_str());
}
CHECK(Sharing, NoReceiverIsABrokenPipe) {
  EXPECT_EQ(outcome.out, "0 still received by nobody\n");
}

}  // namespace
}  // namespace exeunt::testing

#include "wire/message.hpp"

#include <gmock/gmock.h>
#include <sys/socket.h>

#include <array>
#include <thread>
#include <vector>

#include "support/unique_fd.hpp"
#include "wire/archive.hpp"
#include "wire/orders.hpp"

namespace harness::wire {
namespace {

std::array<UniqueFd, 2> socket_pair() {
  std::array<int, 2> ends{};
  EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
  return {UniqueFd(ends[0]), UniqueFd(ends[1])};
}

TEST(Message, ArrivesWholeHoweverLarge) {
  auto [near, far] = socket_pair();
  const std::string large(3'000'000, 'x');
  std::thread sender([&, end = std::move(near)] {
    EXPECT_TRUE(send_message(end.get(), "small"));
    EXPECT_TRUE(send_message(end.get(), large));
  });
  std::vector<std::string> received;
  MessageStream stream;
  while (stream.read_from(far.get(), [&](std::string_view message) { received.emplace_back(message); })) {
  }
  sender.join();
  EXPECT_THAT(received, testing::ElementsAre("small", large));
}

TEST(Message, TellsThatTheOtherEndIsGone) {
  auto [near, far] = socket_pair();
  far.reset();
  EXPECT_FALSE(send_message(near.get(), "x"));
}

RunReport report_with_everything() {
  RunReport report;
  report.out = std::string("a\0b", 3);
  report.start_failure = StartFailure{"execve", 2};
  report.events = {Event{.kind = EventKind::exited, .process = 3, .end = Killed{9, true}, .cpu_us = 12},
                   Event{.kind = EventKind::exec, .argv = {"sh", "-c", ""}}};
  report.helpers = {1, 4};
  report.guessed_helpers = {4};
  report.files = {{"folder/file", true, std::string("\0x", 2)}};
  report.trouble = "late";
  return report;
}

TEST(Orders, ReportsKeepEverything) {
  const RunReport sent = report_with_everything();
  const RunReport got = decode_report(encode(sent));
  EXPECT_EQ(got.out, sent.out);
  EXPECT_EQ(got.start_failure, sent.start_failure);
  EXPECT_EQ(got.events, sent.events);
  EXPECT_EQ(got.helpers, sent.helpers);
  EXPECT_EQ(got.guessed_helpers, sent.guessed_helpers);
  EXPECT_EQ(got.files, sent.files);
  EXPECT_EQ(got.trouble, sent.trouble);
}

TEST(Orders, OrdersKeepTheirSettings) {
  using namespace std::chrono_literals;
  RunOrder sent;
  sent.settings = {.level = Level::passive,
                   .time_scale = 0.5,
                   .time_limit = 3us,
                   .grace = 4us,
                   .out_limit = 5,
                   .err_limit = 6,
                   .attribute = true,
                   .shake = 7};
  EXPECT_EQ(decode_order(encode(sent)).settings, sent.settings);
}

TEST(Orders, OrdersKeepTheirConfinement) {
  RunOrder sent;
  sent.confinement.emplace();
  sent.confinement->limits = build_limits();
  sent.confinement->system_call_filter = "filter";
  sent.confinement->copied_in = "/submission";
  sent.confinement->take_out = true;
  const RunOrder got = decode_order(encode(sent));
  ASSERT_TRUE(got.confinement);
  EXPECT_EQ(got.confinement->limits, build_limits());
  EXPECT_EQ(got.confinement->system_call_filter, "filter");
  EXPECT_EQ(got.confinement->copied_in, "/submission");
  EXPECT_TRUE(got.confinement->take_out);
}

TEST(Orders, RefusesADamagedMessage) {
  const std::string whole = encode(report_with_everything());
  for (std::size_t length = 0; length < whole.size(); length += 7) {
    EXPECT_THROW((void)decode_report(std::string_view(whole).substr(0, length)), BadMessage) << length;
  }
  EXPECT_THROW((void)decode_report(whole + "x"), BadMessage);
  EXPECT_THROW((void)decode_order(whole), BadMessage);
  EXPECT_THROW((void)kind_of("\x7f"), BadMessage);
}

}  // namespace
}  // namespace harness::wire

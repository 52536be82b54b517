#include <chrono>
#include <functional>

#include "match/samples_test.hpp"

namespace harness {
namespace {

using samples::golden;
using samples::observed;

double microseconds(const std::function<void()>& work) {
  constexpr int times = 500;
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < times; ++i)
    work();
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count() / times;
}

// A thousand programs a second are judged with goldens read once. The bounds leave room for sanitizers.
TEST(CompareCost, SmallGoldensTakeMicroseconds) {
  const std::string text =
      "-- stdout [tty] --\na\n-- stdout --\nChild process running\nExiting...\npid {{[0-9]+}}\nExitcode: 1\n"
      "-- processes --\nprogram            exit 0\n  child            exit 1      reaped\n";
  const Golden read = golden(text);
  const Observation seen = observed("Child process running\nExiting...\npid 42\nExitcode: 1\n",
                                    {"program exit 0 root", "1 exit 1 reaped"});
  const double comparing =
      microseconds([&] { EXPECT_TRUE(compare(seen, read, Conditions{}).differences.empty()); });
  const double parsing = microseconds([&] { EXPECT_EQ(golden(text).out.size(), 2U); });
  RecordProperty("compare_us", std::to_string(comparing));
  RecordProperty("parse_us", std::to_string(parsing));
  EXPECT_LT(comparing, 500);
  EXPECT_LT(parsing, 5000);
}

}  // namespace
}  // namespace harness

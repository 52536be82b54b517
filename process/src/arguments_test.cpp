#include "probe.hpp"

// What a child is given to run: targets, arguments and derived classes (docs/semantics.md, part B).

namespace exeunt::testing {
namespace {

class Target : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, Target, ::testing::ValuesIn(all_start_methods()), name_of_method);

TEST_P(Target, ArgumentsCross) {
  using Pairs = std::vector<std::pair<std::string, std::optional<int>>>;
  const auto check = [](int number, double real, char letter, StartMethod method, std::string literal,
                        const std::string& text, std::string_view view, const char* pointer, Pairs pairs,
                        std::tuple<bool, std::vector<bool>> flags) {
    const Pairs expected{{"a", 1}, {"b", std::nullopt}};
    const bool equal = number == -5 && real == 0.5 && letter == 'x' && method == StartMethod::spawn &&
                       literal == "literal" && text == std::string("te\0xt", 5) && view == "view" &&
                       std::string_view(pointer) == "pointer" && pairs == expected &&
                       flags == std::tuple(true, std::vector{true, false});
    exeunt::exit(equal ? 0 : 1);
  };
  Process process(check, -5, 0.5, 'x', StartMethod::spawn, "literal", std::string("te\0xt", 5),
                  std::string_view("view"), "pointer", Pairs{{"a", 1}, {"b", std::nullopt}},
                  std::tuple(true, std::vector{true, false}));
  process.start();
  process.join();
  EXPECT_EQ(process.exitcode(), 0);
}

TEST_P(Target, LongArgumentsCross) {
  const auto check = [](const std::string& text) {
    exeunt::exit(text == std::string(5'000'000, 'x') ? 0 : 1);
  };
  for (const std::size_t size : {std::size_t{5'000'000}, std::size_t{4'000}, std::size_t{40'000}}) {
    Process process(check, std::string(size, 'x'));
    process.start();
    process.join();
    EXPECT_EQ(process.exitcode(), size == 5'000'000 ? 0 : 1);
  }
}

struct NoCrossing {
  int member;
};

TEST_P(Target, ClosuresCrossByForkOnly) {
  int value = 7;
  Process closure([value] { exeunt::exit(value); });
  Process argument([](int, NoCrossing given) { exeunt::exit(given.member); }, 1, NoCrossing{8});
  if (GetParam() == StartMethod::fork) {
    closure.start();
    argument.start();
    closure.join();
    argument.join();
    EXPECT_EQ(closure.exitcode(), 7);
    EXPECT_EQ(argument.exitcode(), 8);
    return;
  }
  try {
    closure.start();
    FAIL();
  } catch (const TypeError& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("fork only"));
  }
  EXPECT_THROW_TEXT(
      argument.start(), TypeError,
      "argument 2 of the target, of type 'exeunt::testing::(anonymous namespace)::NoCrossing', can be "
      "passed with fork only; give it an exeunt::Crossing");
  EXPECT_FALSE(closure.is_alive());
  EXPECT_EQ(closure.pid(), std::nullopt);
  closure.close();
  EXPECT_TRUE(active_children().empty());
}

class Worker : public Process {
 public:
  using Process::Process;
  explicit Worker(int status) : status_(status) {}
  void run() override { exeunt::exit(status_ + (current_process().name().starts_with("Worker-") ? 0 : 100)); }

 private:
  int status_ = 0;
};

TEST_P(Target, DerivedClassRunsItsOwn) {
  Worker worker(4);
  if (GetParam() != StartMethod::fork) {
    EXPECT_THROW(worker.start(), TypeError);
    return;
  }
  worker.start();
  worker.join();
  EXPECT_EQ(worker.exitcode(), 4);
}

}  // namespace
}  // namespace exeunt::testing

#include <exeunt/archive.hpp>

#include <gtest/gtest.h>

#include <limits>

#include <exeunt/crossing.hpp>
#include <exeunt/error.hpp>
#include <exeunt/wait.hpp>

#include "executable.hpp"
#include "latch.hpp"
#include "prelude.hpp"

namespace exeunt::detail {
namespace {

enum class Colour : char { red = 'r' };
struct Own {};

static_assert(Crosses<int> && Crosses<bool> && Crosses<Colour> && Crosses<long double>);
static_assert(Crosses<std::string> && Crosses<Event> && Crosses<Pipe>);
static_assert(Crosses<std::vector<std::optional<std::pair<int, std::string>>>>);
static_assert(Crosses<std::tuple<>> && Crosses<std::tuple<Event, std::vector<Pipe>>>);
static_assert(!Crosses<int*> && !Crosses<Own> && !Crosses<std::string_view>);
static_assert(!Crosses<std::vector<Own>> && !Crosses<std::optional<Own>>);
static_assert(!Crosses<std::pair<int, Own>> && !Crosses<std::tuple<int, Own>>);

template <class T>
T crossed(const T& value) {
  Encoder out;
  out.write(value);
  Decoder in(out.data(), {});
  return in.read<T>();
}

TEST(Archive, ValuesComeBack) {
  EXPECT_EQ(crossed(std::numeric_limits<long>::min()), std::numeric_limits<long>::min());
  EXPECT_EQ(crossed(Colour::red), Colour::red);
  EXPECT_EQ(crossed(std::string("a\0b", 3)), std::string("a\0b", 3));
  EXPECT_EQ(crossed(std::vector<bool>{true, false, true}), (std::vector<bool>{true, false, true}));
  const std::tuple<std::optional<int>, std::vector<std::pair<int, std::string>>, std::tuple<>> nested{
      std::nullopt, {{1, "a"}, {2, ""}}, {}};
  EXPECT_EQ(crossed(nested), nested);
}

TEST(Archive, OrderOfATupleIsKept) {
  EXPECT_EQ(crossed(std::tuple(1, 2.5, std::string("x"), 'c')), std::tuple(1, 2.5, std::string("x"), 'c'));
}

TEST(Archive, TooLittleIsAnError) {
  Encoder out;
  out.write("abcdef");
  for (std::size_t length = 0; length < out.data().size(); ++length) {
    Decoder in(std::string_view(out.data()).substr(0, length), {});
    EXPECT_THROW((in.read<std::string>()), RuntimeError) << length;
  }
}

TEST(Archive, ALengthThatCannotBeIsAnError) {
  Encoder out;
  out.size(std::numeric_limits<std::size_t>::max());
  Decoder text(out.data(), {});
  EXPECT_THROW(text.text(), RuntimeError);
  Decoder values(out.data(), {});
  EXPECT_THROW((values.read<std::vector<int>>()), RuntimeError);
}

TEST(Archive, HandlesNotTakenAreClosed) {
  using namespace std::chrono_literals;
  const native_handle first = make_latch("latch").release();
  const native_handle second = make_latch("latch").release();
  EXPECT_TRUE(wait({&second, 1}, 0s).empty());  // what waiting opens is open before the number is free again
  Encoder out;
  out.handle(first);
  {
    Decoder in(out.data(), {first, second});
    EXPECT_EQ(in.handle(), first);
  }
  EXPECT_THROW(wait({&second, 1}, 0s), std::system_error);
  const UniqueFd taken(first);
  EXPECT_TRUE(wait({&first, 1}, 0s).empty());
}

void some_function() {}

TEST(Executable, FunctionsAreFoundAgain) {
  EXPECT_EQ(function_at_offset(offset_of_function(&some_function)), &some_function);
  EXPECT_NE(executable_fingerprint(), 0U);
  EXPECT_EQ(executable_fingerprint(), executable_fingerprint());
}

TEST(Executable, WhatIsNoFunctionIsAnError) {
  static int data = 0;
  EXPECT_THROW(offset_of_function(reinterpret_cast<Function>(&data)), TypeError);
  EXPECT_THROW(function_at_offset(~std::uintptr_t{0} / 2), RuntimeError);
  EXPECT_THROW(function_at_offset(0), RuntimeError);  // the file's header
}

struct SomeState : ProcessState {
  SomeState() : ProcessState(AuthKey(std::string_view("k\0y", 3))) {
    identity = {1, 2};
    name = "name";
    daemon = true;
    parent_pid = 7;
    parent_name = "parent";
  }
};

TEST(Prelude, SaysWhoTheProcessIs) {
  Encoder out;
  write_prelude(out, SomeState());
  Decoder in(out.data(), {});
  const auto state = read_prelude(in);
  EXPECT_EQ(state->authkey, AuthKey(std::string_view("k\0y", 3)));
  EXPECT_EQ(state->identity, (std::vector{1U, 2U}));
  EXPECT_EQ(state->name, "name");
  EXPECT_TRUE(state->daemon);
  EXPECT_EQ(state->parent_pid, 7);
  EXPECT_EQ(state->parent_name, "parent");
  EXPECT_EQ(state->task, nullptr);
}

TEST(Prelude, BringsTheTargetWithItsArguments) {
  static int sum = 0;
  SomeState state;
  state.task =
      make_task([](int a, const char* b) { sum = a + static_cast<int>(std::string(b).size()); }, 5, "four");
  Encoder out;
  write_prelude(out, state);
  Decoder in(out.data(), {});
  read_prelude(in)->task->run();
  EXPECT_EQ(sum, 9);
}

TEST(Prelude, OfAnotherExecutableIsAnError) {
  Encoder out;
  write_prelude(out, SomeState());
  std::string data = out.data();
  data[0] = static_cast<char>(data[0] ^ 1);
  Decoder in(data, {});
  EXPECT_THROW(read_prelude(in), RuntimeError);
}

}  // namespace
}  // namespace exeunt::detail

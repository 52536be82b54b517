#include <exeunt/crossing.hpp>

#include <map>
#include <memory>
#include <stdexcept>

#include "probe.hpp"

// Types of a program that cross by a Crossing of its own.

namespace exeunt::testing {
namespace {

struct Point {
  int x;
  std::string name;
  friend bool operator==(const Point&, const Point&) = default;
};

/// One that owns, can be moved only, and contains itself.
struct Tree {
  explicit Tree(std::string text) : label(std::move(text)) {}
  Tree(Tree&&) = default;

  std::string label;
  std::vector<std::unique_ptr<Tree>> below{};
};

struct Line {
  Pipe pipe;
  Event ready;
};

struct Refused {};
struct Unreadable {};

}  // namespace
}  // namespace exeunt::testing

namespace exeunt {

using namespace testing;

template <>
struct Crossing<Point> {
  static void write(Encoder& out, const Point& point) { out.write(point.x, point.name); }
  static Point read(Decoder& in) {
    const int x = in.read<int>();
    return {x, in.read<std::string>()};
  }
};

template <>
struct Crossing<Tree> {
  static void write(Encoder& out, const Tree& tree) {
    out.write(tree.label, tree.below.size());
    for (const auto& each : tree.below)
      write(out, *each);
  }
  static Tree read(Decoder& in) {
    Tree tree(in.read<std::string>());
    for (std::size_t left = in.read<std::size_t>(); left > 0; --left)
      tree.below.push_back(std::make_unique<Tree>(read(in)));
    return tree;
  }
};

template <>
struct Crossing<Line> {
  static void write(Encoder& out, const Line& line) { out.write(line.pipe, line.ready); }
  static Line read(Decoder& in) {
    Pipe pipe = in.read<Pipe>();
    return {std::move(pipe), in.read<Event>()};
  }
};

template <>
struct Crossing<Refused> {
  static void write(Encoder&, const Refused&) { throw std::runtime_error("not today"); }
  static Refused read(Decoder&) { return {}; }
};

template <>
struct Crossing<Unreadable> {
  static void write(Encoder& out, const Unreadable&) { out.write("text"); }
  static Unreadable read(Decoder& in) { throw std::runtime_error("what came is " + in.read<std::string>()); }
};

namespace testing {
namespace {

static_assert(Crosses<Point> && Crosses<std::vector<Point>> && Crosses<std::pair<int, std::optional<Tree>>>);
static_assert(Crosses<Line> && !Crosses<Process> && !Crosses<const char*>);
static_assert(!Crosses<std::map<int, int>> && !Crosses<std::vector<std::map<int, int>>>);

class OwnCrossing : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, OwnCrossing, ::testing::ValuesIn(all_start_methods()), name_of_method);

TEST_P(OwnCrossing, ValuesArriveAlsoInContainers) {
  const auto check = [](Point point, std::vector<Point> points, std::tuple<std::optional<Point>, int> both) {
    const bool equal = point == Point{-1, "a"} && points == std::vector<Point>{{2, ""}, {3, "b\n"}} &&
                       both == std::tuple(std::optional<Point>({4, "d"}), 5);
    exeunt::exit(equal ? 0 : 1);
  };
  EXPECT_EQ(status_of(Process(check, Point{-1, "a"}, std::vector<Point>{{2, ""}, {3, "b\n"}},
                              std::tuple(std::optional<Point>({4, "d"}), 5))),
            0);
}

TEST_P(OwnCrossing, WhatCanOnlyBeMovedCrosses) {
  Tree tree("root");
  tree.below.push_back(std::make_unique<Tree>("leaf"));
  const auto check = [](Tree given) {
    exeunt::exit(given.below.size() == 1 && given.below[0]->label == "leaf" && given.label == "root" ? 0 : 1);
  };
  EXPECT_EQ(status_of(Process(check, std::move(tree))), 0);
}

TEST_P(OwnCrossing, PipesWithinItEndWithTheirSenders) {
  Line line;
  Pipe other;
  Line unrelated;
  Process child(
      [](Line given) {
        given.ready.wait();
        given.pipe.send("sent");
      },
      line);
  child.start();
  Process bystander([](Line given) { given.ready.wait(); }, unrelated);
  bystander.start();
  line.pipe.close_sending();
  line.ready.set();
  EXPECT_EQ(line.pipe.receive(), "sent");
  EXPECT_EQ(line.pipe.receive(), std::nullopt);  // also while the bystander lives
  EXPECT_TRUE(bystander.is_alive());
  unrelated.ready.set();
  bystander.join();
  child.join();
}

TEST_P(OwnCrossing, WhatWriteThrowsStartThrows) {
  Process child([](Refused) {}, Refused());
  if (GetParam() == StartMethod::fork) {  // nothing has to cross
    EXPECT_EQ(status_of(std::move(child)), 0);
    return;
  }
  EXPECT_THROW_TEXT(child.start(), std::runtime_error, "not today");
  EXPECT_EQ(child.pid(), std::nullopt);
  EXPECT_TRUE(active_children().empty());
}

PROBE(OwnCrossing, WhatReadThrowsEndsTheChild) {
  Process child([](Unreadable) {}, Unreadable());
  child.start();
  child.join();
  say("%d\n", ended_with(child));
}
CHECK(OwnCrossing, WhatReadThrowsEndsTheChild) {
  EXPECT_EQ(outcome.out, method == StartMethod::fork ? "0\n" : "1\n");
  const char* said =
      "exeunt: cannot begin a process of the fork server: std::runtime_error: what came is text\n";
  if (method == StartMethod::fork) said = "";
  if (method == StartMethod::spawn)
    said = "exeunt: cannot begin a spawned process: std::runtime_error: what came is text\n";
  EXPECT_EQ(outcome.err, said);
}

TEST_P(OwnCrossing, ATypeWithoutOneIsNamedAsAPersonWritesIt) {
  Process child([](int, std::map<std::string, std::vector<int>>) {}, 1,
                std::map<std::string, std::vector<int>>());
  if (GetParam() == StartMethod::fork) return;
  EXPECT_THROW_TEXT(
      child.start(), TypeError,
      "argument 2 of the target, of type 'std::map<std::string, std::vector<int>>', can be passed "
      "with fork only; give it an exeunt::Crossing");
}

}  // namespace
}  // namespace testing
}  // namespace exeunt

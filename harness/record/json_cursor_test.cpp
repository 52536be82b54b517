#include "record/json_cursor.hpp"

#include <gmock/gmock.h>

#include <vector>

namespace harness {
namespace {

using testing::ElementsAre;

std::vector<std::string> members(std::string_view text) {
  std::vector<std::string> found;
  JsonCursor cursor(text, '{');
  while (cursor.next_member())
    found.push_back(std::string(cursor.key()) + "=" + std::string(cursor.value()));
  EXPECT_TRUE(cursor.is_all());
  return found;
}

TEST(JsonCursor, GoesOverMembersWithoutLookingInside) {
  EXPECT_THAT(members(R"({"a":1,"b":{"c":["}",{}]}, "d" : "x,y" ,"e":[],"f":null})"),
              ElementsAre("a=1", R"(b={"c":["}",{}]})", R"(d="x,y")", "e=[]", "f=null"));
  EXPECT_THAT(members("{}"), ElementsAre());
}

TEST(JsonCursor, KnowsEscapedQuotes) {
  EXPECT_THAT(members(R"({"a":"\"","b":"\\","c":"\\\"}"})"),
              ElementsAre(R"(a="\"")", R"(b="\\")", R"(c="\\\"}")"));
}

TEST(JsonCursor, GoesOverElements) {
  JsonCursor cursor(R"([{"a":1}, 2,"x"])", '[');
  std::vector<std::string> found;
  while (cursor.next_element())
    found.emplace_back(cursor.value());
  EXPECT_THAT(found, ElementsAre(R"({"a":1})", "2", R"("x")"));
}

TEST(JsonCursor, RefusesWhatIsNoneOrEndsTooEarly) {
  for (const char* text : {"", "x", "[", "{", R"({"a)", R"({"a")", R"({"a":)", R"({"a":1)", R"({"a":{)",
                           R"({"a":"x)", R"({"a":1 "b":2})", R"({a:1})", R"({"a":,})"}) {
    EXPECT_THROW(members(text), BadJson) << text;
  }
}

TEST(JsonCursor, EndsAtEveryPlaceWithinALineAreFound) {
  const std::string whole = R"({"a":"x\"y","b":[{"c":[1,2]}],"d":-1.5e3})";
  for (std::size_t length = 0; length < whole.size(); ++length)
    EXPECT_THROW(members(whole.substr(0, length)), BadJson) << length;
}

TEST(StringOf, UndoesEscapes) {
  std::string room;
  EXPECT_EQ(string_of(R"("plain")", room), "plain");
  EXPECT_EQ(string_of(R"("a\nb\u00e9")", room), "a\nbé");
  EXPECT_THROW(string_of("1", room), BadJson);
  EXPECT_THROW(string_of(R"("\x")", room), BadJson);
}

}  // namespace
}  // namespace harness

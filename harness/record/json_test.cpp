#include "record/json.hpp"

#include <gmock/gmock.h>

namespace harness {
namespace {

TEST(Json, AListOfPairsIsAnObjectAndAnyOtherListIsAnArray) {
  EXPECT_EQ((Json{{"a", 1}, {"b", {1, 2}}}).dump(), R"({"a":1,"b":[1,2]})");
  EXPECT_EQ((Json{"a", 1}).dump(), R"(["a",1])");
  EXPECT_EQ(Json::array({{"a", 1}, {"b", 2}}).dump(), R"([["a",1],["b",2]])");
  EXPECT_EQ(Json(std::vector<std::string>{"a", "b"}).dump(), R"(["a","b"])");
  EXPECT_EQ(Json(std::map<std::string, int>{{"b", 1}, {"a", 2}}).dump(), R"({"a":2,"b":1})");
}

TEST(Json, KeysStayInTheOrderInWhichTheyWereSet) {
  Json json;
  json["b"] = 1;
  json["a"] = nullptr;
  json["b"] = true;
  EXPECT_EQ(json.dump(), R"({"b":true,"a":null})");
  EXPECT_EQ(Json::parse(R"({"b":1,"a":2,"b":3})").dump(), R"({"b":3,"a":2})");
}

TEST(Json, WhatIsWrittenIsReadAsTheSameValue) {
  const std::string text =
      R"({"null":null,"truth":[true,false],"numbers":[0,-1,18446744073709551615,-9223372036854775808,0.1,1e+100,2.0],)"
      R"("text":"\"\\\n\u0001ä","empty":[{},[],""]})";
  EXPECT_EQ(Json::parse(text).dump(), text);
  EXPECT_EQ(Json::parse(Json::parse(text).dump(1)), Json::parse(text));
}

TEST(Json, IndentedTextHasALineForEachElementAndMember) {
  EXPECT_EQ((Json{{"a", {1, 2}}, {"b", Json::object()}}).dump(1),
            "{\n \"a\": [\n  1,\n  2\n ],\n \"b\": {}\n}");
}

TEST(Json, BytesThatAreNotUtf8AreReplaced) {
  EXPECT_EQ(Json("a\xff"
                 "b")
                .dump(),
            "\"a\uFFFDb\"");
}

TEST(Json, WhatIsNoNumberIsWrittenAsNull) {
  EXPECT_EQ(Json(std::numeric_limits<double>::quiet_NaN()).dump(), "null");
}

TEST(Json, NumbersAreEqualByValue) {
  EXPECT_EQ(Json(2), Json(2.0));
  EXPECT_EQ(Json(2), Json(std::size_t{2}));
  EXPECT_NE(Json(-1), Json(std::numeric_limits<std::uint64_t>::max()));
  EXPECT_NE(Json(1), Json(true));
  EXPECT_EQ(Json::parse(R"({"a":1,"b":2})"), Json::parse(R"({"b":2,"a":1.0})"));
  EXPECT_NE(Json::parse(R"({"a":1,"b":2})"), Json::parse(R"({"a":1,"c":2})"));
}

TEST(Json, AValueOfAnotherTypeIsRefused) {
  EXPECT_EQ(Json(7).get<double>(), 7);
  EXPECT_EQ(Json(7.9).get<int>(), 7);
  EXPECT_THROW(Json(7).get<std::string>(), Json::exception);
  EXPECT_THROW(Json(7).get<bool>(), Json::exception);
  EXPECT_THROW(Json("7").get<int>(), Json::exception);
  EXPECT_THROW(Json(true).get<int>(), Json::exception);
  EXPECT_THROW(Json("a").at("a"), Json::exception);
  EXPECT_THROW(Json::array().at(0), Json::exception);
  EXPECT_THROW((Json{{"a", 1}}).at("b"), Json::exception);
  EXPECT_THROW((Json{{"a", 1}}).value("a", ""), Json::exception);
  EXPECT_THROW(Json(1).push_back(2), Json::exception);
}

TEST(Json, ANumberThatDoesNotFitIsRefused) {
  EXPECT_EQ(Json(-128).get<signed char>(), -128);
  EXPECT_THROW(Json(128).get<signed char>(), Json::exception);
  EXPECT_THROW(Json(-1).get<unsigned>(), Json::exception);
  EXPECT_THROW(Json(4294967296).get<unsigned>(), Json::exception);
  EXPECT_THROW(Json(1e30).get<std::int64_t>(), Json::exception);
  EXPECT_THROW(Json(std::numeric_limits<std::uint64_t>::max()).get<std::int64_t>(), Json::exception);
  EXPECT_EQ(Json(std::numeric_limits<std::uint64_t>::max()).get<std::uint64_t>(),
            std::numeric_limits<std::uint64_t>::max());
}

TEST(Json, AMissingKeyGivesTheDefault) {
  const Json json{{"lacking", {"b", "a"}}, {"none", nullptr}};
  EXPECT_EQ(json.value("lacking", std::set<std::string>()), (std::set<std::string>{"a", "b"}));
  EXPECT_EQ(json.value("missing", 7), 7);
  EXPECT_EQ(json.find("missing"), nullptr);
  EXPECT_TRUE(json.find("none")->is_null());
  EXPECT_EQ(Json(7).find("a"), nullptr);
}

TEST(Json, WhatIsNotOneJsonValueIsRefused) {
  for (const char* text : {"", "{", "[1,]", "1 2", "{\"a\" 1}", "nul", "\"\xff\"", "1e999"})
    EXPECT_THROW(Json::parse(text), Json::parse_error) << text;
}

TEST(Json, NestingHasALimit) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_EQ(Json::parse(nested(1000)).dump(), nested(1000));
  EXPECT_THROW(Json::parse(nested(1001)), Json::parse_error);
  EXPECT_THROW(Json::parse(std::string(10'000'000, '[')), Json::parse_error);
}

}  // namespace
}  // namespace harness

#include "record/watch_json.hpp"

#include <gmock/gmock.h>

#include "record/test_observations.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

Json event_at(const Json& object, const std::string& id, const std::string& word) {
  for (const Json& event : object.at("events")) {
    if (event.at("event") == word && event.at("id") == id) return event;
  }
  ADD_FAILURE() << "no " << word << " of " << id;
  return {};
}

TEST(WatchJson, HasTheKeysOfTheFormat) {
  const Json object = watch_json(family());
  EXPECT_EQ(object.at("format"), 1);
  EXPECT_EQ(object.at("level"), "trace");
  EXPECT_EQ(object.at("processes").size(), 7U);
  EXPECT_EQ(object.at("processes").at(4).at("fate"), "zombie");
  EXPECT_EQ(object.at("events").size(), 30U);
  std::size_t seq = 0;
  for (const Json& event : object.at("events")) {
    EXPECT_EQ(event.at("seq"), ++seq);
    EXPECT_TRUE(event.at("t_ms").is_number());
    EXPECT_TRUE(event.at("id").is_string() || event.at("event") == "output");
  }
}

TEST(WatchJson, EventsTellWhatTheyKnow) {
  const Json object = watch_json(family());
  EXPECT_EQ(event_at(object, "2", "created").at("pid"), 4702);
  EXPECT_EQ(event_at(object, "2", "created").at("parent"), "program");
  EXPECT_EQ(event_at(object, "2", "exec").at("argv"), Json({"/bin/sleep", "5"}));
  EXPECT_EQ(event_at(object, "2", "exited").at("end"), "signal SIGTERM");
  EXPECT_EQ(event_at(object, "3", "zombie").at("t_ms"), 100.0);
  EXPECT_EQ(event_at(object, "3", "reaped").at("by"), "adopter");
  EXPECT_EQ(event_at(object, "2.1", "stopped").at("signal"), "SIGSTOP");
  EXPECT_EQ(event_at(object, "1", "output").at("text"), "child\n");
  EXPECT_EQ(event_at(object, "1", "output").at("stream"), "stdout");
}

TEST(WatchJson, WhatIsNotKnownIsNull) {
  const Json object = watch_json(family());
  EXPECT_EQ(event_at(object, "4", "exited").at("end"), nullptr);
  for (const Json& event : object.at("events")) {
    if (event.at("event") == "output" && event.at("stream") == "stderr") {
      EXPECT_EQ(event.at("id"), nullptr);
    }
  }
  EXPECT_EQ(watch_json(Observation{}).at("processes"), Json::array());
}

TEST(WatchJson, OutputThatWasNotKeptHasNoText) {
  Observation seen = family();
  seen.out.clear();
  EXPECT_FALSE(event_at(watch_json(seen), "1", "output").contains("text"));
}

TEST(WatchJson, IsAlwaysUtf8) {
  EXPECT_TRUE(is_utf8(watch_json(hostile_family()).dump()));
}

}  // namespace
}  // namespace harness

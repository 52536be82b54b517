#include "record/process_json.hpp"

#include <gmock/gmock.h>

#include "support/errors.hpp"

namespace harness {
namespace {

TEST(ProcessJson, NullIsNotKnown) {
  const Process process = process_of(
      Json::parse(R"({"id":"1","parent":"program","argv":null,"end":null,"fate":null,"helper":false})"));
  Process expected;
  expected.id = "1";
  expected.parent = "program";
  EXPECT_EQ(process, expected);
}

TEST(ProcessJson, ReadsWhatIsKnown) {
  const Process process = process_of(Json::parse(
      R"({"id":"1.2","parent":null,"argv":["C:\\p.exe","x"],"exec":true,"end":"exit 3221225477","fate":null,)"
      R"("outlived_creator":false,"start_ms":1.5,"end_ms":2,"pid":44,"helper":true,"helper_guessed":true,)"
      R"("still_runs":true})"));
  EXPECT_EQ(process.argv, (std::vector<std::string>{"C:\\p.exe", "x"}));
  EXPECT_EQ(process.end, Ending(Exited{3221225477}));
  EXPECT_EQ(process.fate, std::nullopt);
  EXPECT_EQ(process.outlived_creator, false);
  EXPECT_EQ(process.end_ms, 2);
  EXPECT_EQ(process.pid, 44);
  EXPECT_TRUE(process.helper);
  EXPECT_TRUE(process.helper_guessed);
  EXPECT_TRUE(process.still_runs);
  EXPECT_EQ(process_of(to_json(process)), process);
}

TEST(ProcessJson, RefusesWhatIsNone) {
  const auto with = [](const std::string& members) {
    return process_of(Json::parse(R"({"id":"1","argv":null,"helper":false,)" + members + "}"));
  };
  EXPECT_THROW(with(R"("end":"exit","fate":null)"), CannotJudge);
  EXPECT_THROW(with(R"("end":null,"fate":"lost")"), CannotJudge);
  EXPECT_THROW(with(R"("end":7,"fate":null)"), Json::exception);
  EXPECT_THROW(with(R"("fate":null)"), Json::exception);
}

}  // namespace
}  // namespace harness

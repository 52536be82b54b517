#include "grade/formats.hpp"

#include <gmock/gmock.h>

#include <pugixml.hpp>

#include "grade/test_grading.hpp"
#include "record/json.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

std::string text_of(std::string_view name) {
  return result_format(name).render(some_result()).front().content;
}

Json json_of(std::string_view name) {
  return Json::parse(text_of(name));
}

TEST(Formats, NoneTellsOfHiddenItemsButGradescopeWhichHidesThem) {
  for (const ResultFormat& format : result_formats()) {
    if (format.name == "gradescope" || format.name == "coderunner") continue;
    for (const FormatFile& file : format.render(some_result()))
      EXPECT_THAT(file.content, Not(HasSubstr("The secret was"))) << format.name;
  }
}

TEST(Formats, NoneTellsOfTheHostsTroubles) {
  for (const ResultFormat& format : result_formats()) {
    for (const FormatFile& file : format.render(some_result()))
      EXPECT_THAT(file.content, Not(HasSubstr("the host's own"))) << format.name;
  }
}

TEST(Formats, AnUnknownOneIsToldTheClosest) {
  EXPECT_THROW(
      {
        try {
          result_format("gradescop");
        } catch (const UsageError& error) {
          EXPECT_THAT(error.what(), HasSubstr("closest: 'gradescope'"));
          throw;
        }
      },
      UsageError);
}

TEST(Gradescope, HasNumbersAsNumbersAndWordsOfItsSchema) {
  const Json json = json_of("gradescope");
  EXPECT_TRUE(json.at("score").is_number());
  EXPECT_THAT(json.at("execution_time").dump(), testing::MatchesRegex("[0-9]+"));
  for (const Json& test : json.at("tests")) {
    EXPECT_TRUE(test.at("score").is_number());
    EXPECT_TRUE(test.at("output").is_string());
    EXPECT_THAT(test.at("status").get<std::string>(), AnyOf("passed", "failed"));
    EXPECT_THAT(test.at("visibility").get<std::string>(),
                AnyOf("hidden", "after_due_date", "after_published", "visible"));
  }
  EXPECT_EQ(json.at("tests").at(2).at("visibility"), "hidden");
}

TEST(PrairieLearn, ScoresFromZeroToOne) {
  const Json json = json_of("prairielearn");
  EXPECT_EQ(json.at("score"), 0.2);
  EXPECT_EQ(json.at("gradable"), true);
  EXPECT_EQ(json.at("tests").at(1).at("max_points"), 3);
}

TEST(Autolab, IsOneLine) {
  const std::string text = text_of("autolab");
  EXPECT_EQ(lines_of(text).size(), 1U);
  EXPECT_EQ(Json::parse(text).at("scores").at("right"), 2);
}

TEST(Submitty, SaysThatValidatingSucceeded) {
  const Json json = json_of("submitty");
  EXPECT_EQ(json.at("status"), "success");
  EXPECT_EQ(json.at("data").at("score"), 0.2);
  EXPECT_EQ(json.at("data").at("message").size(), 2U);
}

TEST(CodeRunner, HasARowForEachItemAndHidesThem) {
  const Json rows = json_of("coderunner").at("testresults");
  EXPECT_EQ(rows.at(0).size(), rows.at(3).size());
  EXPECT_EQ(rows.at(3).at(4), true);
}

// The mark is the last line that begins with "Grade :=>>".
TEST(Vpl, NobodyElseWritesAGrade) {
  int grades = 0;
  int ends = 0;
  for (const std::string& line : lines_of(text_of("vpl"))) {
    if (line.starts_with("Grade :=>>")) ++grades;
    if (line.starts_with("--|>")) ++ends;
  }
  EXPECT_EQ(grades, 1);
  EXPECT_EQ(ends, 1);
}

TEST(GitHubClassroom, SumsWholePoints) {
  const Json json = json_of("github-classroom");
  EXPECT_EQ(json.at("version"), 1);
  EXPECT_EQ(json.at("max_score"), 10);
  EXPECT_EQ(json.at("status"), "fail");
  EXPECT_EQ(json.at("tests").at(0).at("status"), "pass");
  EXPECT_TRUE(json.at("tests").at(0).contains("line_no"));
}

TEST(JUnit, IsWellFormedAndCounts) {
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(text_of("junit").c_str()));
  const pugi::xml_node suite = document.child("testsuites").child("testsuite");
  EXPECT_EQ(suite.attribute("tests").as_int(), 3);
  EXPECT_EQ(suite.attribute("failures").as_int(), 2);
  const pugi::xml_node failure = suite.find_child_by_attribute("testcase", "name", "wrong").child("failure");
  EXPECT_EQ(std::string(failure.attribute("type").value()), "wrong-tree");
  EXPECT_THAT(failure.text().get(), HasSubstr("<b>that</b>"));
}

TEST(Artemis, IsJUnitAndAFeedbackForEachVisibleItem) {
  const auto files = result_format("artemis").render(some_result());
  ASSERT_EQ(files.size(), 3U);
  EXPECT_EQ(files[0].path, "results/exeunt.xml");
  EXPECT_EQ(Json::parse(files[1].content).at("successful"), true);
}

TEST(Views, EscapeWhatIsNotTheirs) {
  const std::string page = html_feedback(some_result());
  EXPECT_THAT(page, HasSubstr("&lt;b&gt;that&lt;/b&gt;"));
  EXPECT_THAT(page, Not(HasSubstr("<b>that</b>")));
  const std::string markdown = markdown_feedback(some_result());
  EXPECT_THAT(markdown, Not(HasSubstr("<b>")));
  EXPECT_THAT(markdown, HasSubstr("````text\n"));
  EXPECT_THAT(plain_feedback(some_result()), HasSubstr("Hint: Wait."));
}

}  // namespace
}  // namespace harness

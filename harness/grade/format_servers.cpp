
#include <cmath>
#include <pugixml.hpp>
#include <sstream>

#include "grade/format_files.hpp"
#include "model/names.hpp"
#include "record/json.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

std::string text_or_nothing(const ItemResult& item) {
  return item.visibility == Visibility::visible ? item_text(item) : "";
}

// GitHub Classroom knows whole points.
int whole(double points) {
  return static_cast<int>(std::lround(points));
}

void add_case(pugi::xml_node suite, const SubmissionResult& result, const ItemResult& item) {
  pugi::xml_node node = suite.append_child("testcase");
  node.append_attribute("classname") = result.submission.c_str();
  node.append_attribute("name") = item.name.c_str();
  node.append_attribute("time") = harness::format("{:.3f}", item.wall_ms / 1000).c_str();
  if (earned(item)) return;
  const bool ours = item.verdict == Verdict::broken;
  const bool skipped = item.verdict == Verdict::skip;
  pugi::xml_node why = node.append_child(ours ? "error" : skipped ? "skipped" : "failure");
  const bool told = item.visibility == Visibility::visible;
  why.append_attribute("message") = told ? item.message.c_str() : "not right yet";
  if (skipped) return;
  why.append_attribute("type") =
      std::string(item.code ? to_string(*item.code) : to_string(item.verdict)).c_str();
  why.text() = text_or_nothing(item).c_str();
}

std::string junit_text(const SubmissionResult& result) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  pugi::xml_node suites = document.append_child("testsuites");
  pugi::xml_node suite = suites.append_child("testsuite");
  int failures = 0;
  int errors = 0;
  int skipped = 0;
  for (const ItemResult& item : result.items) {
    if (earned(item)) continue;
    ++(item.verdict == Verdict::broken ? errors : item.verdict == Verdict::skip ? skipped : failures);
  }
  suite.append_attribute("name") = result.submission.c_str();
  suite.append_attribute("tests") = result.items.size();
  suite.append_attribute("failures") = failures;
  suite.append_attribute("errors") = errors;
  suite.append_attribute("skipped") = skipped;
  suite.append_attribute("time") = harness::format("{:.3f}", result.wall_ms / 1000).c_str();
  for (const ItemResult& item : result.items)
    add_case(suite, result, item);
  std::ostringstream out;
  document.save(out, "  ");
  return out.str();
}

}  // namespace

std::vector<FormatFile> github_classroom_files(const SubmissionResult& result) {
  Json tests = Json::array();
  bool all = true;
  int most = 0;
  for (const ItemResult& item : result.items) {
    const bool hidden = item.visibility != Visibility::visible;
    all = all && earned(item);
    most += whole(item.max_points);
    tests.push_back({{"name", hidden ? "hidden item" : item.title},
                     {"status", item.verdict == Verdict::broken ? "error"
                                : earned(item)                  ? "pass"
                                                                : "fail"},
                     {"score", whole(item.points)},
                     {"message", text_or_nothing(item)},
                     {"test_code", ""},
                     {"filename", ""},
                     {"line_no", 0},
                     {"duration", static_cast<int>(item.wall_ms)}});
  }
  return {
      {"",
       Json{{"version", 1}, {"status", all ? "pass" : "fail"}, {"max_score", most}, {"tests", tests}}.dump() +
           "\n"}};
}

std::vector<FormatFile> junit_files(const SubmissionResult& result) {
  return {{"", junit_text(result)}};
}

std::vector<FormatFile> artemis_files(const SubmissionResult& result) {
  std::vector<FormatFile> files{{"results/exeunt.xml", junit_text(result)}};
  int number = 0;
  for (const ItemResult& item : result.items) {
    ++number;
    if (item.visibility != Visibility::visible) continue;
    files.push_back(
        {harness::format("customFeedbacks/{:03}.json", number),
         Json{{"name", item.title}, {"successful", earned(item)}, {"message", item_text(item)}}.dump() +
             "\n"});
  }
  return files;
}

}  // namespace harness

#include "grade/format_files.hpp"
#include "model/names.hpp"
#include "record/json.hpp"
#include "report/pages/page.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

std::string written(const Json& json) {
  return json.dump(1) + "\n";
}

// For what shows everything to everybody.
bool is_hidden(const ItemResult& item) {
  return item.visibility != Visibility::visible;
}
std::string shown_title(const ItemResult& item) {
  return is_hidden(item) ? "Hidden item" : item.title;
}
std::string shown_text(const ItemResult& item) {
  return is_hidden(item) ? "" : item_text(item);
}

std::string overall_text(const SubmissionResult& result) {
  std::string text;
  if (!result.complete) text += "Grading has not come to its end; what is not judged yet counts nothing.\n";
  if (result.late_percent > 0)
    text += "Handed in late: " + points_text(result.late_percent) + " % are taken off.\n";
  for (const std::string& note : result.notes)
    text += note + "\n";
  return text + result.build_log;
}

}  // namespace

std::vector<FormatFile> gradescope_files(const SubmissionResult& result) {
  Json tests = Json::array();
  for (const ItemResult& item : result.items) {
    tests.push_back({{"name", item.title},
                     {"score", item.points},
                     {"max_score", item.max_points},
                     {"status", earned(item) ? "passed" : "failed"},
                     {"output", item_text(item)},
                     {"output_format", "text"},
                     {"visibility",
                      std::string(to_string(item.visibility) == "after_due" ? "after_due_date"
                                                                            : to_string(item.visibility))}});
  }
  return {{"", written({{"score", result.score},
                        {"execution_time", static_cast<int>(result.wall_ms / 1000)},
                        {"output", overall_text(result)},
                        {"output_format", "text"},
                        {"visibility", "visible"},
                        {"stdout_visibility", "hidden"},
                        {"tests", tests}})}};
}

std::vector<FormatFile> prairielearn_files(const SubmissionResult& result) {
  constexpr std::size_t largest = 900'000;  // of the 1 MB that are read
  Json tests = Json::array();
  std::size_t bytes = 0;
  for (const ItemResult& item : result.items) {
    std::string output = shown_text(item);
    bytes += output.size();
    if (bytes > largest) output = "left out: too much in all";
    tests.push_back({{"name", shown_title(item)},
                     {"points", item.points},
                     {"max_points", item.max_points},
                     {"message", is_hidden(item) ? "" : item.message},
                     {"output", output}});
  }
  return {{"", written({{"gradable", true},
                        {"score", score_fraction(result)},
                        {"message", overall_text(result)},
                        {"tests", tests}})}};
}

// One line: the last one of the output is what counts.
std::vector<FormatFile> autolab_files(const SubmissionResult& result) {
  Json scores = Json::object();
  Json board = Json::array({result.score});
  const double kept = (100 - result.late_percent) / 100;
  for (const ItemResult& item : result.items) {
    scores[item.name] = item.points * kept;
    board.push_back(item.points * kept);
  }
  return {{"", Json{{"scores", scores}, {"scoreboard", board}}.dump() + "\n"}};
}

std::vector<FormatFile> submitty_files(const SubmissionResult& result) {
  Json messages = Json::array();
  for (const ItemResult& item : result.items) {
    if (is_hidden(item)) continue;
    messages.push_back(
        {{"message", item.title + ": " + item_text(item)}, {"status", earned(item) ? "success" : "failure"}});
  }
  const double score = score_fraction(result);
  return {{"", written({{"status", "success"},
                        {"data",
                         {{"score", score},
                          {"message", messages},
                          {"status", score >= 1  ? "success"
                                     : score > 0 ? "warning"
                                                 : "failure"}}}})}};
}

std::vector<FormatFile> coderunner_files(const SubmissionResult& result) {
  Json rows = Json::array({Json::array({"iscorrect", "Item", "Points", "What happened", "ishidden"})});
  for (const ItemResult& item : result.items) {
    rows.push_back(Json::array({earned(item) ? 1 : 0, item.title,
                                points_text(item.points) + " of " + points_text(item.max_points),
                                item_text(item), is_hidden(item)}));
  }
  const std::string overall = overall_text(result);
  return {{"", written({{"fraction", score_fraction(result)},
                        {"prologuehtml", overall.empty() ? "" : "<pre>" + html_text(overall) + "</pre>"},
                        {"testresults", rows},
                        {"columnformats", Json::array({"%s", "%s", "%s"})}})}};
}

// Every line that quotes somebody is indented: the mark is read from a line that begins with "Grade".
std::vector<FormatFile> vpl_files(const SubmissionResult& result) {
  std::string text = "<|--\n";
  const auto quote = [&](const std::string& lines) {
    std::size_t begin = 0;
    while (begin < lines.size()) {
      const std::size_t end = std::min(lines.find('\n', begin), lines.size());
      text += "  " + lines.substr(begin, end - begin) + "\n";
      begin = end + 1;
    }
  };
  quote(overall_text(result));
  for (const ItemResult& item : result.items) {
    text += "-" + shown_title(item) + " (" + points_text(item.points) + " of " +
            points_text(item.max_points) + ")\n";
    quote(shown_text(item));
  }
  text += "--|>\n\nGrade :=>> " + points_text(result.score) + "\n";
  return {{"", text}};
}

}  // namespace harness

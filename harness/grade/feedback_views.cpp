#include "grade/formats.hpp"
#include "model/names.hpp"
#include "report/pages/page.hpp"
#include "report/pages/pages.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

std::string points_of(const ItemResult& item) {
  return points_text(item.points) + " of " + points_text(item.max_points);
}

std::string score_line(const SubmissionResult& result) {
  std::string text = points_text(result.score) + " of " + points_text(result.max_score) + " points";
  if (result.late_percent > 0) text += ", " + points_text(result.late_percent) + " % taken off for lateness";
  if (!result.complete) text += "; grading has not come to its end";
  return text;
}

std::string hidden_line(const SubmissionResult& result) {
  const std::size_t hidden = result.items.size() - visible_items(result).size();
  if (hidden == 0) return {};
  return std::to_string(hidden) + (hidden == 1 ? " more item is" : " more items are") + " not shown here";
}

// Fenced by more backquotes than the text has in a row.
std::string fenced(const std::string& text) {
  std::string fence = "```";
  while (text.find(fence) != std::string::npos)
    fence += '`';
  return fence + "text\n" + text + fence + "\n";
}

// Nothing in a line of text becomes Markdown or HTML.
std::string markdown_line(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '<') {
      escaped += "&lt;";
    } else if (c == '&') {
      escaped += "&amp;";
    } else {
      if (std::string_view("\\`*_{}[]()#+-.!|>~@").find(c) != std::string_view::npos) escaped += '\\';
      escaped += c;
    }
  }
  return escaped;
}

Json lines_json(const std::vector<std::string>& lines) {
  Json list = Json::array();
  for (const std::string& line : lines)
    list.push_back(line);
  return list;
}

// Several drawings in one page: each with anchors of its own.
std::string with_own_anchors(std::string html, std::size_t number) {
  const std::string prefix = "i" + std::to_string(number) + "-";
  for (const std::string_view mark : {"\"#p-", "id=\"p-"}) {
    const std::string own = std::string(mark.substr(0, mark.size() - 2)) + prefix + "p-";
    for (std::size_t at = html.find(mark); at != std::string::npos; at = html.find(mark, at + own.size()))
      html.replace(at, mark.size(), own);
  }
  return html;
}

std::string sign_class(const ItemResult& item) {
  return earned(item) ? "pass" : item.judged ? std::string(to_string(item.verdict)) : "skip";
}

}  // namespace

std::string plain_feedback(const SubmissionResult& result) {
  std::string text = result.submission + ": " + score_line(result) + "\n";
  for (const std::string& note : result.notes)
    text += note + "\n";
  for (const ItemResult* item : visible_items(result)) {
    text += "\n" + std::string(earned(*item) ? "[right] " : "[wrong] ") + item->title + " (" +
            points_of(*item) + ")\n";
    for (const std::string& line : lines_of(item_text(*item)))
      text += line.empty() ? "\n" : "  " + line + "\n";
  }
  if (!result.build_log.empty()) text += "\n" + result.build_log;
  if (const std::string hidden = hidden_line(result); !hidden.empty()) text += "\n" + hidden + "\n";
  return text;
}

std::string markdown_feedback(const SubmissionResult& result) {
  std::string text = "# " + markdown_line(result.submission) + "\n\n**" + score_line(result) + "**\n";
  for (const std::string& note : result.notes)
    text += "\n- " + markdown_line(note);
  for (const ItemResult* item : visible_items(result)) {
    text += "\n\n## " + std::string(earned(*item) ? "✓ " : "✗ ") + markdown_line(item->title) + " (" +
            points_of(*item) + ")\n\n" + markdown_line(item->message) + "\n";
    for (const std::string& hint : item->hints)
      text += "\n> Hint: " + markdown_line(hint) + "\n";
    if (!item->evidence.empty()) text += "\n" + fenced(item->evidence);
  }
  if (!result.build_log.empty()) text += "\n\n## What could not be built\n\n" + fenced(result.build_log);
  if (const std::string hidden = hidden_line(result); !hidden.empty()) text += "\n" + hidden + "\n";
  return text;
}

std::string html_feedback(const SubmissionResult& result) {
  Json items = Json::array();
  for (const ItemResult* item : visible_items(result)) {
    items.push_back({{"title", item->title},
                     {"points", points_of(*item)},
                     {"class", sign_class(*item)},
                     {"sign", earned(*item) ? "✓" : "✗"},
                     {"message", item->message},
                     {"hints", lines_json(item->hints)},
                     {"has_evidence", !item->evidence.empty()},
                     {"evidence", item->evidence},
                     {"has_drawing", !item->drawing.empty()},
                     {"drawing", with_own_anchors(item->drawing, items.size() + 1)}});
  }
  return render_page(pages::feedback_html, {{"css", std::string(pages::site_css)},
                                            {"title", result.submission},
                                            {"score", score_line(result)},
                                            {"notes", lines_json(result.notes)},
                                            {"items", items},
                                            {"has_log", !result.build_log.empty()},
                                            {"log", result.build_log},
                                            {"hidden", hidden_line(result)}});
}

}  // namespace harness

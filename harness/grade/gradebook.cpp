#include "grade/gradebook.hpp"

#include <algorithm>

#include "model/names.hpp"
#include "record/json.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

// A cell that a spreadsheet takes neither apart nor for a formula.
std::string csv_cell(const std::string& text) {
  std::string cell = text;
  if (!cell.empty() && std::string_view("=+-@").find(cell.front()) != std::string_view::npos)
    cell = "'" + cell;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string state_of(const GradebookRow& row) {
  if (!row.complete) return "incomplete";
  for (const GradebookCell& cell : row.cells) {
    if (cell.verdict == Verdict::broken) return "broken";
    if (cell.verdict == Verdict::flaky) return "flaky";
  }
  return "complete";
}

}  // namespace

Gradebook::Gradebook(const Assignment& assignment) : title_(assignment.title) {
  for (const AssignmentItem& item : assignment.items)
    items_.emplace_back(item.name, item.title);
}

void Gradebook::set(const SubmissionResult& result) {
  const std::string trouble = result.troubles.empty() ? "" : result.troubles.front();
  GradebookRow row{result.score, result.max_score, result.late_percent, result.complete, trouble, {}};
  for (const auto& [name, title] : items_) {
    const auto found =
        std::find_if(result.items.begin(), result.items.end(),
                     [&, &wanted = name](const ItemResult& item) { return item.name == wanted; });
    if (found == result.items.end()) {
      row.cells.emplace_back();
    } else {
      row.cells.push_back({found->points, found->max_points, found->verdict, found->code, found->message});
    }
  }
  rows_[result.submission] = std::move(row);
}

std::string Gradebook::csv() const {
  std::string text = "submission,score,max_score,late_percent,state";
  for (const auto& [name, title] : items_)
    text += "," + csv_cell(name) + "," + csv_cell(name + " verdict");
  text += "\n";
  for (const auto& [name, row] : rows_) {
    text += csv_cell(name) + "," + points_text(row.score) + "," + points_text(row.max_score) + "," +
            points_text(row.late_percent) + "," + state_of(row);
    for (const GradebookCell& cell : row.cells)
      text += "," + points_text(cell.points) + "," +
              std::string(cell.code ? to_string(*cell.code) : to_string(cell.verdict));
    text += "\n";
  }
  return text;
}

std::string Gradebook::json() const {
  Json submissions = Json::array();
  for (const auto& [name, row] : rows_) {
    Json items = Json::array();
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const GradebookCell& cell = row.cells[i];
      items.push_back(
          {{"name", items_[i].first},
           {"points", cell.points},
           {"max_points", cell.max_points},
           {"verdict", std::string(to_string(cell.verdict))},
           {"reason_code", cell.code ? Json(std::string(to_string(*cell.code))) : Json(nullptr)}});
    }
    submissions.push_back({{"submission", name},
                           {"score", row.score},
                           {"max_score", row.max_score},
                           {"late_percent", row.late_percent},
                           {"state", state_of(row)},
                           {"items", items}});
  }
  const Json all{{"format", 1}, {"title", title_}, {"submissions", submissions}};
  return all.dump(1) + "\n";
}

void Gradebook::write_all(const std::filesystem::path& folder) const {
  write_file(folder / "gradebook.csv", csv());
  write_file(folder / "gradebook.json", json());
  write_file(folder / "gradebook.html", class_page());
  write_sqlite(folder / "gradebook.sqlite");
}

}  // namespace harness

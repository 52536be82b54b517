#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "grade/gradebook.hpp"
#include "model/names.hpp"
#include "report/pages/page.hpp"
#include "report/pages/pages.hpp"

namespace harness {
namespace {

constexpr std::size_t most_reasons = 20;
constexpr std::size_t most_attention = 100;

using Rows = std::map<std::string, GradebookRow>;

int percent(std::size_t part, std::size_t whole) {
  return whole == 0
             ? 0
             : static_cast<int>(std::lround(100.0 * static_cast<double>(part) / static_cast<double>(whole)));
}

// Ten steps, full marks on their own.
Json scores_of(const Rows& rows) {
  constexpr std::size_t steps = 10;
  std::array<std::size_t, steps + 1> counts{};
  std::size_t most = 0;
  for (const auto& [name, row] : rows) {
    const double share = row.max_score > 0 ? row.score / row.max_score : 0;
    const auto step = static_cast<std::size_t>(std::clamp(std::floor(share * steps), 0.0, double(steps)));
    most = std::max(most, ++counts.at(step));
  }
  Json list = Json::array();
  for (std::size_t i = 0; i <= steps; ++i) {
    const std::string low = std::to_string(i * steps);
    list.push_back(
        {{"range", i == steps ? "100 %" : low + " to below " + std::to_string((i + 1) * steps) + " %"},
         {"count", counts.at(i)},
         {"percent", percent(counts.at(i), most)}});
  }
  return list;
}

Json hardest_items(const Rows& rows, const std::vector<std::pair<std::string, std::string>>& items) {
  std::vector<std::pair<std::size_t, std::size_t>> failed;  // how often, which
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto lost = std::count_if(rows.begin(), rows.end(), [i](const auto& row) {
      return row.second.cells[i].verdict != Verdict::pass;
    });
    failed.emplace_back(static_cast<std::size_t>(lost), i);
  }
  std::stable_sort(failed.begin(), failed.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  Json list = Json::array();
  for (const auto& [count, item] : failed) {
    list.push_back({{"title", items[item].second},
                    {"failed", count},
                    {"count", rows.size()},
                    {"percent", percent(count, rows.size())}});
  }
  return list;
}

Json commonest_reasons(const Rows& rows, const std::vector<std::pair<std::string, std::string>>& items) {
  std::map<std::tuple<std::string, std::string, std::string>, std::size_t> counts;
  for (const auto& [name, row] : rows) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const GradebookCell& cell = row.cells[i];
      if (cell.verdict == Verdict::pass || !cell.code) continue;
      const std::string words = cell.message.substr(0, cell.message.find(". In detail:"));
      ++counts[{std::string(to_string(*cell.code)), items[i].second, words}];
    }
  }
  std::vector<std::pair<std::size_t, std::tuple<std::string, std::string, std::string>>> sorted;
  for (const auto& [reason, count] : counts)
    sorted.emplace_back(count, reason);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  Json list = Json::array();
  for (std::size_t i = 0; i < std::min(sorted.size(), most_reasons); ++i) {
    const auto& [code, item, message] = sorted[i].second;
    list.push_back({{"count", sorted[i].first}, {"code", code}, {"item", item}, {"message", message}});
  }
  return list;
}

Json attention(const Rows& rows) {
  Json list = Json::array();
  for (const auto& [name, row] : rows) {
    std::string why;
    if (!row.complete) why = "grading did not come to its end";
    for (const GradebookCell& cell : row.cells) {
      if (cell.verdict == Verdict::flaky) why = "an item was sometimes right and sometimes not";
      if (cell.verdict == Verdict::broken) why = "an item could not be judged: " + row.trouble;
    }
    if (!why.empty() && list.size() < most_attention) list.push_back(name + ": " + why);
  }
  return list;
}

}  // namespace

std::string Gradebook::class_page() const {
  double sum = 0;
  double most = 0;
  for (const auto& [name, row] : rows_) {
    sum += row.score;
    most = std::max(most, row.max_score);
  }
  const double mean = rows_.empty() ? 0 : sum / static_cast<double>(rows_.size());
  const Json facts = Json::array({std::to_string(rows_.size()) + " submissions",
                                  "mean " + points_text(mean) + " of " + points_text(most) + " points"});
  const Json list = attention(rows_);
  return render_page(pages::class_html, {{"css", std::string(pages::site_css)},
                                         {"title", title_},
                                         {"facts", facts},
                                         {"scores", scores_of(rows_)},
                                         {"items", hardest_items(rows_, items_)},
                                         {"reasons", commonest_reasons(rows_, items_)},
                                         {"has_attention", !list.empty()},
                                         {"attention", list}});
}

}  // namespace harness

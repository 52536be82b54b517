#include "report/terminal/process_lines.hpp"
#include "report/process_words.hpp"

#include <algorithm>

#include "model/names.hpp"
#include "report/terminal/columns.hpp"
#include "support/format.hpp"
#include "support/program_name.hpp"

namespace harness {
namespace {

constexpr int narrowest_for_times = 60;

std::string indented_id(const Process& process, const Style& style) {
  const auto depth = process.id == "program" ? 0 : 1 + std::count(process.id.begin(), process.id.end(), '.');
  return std::string(static_cast<std::size_t>(2 * depth), ' ') + shown(style, process.id);
}

std::string milliseconds(const std::optional<double>& ms) {
  return ms ? harness::format("{:.1f}", *ms) : "?";
}

std::string lifetime_of(const Process& process, const Style& style) {
  return milliseconds(process.start_ms) + (style.unicode ? "–" : "-") + milliseconds(process.end_ms) + " ms";
}

std::string extras_of(const Process& process, const Style& style) {
  std::string extras;
  if (process.exec == true && process.argv && !process.argv->empty()) {
    extras += "  exec " + shown(style, std::string(program_name(process.argv->front())));
  }
  if (process.helper) extras += "  (" + helper_words(process) + ")";
  if (process.margin_ms) extras += harness::format("  (decided by {:.1f} ms)", *process.margin_ms);
  return extras;
}

}  // namespace

std::vector<Line> process_lines(const std::vector<Process>& processes, const Style& style, int indent) {
  int label_columns = 0;
  int ending_columns = 0;
  for (const Process& process : processes) {
    label_columns = std::max(label_columns, columns_of(indented_id(process, style)));
    ending_columns = std::max(ending_columns, process.end ? columns_of(to_string(*process.end)) : 1);
  }
  std::vector<Line> lines;
  const bool times = style.columns <= 0 || style.columns >= narrowest_for_times;
  for (const Process& process : processes) {
    Line line{{std::string(static_cast<std::size_t>(indent), ' ')},
              {padded(indented_id(process, style), label_columns) + "  "},
              {padded(process.end ? to_string(*process.end) : "?", ending_columns) + "  "},
              {padded(fate_of(process), times ? 10 : 0)}};
    if (times) line.push_back({lifetime_of(process, style), Colour::dim});
    line.push_back({extras_of(process, style), Colour::dim});
    lines.push_back(line);
  }
  return lines;
}

}  // namespace harness

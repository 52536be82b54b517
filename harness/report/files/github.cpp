#include "report/files/github.hpp"

#include <algorithm>
#include <utility>

#include "model/names.hpp"
#include "report/terminal/difference_text.hpp"
#include "support/escape.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

constexpr std::size_t most_annotations = 10;
constexpr std::size_t longest_page = 900'000;  // bytes; GitHub refuses more than 1 MiB

std::string escaped(std::string_view text, std::string_view special) {
  std::string result;
  for (const char c : text) {
    if (special.find(c) == std::string_view::npos) {
      result += c;
    } else {
      result += harness::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return result;
}

std::string message_of(const Failure& failure) {
  std::string message = visible(failure.judgement.reason);
  for (const std::string& words : in_few_words(failure.variants))
    message += "\n" + visible(words);
  for (const Difference& difference : failure.comparison.differences) {
    if (!failure.judgement.reason.starts_with(difference.reason))
      message += "\n" + visible(difference.reason);
    for (const Line& line : diff_lines(difference.diff, text_style, 0))
      message += "\n" + render(line, text_style);
  }
  return message;
}

std::string annotation(const Failure& failure, const std::filesystem::path& base) {
  std::string properties;
  const bool placed = !failure.comparison.differences.empty();
  const std::filesystem::path& golden =
      placed ? failure.comparison.differences.front().golden : failure.golden;
  if (!golden.empty()) properties += "file=" + github_property(shown_path(golden, base)) + ",";
  const int line = placed ? failure.comparison.differences.front().line : 0;
  if (line > 0) properties += harness::format("line={},", line);
  const std::string title = harness::format("{}: {}", failure.scenario, to_string(failure.judgement.verdict));
  return "::error " + properties + "title=" + github_property(title) +
         "::" + github_message(message_of(failure));
}

// Markdown in a table's cell or a heading.
std::string inline_text(std::string_view text) {
  std::string result;
  for (const char c : html(text)) {
    if (std::string_view("|*_`[]\\~#").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string table(const Progress& progress) {
  std::string text =
      "| chapter | passed | failed | broken | skipped | known failures |\n|---|--:|--:|--:|--:|--:|\n";
  for (const Progress::Chapter& chapter : progress.chapters()) {
    const Stage all = chapter.all();
    text += harness::format("| {} | {} | {} | {} | {} | {} |\n", inline_text(chapter.name), all.passed,
                            all.failed, all.broken, all.skipped, all.known_failures);
  }
  return text;
}

// Longer than any run of backticks within.
std::string fence_for(const std::string& text) {
  std::size_t longest = 2;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find_first_not_of('`', i), text.size());
    longest = std::max(longest, end - i);
    i = end + 1;
  }
  return std::string(longest + 1, '`');
}

std::string section(const Failure& failure, const std::filesystem::path& base) {
  std::string text = harness::format("\n### {}: {}\n\n{}\n", inline_text(failure.scenario),
                                     inline_text(to_string(failure.judgement.verdict)),
                                     inline_text(failure.judgement.reason));
  for (const std::string& words : in_few_words(failure.variants))
    text += "\n" + inline_text(words) + "\n";
  for (const Difference& difference : failure.comparison.differences) {
    if (!failure.judgement.reason.starts_with(difference.reason))
      text += "\n" + inline_text(difference.reason) + "\n";
    const std::string place = place_of(difference, base);
    if (!place.empty()) text += "\n" + inline_text(place) + "\n";
    std::string diff;
    for (const Line& line : diff_lines(difference.diff, text_style, 0))
      diff += render(line, text_style) + "\n";
    const std::string fence = fence_for(diff);
    if (!diff.empty()) text += "\n" + fence + "diff\n" + diff + fence + "\n";
  }
  return text;
}

std::string page(const Progress& progress, const std::vector<Failure>& wrong, const Summary& summary,
                 const RunFacts& facts, const std::filesystem::path& base) {
  std::string text = "## exeunt\n\n";
  for (const Line& line : summary_lines(summary, facts, text_style))
    text += inline_text(render(line, text_style));
  text += "\n\n" + table(progress);
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    const std::string next = section(wrong[i], base);
    if (text.size() + next.size() > longest_page) {
      return text + harness::format("\n{} more failures are left out here.\n", wrong.size() - i);
    }
    text += next;
  }
  return text;
}

}  // namespace

std::string github_property(std::string_view value) {
  return escaped(value, "%\r\n:,");
}

std::string github_message(std::string_view message) {
  return escaped(message, "%\r\n");
}

Github::Github(std::ostream& annotations, std::ostream* summary, std::filesystem::path base)
    : annotations_(annotations), summary_(summary), base_(std::move(base)) {}

void Github::started(const RunPlan& plan) {
  facts_ = facts_of(plan);
  progress_.started(plan, Progress::Clock::time_point{});
}

void Github::finished(const CaseResult& result) {
  progress_.finished(result, Progress::Clock::time_point{});
  failures_.add(result);
}

void Github::ended(const Summary& summary) {
  const std::vector<Failure> wrong = failures_.wrong();
  for (std::size_t i = 0; i < std::min(wrong.size(), most_annotations); ++i) {
    annotations_ << annotation(wrong[i], base_) << "\n";
  }
  if (wrong.size() > most_annotations) {
    annotations_ << harness::format("::notice title=exeunt::{} more failures: see the summary of this step\n",
                                    wrong.size() - most_annotations);
  }
  annotations_ << std::flush;
  if (summary_ != nullptr) *summary_ << page(progress_, wrong, summary, facts_, base_) << std::flush;
}

}  // namespace harness

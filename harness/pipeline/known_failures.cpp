#include "pipeline/known_failures.hpp"

#include <algorithm>
#include <cctype>

#include "match/bad_golden.hpp"
#include "support/escape.hpp"
#include "support/file.hpp"
#include "support/glob.hpp"

namespace harness {
namespace {

// Takes the next word off the front.
std::string take_word(std::string_view& rest) {
  const std::size_t begin = std::min(rest.find_first_not_of(' '), rest.size());
  rest.remove_prefix(begin);
  const std::size_t end = std::min(rest.find(' '), rest.size());
  std::string word(rest.substr(0, end));
  rest.remove_prefix(end);
  return word;
}

bool is_date(std::string_view word) {
  constexpr std::string_view form = "dddd-dd-dd";
  return word.size() == form.size() && std::equal(word.begin(), word.end(), form.begin(), [](char c, char f) {
           return f == 'd' ? std::isdigit(static_cast<unsigned char>(c)) != 0 : c == f;
         });
}

KnownFailure parse_line(std::string_view text) {
  KnownFailure known;
  known.scenario = take_word(text);
  const std::size_t bracket = text.find_first_not_of(' ');
  if (bracket != std::string_view::npos && text[bracket] == '[') {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos) throw CannotJudge("the condition lacks its ']'");
    known.condition = Condition::parse(text.substr(bracket + 1, end - bracket - 1));
    text.remove_prefix(end + 1);
  }
  known.date = take_word(text);
  known.reason = text.empty() ? std::string() : std::string(text.substr(text.find_first_not_of(' ')));
  if (!is_date(known.date) || known.reason.empty())
    throw CannotJudge("a known failure is written: SCENARIO [CONDITION] YYYY-MM-DD REASON");
  return known;
}

}  // namespace

std::vector<KnownFailure> parse_known_failures(std::string_view text, const std::filesystem::path& path) {
  std::vector<KnownFailure> failures;
  int number = 0;
  for (const std::string& line : lines_of(text)) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    try {
      failures.push_back(parse_line(line));
      failures.back().line = number;
    } catch (const CannotJudge& error) {
      throw BadGolden(path, number, error.what());
    }
  }
  return failures;
}

std::vector<KnownFailure> read_known_failures(const std::filesystem::path& path) {
  if (!std::filesystem::exists(path)) return {};
  return parse_known_failures(read_file(path), path);
}

Judgement with_known_failures(Judgement judgement, const Case& c, const std::vector<KnownFailure>& known) {
  const auto found = std::find_if(known.begin(), known.end(), [&](const KnownFailure& failure) {
    return glob_matches(failure.scenario, c.scenario->name) && failure.condition.holds(c.conditions);
  });
  if (found == known.end()) return judgement;
  if (judgement.verdict == Verdict::pass && !is_glob(found->scenario)) {
    judgement.verdict = Verdict::unexpected_pass;
    judgement.reason = "it passes, though known_failures.txt line " + std::to_string(found->line) +
                       " says it fails: " + found->reason + "; remove that line";
  } else if (judgement.verdict == Verdict::fail || judgement.verdict == Verdict::timeout) {
    judgement.verdict = Verdict::known_fail;
    judgement.reason += " (known since " + found->date + ": " + found->reason + ")";
  }
  return judgement;
}

}  // namespace harness

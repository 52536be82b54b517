#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "match/line_scan.hpp"

namespace harness {

struct LineRegex;
struct CompiledLine;

/// What a [[pid ID]] stands for in one observation.
struct PidText {
  enum class Kind { known, not_seen, no_such_process };
  Kind kind = Kind::not_seen;  ///< not_seen: any integer will do
  std::string digits;
};

using PidTexts = std::map<std::string, PidText, std::less<>>;
using Bindings = std::map<std::string, std::string, std::less<>>;

/// What the references of a line stand for.
struct References {
  const PidTexts* pids = nullptr;
  Bindings names;
  /// A name that is not bound matches anything: its binding line is at fault and says so.
  bool unbound_matches = false;
};

/// One line of expected text, compiled once. Matching takes time linear in the text (RE2).
/// Text that is not UTF-8 is matched byte by byte.
class LinePattern {
 public:
  /// @throws CannotJudge for a regex that RE2 refuses; the caller adds where.
  LinePattern(std::vector<LinePart> parts, std::string source, int line);

  /// Whether all of `text` matches. What the line binds is written to `found`, where that is given.
  bool matches(std::string_view text, const References& known, Bindings* found = nullptr) const;

  int line() const { return line_; }                     ///< in the golden, from 1
  const std::string& source() const { return source_; }  ///< as written
  const std::vector<LinePart>& parts() const { return parts_; }
  bool binds() const { return binds_; }
  bool refers() const { return refers_; }  ///< to names or pids
  bool refers_to(std::string_view name) const;
  bool has_regex() const { return binds_ || has_regex_; }

  /// The text that alone matches, where there is only one.
  std::optional<std::string> only_text(const References& known) const;
  /// The same without a copy: literal lines.
  const std::string* literal() const { return has_regex() || refers_ ? nullptr : &literal_; }

 private:
  /// How names that the line both binds and repeats enter its regex.
  enum class Repeated { known, longest, shortest };

  std::optional<LineRegex> regex_of(const References& known, Repeated repeated) const;
  bool matches_regex(std::string_view text, const References& known, Bindings* found) const;
  bool matches_repeating(std::string_view text, const References& known, Bindings* found) const;
  std::vector<Bindings> guesses(std::string_view text, const References& known) const;
  bool repeats(std::string_view name) const;

  std::vector<LinePart> parts_;
  std::vector<int> groups_;  ///< capturing groups of each part's own regex
  std::string source_;
  std::string literal_;
  int line_ = 0;
  bool binds_ = false;
  bool refers_ = false;
  bool has_regex_ = false;
  std::vector<std::string> repeated_;             ///< names that the line both binds and repeats
  std::shared_ptr<const CompiledLine> compiled_;  ///< where nothing of it depends on references
};

}  // namespace harness

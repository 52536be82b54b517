#include "match/line_pattern.hpp"
#include "support/utf8.hpp"

#include <re2/re2.h>

#include <algorithm>

#include "support/errors.hpp"

namespace harness {

// A regex of a whole line. The groups that are read are counted while it grows, since regexes have their own.
struct LineRegex {
  std::string text;
  std::vector<std::pair<std::string, int>> captures;  // name, number of its group
  int groups = 0;

  void capture(const std::string& name, const std::string& regex, int own_groups) {
    captures.emplace_back(name, ++groups);
    text += "((?:" + regex + "))";
    groups += own_groups;
  }
  void append(const std::string& regex, int own_groups) {
    text += "(?:" + regex + ")";
    groups += own_groups;
  }
};

namespace {

using PartKind = LinePart::Kind;

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

re2::RE2::Options options(bool utf8) {
  re2::RE2::Options chosen;
  chosen.set_log_errors(false);
  chosen.set_encoding(utf8 ? re2::RE2::Options::EncodingUTF8 : re2::RE2::Options::EncodingLatin1);
  return chosen;
}

}  // namespace

struct CompiledLine {
  explicit CompiledLine(LineRegex of) : regex(of.text, options(true)), line(std::move(of)) {}
  re2::RE2 regex;
  LineRegex line;
};

namespace {

int groups_of(const std::string& regex) {
  const re2::RE2 alone(regex, options(true));
  if (alone.ok()) return alone.NumberOfCapturingGroups();
  throw CannotJudge("bad regex '" + regex + "': " + alone.error() +
                    "; regexes are RE2's, without lookaround and back-references");
}

std::string quoted_for_regex(std::string_view text) {
  return re2::RE2::QuoteMeta(piece(text));
}

const PidText* pid_text(const std::string& id, const References& known) {
  if (known.pids == nullptr) return nullptr;
  const auto found = known.pids->find(id);
  return found == known.pids->end() ? nullptr : &found->second;
}

// Nothing: there is no such process, which no text names.
std::optional<std::string> pid_regex(const std::string& id, const References& known) {
  const PidText* pid = pid_text(id, known);
  if (pid == nullptr || pid->kind == PidText::Kind::no_such_process) return std::nullopt;
  return pid->kind == PidText::Kind::known ? quoted_for_regex(pid->digits) : "[0-9]+";
}

// Nothing: a name that is not bound and must be.
std::optional<std::string> name_regex(const std::string& name, const References& known) {
  const auto found = known.names.find(name);
  if (found != known.names.end()) return quoted_for_regex(found->second);
  if (known.unbound_matches) return ".*";
  return std::nullopt;
}

using Capture = std::pair<std::string, std::string>;

std::optional<std::vector<Capture>> captured(const re2::RE2& regex, const LineRegex& line,
                                             std::string_view text) {
  const int count = line.groups + 1;
  std::vector<re2::StringPiece> groups(static_cast<std::size_t>(count));
  if (!regex.Match(piece(text), 0, text.size(), re2::RE2::ANCHOR_BOTH, groups.data(), count))
    return std::nullopt;
  std::vector<Capture> captures;
  for (const auto& [name, group] : line.captures) {
    captures.emplace_back(name, std::string(groups.at(static_cast<std::size_t>(group))));
  }
  return captures;
}

bool run(const re2::RE2& regex, const LineRegex& line, std::string_view text, Bindings* found) {
  if (found == nullptr || line.captures.empty()) return re2::RE2::FullMatch(piece(text), regex);
  const auto captures = captured(regex, line, text);
  if (!captures) return false;
  for (const auto& [name, value] : *captures)
    found->insert_or_assign(name, value);
  return true;
}

// Where text around a name is ambiguous too, what the name took begins with what it stands for.
void add_beginnings(std::vector<Bindings>& guesses, const std::string& name) {
  constexpr std::size_t most = 200;
  const std::string value = guesses.front().at(name);
  for (std::size_t length = 1; length < value.size() && length <= most; ++length) {
    guesses.push_back({{name, value.substr(0, length)}});
  }
}

}  // namespace

LinePattern::LinePattern(std::vector<LinePart> parts, std::string source, int line)
    : parts_(std::move(parts)), source_(std::move(source)), line_(line) {
  for (const LinePart& part : parts_) {
    const bool regex = part.kind == PartKind::regex || part.kind == PartKind::binding;
    groups_.push_back(regex ? groups_of(part.text) : 0);
    if (part.kind == PartKind::literal) literal_ += part.text;
    if (part.kind == PartKind::binding) binds_ = true;
    if (part.kind == PartKind::regex) has_regex_ = true;
    if (part.kind == PartKind::name || part.kind == PartKind::pid) refers_ = true;
  }
  for (const LinePart& part : parts_) {
    if (part.kind == PartKind::binding && refers_to(part.name)) repeated_.push_back(part.name);
  }
  if (!has_regex()) return;
  // Compiled even where references make it useless, so that a regex that spoils its surroundings is found
  // now.
  PidTexts pids;
  for (const LinePart& part : parts_)
    pids.try_emplace(part.text);
  auto compiled =
      std::make_shared<const CompiledLine>(*regex_of(References{&pids, {}, true}, Repeated::longest));
  if (!compiled->regex.ok()) throw CannotJudge("bad regex in '" + source_ + "': " + compiled->regex.error());
  if (!refers_) compiled_ = std::move(compiled);
}

bool LinePattern::refers_to(std::string_view name) const {
  return std::ranges::any_of(parts_,
                             [&](const LinePart& p) { return p.kind == PartKind::name && p.name == name; });
}

bool LinePattern::repeats(std::string_view name) const {
  return std::ranges::find(repeated_, name) != repeated_.end();
}

std::optional<std::string> LinePattern::only_text(const References& known) const {
  if (has_regex()) return std::nullopt;
  std::string text;
  for (const LinePart& part : parts_) {
    if (part.kind == PartKind::literal) {
      text += part.text;
    } else if (part.kind == PartKind::name) {
      const auto found = known.names.find(part.name);
      if (found == known.names.end()) return std::nullopt;
      text += found->second;
    } else {
      const PidText* pid = pid_text(part.text, known);
      if (pid == nullptr || pid->kind != PidText::Kind::known) return std::nullopt;
      text += pid->digits;
    }
  }
  return text;
}

bool LinePattern::matches(std::string_view text, const References& known, Bindings* found) const {
  if (const std::string* only = literal()) return *only == text;
  if (const auto only = only_text(known)) return *only == text;
  return repeated_.empty() ? matches_regex(text, known, found) : matches_repeating(text, known, found);
}

std::optional<LineRegex> LinePattern::regex_of(const References& known, Repeated repeated) const {
  LineRegex line;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const LinePart& part = parts_[i];
    const bool guess = repeated != Repeated::known && repeats(part.name);
    std::optional<std::string> reference;
    switch (part.kind) {
      case PartKind::literal:
        line.text += quoted_for_regex(part.text);
        continue;
      case PartKind::regex:
        line.append(part.text, groups_[i]);
        continue;
      case PartKind::binding:
        if (repeated == Repeated::known && repeats(part.name)) break;
        line.capture(part.name, part.text, groups_[i]);
        continue;
      case PartKind::name:
        if (!guess) break;
        line.capture(part.name, repeated == Repeated::longest ? ".*" : ".*?", 0);
        continue;
      case PartKind::pid:
        reference = pid_regex(part.text, known);
        break;
    }
    if (part.kind != PartKind::pid) reference = name_regex(part.name, known);
    if (!reference) return std::nullopt;
    line.append(*reference, 0);
  }
  return line;
}

bool LinePattern::matches_regex(std::string_view text, const References& known, Bindings* found) const {
  const bool utf8 = is_utf8(text);
  if (compiled_ && utf8) return run(compiled_->regex, compiled_->line, text, found);
  const auto line = regex_of(known, Repeated::known);
  return line && run(re2::RE2(line->text, options(utf8)), *line, text, found);
}

// A back-reference is no regular expression. What the name took where its neighbours took most or least, at
// its binding or at its repetition, is tried as its value; then what that begins with.
bool LinePattern::matches_repeating(std::string_view text, const References& known, Bindings* found) const {
  for (const Bindings& guess : guesses(text, known)) {
    References with = known;
    bool allowed = true;
    for (const LinePart& part : parts_) {
      if (part.kind != PartKind::binding || !repeats(part.name)) continue;
      const std::string& value = guess.at(part.name);
      with.names.insert_or_assign(part.name, value);
      allowed = allowed && re2::RE2::FullMatch(piece(value), re2::RE2(part.text, options(is_utf8(value))));
    }
    if (!allowed || !matches_regex(text, with, found)) continue;
    if (found != nullptr) {
      for (const std::string& name : repeated_)
        found->insert_or_assign(name, with.names.at(name));
    }
    return true;
  }
  return false;
}

std::vector<Bindings> LinePattern::guesses(std::string_view text, const References& known) const {
  std::vector<Bindings> all;
  for (const Repeated how : {Repeated::longest, Repeated::shortest}) {
    const auto line = regex_of(known, how);
    if (!line) return all;
    const auto captures = captured(re2::RE2(line->text, options(is_utf8(text))), *line, text);
    if (!captures) return all;
    Bindings first;
    Bindings last;
    for (const auto& [name, value] : *captures) {
      if (!repeats(name)) continue;
      first.try_emplace(name, value);
      last.insert_or_assign(name, value);
    }
    all.push_back(std::move(first));
    all.push_back(std::move(last));
  }
  if (repeated_.size() == 1) add_beginnings(all, repeated_.front());
  return all;
}

}  // namespace harness

#include "record/json_cursor.hpp"

#include <cstring>

#include "record/json.hpp"

namespace harness {

JsonCursor::JsonCursor(std::string_view text, char open) : JsonCursor(text, 0, open) {}

JsonCursor::JsonCursor(std::string_view text, std::size_t at, char open)
    : text_(text), at_(at), close_(open == '{' ? '}' : ']') {
  skip_space();
  if (at_ >= text_.size() || text_[at_] != open) throw BadJson();
  ++at_;
}

void JsonCursor::skip_space() {
  while (at_ < text_.size() &&
         (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r' || text_[at_] == '\n'))
    ++at_;
}

// Passes the comma before every member but the first.
bool JsonCursor::at_end_of_list() {
  skip_space();
  if (at_ >= text_.size()) throw BadJson();
  if (text_[at_] == close_) {
    ++at_;
    return true;
  }
  if (!first_) {
    if (text_[at_] != ',') throw BadJson();
    ++at_;
    skip_space();
  }
  first_ = false;
  return false;
}

bool JsonCursor::to_next_member() {
  if (at_end_of_list()) return false;
  const std::string_view quoted = take_string();
  key_ = quoted.substr(1, quoted.size() - 2);
  skip_space();
  if (at_ >= text_.size() || text_[at_] != ':') throw BadJson();
  ++at_;
  skip_space();
  return true;
}

bool JsonCursor::to_next_element() {
  return !at_end_of_list();
}

void JsonCursor::take() {
  value_ = take_value();
}

JsonCursor JsonCursor::enter(char open) const {
  return {text_, at_, open};
}

bool JsonCursor::next_member() {
  if (!to_next_member()) return false;
  take();
  return true;
}

bool JsonCursor::next_element() {
  if (!to_next_element()) return false;
  take();
  return true;
}

bool JsonCursor::is_all() const {
  return text_.find_first_not_of(" \t\r\n", at_) == std::string_view::npos;
}

std::string_view JsonCursor::take_string() {
  const std::size_t begin = at_;
  if (at_ >= text_.size() || text_[at_] != '"') throw BadJson();
  for (++at_;;) {
    const void* found = std::memchr(text_.data() + at_, '"', text_.size() - at_);
    if (found == nullptr) throw BadJson();
    at_ = static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
    std::size_t backslashes = 0;
    while (text_[at_ - 1 - backslashes] == '\\')
      ++backslashes;
    ++at_;
    if (backslashes % 2 == 0) return text_.substr(begin, at_ - begin);
  }
}

void JsonCursor::skip_nested() {
  int depth = 0;
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c == '"') {
      take_string();
      continue;
    }
    ++at_;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) return;
  }
  throw BadJson();
}

std::string_view JsonCursor::take_value() {
  const std::size_t begin = at_;
  if (at_ >= text_.size()) throw BadJson();
  if (text_[at_] == '"') return take_string();
  if (text_[at_] == '{' || text_[at_] == '[') {
    skip_nested();
  } else {
    at_ = std::min(text_.find_first_of(",}] \t\r\n", at_), text_.size());
    if (at_ == begin) throw BadJson();
  }
  return text_.substr(begin, at_ - begin);
}

bool is_null(std::string_view value) {
  return value == "null";
}

std::string_view string_of(std::string_view value, std::string& room) {
  if (value.size() < 2 || value.front() != '"') throw BadJson();
  const std::string_view inner = value.substr(1, value.size() - 2);
  if (inner.find('\\') == std::string_view::npos) return inner;
  try {
    room = Json::parse(value).get<std::string>();
  } catch (const Json::exception&) {
    throw BadJson();
  }
  return room;
}

}  // namespace harness

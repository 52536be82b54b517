#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace harness {

/// The text is no JSON, or ends too early.
class BadJson : public std::runtime_error {
 public:
  BadJson() : std::runtime_error("not JSON") {}
};

/// Goes over the members of one JSON object, or the elements of one array, and builds nothing: a value is the
/// piece of the text that stands for it. What lies inside a value that is passed over is checked only for its
/// end. The text must outlive the cursor.
class JsonCursor {
 public:
  /// @throws BadJson where `text` does not begin with `open`, which is '{' or '['.
  JsonCursor(std::string_view text, char open);

  /// Goes to the next member of an object. @return false behind the last one. @throws BadJson
  bool next_member();
  /// Goes to the next element of an array. @return false behind the last one. @throws BadJson
  bool next_element();

  /// As next_member() and next_element(), but they stop before the value: take() it, or enter() it and
  /// leave() it when the inner cursor is behind its last member, so that nothing is gone over twice.
  bool to_next_member();
  bool to_next_element();
  void take();
  JsonCursor enter(char open) const;
  bool stands_before(char c) const { return at_ < text_.size() && text_[at_] == c; }
  void leave(const JsonCursor& inner) { at_ = inner.at_; }

  /// Of the present member, as it is written between its quotes.
  std::string_view key() const { return key_; }
  /// The present value as it is written, a string with its quotes.
  std::string_view value() const { return value_; }
  /// Whether nothing but white space stands behind the object or array. Call it after the last member.
  bool is_all() const;

 private:
  JsonCursor(std::string_view text, std::size_t at, char open);
  void skip_space();
  bool at_end_of_list();
  std::string_view take_value();
  std::string_view take_string();
  void skip_nested();

  std::string_view text_;
  std::size_t at_ = 0;
  char close_;
  bool first_ = true;
  std::string_view key_;
  std::string_view value_;
};

/// Whether a value is `null`.
bool is_null(std::string_view value);

/// The text of a value that is a string; as it is written where it holds no escapes.
/// @param room  holds the text where escapes have to be undone. @throws BadJson
std::string_view string_of(std::string_view value, std::string& room);

}  // namespace harness

// A Json from its text, and the text of a Json.
#include <nlohmann/json.hpp>

#include "record/json.hpp"

namespace harness {
namespace {

using Library = nlohmann::json;

// Deeper values would exhaust the stack of whatever goes through them.
constexpr std::size_t most_nested = 1000;

/// Told of each piece of a text as it is read. Points to the places that are being filled, outermost first;
/// no place moves before it is done.
class Builder : public nlohmann::json_sax<Library> {
 public:
  explicit Builder(Json& whole) : whole_(whole) {}

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t&) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_array() override { return close(); }
  bool key(string_t& value) override {
    key_ = std::move(value);
    return true;
  }
  bool parse_error(std::size_t byte, const std::string&, const Library::exception& error) override {
    throw Json::parse_error(error.what(), byte == 0 ? 0 : byte - 1);
  }

 private:
  struct Open {
    std::string key;  ///< under which it will stand in what is around it.
    Json value;
  };

  bool add(Json value) { return put(std::exchange(key_, ""), std::move(value)); }

  bool put(const std::string& key, Json value) {
    if (open_.empty()) {
      whole_ = std::move(value);
    } else if (Json& around = open_.back().value; around.is_object()) {
      around[key] = std::move(value);
    } else {
      around.push_back(std::move(value));
    }
    return true;
  }

  bool open(Json value) {
    if (open_.size() == most_nested)
      throw Json::parse_error("nested more than " + std::to_string(most_nested) + " deep", 0);
    open_.push_back({std::exchange(key_, ""), std::move(value)});
    return true;
  }

  bool close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    return put(done.key, std::move(done.value));
  }

  Json& whole_;
  std::string key_;
  std::vector<Open> open_;
};

std::string written(const std::string& text) {
  return Library(text).dump(-1, ' ', false, Library::error_handler_t::replace);
}

void break_line(std::string& text, int indent, int depth) {
  if (indent >= 0) text.append("\n").append(static_cast<std::size_t>(indent * depth), ' ');
}

}  // namespace

Json Json::parse(std::string_view text) {
  Json whole;
  Builder builder(whole);
  Library::sax_parse(text, &builder);
  return whole;
}

std::string Json::dump(int indent) const {
  std::string text;
  write(text, indent, 0);
  return text;
}

void Json::write(std::string& text, int indent, int depth) const {
  if (is_object() || is_array()) {
    const char* const brackets = is_object() ? "{}" : "[]";
    text += brackets[0];
    const char* separator = "";
    if (is_object()) {
      for (const Member& member : items()) {
        text += std::exchange(separator, ",");
        break_line(text, indent, depth + 1);
        text += written(member.key) + (indent >= 0 ? ": " : ":");
        member.value.write(text, indent, depth + 1);
      }
    } else {
      for (const Json& element : *this) {
        text += std::exchange(separator, ",");
        break_line(text, indent, depth + 1);
        element.write(text, indent, depth + 1);
      }
    }
    if (!empty()) break_line(text, indent, depth);
    text += brackets[1];
  } else if (is_string()) {
    text += written(this->text());
  } else if (const double* number = std::get_if<double>(&value_)) {
    text += Library(*number).dump();
  } else if (const auto* integer = std::get_if<std::int64_t>(&value_)) {
    text += std::to_string(*integer);
  } else if (const auto* natural = std::get_if<std::uint64_t>(&value_)) {
    text += std::to_string(*natural);
  } else {
    text += is_null() ? "null" : truth() ? "true" : "false";
  }
}

}  // namespace harness

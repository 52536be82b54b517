#include "record/json.hpp"

#include <algorithm>

namespace harness {
namespace {

std::string type_of(const Json& value) {
  if (value.is_null()) return "null";
  if (value.is_boolean()) return "a boolean";
  if (value.is_number()) return "a number";
  if (value.is_string()) return "a string";
  return value.is_array() ? "an array" : "an object";
}

[[noreturn]] void complain(const Json& value, const std::string& wanted) {
  throw Json::exception("expected " + wanted + ", found " + type_of(value));
}

bool is_pair(const Json& value) {
  return value.is_array() && value.size() == 2 && value.at(0).is_string();
}

}  // namespace

Json::Json() : value_(nullptr) {}
Json::Json(std::nullptr_t) : value_(nullptr) {}
Json::Json(const char* text) : value_(std::string(text)) {}
Json::Json(std::string_view text) : value_(std::string(text)) {}
Json::Json(std::string text) : value_(std::move(text)) {}

Json::Json(std::initializer_list<Json> list) {
  if (!std::all_of(list.begin(), list.end(), is_pair)) {
    value_ = std::vector<Json>(list);
    return;
  }
  value_ = std::vector<Member>();
  for (const Json& pair : list)
    (*this)[pair.at(0).text()] = pair.at(1);
}

Json::Json(const Json&) = default;
Json::Json(Json&&) noexcept = default;
Json& Json::operator=(const Json&) = default;
Json& Json::operator=(Json&&) noexcept = default;
Json::~Json() = default;

Json Json::array(std::initializer_list<Json> list) {
  Json json;
  json.value_ = std::vector<Json>(list);
  return json;
}

Json Json::object() {
  Json json;
  json.value_ = std::vector<Member>();
  return json;
}

void Json::set(bool truth) {
  value_ = truth;
}

void Json::set(std::int64_t number) {
  if (number < 0)
    value_ = number;
  else
    value_ = static_cast<std::uint64_t>(number);
}

void Json::set(std::uint64_t number) {
  value_ = number;
}

void Json::set(double number) {
  value_ = number;
}

bool Json::is_null() const {
  return std::holds_alternative<std::nullptr_t>(value_);
}

bool Json::is_boolean() const {
  return std::holds_alternative<bool>(value_);
}

bool Json::is_number() const {
  return std::holds_alternative<std::int64_t>(value_) || std::holds_alternative<std::uint64_t>(value_) ||
         std::holds_alternative<double>(value_);
}

bool Json::is_string() const {
  return std::holds_alternative<std::string>(value_);
}

bool Json::is_array() const {
  return std::holds_alternative<std::vector<Json>>(value_);
}

bool Json::is_object() const {
  return std::holds_alternative<std::vector<Member>>(value_);
}

std::size_t Json::size() const {
  if (const auto* list = std::get_if<std::vector<Json>>(&value_)) return list->size();
  if (const auto* members = std::get_if<std::vector<Member>>(&value_)) return members->size();
  return is_null() ? 0 : 1;
}

const Json& Json::at(std::string_view key) const {
  for (const Member& member : items())
    if (member.key == key) return member.value;
  throw exception("key '" + std::string(key) + "' is missing");
}

Json& Json::operator[](std::string_view key) {
  if (is_null()) value_ = std::vector<Member>();
  auto* members = std::get_if<std::vector<Member>>(&value_);
  if (members == nullptr) complain(*this, "an object");
  for (Member& member : *members)
    if (member.key == key) return member.value;
  return members->emplace_back(Member{std::string(key), Json()}).value;
}

const Json& Json::at(std::size_t place) const {
  const std::vector<Json>& list = elements();
  if (place >= list.size()) throw exception("element " + std::to_string(place) + " is missing");
  return list[place];
}

const Json* Json::find(std::string_view key) const {
  if (!is_object()) return nullptr;
  for (const Member& member : items())
    if (member.key == key) return &member.value;
  return nullptr;
}

std::string Json::value(std::string_view key, const char* missing) const {
  return value(key, std::string(missing));
}

void Json::push_back(Json element) {
  if (is_null()) value_ = std::vector<Json>();
  auto* list = std::get_if<std::vector<Json>>(&value_);
  if (list == nullptr) complain(*this, "an array");
  list->push_back(std::move(element));
}

const std::vector<Json::Member>& Json::items() const {
  if (const auto* members = std::get_if<std::vector<Member>>(&value_)) return *members;
  complain(*this, "an object");
}

const std::vector<Json>& Json::elements() const {
  if (const auto* list = std::get_if<std::vector<Json>>(&value_)) return *list;
  complain(*this, "an array");
}

bool Json::truth() const {
  if (const bool* value = std::get_if<bool>(&value_)) return *value;
  complain(*this, "a boolean");
}

double Json::number() const {
  if (const double* value = std::get_if<double>(&value_)) return *value;
  if (const auto* value = std::get_if<std::int64_t>(&value_)) return static_cast<double>(*value);
  if (const auto* value = std::get_if<std::uint64_t>(&value_)) return static_cast<double>(*value);
  complain(*this, "a number");
}

std::int64_t Json::integer(std::int64_t least, std::int64_t most) const {
  constexpr double bound = 9223372036854775808.0;  // 2^63
  std::int64_t found = 0;
  bool fits = true;
  if (const auto* small = std::get_if<std::int64_t>(&value_)) {
    found = *small;
  } else if (const auto* natural = std::get_if<std::uint64_t>(&value_)) {
    fits = std::in_range<std::int64_t>(*natural);
    found = static_cast<std::int64_t>(*natural);
  } else {
    const double value = number();
    fits = value >= -bound && value < bound;
    if (fits) found = static_cast<std::int64_t>(value);
  }
  if (!fits || found < least || found > most) throw exception("the number " + dump() + " is out of range");
  return found;
}

std::uint64_t Json::natural(std::uint64_t most) const {
  if (const auto* value = std::get_if<std::uint64_t>(&value_); value != nullptr && *value <= most)
    return *value;
  const std::int64_t found = integer(0, std::numeric_limits<std::int64_t>::max());
  if (static_cast<std::uint64_t>(found) > most) throw exception("the number " + dump() + " is out of range");
  return static_cast<std::uint64_t>(found);
}

const std::string& Json::text() const {
  if (const auto* value = std::get_if<std::string>(&value_)) return *value;
  complain(*this, "a string");
}

bool Json::equals(const Json& other) const {
  if (value_.index() != other.value_.index())
    return is_number() && other.is_number() && number() == other.number();
  if (!is_object()) return value_ == other.value_;
  const auto has_same = [&](const Member& member) {
    const Json* found = other.find(member.key);
    return found != nullptr && *found == member.value;
  };
  return size() == other.size() && std::all_of(items().begin(), items().end(), has_same);
}

}  // namespace harness

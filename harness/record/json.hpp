#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace harness {

/// A JSON value: null, true or false, a number, a string, an array, or an object whose keys stay in the order
/// in which they were set. The library that reads and writes the text is known to json.cpp alone: its header
/// and what a compiler makes of it are too much for every file that has something to say in JSON.
class Json {
 public:
  /// A value is not what is asked for, or a key is missing.
  struct exception : public std::runtime_error {
    using runtime_error::runtime_error;
  };
  /// A text is not JSON; what() says where, and `behind` how many bytes of it could be read.
  struct parse_error : public exception {
    parse_error(const std::string& what, std::size_t bytes_read) : exception(what), behind(bytes_read) {}
    std::size_t behind;
  };

  struct Member;

  Json();
  Json(std::nullptr_t);
  Json(std::same_as<bool> auto truth) : Json() { set(truth); }
  template <std::integral Number>
  requires(!std::same_as<Number, bool>) Json(Number number) : Json() {
    set(static_cast<std::conditional_t<std::is_signed_v<Number>, std::int64_t, std::uint64_t>>(number));
  }
  Json(std::floating_point auto number) : Json() { set(static_cast<double>(number)); }
  Json(const char* text);
  Json(std::string_view text);
  Json(std::string text);
  /// A list of pairs, each of a string and a value, is an object; any other list is an array.
  Json(std::initializer_list<Json> list);
  template <std::convertible_to<Json> Element>
  Json(const std::vector<Element>& elements) : Json(array(elements.begin(), elements.end())) {}
  template <std::convertible_to<Json> Element>
  Json(const std::set<Element>& elements) : Json(array(elements.begin(), elements.end())) {}
  template <std::convertible_to<Json> Value>
  Json(const std::map<std::string, Value>& members) : Json(object()) {
    for (const auto& [key, value] : members)
      (*this)[key] = value;
  }

  Json(const Json&);
  Json(Json&&) noexcept;
  Json& operator=(const Json&);
  Json& operator=(Json&&) noexcept;
  ~Json();

  static Json array(std::initializer_list<Json> list = {});
  static Json object();
  /// @throws parse_error where `text` is not one JSON value, or is nested more than a thousand deep.
  static Json parse(std::string_view text);

  /// The text of the value, on one line, or with each level indented by `indent` more spaces. What is not
  /// UTF-8 in it is replaced by U+FFFD.
  std::string dump(int indent = -1) const;

  bool is_null() const;
  bool is_boolean() const;
  bool is_number() const;
  bool is_string() const;
  bool is_array() const;
  bool is_object() const;

  /// How many elements or members there are; of null 0, of any other value 1.
  std::size_t size() const;
  bool empty() const { return size() == 0; }

  /// As a bool, a number, a string, or a container of these. @throws exception where it is none, or where the
  /// number does not fit.
  template <class Value>
  Value get() const;

  /// The value of a key. @throws exception where this is no object, or has no such key.
  const Json& at(std::string_view key) const;
  const Json& operator[](std::string_view key) const { return at(key); }
  /// The value of a key, which is added to an object, or to what was null, where it is missing.
  Json& operator[](std::string_view key);
  /// @throws exception where this is no array, or has no such element.
  const Json& at(std::size_t place) const;
  const Json& operator[](std::size_t place) const { return at(place); }

  /// The value of a key; nullptr where there is no such key, or no object.
  const Json* find(std::string_view key) const;
  bool contains(std::string_view key) const { return find(key) != nullptr; }
  /// The value of a key that may be missing. @throws exception where this is no object, or the value is of
  /// another type than `missing`.
  template <class Value>
  Value value(std::string_view key, Value missing) const;
  std::string value(std::string_view key, const char* missing) const;

  /// Adds an element to an array, or to what was null. @throws exception where this is another value.
  void push_back(Json element);

  /// The elements of an array. @throws exception where this is none.
  std::vector<Json>::const_iterator begin() const { return elements().begin(); }
  std::vector<Json>::const_iterator end() const { return elements().end(); }
  /// The members of an object. @throws exception where this is none.
  const std::vector<Member>& items() const;

  /// Numbers are equal where their values are, whatever they are kept as.
  friend bool operator==(const Json& a, const Json& b) { return a.equals(b); }

 private:
  template <class Iterator>
  static Json array(Iterator begin, Iterator end) {
    Json list = array();
    for (; begin != end; ++begin)
      list.push_back(Json(*begin));
    return list;
  }

  void set(bool truth);
  void set(std::int64_t number);
  void set(std::uint64_t number);
  void set(double number);
  bool equals(const Json& other) const;
  const std::vector<Json>& elements() const;
  bool truth() const;
  double number() const;
  /// @throws exception where it is no number, or is not between the bounds; a fraction is cut off.
  std::int64_t integer(std::int64_t least, std::int64_t most) const;
  std::uint64_t natural(std::uint64_t most) const;
  const std::string& text() const;
  void write(std::string& text, int indent, int depth) const;

  // The signed type holds negative numbers only.
  std::variant<std::nullptr_t, bool, std::int64_t, std::uint64_t, double, std::string, std::vector<Json>,
               std::vector<Member>>
      value_;
};

struct Json::Member {
  std::string key;
  Json value;

  friend bool operator==(const Member&, const Member&) = default;
};

template <class Value>
Value Json::get() const {
  if constexpr (std::same_as<Value, Json>) {
    return *this;
  } else if constexpr (std::same_as<Value, bool>) {
    return truth();
  } else if constexpr (std::floating_point<Value>) {
    return static_cast<Value>(number());
  } else if constexpr (std::signed_integral<Value>) {
    return static_cast<Value>(integer(std::numeric_limits<Value>::min(), std::numeric_limits<Value>::max()));
  } else if constexpr (std::unsigned_integral<Value>) {
    return static_cast<Value>(natural(std::numeric_limits<Value>::max()));
  } else if constexpr (std::same_as<Value, std::string>) {
    return text();
  } else if constexpr (requires { typename Value::mapped_type; }) {
    Value map;
    for (const Member& member : items())
      map.emplace(member.key, member.value.template get<typename Value::mapped_type>());
    return map;
  } else {
    Value container;
    for (const Json& element : elements())
      container.insert(container.end(), element.get<typename Value::value_type>());
    return container;
  }
}

template <class Value>
Value Json::value(std::string_view key, Value missing) const {
  for (const Member& member : items())
    if (member.key == key) return member.value.get<Value>();
  return missing;
}

}  // namespace harness

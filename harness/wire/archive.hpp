#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace harness::wire {

/// A message that does not hold what its kind says.
class BadMessage : public std::runtime_error {
 public:
  BadMessage() : std::runtime_error("a message between harness and shim is damaged") {}
};

template <class T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;

/// Appends values to a message, in the byte order of the machine: both ends are the same one.
class Writer {
 public:
  template <class... Ts>
  void operator()(const Ts&... values) {
    (put(values), ...);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  template <Plain T>
  void put(const T& value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void put(const std::string& text) {
    put(static_cast<std::uint64_t>(text.size()));
    bytes_ += text;
  }
  template <class T>
  void put(const std::vector<T>& items) {
    put(static_cast<std::uint64_t>(items.size()));
    for (const T& item : items)
      put(item);
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class T>
  requires(!Plain<T>) void put(const T& value) {
    transfer(*this, const_cast<T&>(value));  // one transfer() serves both directions; this one only reads
  }

  std::string bytes_;
};

/// Takes values from a message in the order in which they were put. @throws BadMessage
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  template <class... Ts>
  void operator()(Ts&... values) {
    (get(values), ...);
  }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view take(std::size_t count) {
    if (count > rest_.size()) throw BadMessage();
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }
  template <Plain T>
  void get(T& value) {
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
  }
  void get(std::string& text) { text = take(size()); }
  template <class T>
  void get(std::vector<T>& items) {
    const std::size_t count = size();
    if (count > rest_.size()) throw BadMessage();  // an item takes a byte at least
    items.resize(count);
    for (T& item : items)
      get(item);
  }
  template <class T>
  void get(std::optional<T>& value) {
    bool there = false;
    get(there);
    value.reset();
    if (there) get(value.emplace());
  }
  template <class T>
  requires(!Plain<T>) void get(T& value) { transfer(*this, value); }
  std::size_t size() {
    std::uint64_t count = 0;
    get(count);
    return count;
  }

  std::string_view rest_;
};

}  // namespace harness::wire

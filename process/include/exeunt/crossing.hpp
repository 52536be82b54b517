#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <exeunt/archive.hpp>
#include <exeunt/event.hpp>
#include <exeunt/pipe.hpp>

namespace exeunt {

/// What a value is written to, so that a process that is not a copy of its creator gets it; and what it is
/// read from there. A program meets them in its own Crossing.
using detail::Decoder;
using detail::Encoder;

/// How a type crosses to a process that is not a copy of its creator. There is one for arithmetic types,
/// enums, std::string, Event and Pipe, and for std::vector, std::optional, std::pair and std::tuple of what
/// crosses. A program adds its own types:
///
///     template <>
///     struct exeunt::Crossing<Point> {
///       static void write(Encoder& out, const Point& point) { out.write(point.x, point.y); }
///       static Point read(Decoder& in) {
///         const int x = in.read<int>();
///         return {x, in.read<int>()};
///       }
///     };
///
/// read() takes what write() gave, in the same order. What write() throws start() throws, before there is a
/// process; what read() throws is reported on the child's stderr, and its status is 1. No lock is held
/// meanwhile. Under fork nothing has to cross and read() is not called; write() is, in the child, where the
/// creator has pipes: it tells which of them the child was given.
/// @see  pickle, object.__reduce__
template <class T>
struct Crossing;

/// A type that can be an argument of a process under every start method.
template <class T>
concept Crosses = requires(Encoder& out, Decoder& in, const T& value) {
  Crossing<T>::write(out, value);
  { Crossing<T>::read(in) } -> std::convertible_to<T>;
};

namespace detail {

template <class T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;

template <class T>
concept Shared = std::is_same_v<T, Event> || std::is_same_v<T, Pipe>;

/// What a program has said something about, complete or not.
template <class T>
concept HasCrossing = requires {
  sizeof(Crossing<T>);
};

template <class T>
void Encoder::write_one(const T& value) {
  if constexpr (Crosses<T>) {
    Crossing<T>::write(*this, value);
  } else {  // read as std::string
    static_assert(std::is_convertible_v<const T&, std::string_view>,
                  "there is no exeunt::Crossing of this type");
    text(value);
  }
}

template <class... T>
void Encoder::write(const T&... values) {
  (write_one(values), ...);
}

template <class T>
T Decoder::read() {
  static_assert(Crosses<T>, "there is no exeunt::Crossing of this type");
  return Crossing<T>::read(*this);
}

}  // namespace detail

template <detail::Plain T>
struct Crossing<T> {
  static void write(Encoder& out, const T& value) { out.bytes(&value, sizeof value); }
  static T read(Decoder& in) {
    T value;
    in.bytes(&value, sizeof value);
    return value;
  }
};

template <>
struct Crossing<std::string> {
  static void write(Encoder& out, const std::string& value) { out.text(value); }
  static std::string read(Decoder& in) { return in.text(); }
};

template <detail::Shared T>
struct Crossing<T> {
  static void write(Encoder& out, const T& value) { encode_shared(out, value); }
  static T read(Decoder& in) { return decode_shared(in, static_cast<const T*>(nullptr)); }
};

template <Crosses T>
struct Crossing<std::vector<T>> {
  static void write(Encoder& out, const std::vector<T>& values) {
    out.size(values.size());
    for (const T& value : values)
      out.write(value);
  }
  static std::vector<T> read(Decoder& in) {
    std::vector<T> values;
    for (std::size_t left = in.size(); left > 0; --left)
      values.push_back(in.read<T>());
    return values;
  }
};

template <Crosses T>
struct Crossing<std::optional<T>> {
  static void write(Encoder& out, const std::optional<T>& value) {
    out.write(value.has_value());
    if (value) out.write(*value);
  }
  static std::optional<T> read(Decoder& in) {
    if (!in.read<bool>()) return std::nullopt;
    return in.read<T>();
  }
};

template <Crosses T, Crosses U>
struct Crossing<std::pair<T, U>> {
  static void write(Encoder& out, const std::pair<T, U>& value) { out.write(value.first, value.second); }
  static std::pair<T, U> read(Decoder& in) {
    T first = in.read<T>();
    return {std::move(first), in.read<U>()};
  }
};

template <Crosses... T>
struct Crossing<std::tuple<T...>> {
  static void write(Encoder& out, const std::tuple<T...>& values) {
    std::apply([&](const T&... value) { out.write(value...); }, values);
  }
  static std::tuple<T...> read([[maybe_unused]] Decoder& in) {
    return std::tuple<T...>{in.read<T>()...};  // braces: from left to right
  }
};

}  // namespace exeunt

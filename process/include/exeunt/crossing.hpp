#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <exeunt/archive.hpp>
#include <exeunt/event.hpp>
#include <exeunt/pipe.hpp>

// Which types cross to a process that is not a copy of its creator, and how: arithmetic types, enums,
// std::string, Event and Pipe; std::vector, std::optional, std::pair and std::tuple of these.

namespace exeunt::detail {

/// Crosses<T>::value says whether; where true, encode() and decode() say how.
template <class T>
struct Crosses : std::bool_constant<std::is_arithmetic_v<T> || std::is_enum_v<T>> {
  static void encode(Encoder& out, const T& value) { out.bytes(&value, sizeof value); }
  static T decode(Decoder& in) {
    T value;
    in.bytes(&value, sizeof value);
    return value;
  }
};

template <>
struct Crosses<std::string> : std::true_type {
  static void encode(Encoder& out, const std::string& value) { out.text(value); }
  static std::string decode(Decoder& in) { return in.text(); }
};

template <class T>
struct SharedCrosses : std::true_type {
  static void encode(Encoder& out, const T& value) { encode_shared(out, value); }
  static T decode(Decoder& in) { return decode_shared(in, static_cast<const T*>(nullptr)); }
};
template <>
struct Crosses<Event> : SharedCrosses<Event> {};
template <>
struct Crosses<Pipe> : SharedCrosses<Pipe> {};

template <class T>
struct Crosses<std::vector<T>> : Crosses<T>::type {
  static void encode(Encoder& out, const std::vector<T>& values) {
    out.size(values.size());
    for (const T& value : values)
      Crosses<T>::encode(out, value);
  }
  static std::vector<T> decode(Decoder& in) {
    std::vector<T> values;
    for (std::size_t left = in.size(); left > 0; --left)
      values.push_back(Crosses<T>::decode(in));
    return values;
  }
};

template <class T>
struct Crosses<std::optional<T>> : Crosses<T>::type {
  static void encode(Encoder& out, const std::optional<T>& value) {
    Crosses<bool>::encode(out, value.has_value());
    if (value) Crosses<T>::encode(out, *value);
  }
  static std::optional<T> decode(Decoder& in) {
    if (!Crosses<bool>::decode(in)) return std::nullopt;
    return Crosses<T>::decode(in);
  }
};

template <class T, class U>
struct Crosses<std::pair<T, U>> : std::bool_constant<Crosses<T>::value && Crosses<U>::value> {
  static void encode(Encoder& out, const std::pair<T, U>& value) {
    Crosses<T>::encode(out, value.first);
    Crosses<U>::encode(out, value.second);
  }
  static std::pair<T, U> decode(Decoder& in) {
    T first = Crosses<T>::decode(in);
    return {std::move(first), Crosses<U>::decode(in)};
  }
};

template <class... T>
struct Crosses<std::tuple<T...>> : std::bool_constant<(Crosses<T>::value && ...)> {
  static void encode(Encoder& out, const std::tuple<T...>& values) {
    std::apply([&]([[maybe_unused]] const T&... value) { (Crosses<T>::encode(out, value), ...); }, values);
  }
  static std::tuple<T...> decode(Decoder& in) {
    return std::tuple<T...>{Crosses<T>::decode(in)...};  // braces: from left to right
  }
};

}  // namespace exeunt::detail

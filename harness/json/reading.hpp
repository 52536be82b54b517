#pragma once

#include <optional>
#include <string>
#include <vector>

#include "json/json.hpp"
#include "model/names.hpp"
#include "support/errors.hpp"

/// The members of an object, by their keys.
namespace harness::reading {

/// The bytes of a text, from KEY_base64 where it was no UTF-8; of null, none. @throws Json::exception
std::string text(const Json& object, const std::string& key);
std::vector<std::string> texts(const Json& object, const std::string& key);

/// The value of a key that may be missing or null. @throws Json::exception
template <class Value>
std::optional<Value> maybe(const Json& object, const char* key) {
  const Json* value = object.find(key);
  if (value == nullptr || value->is_null()) return std::nullopt;
  return value->get<Value>();
}

/// @throws CannotJudge where there is none.
template <class Value>
Value known(const std::optional<Value>& value, const std::string& word) {
  if (!value) throw CannotJudge("unknown word '" + word + "'");
  return *value;
}

/// The value that a word of model/names.hpp stands for. @throws Json::exception, CannotJudge
template <class Enum>
Enum word(const Json& object, const char* key) {
  const std::string name = object.at(key).get<std::string>();
  return known(parse<Enum>(name), name);
}

template <class Enum>
std::optional<Enum> maybe_word(const Json& object, const char* key) {
  if (object.at(key).is_null()) return std::nullopt;
  return word<Enum>(object, key);
}

}  // namespace harness::reading

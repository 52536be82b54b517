#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/names.hpp"
#include "record/json.hpp"
#include "support/errors.hpp"

namespace harness {

/// Sets `key` to `bytes`; bytes that are not UTF-8 stand there with replacements, and beside them, under
/// KEY_base64, as they are.
void set_text(Json& object, const std::string& key, const std::string& bytes);
/// The same for a list of texts, and for all of it where one is not UTF-8.
void set_texts(Json& object, const std::string& key, const std::vector<std::string>& values);

/// What set_text() wrote; of null, nothing. @throws Json::exception
std::string text_at(const Json& object, const std::string& key);
/// What set_texts() wrote. @throws Json::exception
std::vector<std::string> texts_at(const Json& object, const std::string& key);

/// Texts whose exact bytes do not matter.
Json shown_texts(const std::vector<std::string>& values);
/// Null where there is none.
Json text_or_null(const std::string& text);

template <class Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

/// The value of a key that may be missing or null. @throws Json::exception
template <class Value>
std::optional<Value> maybe_at(const Json& object, const char* key) {
  const Json* value = object.find(key);
  if (value == nullptr || value->is_null()) return std::nullopt;
  return value->get<Value>();
}

/// The number of a key; 0 where it is missing or something else.
double number_at(const Json& object, const std::string& key);

/// The word of model/names.hpp for a value, or null.
template <class Enum>
Json word_or_null(const std::optional<Enum>& value) {
  return value ? Json(std::string(to_string(*value))) : Json(nullptr);
}

/// @throws CannotJudge where there is none.
template <class Value>
Value known(const std::optional<Value>& value, const std::string& word) {
  if (!value) throw CannotJudge("unknown word '" + word + "'");
  return *value;
}

/// The value that a word of model/names.hpp stands for. @throws Json::exception, CannotJudge
template <class Enum>
Enum word_at(const Json& object, const char* key) {
  const std::string name = object.at(key).get<std::string>();
  return known(parse<Enum>(name), name);
}

template <class Enum>
std::optional<Enum> maybe_word_at(const Json& object, const char* key) {
  if (object.at(key).is_null()) return std::nullopt;
  return word_at<Enum>(object, key);
}

}  // namespace harness

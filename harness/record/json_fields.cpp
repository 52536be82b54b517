#include "record/json_fields.hpp"

#include <algorithm>

#include "support/utf8.hpp"

namespace harness {

void set_text(Json& object, const std::string& key, const std::string& bytes) {
  object[key] = with_replacements(bytes);
  if (!is_utf8(bytes)) object[key + "_base64"] = base64(bytes);
}

std::string text_at(const Json& object, const std::string& key) {
  const Json* exact = object.find(key + "_base64");
  if (exact != nullptr) return from_base64(exact->get<std::string>());
  const Json& value = object.at(key);
  return value.is_null() ? "" : value.get<std::string>();
}

void set_texts(Json& object, const std::string& key, const std::vector<std::string>& values) {
  object[key] = shown_texts(values);
  if (std::all_of(values.begin(), values.end(), [](const std::string& value) { return is_utf8(value); }))
    return;
  Json exact = Json::array();
  for (const std::string& value : values)
    exact.push_back(base64(value));
  object[key + "_base64"] = exact;
}

std::vector<std::string> texts_at(const Json& object, const std::string& key) {
  const Json* exact = object.find(key + "_base64");
  if (exact == nullptr) return object.at(key).get<std::vector<std::string>>();
  std::vector<std::string> values;
  for (const Json& value : *exact)
    values.push_back(from_base64(value.get<std::string>()));
  return values;
}

Json shown_texts(const std::vector<std::string>& values) {
  Json list = Json::array();
  for (const std::string& value : values)
    list.push_back(with_replacements(value));
  return list;
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(with_replacements(text));
}

double number_at(const Json& object, const std::string& key) {
  const Json* found = object.find(key);
  return found != nullptr && found->is_number() ? found->get<double>() : 0;
}

}  // namespace harness

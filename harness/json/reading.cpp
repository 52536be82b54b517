#include "json/reading.hpp"

#include "support/utf8.hpp"

namespace harness::reading {

std::string text(const Json& object, const std::string& key) {
  const Json* exact = object.find(key + "_base64");
  if (exact != nullptr) return from_base64(exact->get<std::string>());
  const Json& value = object.at(key);
  return value.is_null() ? "" : value.get<std::string>();
}

std::vector<std::string> texts(const Json& object, const std::string& key) {
  const Json* exact = object.find(key + "_base64");
  if (exact == nullptr) return object.at(key).get<std::vector<std::string>>();
  std::vector<std::string> values;
  for (const Json& value : *exact)
    values.push_back(from_base64(value.get<std::string>()));
  return values;
}

}  // namespace harness::reading

#include "record/platform_json.hpp"

#include "record/json_fields.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

Json texts_by_name(const std::map<std::string, std::string>& values) {
  Json object = Json::object();
  for (const auto& [name, value] : values)
    object[name] = with_replacements(value);
  return object;
}

}  // namespace

Json to_json(const Platform& platform) {
  return {{"os", text_or_null(platform.os)},
          {"distribution", text_or_null(platform.distribution)},
          {"kernel", text_or_null(platform.kernel)},
          {"architecture", text_or_null(platform.architecture)},
          {"libc", text_or_null(platform.libc)},
          {"compiler", text_or_null(platform.compiler)},
          {"build_type", text_or_null(platform.build_type)},
          {"cpus", platform.cpus > 0 ? Json(platform.cpus) : Json(nullptr)},
          {"marks", shown_texts(platform.marks)},
          {"environment", texts_by_name(platform.environment)}};
}

Platform platform_of(const Json& object) {
  Platform platform{text_at(object, "os"),         text_at(object, "distribution"),
                    text_at(object, "kernel"),     text_at(object, "architecture"),
                    text_at(object, "libc"),       text_at(object, "compiler"),
                    text_at(object, "build_type"), maybe_at<int>(object, "cpus").value_or(0)};
  platform.marks = object.value("marks", std::vector<std::string>{});
  platform.environment = object.value("environment", std::map<std::string, std::string>{});
  return platform;
}

}  // namespace harness

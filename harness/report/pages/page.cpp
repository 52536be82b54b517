#include "report/pages/page.hpp"

#include <kainjow/mustache.hpp>

#include "support/errors.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

using kainjow::mustache::data;

data data_of(const Json& value) {
  if (value.is_string()) return data(value.get<std::string>());
  if (value.is_boolean()) return data(value.get<bool>());
  if (value.is_null()) return data(false);
  if (value.is_array()) {
    data list{data::type::list};
    for (const Json& element : value)
      list.push_back(data_of(element));
    return list;
  }
  if (value.is_object()) {
    data object{data::type::object};
    for (const auto& [key, element] : value.items())
      object.set(key, data_of(element));
    return object;
  }
  return data(value.dump());
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string escaped;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    escaped += html(text.substr(0, end));
    if (end == std::string_view::npos) break;
    escaped += '\n';
    text.remove_prefix(end + 1);
  }
  return escaped;
}

std::string render_page(std::string_view page_template, const Json& values) {
  kainjow::mustache::mustache page{std::string(page_template)};
  if (!page.is_valid()) throw CannotJudge("a page of the report is broken: " + page.error_message());
  page.set_custom_escape([](const std::string& text) { return html_text(text); });
  return page.render(data_of(values));
}

}  // namespace harness

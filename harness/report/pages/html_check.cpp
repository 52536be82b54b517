#include "report/pages/html_check.hpp"

#include <algorithm>
#include <regex>
#include <set>
#include <vector>

#include "support/utf8.hpp"

namespace harness {
namespace {

const std::set<std::string> void_elements{"meta", "link", "input", "br", "!DOCTYPE"};
const std::set<std::string> elements{
    "!DOCTYPE", "html",  "head",    "meta", "link", "title", "style",   "script",  "body",   "header", "main",
    "footer",   "nav",   "section", "h1",   "h2",   "h3",    "p",       "span",    "strong", "small",  "a",
    "b",        "i",     "code",    "pre",  "ul",   "ol",    "li",      "dl",      "dt",     "dd",     "div",
    "table",    "thead", "tbody",   "tr",   "th",   "td",    "details", "summary", "figure", "svg",    "defs",
    "pattern",  "rect",  "path",    "line", "text", "use",   "input",   "label"};

bool leaves(const std::string& address) {
  return address.find("//") != std::string::npos || address.starts_with("/") ||
         address.find(':') != std::string::npos;
}

std::string attribute_trouble(const std::string& tag) {
  static const std::regex attribute(R"re(([a-zA-Z0-9:-]+)="([^"<>]*)")re");
  for (std::sregex_iterator at(tag.begin(), tag.end(), attribute), end; at != end; ++at) {
    const std::string name = (*at)[1];
    const std::string value = (*at)[2];
    if (name.starts_with("on")) return "an event handler: " + tag;
    const bool address = name == "href" || name == "src";
    if (address && value != "data:," && leaves(value)) return "an address that leaves the page: " + tag;
  }
  const std::string rest = std::regex_replace(tag, attribute, "");
  if (rest.find_first_of("\"'=") != std::string::npos) return "a broken attribute: " + tag;
  return "";
}

}  // namespace

std::string html_trouble(const std::string& page) {
  if (!is_utf8(page)) return "not UTF-8";
  const bool control = std::any_of(page.begin(), page.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; });
  if (control) return "a control character";
  std::vector<std::string> open;
  static const std::regex tag(R"re(<(/?)([!a-zA-Z0-9]+)([^<>]*?)(/?)>)re");
  std::string text = page;
  if (const std::size_t style = text.find("<style>"); style != std::string::npos) {
    text.erase(style + 7, text.find("</style>") - style - 7);
  }
  for (std::sregex_iterator at(text.begin(), text.end(), tag), end; at != end; ++at) {
    const std::string name = (*at)[2];
    if (!elements.contains(name)) return "an unknown element: " + at->str();
    if (const std::string trouble = attribute_trouble((*at)[3]); !trouble.empty()) return trouble;
    if ((*at)[1].length() > 0) {
      if (open.empty() || open.back() != name) return "closed and not open: " + at->str();
      open.pop_back();
    } else if (!void_elements.contains(name) && (*at)[4].length() == 0) {
      open.push_back(name);
    }
  }
  const std::string bare = std::regex_replace(text, tag, "");
  if (const std::size_t at = bare.find_first_of("<>"); at != std::string::npos) {
    return "a bare angle bracket: " + bare.substr(at, 40);
  }
  return open.empty() ? "" : "never closed: " + open.back();
}

}  // namespace harness

#include "report/pages/watch_page.hpp"

#include <algorithm>
#include <string_view>

#include "report/observation_facts.hpp"
#include "report/pages/page.hpp"
#include "report/pages/pages.hpp"
#include "report/pages/timeline_page.hpp"
#include "report/process_words.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

constexpr std::size_t longest_title = 120;  // bytes

// What was asked for: the program may have executed another one since.
std::string title_of(const Observation& seen) {
  const auto first = std::find_if(seen.events.begin(), seen.events.end(), [](const Event& event) {
    return event.kind == EventKind::exec && event.process == 0;
  });
  if (first == seen.events.end()) return "exeunt watch";
  const std::string command = command_line(first->argv);
  std::string_view rest = command;
  while (!rest.empty() && command.size() - rest.size() < longest_title)
    rest.remove_prefix(first_character(rest).size());
  return command.substr(0, command.size() - rest.size()) + (rest.empty() ? "" : "…");
}

}  // namespace

std::string watch_page(const Observation& seen, std::size_t most) {
  Json facts = Json::array();
  for (const std::string& fact : observation_facts(seen))
    facts.push_back(fact);
  const bool has_output = !seen.out.empty() || !seen.err.empty();
  return render_page(pages::watch_html, {{"title", title_of(seen)},
                                         {"css", std::string(pages::site_css)},
                                         {"facts", facts},
                                         {"failure", start_failure_words(seen)},
                                         {"timeline", timeline_html(seen, most)},
                                         {"output", has_output ? Json(output_html(seen)) : Json(false)}});
}

}  // namespace harness

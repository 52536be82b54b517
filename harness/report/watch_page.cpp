#include "report/watch_page.hpp"

#include <cstring>

#include "report/observation_facts.hpp"
#include "report/page.hpp"
#include "report/pages.hpp"
#include "report/process_words.hpp"
#include "report/timeline_page.hpp"

namespace harness {
namespace {

constexpr std::size_t longest_title = 120;  // bytes

std::string title_of(const Observation& seen) {
  if (seen.processes.empty()) return "exeunt watch";
  const std::string command = command_of(seen.processes.front());
  return command.size() <= longest_title ? command : command.substr(0, longest_title) + "…";
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

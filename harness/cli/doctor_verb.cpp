
#include "cli/exit_codes.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "pipeline/doctor.hpp"
#include "record/json_fields.hpp"
#include "report/terminal/line.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

std::string facts_as_json(const std::vector<HostFact>& facts) {
  Json all = Json::array();
  for (const HostFact& fact : facts) {
    Json object;
    set_text(object, "what", fact.what);
    object["works"] = fact.works;
    set_text(object, "detail", fact.detail);
    set_text(object, "remedy", fact.remedy);
    all.push_back(object);
  }
  return all.dump() + "\n";
}

void tell(const HostFact& fact, std::ostream& out) {
  out << (fact.works ? "yes  " : "no   ") << fact.what << "\n     " << fact.detail << "\n";
  if (!fact.remedy.empty()) out << "     what mends it: " << fact.remedy << "\n";
}

}  // namespace

int doctor_verb(std::vector<std::string> arguments, Streams& streams) {
  bool json = false;
  Options options(
      "doctor", "",
      "Tells what this host can observe and isolate, by trying it, what is missing, and what mends it.");
  options.flag("--json", json, "an array of objects: what, works, detail, remedy");
  if (!options.parse(std::move(arguments))) {
    streams.out << options.help(style_for(streams, "never").columns);
    return exit_as_expected;
  }
  const std::vector<HostFact> facts = examine();
  if (json) {
    streams.out << facts_as_json(facts);
    return exit_as_expected;
  }
  for (const HostFact& fact : facts)
    tell(fact, streams.out);
  return exit_as_expected;
}

}  // namespace harness

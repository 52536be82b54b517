
#include "cli/exit_codes.hpp"
#include "cli/machinery.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
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

struct DoctorWords {
  bool json = false;
};

void declare(Options& options, DoctorWords& words) {
  options.flag("--json", words.json, "an array of objects: what, works, detail, remedy");
  options.exit_statuses({{exit_as_expected, "examined, whatever is missing"}});
}

int act(DoctorWords& words, Streams& streams) {
  const std::vector<HostFact> facts = streams.machinery.examine();
  if (words.json) {
    streams.out << facts_as_json(facts);
    return exit_as_expected;
  }
  for (const HostFact& fact : facts)
    tell(fact, streams.out);
  return exit_as_expected;
}

}  // namespace

Verb doctor_verb() {
  return make_verb<DoctorWords>(
      "doctor", "",
      "Tells what this host can observe and isolate, by trying it, what is missing, and what mends it.",
      declare, act);
}

}  // namespace harness

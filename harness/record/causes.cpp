#include "record/causes.hpp"

#include <algorithm>
#include <set>

#include "model/names.hpp"
#include "support/joined.hpp"

namespace harness {
namespace {

using Values = std::set<std::string>;

template <class Of>
Values values_of(const std::vector<RunKey>& keys, const Of& of) {
  Values values;
  for (const RunKey& key : keys)
    values.insert(of(key));
  return values;
}

std::string method_of(const RunKey& key) {
  return key.start_method ? std::string(to_string(*key.start_method)) : "no start method";
}

// Adds "under spawn" where the changed variants have fewer values of a kind than those compared.
template <class Of>
void add_common(std::string& cause, const char* preposition, const std::vector<RunKey>& changed,
                const std::vector<RunKey>& compared, const Of& of) {
  const Values some = values_of(changed, of);
  if (some.size() == values_of(compared, of).size()) return;
  cause += (cause.empty() ? "only " : ", ") + std::string(preposition) + " " + joined(some, " and ");
}

std::string value_of(const RecordIndex& record, const std::string& property) {
  const auto found = record.properties.find(property);
  return found == record.properties.end() ? "" : found->second;
}

// The values of a property where the runs fail, and where they pass.
std::pair<Values, Values> values_apart(const std::vector<RecordIndex>& records,
                                       const std::vector<std::optional<bool>>& failing,
                                       const std::string& property) {
  std::pair<Values, Values> values;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (!failing[i]) continue;
    (*failing[i] ? values.first : values.second).insert(value_of(records[i], property));
  }
  return values;
}

}  // namespace

std::string common_cause(const std::vector<RunKey>& changed, const std::vector<RunKey>& compared) {
  std::string cause;
  add_common(cause, "by", changed, compared, [](const RunKey& key) {
    return key.version.empty() ? key.implementation : key.implementation + " " + key.version;
  });
  add_common(cause, "under", changed, compared, method_of);
  add_common(cause, "on", changed, compared,
             [](const RunKey& key) { return std::string(to_string(key.stdio)); });
  if (!cause.empty()) return cause;
  return changed.size() == compared.size() ? "under every variant" : "under some variants";
}

std::string explaining_property(const std::vector<RecordIndex>& records,
                                const std::vector<std::optional<bool>>& failing) {
  std::set<std::string> properties;
  for (const RecordIndex& record : records) {
    for (const auto& [name, value] : record.properties)
      properties.insert(name);
  }
  std::string text;
  for (const std::string& property : properties) {
    const auto [bad, good] = values_apart(records, failing, property);
    if (bad.empty() || good.empty()) return "";
    Values both;
    std::set_intersection(bad.begin(), bad.end(), good.begin(), good.end(), std::inserter(both, both.end()));
    if (!both.empty() || bad.contains("") || good.contains("")) continue;
    if (property == "suite" || property == "cpus") continue;  // change from record to record by themselves
    text += (text.empty() ? "" : "; ") + property + ": " + joined(bad, " and ") + " fails, " +
            joined(good, " and ") + " passes";
  }
  return text;
}

}  // namespace harness

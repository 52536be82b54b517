#include "model/names.hpp"
#include "record/changes.hpp"

namespace harness {

std::string variant_text(const RunKey& key) {
  std::string text = key.implementation.empty() ? "reference" : key.implementation;
  if (!key.version.empty()) text += " " + key.version;
  if (key.start_method) text += ", " + std::string(to_string(*key.start_method));
  return text + ", " + std::string(to_string(key.stdio));
}

std::string_view title_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::newly_failing:
      return "newly failing";
    case ChangeKind::newly_passing:
      return "newly passing";
    case ChangeKind::output:
      return "changed in output";
    case ChangeKind::tree:
      return "changed in tree";
    case ChangeKind::timing:
      return "changed in timing";
    case ChangeKind::only_first:
      return "only here";
    case ChangeKind::only_second:
      return "only there";
    case ChangeKind::not_compared:
      return "not compared";
  }
  return "";
}

std::string_view key_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::newly_failing:
      return "newly_failing";
    case ChangeKind::newly_passing:
      return "newly_passing";
    case ChangeKind::output:
      return "changed_output";
    case ChangeKind::tree:
      return "changed_tree";
    case ChangeKind::timing:
      return "changed_timing";
    case ChangeKind::only_first:
      return "only_here";
    case ChangeKind::only_second:
      return "only_there";
    case ChangeKind::not_compared:
      return "not_compared";
  }
  return "";
}

}  // namespace harness

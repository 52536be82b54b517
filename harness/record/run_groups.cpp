#include "record/run_groups.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace harness {
namespace {

// The implementations that a record judges in several versions: there the version tells variants apart.
std::set<std::uint32_t> in_several_versions(const RecordIndex& record) {
  std::map<std::uint32_t, std::uint32_t> version_of;
  std::set<std::uint32_t> several;
  for (const RecordEntry& entry : record.entries) {
    const auto [known, fresh] = version_of.try_emplace(entry.implementation, entry.version);
    if (!fresh && known->second != entry.version) several.insert(entry.implementation);
  }
  return several;
}

// A variant by the numbers of its words.
struct Variant {
  std::uint32_t scenario;
  std::uint32_t implementation;
  std::uint32_t version;
  std::uint32_t rest;

  bool operator==(const Variant&) const = default;
};

struct VariantHash {
  std::size_t operator()(const Variant& variant) const {
    std::uint64_t hash = variant.scenario;
    for (const std::uint32_t part : {variant.implementation, variant.version, variant.rest})
      hash = hash * 0x9e3779b97f4a7c15U + part;
    return static_cast<std::size_t>(hash ^ (hash >> 29));
  }
};

Variant variant_of(const RecordEntry& entry, const std::set<std::uint32_t>& several) {
  const std::uint32_t method = entry.start_method ? 1 + static_cast<std::uint32_t>(*entry.start_method) : 0;
  return {entry.scenario, entry.implementation, several.contains(entry.implementation) ? entry.version : 0,
          8 * method + static_cast<std::uint32_t>(entry.stdio)};
}

RunKey key_of(const RecordEntry& entry, const Variant& variant, const Words& words) {
  return {words.text_of(variant.scenario), words.text_of(variant.implementation),
          variant.version == 0 ? "" : words.text_of(variant.version), entry.start_method, entry.stdio};
}

}  // namespace

std::vector<GroupPair> group_pairs(const RecordIndex& first, const RecordIndex& second, const Words& words) {
  std::set<std::uint32_t> several = in_several_versions(first);
  several.merge(in_several_versions(second));
  std::unordered_map<Variant, std::size_t, VariantHash> places;
  std::vector<GroupPair> pairs;
  const auto add = [&](const RecordIndex& record, RunGroup GroupPair::*side) {
    for (const RecordEntry& entry : record.entries) {
      const Variant variant = variant_of(entry, several);
      const auto [place, fresh] = places.try_emplace(variant, pairs.size());
      if (fresh) pairs.push_back({key_of(entry, variant, words), {}, {}});
      (pairs[place->second].*side).runs.push_back(&entry);
    }
  };
  add(first, &GroupPair::first);
  add(second, &GroupPair::second);
  std::sort(pairs.begin(), pairs.end(), [](const GroupPair& a, const GroupPair& b) { return a.key < b.key; });
  return pairs;
}

}  // namespace harness

#include "report/variants.hpp"

#include <algorithm>

#include "model/names.hpp"
#include "support/joined.hpp"

namespace harness {
namespace {

template <class Container, class Value>
void add_once(Container& container, const Value& value) {
  if (std::find(container.begin(), container.end(), value) == container.end()) container.push_back(value);
}

template <class Enum>
std::string in_words(const std::vector<Enum>& values) {
  return joined(values, ", ", [](Enum value) { return to_string(value); });
}

// Start methods that ran on the same stdio modes.
struct Block {
  std::vector<StartMethod> methods;  // empty: the scenario starts no process
  std::vector<StdioMode> stdio;
};

struct VariantRow {
  std::optional<StartMethod> method;
  std::vector<StdioMode> stdio;
};

std::vector<VariantRow> rows_of(std::span<const Variant> variants, const std::string& implementation) {
  std::vector<VariantRow> rows;
  for (const Variant& variant : variants) {
    if (variant.implementation != implementation) continue;
    auto row = std::find_if(rows.begin(), rows.end(),
                            [&](const VariantRow& known) { return known.method == variant.start_method; });
    if (row == rows.end()) row = rows.insert(rows.end(), VariantRow{variant.start_method, {}});
    add_once(row->stdio, variant.stdio);
  }
  std::sort(rows.begin(), rows.end(),
            [](const VariantRow& a, const VariantRow& b) { return a.method < b.method; });
  for (VariantRow& row : rows)
    std::sort(row.stdio.begin(), row.stdio.end());
  return rows;
}

std::vector<Block> blocks_of(const std::vector<VariantRow>& rows) {
  std::vector<Block> blocks;
  for (const VariantRow& row : rows) {
    auto block = std::find_if(blocks.begin(), blocks.end(), [&](const Block& known) {
      return known.methods.empty() != row.method.has_value() && known.stdio == row.stdio;
    });
    if (block == blocks.end()) block = blocks.insert(blocks.end(), Block{{}, row.stdio});
    if (row.method) block->methods.push_back(*row.method);
  }
  return blocks;
}

std::string words_of(std::span<const Variant> variants, const std::string& implementation) {
  std::string text;
  for (const Block& block : blocks_of(rows_of(variants, implementation))) {
    if (!text.empty()) text += "; ";
    if (!block.methods.empty()) text += in_words(block.methods) + " ";
    text += "on " + in_words(block.stdio);
  }
  return text;
}

}  // namespace

Variant variant_of(const Case& c) {
  return {implementation_text(c), c.conditions.start_method, c.conditions.stdio};
}

std::string to_string(const Variant& variant) {
  std::string text = variant.implementation == "reference" ? "" : variant.implementation + ", ";
  if (variant.start_method) text += std::string(to_string(*variant.start_method)) + ", ";
  return text + std::string(to_string(variant.stdio));
}

std::vector<std::string> in_few_words(std::span<const Variant> variants) {
  std::vector<std::string> implementations;
  for (const Variant& variant : variants)
    add_once(implementations, variant.implementation);
  const bool reference_alone = implementations == std::vector<std::string>{"reference"};
  std::vector<std::string> lines;
  for (const std::string& implementation : implementations) {
    const std::string prefix = reference_alone ? "" : implementation + ": ";
    lines.push_back(prefix + words_of(variants, implementation));
  }
  return lines;
}

}  // namespace harness

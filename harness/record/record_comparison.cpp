#include "record/record_comparison.hpp"

#include <algorithm>
#include <future>
#include <map>

#include "record/causes.hpp"

namespace harness {
namespace {

constexpr std::size_t most_named = 8;  // failing variants in a cell

RunKey key_of(const RecordEntry& entry, const Words& words) {
  return {words.text_of(entry.scenario), words.text_of(entry.implementation), "", entry.start_method,
          entry.stdio};
}

void count(MatrixCell& cell, const RecordEntry& entry, const Words& words) {
  switch (counts_as(entry.verdict)) {
    case CountsAs::passed:
      ++cell.passed;
      return;
    case CountsAs::known_failure:
      ++cell.known;
      return;
    case CountsAs::skipped:
      ++cell.skipped;
      return;
    case CountsAs::failed:
    case CountsAs::broken:
      ++cell.failed;
      if (cell.failing.size() < most_named) cell.failing.push_back(variant_text(key_of(entry, words)));
      return;
  }
}

std::vector<std::optional<bool>> failing_in(const MatrixRow& row) {
  std::vector<std::optional<bool>> failing;
  for (const MatrixCell& cell : row.cells) {
    failing.push_back(cell.ran() > 0 ? std::optional(cell.failed > 0) : std::nullopt);
  }
  return failing;
}

bool holds(const std::vector<std::optional<bool>>& failing, bool value) {
  return std::find(failing.begin(), failing.end(), std::optional(value)) != failing.end();
}

// A record read with words of its own.
struct OwnIndex {
  RecordIndex index;
  Words words;
};

OwnIndex own_index(const std::filesystem::path& path) {
  OwnIndex own;
  own.index = index_record(path, own.words);
  return own;
}

// Gives the entries the numbers that their words have in `words`.
void renumber(OwnIndex& own, Words& words) {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < own.words.size(); ++i)
    numbers.push_back(words.number_of(own.words.text_of(i)));
  for (RecordEntry& entry : own.index.entries) {
    entry.scenario = numbers[entry.scenario];
    entry.implementation = numbers[entry.implementation];
    entry.version = numbers[entry.version];
  }
}

// The records are read at once, two at a time.
std::vector<RecordIndex> indices_of(const std::vector<std::filesystem::path>& paths, Words& words) {
  words.number_of("");
  std::vector<RecordIndex> indices;
  for (std::size_t i = 0; i < paths.size(); i += 2) {
    std::future<OwnIndex> beside;
    if (i + 1 < paths.size()) beside = std::async(std::launch::async, own_index, paths[i + 1]);
    OwnIndex own = own_index(paths[i]);
    renumber(own, words);
    indices.push_back(std::move(own.index));
    if (!beside.valid()) continue;
    own = beside.get();
    renumber(own, words);
    indices.push_back(std::move(own.index));
  }
  return indices;
}

}  // namespace

RecordComparison compare_records(const std::vector<std::filesystem::path>& paths, Words& words) {
  RecordComparison comparison;
  comparison.records = indices_of(paths, words);
  comparison.labels = labels_of(comparison.records);
  for (std::size_t i = 1; i < comparison.records.size(); ++i) {
    const RecordIndex& first = comparison.records.front();
    const RecordIndex& other = comparison.records[i];
    comparison.compared.push_back(
        {i, differing_properties(first, other), changes_between(first, other, words)});
  }
  return comparison;
}

bool anything_newly_fails(const RecordComparison& comparison) {
  return std::any_of(
      comparison.compared.begin(), comparison.compared.end(),
      [](const ComparedRecord& compared) { return compared.changes.count(ChangeKind::newly_failing) > 0; });
}

std::vector<MatrixRow> matrix_of(const std::vector<RecordIndex>& records, const Words& words) {
  std::map<std::string, std::vector<MatrixCell>> cells;
  for (std::size_t i = 0; i < records.size(); ++i) {
    for (const RecordEntry& entry : records[i].entries) {
      std::vector<MatrixCell>& row = cells[words.text_of(entry.scenario)];
      row.resize(records.size());
      count(row[i], entry, words);
    }
  }
  std::vector<MatrixRow> rows;
  for (auto& [scenario, row_cells] : cells) {
    MatrixRow row{scenario, std::move(row_cells), "", false};
    const std::vector<std::optional<bool>> failing = failing_in(row);
    row.differs = holds(failing, true) && holds(failing, false);
    if (row.differs) row.explanation = explaining_property(records, failing);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace harness

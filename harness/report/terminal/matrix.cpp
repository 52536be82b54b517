#include "report/terminal/matrix.hpp"

#include <algorithm>
#include <array>

#include "model/names.hpp"
#include "report/terminal/columns.hpp"
#include "report/terminal/line.hpp"
#include "report/terminal/marks.hpp"
#include "report/verdict_signs.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

constexpr std::array all_methods{StartMethod::fork, StartMethod::spawn, StartMethod::forkserver};

// In order of how bad they are.
int badness(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return 0;
    case Verdict::skip:
      return 1;
    case Verdict::known_fail:
      return 2;
    case Verdict::unexpected_pass:
      return 3;
    case Verdict::flaky:
      return 4;
    case Verdict::fail:
      return 5;
    case Verdict::timeout:
      return 6;
    case Verdict::broken:
      return 7;
  }
  return 0;
}

std::string head_of(StartMethod method) {
  switch (method) {
    case StartMethod::fork:
      return "f";
    case StartMethod::spawn:
      return "s";
    case StartMethod::forkserver:
      return "fs";
  }
  return "";
}

}  // namespace

// The table, taken from what the matrix has gathered.
class MatrixLines {
 public:
  explicit MatrixLines(const Matrix& matrix) : matrix_(matrix) {
    for (const auto& [scenario, cells] : matrix_.rows_) {
      name_columns_ = std::max(name_columns_, columns_of(scenario));
      for (const auto& [column, cell] : cells)
        signs_ = std::max(signs_, static_cast<int>(cell.verdicts.size()));
    }
    for (const std::string& name : matrix_.implementations_)
      block_columns_ = std::max(block_columns_, columns_of(name));
    block_columns_ = std::max(block_columns_, static_cast<int>(all_methods.size()) * cell_columns() - 1);
  }

  std::vector<Line> lines() const {
    std::vector<Line> lines{heads(), method_heads()};
    for (const auto& [scenario, cells] : matrix_.rows_)
      lines.push_back(row(scenario, cells));
    lines.push_back(totals());
    lines.push_back({{legend(), Colour::dim}});
    return lines;
  }

 private:
  using Cells = std::map<Matrix::Column, Matrix::Cell>;

  int cell_columns() const { return std::max(signs_, 2) + 1; }

  Line heads() const {
    Line line{{padded("", name_columns_)}};
    for (const std::string& name : matrix_.implementations_)
      line.push_back({"  " + padded(shown(matrix_.style_, name), block_columns_), Colour::bold});
    return line;
  }

  Line method_heads() const {
    std::string block;
    for (const StartMethod method : all_methods)
      block += padded(head_of(method), cell_columns());
    Line line{{padded("", name_columns_)}};
    for (std::size_t i = 0; i < matrix_.implementations_.size(); ++i)
      line.push_back({"  " + padded(block, block_columns_), Colour::dim});
    return line;
  }

  Line row(const std::string& scenario, const Cells& cells) const {
    Line line{{padded(shown(matrix_.style_, scenario), name_columns_)}};
    for (const std::string& name : matrix_.implementations_) {
      line.push_back({"  "});
      int columns = 0;
      // Who starts no process stands in the first column.
      const auto alone = cells.find({name, std::nullopt});
      if (alone != cells.end()) columns += add(line, alone->second);
      for (const StartMethod method : all_methods) {
        if (alone != cells.end()) break;
        const auto cell = cells.find({name, method});
        columns += add(line, cell != cells.end() ? cell->second : Matrix::Cell{});
      }
      line.push_back({padded("", std::max(block_columns_ - columns, 0))});
    }
    return line;
  }

  // @return the columns that it took.
  int add(Line& line, const Matrix::Cell& cell) const {
    for (const auto& [stdio, verdict] : cell.verdicts)
      line.push_back({sign_of(verdict, matrix_.style_.unicode), colour_of(verdict)});
    line.push_back({padded("", cell_columns() - static_cast<int>(cell.verdicts.size()))});
    return cell_columns();
  }

  Line totals() const {
    Line line{{padded("passed", name_columns_), Colour::bold}};
    for (const std::string& name : matrix_.implementations_) {
      int passed = 0;
      int all = 0;
      for (const auto& [scenario, cells] : matrix_.rows_) {
        for (const auto& [column, cell] : cells) {
          if (column.implementation != name) continue;
          for (const auto& [stdio, verdict] : cell.verdicts) {
            ++all;
            if (verdict == Verdict::pass) ++passed;
          }
        }
      }
      line.push_back({"  " + padded(harness::format("{}/{}", passed, all), block_columns_), Colour::bold});
    }
    return line;
  }

  std::string legend() const {
    std::string stdio;
    for (const StdioMode mode : modes())
      stdio += (stdio.empty() ? "" : ", ") + std::string(to_string(mode));
    std::string text = "f fork, s spawn, fs forkserver; in a cell: " + stdio + ". ";
    for (const Verdict verdict : {Verdict::pass, Verdict::fail, Verdict::timeout, Verdict::broken,
                                  Verdict::known_fail, Verdict::skip})
      text += harness::format(" {} {}", sign_of(verdict, matrix_.style_.unicode), to_string(verdict));
    return text;
  }

  std::vector<StdioMode> modes() const {
    std::map<StdioMode, Verdict> all;
    for (const auto& [scenario, cells] : matrix_.rows_) {
      for (const auto& [column, cell] : cells)
        all.insert(cell.verdicts.begin(), cell.verdicts.end());
    }
    std::vector<StdioMode> modes;
    for (const auto& [mode, verdict] : all)
      modes.push_back(mode);
    return modes;
  }

  const Matrix& matrix_;
  int name_columns_ = 6;
  int block_columns_ = 0;
  int signs_ = 0;
};

void Matrix::finished(const CaseResult& result) {
  const Variant variant = variant_of(result.judged);
  if (std::find(implementations_.begin(), implementations_.end(), variant.implementation) ==
      implementations_.end())
    implementations_.push_back(variant.implementation);
  Cell& cell = rows_[result.judged.scenario->name][{variant.implementation, variant.start_method}];
  const auto [place, is_new] = cell.verdicts.emplace(variant.stdio, result.judgement.verdict);
  if (!is_new && badness(result.judgement.verdict) > badness(place->second))
    place->second = result.judgement.verdict;
}

void Matrix::ended(const Summary&) {
  if (rows_.empty()) return;
  Style wide = style_;
  wide.columns = 0;
  out_ << "\n" << render(MatrixLines(*this).lines(), wide) << std::flush;
}

}  // namespace harness

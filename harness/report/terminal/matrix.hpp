#pragma once

#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "model/listener.hpp"
#include "report/terminal/style.hpp"
#include "report/variants.hpp"

namespace harness {

/// At the end of a run a table of what holds where: a row for each scenario, for each implementation and
/// version a column for each start method, in a cell a sign for each stdio mode. Of several repetitions the
/// worst counts. Its lines are as long as they must be.
class Matrix : public RunListener {
 public:
  Matrix(std::ostream& out, Style style) : out_(out), style_(style) {}

  void finished(const CaseResult& result) override;
  void ended(const Summary& summary) override;

 private:
  struct Cell {
    std::map<StdioMode, Verdict> verdicts;
  };
  struct Column {
    std::string implementation;
    std::optional<StartMethod> method;  // nothing: a scenario that starts no process
    auto operator<=>(const Column&) const = default;
  };

  std::ostream& out_;
  Style style_;
  std::vector<std::string> implementations_;  // in the order in which they are first heard of
  std::map<std::string, std::map<Column, Cell>> rows_;

  friend class MatrixLines;
};

}  // namespace harness

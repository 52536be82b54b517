#include "match/process_findings.hpp"

#include "match/seen_tree.hpp"
#include "match/shown_text.hpp"
#include "model/names.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

bool ending_fits(const ExpectedProcess& expected, const Process& seen) {
  if (seen.fate == Fate::leaked) return true;  // the harness ended it
  return !expected.ending || !seen.end || *expected.ending == *seen.end;
}

// A process that had ended when its creator ended.
bool was_outlived(const Process& seen) {
  return !seen.fate && seen.outlived_creator == false;
}

bool must_outlive(const std::optional<Fate>& fate) {
  return fate == Fate::orphaned || fate == Fate::leaked;
}

bool fate_fits(const ExpectedProcess& expected, const Process& seen) {
  if (expected.fate == Fate::root) return true;
  if (!seen.fate) return !(was_outlived(seen) && must_outlive(expected.fate));
  return expected.fate ? *expected.fate == *seen.fate : *seen.fate != Fate::leaked;
}

bool exec_fits(const ExpectedProcess& expected, const Process& seen) {
  if (!expected.exec || !seen.exec) return true;
  if (!*seen.exec) return false;
  return !seen.argv || program_of(seen) == *expected.exec;
}

std::string ended(const Ending& ending) {
  if (std::holds_alternative<Exited>(ending)) return "ended with " + to_string(ending);
  return "was killed by " + signal_name(std::get<Killed>(ending).signal);
}

// Why a process has the fate that it has.
std::string_view cause(Fate seen) {
  switch (seen) {
    case Fate::root:
      return "it is the program itself";
    case Fate::reaped:
      return "it ended and was waited for while its creator lived";
    case Fate::zombie:
      return "nobody waited for it";
    case Fate::orphaned:
      return "it was still running when its creator ended";
    case Fate::leaked:
      return "it was still running when everything else was over, and was killed";
  }
  return "";
}

std::string became(Fate fate) {
  switch (fate) {
    case Fate::root:
      return "is the program";
    case Fate::reaped:
      return "was reaped";
    case Fate::zombie:
      return "was left a zombie";
    case Fate::orphaned:
      return "was orphaned";
    case Fate::leaked:
      return "was leaked";
  }
  return "";
}

std::string wrong_fate(const Process& seen, Fate expected) {
  const std::string wanted = ", expected " + std::string(to_string(expected)) + ": ";
  if (!seen.fate) return "did not outlive its creator" + wanted + "it had ended when its creator ended";
  return became(*seen.fate) + wanted + std::string(cause(*seen.fate));
}

Difference difference(ReasonCode code, std::string reason, int line) {
  Difference made;
  made.code = code;
  made.reason = std::move(reason);
  made.line = line;
  return made;
}

std::string exec_sentence(const std::string& expected, const Process& seen) {
  if (!*seen.exec) return " ran no program of its own, expected exec " + expected;
  return " executed " + visible(program_of(seen)) + ", expected " + expected;
}

}  // namespace

bool fits_line(const ExpectedProcess& expected, const Process& seen) {
  return ending_fits(expected, seen) && fate_fits(expected, seen) && exec_fits(expected, seen);
}

int likeness(const ExpectedProcess& expected, const Process& seen) {
  return (ending_fits(expected, seen) ? 4 : 0) + (fate_fits(expected, seen) ? 2 : 0) +
         (expected.exec && exec_fits(expected, seen) ? 4 : 0);
}

void find_differences(const std::string& name, const ExpectedProcess& expected, const Process& seen,
                      std::vector<Difference>& differences) {
  if (!ending_fits(expected, seen)) {
    differences.push_back(difference(
        ReasonCode::wrong_tree, name + " " + ended(*seen.end) + ", expected " + to_string(*expected.ending),
        expected.line));
  }
  if (!fate_fits(expected, seen)) {
    if (seen.fate == Fate::leaked) {
      differences.push_back(undeclared_leak(name, expected.line));
    } else {
      differences.push_back(
          difference(ReasonCode::wrong_tree, name + " " + wrong_fate(seen, *expected.fate), expected.line));
    }
  }
  if (!exec_fits(expected, seen)) {
    differences.push_back(
        difference(ReasonCode::wrong_tree, name + exec_sentence(*expected.exec, seen), expected.line));
  }
}

void find_wrong_exit(const std::optional<Ending>& expected, int line, const Process& root,
                     std::vector<Difference>& differences) {
  if (!root.end) {
    differences.push_back(difference(ReasonCode::wrong_exit, "how the program ended was not seen", line));
  } else if (expected && *expected != *root.end) {
    differences.push_back(difference(
        ReasonCode::wrong_exit, "program " + ended(*root.end) + ", expected " + to_string(*expected), line));
  }
}

Difference undeclared_leak(const std::string& name, int line) {
  return difference(ReasonCode::leaked_process, name + " was leaked: " + std::string(cause(Fate::leaked)),
                    line);
}

void note_unseen(const std::string& name, const ExpectedProcess& expected, const Process& seen,
                 std::vector<std::string>& not_checked) {
  if (expected.ending && !seen.end) not_checked.push_back(name + ": how it ended");
  if (expected.fate && expected.fate != Fate::root && !seen.fate)
    not_checked.push_back(name +
                          (was_outlived(seen) ? ": whether it was waited for" : ": what became of it"));
  if (expected.exec && (!seen.exec || (*seen.exec && !seen.argv)))
    not_checked.push_back(name + ": what it executed");
}

void note_close_race(const std::string& name, const Process& seen, std::vector<std::string>& close_races) {
  constexpr double close_ms = 20;
  if (!seen.margin_ms || *seen.margin_ms >= close_ms) return;
  if (seen.fate == Fate::orphaned) {
    close_races.push_back(name + " was orphaned by a margin of " + duration_text(*seen.margin_ms) +
                          ": it outlived its creator by no more");
  } else if (seen.fate == Fate::zombie) {
    close_races.push_back(name + " was left a zombie by a margin of " + duration_text(*seen.margin_ms) +
                          ": its creator outlived it by no more");
  }
}

}  // namespace harness

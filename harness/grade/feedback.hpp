#pragma once

#include <string>

#include "grade/assignment.hpp"
#include "match/golden.hpp"
#include "model/case.hpp"

namespace harness {

/// What happened in a run, in words that a student can act on. Pure; the text is escaped.
/// Up to Feedback::seen nothing of it is taken from what the golden expects but the kind of what is wrong.
std::string feedback_words(const CaseResult& result, const Golden& golden, Feedback most);

/// What shows it: at Feedback::full the difference, invisible characters made visible, then the processes
/// that are expected; from Feedback::seen on what the program wrote and the processes that it made. Empty
/// below, and for a run that passed.
std::string feedback_evidence(const CaseResult& result, const Golden& golden, Feedback most);

/// The same for a command that builds. @param output  of the command, standard error first.
Judgement build_judgement(const Observation& seen, const std::string& program);
std::string build_log(const Observation& seen);

}  // namespace harness

#include "report/process_words.hpp"

#include <algorithm>
#include <string_view>

#include "model/names.hpp"
#include "support/format.hpp"
#include "support/program_name.hpp"

namespace harness {
namespace {

bool is_plain(char c) {
  const bool letter_or_digit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return letter_or_digit || std::string_view("_-./:=+,@%~").find(c) != std::string_view::npos;
}

std::string quoted(const std::string& argument) {
  if (!argument.empty() && std::all_of(argument.begin(), argument.end(), is_plain)) return argument;
  std::string text = "'";
  for (const char c : argument)
    text += c == '\'' ? "'\\''" : std::string(1, c);
  return text + "'";
}

std::string orphaned_words(const Process& process) {
  if (!process.margin_ms) return "orphaned: its creator ended before it";
  return "orphaned: outlived its creator by " + moment(process.margin_ms);
}

}  // namespace

std::string command_line(const std::vector<std::string>& argv) {
  std::string command;
  for (const std::string& argument : argv) {
    if (!command.empty()) command += ' ';
    command += quoted(argument);
  }
  return command;
}

std::string command_of(const Process& process) {
  return process.argv ? command_line(*process.argv) : "?";
}

std::string name_of(const Process& process) {
  if (!process.argv || process.argv->empty()) return "?";
  const std::string& path = process.argv->front();
  const std::string last(program_name(path));
  const std::string& name = last.empty() ? path : last;
  return process.exec == false ? "~" + name : name;
}

std::string helper_words(const Process& process) {
  if (!process.helper) return "";
  return process.helper_guessed ? "looks like a helper" : "helper";
}

std::string ending_of(const Process& process) {
  if (!process.end) return process.still_runs ? "still runs" : "?";
  const Killed* killed = std::get_if<Killed>(&*process.end);
  return to_string(*process.end) + (killed && killed->core_dumped ? ", core dumped" : "");
}

std::string fate_of(const Process& process) {
  if (process.fate == Fate::root) return "";
  return process.fate ? std::string(to_string(*process.fate)) : "?";
}

std::string reaped_in_words(ReapedBy by) {
  switch (by) {
    case ReapedBy::parent:
      return "reaped by its parent";
    case ReapedBy::automatically:
      return "reaped automatically: SIGCHLD is ignored";
    case ReapedBy::adopter:
      return "reaped by its adopter";
  }
  return "";
}

std::string fate_in_words(const Process& process, std::optional<ReapedBy> by) {
  if (process.outlived_creator == false) return "ended before its creator; who waited for it was not seen";
  if (!process.fate) return process.still_runs ? "it runs on, unwatched" : "what became of it was not seen";
  switch (*process.fate) {
    case Fate::root:
      return "the program itself";
    case Fate::reaped:
      return by ? reaped_in_words(*by) : "reaped";
    case Fate::zombie:
      return "zombie: its creator ended without waiting for it";
    case Fate::orphaned:
      return orphaned_words(process);
    case Fate::leaked:
      return "leaked: outlived the run, killed by the harness";
  }
  return "";
}

std::string fate_in_brief(const Process& process, std::optional<ReapedBy> by) {
  if (process.outlived_creator == false) return "ended before its creator";
  if (!process.fate) return process.still_runs ? "" : "not seen";
  switch (*process.fate) {
    case Fate::root:
      return "";
    case Fate::reaped:
      return by == ReapedBy::automatically ? "reaped automatically" : "reaped by its parent";
    case Fate::zombie:
      return "zombie, never waited for";
    case Fate::orphaned:
      return "orphaned" + (process.margin_ms ? " for " + moment(process.margin_ms) : "");
    case Fate::leaked:
      return "leaked, killed";
  }
  return "";
}

std::string moment(const std::optional<double>& ms) {
  if (!ms) return "?";
  return *ms < 10'000 ? harness::format("{:.1f} ms", *ms) : harness::format("{:.2f} s", *ms / 1000);
}

std::string memory(const std::optional<long>& kb) {
  if (!kb) return "";
  if (*kb < 1024) return harness::format("{} kB", *kb);
  const double mb = static_cast<double>(*kb) / 1024;
  return mb < 1024 ? harness::format("{:.1f} MB", mb) : harness::format("{:.1f} GB", mb / 1024);
}

}  // namespace harness

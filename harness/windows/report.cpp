#include "windows/report.hpp"

#include <array>
#include <cstdio>

namespace harness::windows {
namespace {

constexpr DWORD interrupted_status = 0xC000013A;

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (static_cast<unsigned char>(c) >= 0x20) {
      result += c;
      continue;
    }
    std::array<char, 8> escaped{};
    std::snprintf(escaped.data(), escaped.size(), "\\u%04x", static_cast<unsigned>(c));
    result += escaped.data();
  }
  return result + "\"";
}

std::string number(double milliseconds) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f", milliseconds);
  return text.data();
}

std::string end_of(const Process& process) {
  if (!process.status || process.killed) return "null";
  if (*process.status == terminated_status) return quoted("signal SIGTERM");
  if (*process.status == interrupted_status) return quoted("signal SIGINT");
  return quoted("exit " + std::to_string(*process.status));
}

const char* word_of(Fate fate) {
  switch (fate) {
    case Fate::root:
      return "\"root\"";
    case Fate::orphaned:
      return "\"orphaned\"";
    case Fate::leaked:
      return "\"leaked\"";
    case Fate::unknown:
      break;
  }
  return "null";
}

// Where the creator was seen, the end of one that did not outlive it stands before that of the creator.
bool ended_before_its_creator(const Process& process) {
  return process.fate == Fate::unknown && process.parent && process.end_ms;
}

std::string argv_of(const Process& process) {
  if (process.argv.empty()) return "null";
  std::string text = "[";
  for (const std::string& word : process.argv) {
    if (text.size() > 1) text += ',';
    text += quoted(word);
  }
  return text + ']';
}

void write_process(std::ostream& out, const Process& process) {
  out << "{\"id\":" << quoted(process.id)
      << ",\"parent\":" << (process.parent ? quoted(*process.parent) : "null")
      << ",\"argv\":" << argv_of(process) << ",\"exec\":true,\"end\":" << end_of(process)
      << ",\"status\":" << (process.status ? std::to_string(*process.status) : "null")
      << ",\"fate\":" << word_of(process.fate)
      << (ended_before_its_creator(process) ? ",\"outlived_creator\":false" : "")
      << ",\"start_ms\":" << number(process.start_ms)
      << ",\"end_ms\":" << (process.end_ms ? number(*process.end_ms) : "null") << ",\"pid\":" << process.pid
      << ",\"helper\":false}";
}

}  // namespace

void write_report(std::ostream& out, const Observation& seen) {
  out << "{\"format\":1,\"level\":\"job\",\"stopped\":"
      << (seen.timed_out ? "\"time-limit\"" : "\"by-itself\"") << ",\"wall_ms\":" << number(seen.wall_ms)
      << ",\"processes\":[";
  const char* separator = "";
  for (const Process& process : seen.processes) {
    out << separator;
    write_process(out, process);
    separator = ",";
  }
  out << "]}\n";
}

}  // namespace harness::windows

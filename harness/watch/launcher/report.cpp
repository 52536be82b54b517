#include "watch/launcher/report.hpp"

#include <array>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "support/utf8.hpp"
#include "watch/launcher/ending.hpp"

namespace harness::launcher {
namespace {

std::string json_text(std::string_view text) {
  std::string result = "\"";
  for (const char c : with_replacements(text)) {
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
  return json_text(ending_of(*process.status));
}

const char* word_of(Fate fate) {
  switch (fate) {
    case Fate::root:
      return "\"root\"";
    case Fate::orphaned:
      return "\"orphaned\"";
    case Fate::leaked:
      return "\"leaked\"";
    case Fate::reaped:
      return "\"reaped\"";
    case Fate::zombie:
      return "\"zombie\"";
    case Fate::unknown:
      break;
  }
  return "null";
}

const char* word_of(std::optional<bool> fact) {
  if (!fact) return "null";
  return *fact ? "true" : "false";
}

std::string argv_of(const Process& process) {
  if (process.argv.empty()) return "null";
  std::string text = "[";
  for (const std::string& word : process.argv) {
    if (text.size() > 1) text += ',';
    text += json_text(word);
  }
  return text + ']';
}

void write_process(std::ostream& out, const Process& process) {
  out << "{\"id\":" << json_text(process.id)
      << ",\"parent\":" << (process.parent ? json_text(*process.parent) : "null")
      << ",\"argv\":" << argv_of(process) << ",\"exec\":" << word_of(process.exec)
      << ",\"end\":" << end_of(process)
      << ",\"status\":" << (process.status ? std::to_string(*process.status) : "null")
      << ",\"fate\":" << word_of(process.fate)
      << (process.outlived_creator ? std::string(",\"outlived_creator\":") + word_of(process.outlived_creator)
                                   : "")
      << ",\"start_ms\":" << number(process.start_ms)
      << ",\"end_ms\":" << (process.end_ms ? number(*process.end_ms) : "null") << ",\"pid\":" << process.pid
      << ",\"helper\":" << word_of(process.helper)
      << (process.helper_guessed ? ",\"helper_guessed\":true}" : "}");
}

}  // namespace

void write_report(std::ostream& out, const Observation& seen) {
  out << "{\"format\":1,\"level\":\"job\",\"stopped\":"
      << (seen.timed_out ? "\"time-limit\"" : "\"by-itself\"") << ",\"wall_ms\":" << number(seen.wall_ms)
      << (seen.is_complete ? "" : ",\"complete\":false") << ",\"processes\":[";
  const char* separator = "";
  for (const Process& process : seen.processes) {
    out << separator;
    write_process(out, process);
    separator = ",";
  }
  out << "]}\n";
}

}  // namespace harness::launcher

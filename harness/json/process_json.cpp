#include "json/process_json.hpp"

#include "json/reading.hpp"

namespace harness {

Ending ending_from(const Json& object) {
  const std::string name = object.at("end").get<std::string>();
  Ending end = reading::known(parse_ending(name), name);
  if (Killed* killed = std::get_if<Killed>(&end)) killed->core_dumped = object.value("core_dumped", false);
  return end;
}

Process process_of(const Json& object) {
  Process process;
  process.id = object.at("id").get<std::string>();
  process.parent = reading::maybe<std::string>(object, "parent");
  process.pid = reading::maybe<pid_t>(object, "pid");
  if (!object.at("argv").is_null()) process.argv = reading::texts(object, "argv");
  process.exec = reading::maybe<bool>(object, "exec");
  if (!object.at("end").is_null()) process.end = ending_from(object);
  process.fate = reading::maybe_word<Fate>(object, "fate");
  process.outlived_creator = reading::maybe<bool>(object, "outlived_creator");
  process.start_ms = reading::maybe<double>(object, "start_ms");
  process.end_ms = reading::maybe<double>(object, "end_ms");
  process.reaped_ms = reading::maybe<double>(object, "reaped_ms");
  process.cpu_ms = reading::maybe<double>(object, "cpu_ms");
  process.peak_kb = reading::maybe<long>(object, "peak_kb");
  process.margin_ms = reading::maybe<double>(object, "margin_ms");
  process.helper = object.at("helper").get<bool>();
  process.helper_guessed = object.value("helper_guessed", false);
  process.number = reading::maybe<int>(object, "number").value_or(-1);
  return process;
}

}  // namespace harness

#include "record/process_json.hpp"

#include "record/json_fields.hpp"

namespace harness {

Json to_json(const Process& process) {
  Json object{{"id", process.id}, {"parent", or_null(process.parent)}};
  object["argv"] = nullptr;
  if (process.argv) set_texts(object, "argv", *process.argv);
  object["exec"] = or_null(process.exec);
  object["end"] = word_or_null(process.end);
  if (const Killed* killed = process.end ? std::get_if<Killed>(&*process.end) : nullptr) {
    object["core_dumped"] = killed->core_dumped;
  }
  object["fate"] = word_or_null(process.fate);
  if (process.still_runs) object["still_runs"] = true;
  if (process.outlived_creator) object["outlived_creator"] = *process.outlived_creator;
  object["start_ms"] = or_null(process.start_ms);
  object["end_ms"] = or_null(process.end_ms);
  object["reaped_ms"] = or_null(process.reaped_ms);
  object["pid"] = or_null(process.pid);
  object["helper"] = process.helper;
  if (process.helper_guessed) object["helper_guessed"] = true;
  object["cpu_ms"] = or_null(process.cpu_ms);
  object["peak_kb"] = or_null(process.peak_kb);
  object["margin_ms"] = or_null(process.margin_ms);
  object["number"] = process.number >= 0 ? Json(process.number) : Json(nullptr);
  return object;
}

Ending ending_at(const Json& object) {
  const std::string name = object.at("end").get<std::string>();
  Ending end = known(parse_ending(name), name);
  if (Killed* killed = std::get_if<Killed>(&end)) killed->core_dumped = object.value("core_dumped", false);
  return end;
}

Process process_of(const Json& object) {
  Process process;
  process.id = object.at("id").get<std::string>();
  process.parent = maybe_at<std::string>(object, "parent");
  process.pid = maybe_at<pid_t>(object, "pid");
  if (!object.at("argv").is_null()) process.argv = texts_at(object, "argv");
  process.exec = maybe_at<bool>(object, "exec");
  if (!object.at("end").is_null()) process.end = ending_at(object);
  process.fate = maybe_word_at<Fate>(object, "fate");
  process.outlived_creator = maybe_at<bool>(object, "outlived_creator");
  process.start_ms = maybe_at<double>(object, "start_ms");
  process.end_ms = maybe_at<double>(object, "end_ms");
  process.reaped_ms = maybe_at<double>(object, "reaped_ms");
  process.cpu_ms = maybe_at<double>(object, "cpu_ms");
  process.peak_kb = maybe_at<long>(object, "peak_kb");
  process.margin_ms = maybe_at<double>(object, "margin_ms");
  process.still_runs = object.value("still_runs", false);
  process.helper = object.at("helper").get<bool>();
  process.helper_guessed = object.value("helper_guessed", false);
  process.number = maybe_at<int>(object, "number").value_or(-1);
  return process;
}

}  // namespace harness

#include "record/watch_json.hpp"

#include "model/names.hpp"
#include "record/happenings.hpp"
#include "record/json_fields.hpp"
#include "record/output_pieces.hpp"
#include "record/process_json.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

Json id_at(const Observation& seen, std::optional<std::size_t> place) {
  return place ? Json(with_replacements(seen.processes[*place].id)) : Json(nullptr);
}

void add_creation(Json& object, const Process& process) {
  object["parent"] = process.parent ? Json(*process.parent) : Json(nullptr);
  object["pid"] = process.pid ? Json(*process.pid) : Json(nullptr);
}

void add_argv(Json& object, const Event& event) {
  Json list = Json::array();
  for (const std::string& argument : event.argv)
    list.push_back(with_replacements(argument));
  object["argv"] = list;
}

void add_end(Json& object, const Process& process, const Event& event) {
  object["end"] = process.end ? Json(to_string(*process.end)) : Json(nullptr);
  if (event.cpu_us >= 0) object["cpu_ms"] = static_cast<double>(event.cpu_us) / 1000;
  if (event.peak_kb >= 0) object["peak_kb"] = event.peak_kb;
}

void add_output(Json& object, const Observation& seen, const Event& event) {
  object["stream"] = event.stream == Stream::out ? "stdout" : "stderr";
  object["offset"] = event.offset;
  object["length"] = event.length;
  if (const std::optional<std::string> bytes = bytes_of(seen, event)) set_text(object, "text", *bytes);
}

void add_details(Json& object, const Observation& seen, const Happening& told) {
  const Event& event = *told.event;
  const Process* process = told.process ? &seen.processes[*told.process] : nullptr;
  switch (told.kind) {
    case HappeningKind::created:
      if (process) add_creation(object, *process);
      break;
    case HappeningKind::exec:
      add_argv(object, event);
      break;
    case HappeningKind::exited:
      if (process) add_end(object, *process, event);
      break;
    case HappeningKind::reaped:
      object["by"] = std::string(to_string(event.by));
      break;
    case HappeningKind::output:
      add_output(object, seen, event);
      break;
    case HappeningKind::stopped:
      object["signal"] = signal_name(event.signal);
      break;
    case HappeningKind::orphaned:
    case HappeningKind::zombie:
    case HappeningKind::leaked:
    case HappeningKind::continued:
    case HappeningKind::killed:
      break;
  }
}

Json story_as_json(const Observation& seen) {
  Json events = Json::array();
  for (const Happening& told : happenings_of(seen)) {
    Json object{{"seq", events.size() + 1},
                {"t_ms", told.t_ms},
                {"event", std::string(to_string(told.kind))},
                {"id", id_at(seen, told.process)}};
    add_details(object, seen, told);
    events.push_back(std::move(object));
  }
  return events;
}

}  // namespace

Json watch_json(const Observation& seen) {
  Json object{{"format", 1},
              {"level", std::string(to_string(seen.level))},
              {"level_reason",
               seen.level_reason.empty() ? Json(nullptr) : Json(with_replacements(seen.level_reason))},
              {"wall_ms", seen.wall_ms},
              {"stopped", std::string(to_string(seen.stopped))}};
  object["processes"] = Json::array();
  for (const Process& process : seen.processes)
    object["processes"].push_back(to_json(process));
  object["events"] = story_as_json(seen);
  return object;
}

}  // namespace harness

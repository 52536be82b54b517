#include "record/event_json.hpp"

#include <cmath>

#include "record/json_fields.hpp"
#include "record/process_json.hpp"

namespace harness {
namespace {

std::int64_t microseconds(const Json& object, const char* key) {
  return std::llround(object.at(key).get<double>() * 1000);
}

}  // namespace

Json to_json(const Event& event, std::size_t seq) {
  Json object{{"seq", seq},
              {"t_ms", static_cast<double>(event.t_us) / 1000},
              {"event", std::string(to_string(event.kind))},
              {"process", event.process}};
  switch (event.kind) {
    case EventKind::created:
      object["parent"] = event.parent;
      object["pid"] = event.pid;
      break;
    case EventKind::adopted:
      object["pid"] = event.pid;
      break;
    case EventKind::exec:
      set_texts(object, "argv", event.argv);
      break;
    case EventKind::exited:
      object["end"] = event.signal == unknown_ending ? Json(nullptr) : Json(to_string(event.end));
      if (event.cpu_us >= 0) object["cpu_ms"] = static_cast<double>(event.cpu_us) / 1000;
      if (event.peak_kb >= 0) object["peak_kb"] = event.peak_kb;
      break;
    case EventKind::reaped:
      object["by"] = std::string(to_string(event.by));
      break;
    case EventKind::stopped:
      object["signal"] = signal_name(event.signal);
      break;
    case EventKind::output:
      object["stream"] = event.stream == Stream::out ? "stdout" : "stderr";
      object["offset"] = event.offset;
      object["length"] = event.length;
      break;
    case EventKind::continued:
    case EventKind::killed:
      break;
  }
  return object;
}

Event event_of(const Json& object) {
  Event event;
  event.kind = word_at<EventKind>(object, "event");
  event.t_us = microseconds(object, "t_ms");
  event.process = object.at("process").get<int>();
  event.parent = object.value("parent", -1);
  event.pid = object.value("pid", pid_t{0});
  if (event.kind == EventKind::exec) event.argv = texts_at(object, "argv");
  if (event.kind == EventKind::exited && object.at("end").is_null()) {
    event.signal = unknown_ending;
  } else if (event.kind == EventKind::exited) {
    event.end = ending_at(object);
  }
  if (object.contains("cpu_ms")) event.cpu_us = microseconds(object, "cpu_ms");
  event.peak_kb = object.value("peak_kb", -1L);
  if (event.kind == EventKind::reaped) event.by = word_at<ReapedBy>(object, "by");
  if (event.kind == EventKind::stopped) {
    const std::string name = object.at("signal").get<std::string>();
    event.signal = known(signal_number(name), name);
  }
  if (event.kind == EventKind::output) {
    event.stream = object.at("stream") == "stdout" ? Stream::out : Stream::err;
    event.offset = object.at("offset").get<std::uint64_t>();
    event.length = object.at("length").get<std::uint64_t>();
  }
  return event;
}

}  // namespace harness

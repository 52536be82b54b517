#include "wire/orders.hpp"

#include "wire/archive.hpp"

namespace harness {

// As text, since the numbers of signals differ from one system to the next.
template <class Archive>
void transfer(Archive& archive, Ending& ending) {
  std::string text = to_string(ending);
  const Killed* const killed = std::get_if<Killed>(&ending);
  bool core_dumped = killed != nullptr && killed->core_dumped;
  archive(text, core_dumped);
  const std::optional<Ending> parsed = parse_ending(text);
  if (!parsed) throw wire::BadMessage();
  ending = *parsed;
  if (Killed* const with_core = std::get_if<Killed>(&ending)) with_core->core_dumped = core_dumped;
}

template <class Archive>
void transfer(Archive& archive, StartFailure& failure) {
  archive(failure.step, failure.error);
}

// A number whose size differs from one system to the next.
template <class Archive, class Number>
void transfer_number(Archive& archive, Number& number) {
  std::int64_t wide = number;
  archive(wide);
  number = static_cast<Number>(wide);
}

template <class Archive>
void transfer(Archive& archive, Event& e) {
  archive(e.kind, e.t_us, e.process, e.parent, e.argv, e.by, e.signal, e.stream, e.offset, e.length,
          e.doubtful, e.look, e.cpu_us);
  if (e.kind == EventKind::exited) archive(e.end);
  transfer_number(archive, e.pid);
  transfer_number(archive, e.peak_kb);
}

template <class Archive, class Rep, class Period>
void transfer(Archive& archive, std::chrono::duration<Rep, Period>& duration) {
  Rep count = duration.count();
  archive(count);
  duration = std::chrono::duration<Rep, Period>(count);
}

template <class Archive>
void transfer(Archive& archive, RunSettings& s) {
  archive(s.level, s.time_scale);
  transfer(archive, s.time_limit);
  transfer(archive, s.grace);
  archive(s.out_limit, s.err_limit, s.attribute, s.shake);
}

template <class Archive>
void transfer(Archive& archive, Limits& l) {
  transfer(archive, l.wall);
  transfer(archive, l.cpu);
  archive(l.memory_bytes, l.address_bytes, l.processes, l.processes_in_all, l.out_bytes, l.err_bytes,
          l.file_bytes, l.disk_bytes, l.shared_bytes, l.files, l.open_files, l.stack_bytes);
}

template <class Archive>
void transfer(Archive& archive, Survivor& survivor) {
  transfer_number(archive, survivor.pid);
  archive(survivor.number, survivor.name);
}

template <class Archive>
void transfer(Archive& archive, TakenFile& file) {
  archive(file.path, file.executable, file.content);
}

}  // namespace harness

namespace harness::wire {

template <class Archive>
void transfer(Archive& archive, Confinement& c) {
  archive(c.limits, c.system_call_filter, c.copied_in, c.take_out);
}

namespace {

template <class Archive>
void transfer(Archive& archive, SignalReceived& s) {
  archive(s.number, s.reached_program);
}

template <class Archive>
void transfer(Archive& archive, std::vector<Survivor>& survivors) {
  archive(survivors);
}

template <class Archive>
void transfer(Archive& archive, RunOrder& o) {
  archive(o.program, o.argv, o.env, o.stdio, o.level, o.settings, o.stdin_text, o.declared_survivors,
          o.in_place, o.helper_marks, o.confinement);
}

template <class Archive>
void transfer(Archive& archive, RunReport& r) {
  archive(r.level, r.out, r.err, r.start_failure, r.stopped, r.events, r.leaked, r.released, r.helpers,
          r.guessed_helpers, r.reaps, r.is_complete, r.output_holders, r.wall_us, r.cpu_us, r.files,
          r.trouble);
}

template <class Archive>
void transfer(Archive& archive, Greeting& g) {
  archive(g.first_process, g.private_folders, g.trace_refused, g.passive_refused, g.trouble);
}

template <class Message>
std::string encode_as(MessageKind kind, const Message& message) {
  Writer writer;
  writer(kind);
  transfer(writer, const_cast<Message&>(message));
  return writer.bytes();
}

template <class Message>
Message decode_as(MessageKind expected, std::string_view bytes) {
  Reader reader(bytes);
  MessageKind kind{};
  reader(kind);
  if (kind != expected) throw BadMessage();
  Message message;
  transfer(reader, message);
  if (!reader.at_end()) throw BadMessage();
  return message;
}

}  // namespace

std::string encode(const RunOrder& order) {
  return encode_as(MessageKind::run, order);
}
std::string encode(const RunReport& report) {
  return encode_as(MessageKind::report, report);
}
std::string encode(const Greeting& greeting) {
  return encode_as(MessageKind::greeting, greeting);
}
std::string encode_stop() {
  return std::string(1, static_cast<char>(MessageKind::stop));
}

std::string encode(const SignalReceived& signal) {
  return encode_as(MessageKind::signal, signal);
}
std::string encode(const std::vector<Survivor>& survivors) {
  return encode_as(MessageKind::survivors, survivors);
}

MessageKind kind_of(std::string_view message) {
  if (message.empty() ||
      static_cast<std::uint8_t>(message.front()) > static_cast<std::uint8_t>(MessageKind::survivors))
    throw BadMessage();
  return static_cast<MessageKind>(message.front());
}

RunOrder decode_order(std::string_view message) {
  return decode_as<RunOrder>(MessageKind::run, message);
}
RunReport decode_report(std::string_view message) {
  return decode_as<RunReport>(MessageKind::report, message);
}
SignalReceived decode_signal(std::string_view message) {
  return decode_as<SignalReceived>(MessageKind::signal, message);
}
std::vector<Survivor> decode_survivors(std::string_view message) {
  return decode_as<std::vector<Survivor>>(MessageKind::survivors, message);
}
Greeting decode_greeting(std::string_view message) {
  return decode_as<Greeting>(MessageKind::greeting, message);
}

}  // namespace harness::wire

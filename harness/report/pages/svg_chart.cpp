#include "report/pages/svg_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "support/escape.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

constexpr double chart_width = 420;
constexpr double plot_height = 190;
constexpr double left = 56;
constexpr double right_margin = 14;
constexpr double top_margin = 28;
constexpr double legend_row = 18;
constexpr double bar_row = 22;
constexpr double bar_names = 190;
constexpr double bar_values = 62;

/// Maps a value to a place between two pixels.
class Scale {
 public:
  Scale(bool logarithmic, double low, double high, double from, double to)
      : logarithmic_(logarithmic), low_(place(low)), high_(place(high)), from_(from), to_(to) {
    if (high_ <= low_) high_ = low_ + 1;
  }
  double operator()(double value) const {
    return from_ + (place(value) - low_) / (high_ - low_) * (to_ - from_);
  }

 private:
  double place(double value) const { return logarithmic_ ? std::log10(value) : value; }

  bool logarithmic_;
  double low_;
  double high_;
  double from_;
  double to_;
};

struct Extent {
  double low;
  double high;
  bool wide() const { return high / low > 80; }
};

constexpr std::array<double, 3> steps{1, 2, 5};

// The nearest 1, 2 or 5 times a power of ten below and above.
double below(double value) {
  const double power = std::pow(10, std::floor(std::log10(value)));
  double best = power;
  for (const double step : steps) {
    if (step * power <= value * 1.0001) best = step * power;
  }
  return best;
}

double above(double value) {
  const double power = std::pow(10, std::floor(std::log10(value)));
  for (const double step : steps) {
    if (step * power >= value * 0.9999) return step * power;
  }
  return 10 * power;
}

std::vector<double> ticks_along(const ChartAxis& axis, const Extent& range) {
  if (!axis.logarithmic) return {0, 0.25, 0.5, 0.75, 1};
  std::vector<double> values;
  for (double power = std::pow(10, std::floor(std::log10(range.low))); power <= range.high * 1.001;
       power *= 10) {
    for (const double step : steps) {
      const double value = step * power;
      const bool inside = value >= range.low * 0.999 && value <= range.high * 1.001;
      if (inside && (step == 1 || !range.wide())) values.push_back(value);
    }
  }
  return values;
}

Extent range_of(const ChartAxis& axis, const std::vector<ChartSeries>& series,
                double ChartPoint::*coordinate) {
  if (!axis.logarithmic) return {0, 1};
  Extent range{1e300, 0};
  for (const ChartSeries& one : series) {
    for (const ChartPoint& point : one.points) {
      range.low = std::min(range.low, point.*coordinate);
      range.high = std::max(range.high, point.*coordinate);
    }
  }
  if (range.high <= 0) return {1, 10};
  range = {below(range.low), above(range.high)};
  if (range.high <= range.low) range.high = 2 * range.low;
  return range;
}

std::string tick_text(double value) {
  if (value >= 1e6) return harness::format("{:g}M", value / 1e6);
  if (value >= 1e4) return harness::format("{:g}k", value / 1e3);
  return harness::format("{:g}", value);
}

std::string text(double x, double y, const std::string& css, const std::string& content) {
  return harness::format("<text x=\"{:.1f}\" y=\"{:.1f}\" class=\"{}\">{}</text>\n", x, y, css,
                         html(content));
}

std::string line(double x1, double y1, double x2, double y2, const std::string& css) {
  return harness::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" class=\"{}\"/>\n", x1,
                         y1, x2, y2, css);
}

std::string opening(const std::string& title, double width, double height) {
  return harness::format(
             "<svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"{}\" "
             "xmlns=\"http://www.w3.org/2000/svg\">\n",
             width, height, html(title)) +
         text(0, 14, "title", title);
}

std::string grid(const ChartAxis& x, const ChartAxis& y, const Extent& xs, const Extent& ys,
                 const Scale& to_x, const Scale& to_y) {
  std::string svg;
  const double bottom = top_margin + plot_height;
  for (const double value : ticks_along(x, xs)) {
    svg += line(to_x(value), top_margin, to_x(value), bottom, "grid");
    svg += text(to_x(value), bottom + 14, "tick middle", tick_text(value));
  }
  for (const double value : ticks_along(y, ys)) {
    svg += line(left, to_y(value), chart_width - right_margin, to_y(value), "grid");
    svg += text(left - 6, to_y(value) + 4, "tick end", tick_text(value));
  }
  svg += text((left + chart_width) / 2, bottom + 32, "axis middle", x.title);
  svg += harness::format(
      "<text transform=\"translate(12 {:.1f}) rotate(-90)\" class=\"axis middle\">{}</text>\n",
      top_margin + plot_height / 2, html(y.title));
  return svg;
}

std::string curve(const ChartSeries& series, const Scale& to_x, const Scale& to_y) {
  std::string points;
  std::string dots;
  for (const ChartPoint& point : series.points) {
    points += harness::format("{:.1f},{:.1f} ", to_x(point.x), to_y(point.y));
    if (series.dashed) continue;
    dots += harness::format(
        "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"2.6\" class=\"dot s{}\"><title>{}: {:.4g}, "
        "{:.4g}</title></circle>\n",
        to_x(point.x), to_y(point.y), series.colour, html(series.name), point.x, point.y);
  }
  return harness::format("<polyline points=\"{}\" class=\"curve s{}{}\"/>\n", points, series.colour,
                         series.dashed ? " dashed" : "") +
         dots;
}

std::string legend_entry(const ChartSeries& series, double x, double y) {
  return line(x, y - 4, x + 22, y - 4,
              harness::format("curve s{}{}", series.colour, series.dashed ? " dashed" : "")) +
         text(x + 28, y, "tick", series.name);
}

// Two names side by side, where they are short enough.
std::size_t legend_columns(const std::vector<ChartSeries>& series) {
  constexpr std::size_t longest_in_half = 28;
  const bool fit = std::all_of(series.begin(), series.end(),
                               [](const ChartSeries& one) { return one.name.size() <= longest_in_half; });
  return fit ? 2 : 1;
}

}  // namespace

std::string line_chart(const std::string& title, const ChartAxis& x, const ChartAxis& y,
                       const std::vector<ChartSeries>& series) {
  const Extent xs = range_of(x, series, &ChartPoint::x);
  const Extent ys = range_of(y, series, &ChartPoint::y);
  const Scale to_x(x.logarithmic, xs.low, xs.high, left, chart_width - right_margin);
  const Scale to_y(y.logarithmic, ys.low, ys.high, top_margin + plot_height, top_margin);
  const double legend_top = top_margin + plot_height + 52;
  const std::size_t columns = legend_columns(series);
  const std::size_t rows = (series.size() + columns - 1) / columns;
  std::string svg = opening(title, chart_width, legend_top + legend_row * static_cast<double>(rows));
  svg += grid(x, y, xs, ys, to_x, to_y);
  for (const ChartSeries& one : series)
    svg += curve(one, to_x, to_y);
  for (std::size_t i = 0; i < series.size(); ++i) {
    svg += legend_entry(series[i], i % columns == 0 ? 8 : chart_width / 2,
                        legend_top + legend_row * static_cast<double>(i / columns));
  }
  return svg + "</svg>\n";
}

std::string bar_chart(const std::string& title, const std::string& axis, const std::vector<ChartBar>& bars) {
  constexpr double width = 720;
  Extent range{1, 2};
  for (const ChartBar& bar : bars) {
    range.low = std::min(range.low, below(bar.value));
    range.high = std::max(range.high, above(bar.value));
  }
  range.low = std::min(range.low, 0.5);
  const Scale to_x(true, range.low, range.high, bar_names, width - bar_values);
  const double bottom = top_margin + bar_row * static_cast<double>(bars.size());
  std::string svg = opening(title, width, bottom + 38);
  for (const double value : ticks_along({axis, true}, range)) {
    svg += line(to_x(value), top_margin, to_x(value), bottom, "grid");
    svg += text(to_x(value), bottom + 14, "tick middle", tick_text(value));
  }
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const double y = top_margin + bar_row * static_cast<double>(i);
    const double end = to_x(bars[i].value);
    svg += text(bar_names - 8, y + 15, "tick end", bars[i].name);
    svg += harness::format(
        "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" rx=\"2\" class=\"bar s{}\"/>\n",
        bar_names, y + 4, std::max(end - bar_names, 1.0), bar_row - 8, bars[i].colour);
    svg += text(std::max(end, bar_names) + 5, y + 15, "tick", bars[i].text);
  }
  svg += line(to_x(1), top_margin - 4, to_x(1), bottom + 2, "floor");
  svg += text((bar_names + width) / 2, bottom + 32, "axis middle", axis);
  return svg + "</svg>\n";
}

}  // namespace harness

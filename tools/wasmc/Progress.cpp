// Waiting made bearable, and measured.

#include "Progress.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include <sys/resource.h>

using namespace llvm;

namespace wasmc {

ProgressLine::ProgressLine(bool wanted)
    : start(std::chrono::steady_clock::now()),
      enabled(wanted && sys::Process::StandardErrIsDisplayed()) {}

void ProgressLine::update(unsigned done, unsigned total) {
  if (!enabled)
    return;
  std::lock_guard<std::mutex> lock(mutex);
  if (done <= most ||
      std::chrono::steady_clock::now() - start < std::chrono::seconds(2))
    return;
  most = done;
  shown = true;
  errs() << "\rwasmc: compiling " << done << '/' << total;
}

void ProgressLine::clear() {
  if (shown)
    errs() << "\r\033[K";
  shown = false;
}

static double wallSeconds() {
  return std::chrono::duration<double>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

static double cpuSeconds() {
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec +
         (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

TimeReport::TimeReport(bool enabled) : enabled(enabled) {}

void TimeReport::phase(const char *name) {
  if (enabled)
    phases.push_back({name, wallSeconds(), cpuSeconds()});
}

TimeReport::~TimeReport() {
  if (!enabled)
    return;
  phase("total");
  auto row = [](const char *name, const Phase &from, const Phase &to) {
    errs() << format("  %-10s %8.3f  %8.3f\n", name,
                     to.wallStart - from.wallStart,
                     to.cpuStart - from.cpuStart);
  };
  errs() << "wasmc: time report (seconds)\n"
         << "  phase          wall       cpu\n";
  for (size_t i = 0; i + 1 < phases.size(); ++i)
    row(phases[i].name, phases[i], phases[i + 1]);
  row("total", phases.front(), phases.back());
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  errs() << format("  peak memory %.0f MiB\n", usage.ru_maxrss / 1024.0);
}

} // namespace wasmc

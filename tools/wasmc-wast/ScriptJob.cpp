// One script from its file to its verdicts.

#include "ScriptJob.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace wasmc {

static std::string inOneLine(StringRef text) {
  SmallVector<StringRef, 4> lines;
  text.split(lines, '\n');
  return join(
      map_range(lines, [](StringRef line) { return line.trim().str(); }), " ");
}

namespace {
// Prints the lines of one script's failures and counts its commands.
class Report {
public:
  Report(const ScriptJob &job, unsigned mostLines, raw_ostream &os)
      : job(job), mostLines(mostLines), os(os) {}

  void fail(LineColumn position, StringRef why) {
    if (++counts.failed <= mostLines)
      os << job.name << ':' << position.line << ": " << inOneLine(why) << '\n';
  }
  // Something that is no command's fault.
  void failWhole(StringRef why) {
    ++counts.failed;
    os << job.name << ": " << why << '\n';
  }
  void finish() {
    if (counts.failed > mostLines)
      os << job.name << ": and " << counts.failed - mostLines
         << " more failures\n";
  }

  Counts counts;

private:
  const ScriptJob &job;
  unsigned mostLines;
  raw_ostream &os;
};
} // namespace

// Runs the program and completes the verdicts on what it decides.
static void decideCalls(ScriptPlan &plan, const RunSettings &settings,
                        Report &report) {
  Expected<RunResult> result = runScript(plan, settings);
  std::string error = result ? "" : toString(result.takeError());
  bool firstMissing = true;
  for (auto [i, planned] : enumerate(plan.commands)) {
    if (!planned.isCall)
      continue;
    if (!error.empty()) {
      planned.failure = "the script does not compile: " + error;
      error = "see the first one";
      continue;
    }
    auto outcome = result->outcomes.find(i);
    if (outcome != result->outcomes.end()) {
      planned.failure = plan.judge(planned, outcome->second);
    } else {
      planned.failure = firstMissing
                            ? "this command did not end: " + result->failure
                            : "not reached";
      firstMissing = false;
    }
  }
  if (result && firstMissing && !result->failure.empty())
    report.failWhole(result->failure);
}

Counts runJob(const ScriptJob &job, const RunSettings &settings,
              const SkipList &skips, unsigned mostLines, raw_ostream &os) {
  Report report(job, mostLines, os);
  auto buffer = MemoryBuffer::getFile(job.path);
  if (!buffer) {
    report.failWhole("cannot read it: " + buffer.getError().message());
    return report.counts;
  }
  Expected<std::vector<ScriptCommand>> script =
      parseScript((*buffer)->getBuffer());
  if (!script) {
    report.failWhole(toString(script.takeError()));
    return report.counts;
  }
  // Modules that are only validated may declare any table.
  ReaderOptions reader = settings.reader;
  reader.limits.tableEntries = UINT64_MAX;
  ScriptPlan plan(*script, reader, settings.codegen);
  if (plan.needsProgram())
    decideCalls(plan, settings, report);

  std::set<uint32_t> skipped = skips.linesOf(job.name);
  for (const PlannedCommand &planned : plan.commands) {
    LineColumn position = planned.command->position;
    bool isSkipped = skipped.erase(position.line);
    if (isSkipped && planned.failure.empty())
      report.fail(position, "listed as skipped, but passes");
    else if (isSkipped)
      ++report.counts.skipped;
    else if (!planned.failure.empty())
      report.fail(position, planned.failure);
    else
      ++report.counts.passed;
  }
  for (uint32_t line : skipped)
    report.fail({line, 1}, "listed as skipped, but there is no command");
  report.finish();
  return report.counts;
}

} // namespace wasmc

// wasmc-wast: runs test scripts (.wast) as native programs. Each script becomes
// one program of all its modules, which makes the script's calls and reports
// what they did; docs/Testing.md says how to use it.

#include "Codegen/Link.h"
#include "JobPool.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Threading.h"

using namespace llvm;
using namespace wasmc;

static cl::OptionCategory category("wasmc-wast options");
static cl::list<std::string> inputs(cl::Positional, cl::ZeroOrMore,
                                    cl::desc("FILE.wast..."),
                                    cl::cat(category));
static cl::opt<TargetKind>
    target("target", cl::desc("what the programs run on"), cl::cat(category),
           cl::values(clEnumValN(TargetKind::Linux, "linux", "(default)"),
                      clEnumValN(TargetKind::Windows, "windows", "")),
           cl::init(TargetKind::Linux));
static cl::opt<OptLevel>
    level(cl::desc("how much the programs are optimised:"), cl::cat(category),
          cl::values(clEnumValN(OptLevel::O0, "O0", ""),
                     clEnumValN(OptLevel::O1, "O1", ""),
                     clEnumValN(OptLevel::O2, "O2", "(default)"),
                     clEnumValN(OptLevel::O3, "O3", "")),
          cl::init(OptLevel::O2));
static cl::opt<std::string>
    launcher("launcher", cl::cat(category), cl::value_desc("command"),
             cl::desc("starts a program, as 'wine'; words are split"));
static cl::opt<std::string>
    root("root", cl::cat(category), cl::value_desc("folder"),
         cl::desc("the suite: messages and the skip list name files below it"));
static cl::list<std::string>
    disabled("disable", cl::cat(category), cl::value_desc("feature"),
             cl::desc("switch a feature off; all are on"));
static cl::opt<std::string>
    skipFile("skip-file", cl::cat(category), cl::value_desc("file"),
             cl::desc("commands that are expected to fail"));
static cl::opt<unsigned> parallel("j", cl::Prefix, cl::cat(category),
                                  cl::desc("scripts at a time (default: one "
                                           "for each processor)"),
                                  cl::init(0));
static cl::opt<unsigned> timeout("timeout", cl::cat(category),
                                 cl::value_desc("seconds"),
                                 cl::desc("for a program to end"),
                                 cl::init(300));
static cl::opt<unsigned> mostLines("failures", cl::cat(category),
                                   cl::value_desc("number"),
                                   cl::desc("shown of each script at most"),
                                   cl::init(50));
static cl::opt<bool> verbose("v", cl::cat(category),
                             cl::desc("print each script's counts"));
static cl::opt<std::string> keep("save-temps", cl::cat(category),
                                 cl::value_desc("folder"),
                                 cl::desc("leave programs and objects there"));

namespace {

void printCounts(raw_ostream &os, const Counts &counts) {
  os << counts.passed << " passed, " << counts.failed << " failed, "
     << counts.skipped << " skipped\n";
}

[[noreturn]] void die(const Twine &message) {
  errs() << "wasmc-wast: error: " << message << '\n';
  exit(2);
}

SkipList readSkipList() {
  SkipList skips;
  if (skipFile.empty())
    return skips;
  auto buffer = MemoryBuffer::getFile(skipFile);
  if (!buffer)
    die("cannot read '" + skipFile + "': " + buffer.getError().message());
  if (Error error = skips.parse((*buffer)->getBuffer()))
    die(skipFile + ": " + toString(std::move(error)));
  return skips;
}

// The path below the suite's folder, or as it was given.
std::string nameOf(StringRef path) {
  if (!root.empty() && path.consume_front(root))
    path = path.ltrim('/');
  return path.str();
}

std::vector<ScriptJob> listJobs(const SkipList &skips) {
  std::vector<ScriptJob> jobs;
  for (const std::string &path : inputs)
    if (std::string name = nameOf(path); !skips.isLeftOut(name))
      jobs.push_back({path, name});
  return jobs;
}

RunSettings settings() {
  RunSettings settings;
  for (const FeatureInfo &feature : allFeatures())
    if (feature.supported)
      settings.reader.features.set(feature.cliName, true);
  for (const std::string &name : disabled)
    if (!settings.reader.features.set(name, false))
      die("there is no feature '" + name + "'");
  settings.codegen.target = target;
  settings.codegen.opt = level;
  settings.codegen.jobs = 1; // scripts are what runs in parallel
  settings.codegen.entry = "";
  settings.runtimeDir = runtimeDir(target);
  SmallVector<StringRef, 4> words;
  SplitString(launcher, words);
  for (StringRef word : words)
    settings.launcher.push_back(word.str());
  settings.timeout = timeout;
  return settings;
}

Counts runAll(ArrayRef<ScriptJob> jobs, const SkipList &skips,
              const std::string &tempDir) {
  RunSettings common = settings();
  unsigned atOnce =
      parallel ? parallel : hardware_concurrency().compute_thread_count();
  // Running lld resets options.
  bool keepsPrograms = !keep.empty(), printsCounts = verbose;
  unsigned lines = mostLines;
  return runJobs(
      jobs, atOnce, tempDir, outs(),
      [&](const ScriptJob &job, const std::string &dir, raw_ostream &os) {
        RunSettings own = common;
        own.tempDir = dir;
        Counts counts = runJob(job, own, skips, lines, os);
        if (!keepsPrograms)
          sys::fs::remove_directories(dir);
        if (printsCounts) {
          os << job.name << ": ";
          printCounts(os, counts);
        }
        return counts;
      });
}

} // namespace

int main(int argc, char **argv) {
  InitLLVM init(argc, argv);
  cl::HideUnrelatedOptions(category);
  cl::ParseCommandLineOptions(argc, argv,
                              "Runs WebAssembly test scripts natively\n");
  SkipList skips = readSkipList();
  std::vector<ScriptJob> jobs = listJobs(skips);
  SmallString<128> tempDir(keep);
  if (std::error_code code =
          keep.empty() ? sys::fs::createUniqueDirectory("wasmc-wast", tempDir)
                       : sys::fs::create_directories(tempDir))
    die("cannot create a folder for programs: " + code.message());
  Counts counts = runAll(jobs, skips, std::string(tempDir));
  if (keep.empty())
    sys::fs::remove_directories(tempDir);
  if (jobs.size() < inputs.size())
    outs() << inputs.size() - jobs.size() << " scripts left out\n";
  printCounts(outs(), counts);
  return counts.failed ? 1 : 0;
}

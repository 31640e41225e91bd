// The code generator's recipe: plan the module, then emit, optimise and
// assemble its partitions on all cores, each in an LLVMContext of its own.
//
// Which partitions there are, and what each contains, depends on the module
// alone; threads only decide which is compiled when. So do the output bytes.

#include "Compile.h"
#include "ModuleEmitter.h"
#include "ObjectEmitter.h"
#include "Optimize.h"
#include "Target.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/Support/Threading.h"
#include "llvm/Support/thread.h"
#include <atomic>
#include <mutex>
#include <numeric>

using namespace llvm;

namespace wasmc {

// LLVM recurses over the depth of expressions and of the dominator tree.
static constexpr unsigned workerStackBytes = 256 << 20;

namespace {
// One compilation, shared by its worker threads.
class Compilation {
public:
  Compilation(const ModulePlan &plan, const ReaderOptions &reader,
              const CompileRequest &request)
      : plan(plan), reader(reader), request(request) {
    for (size_t i = 0; i < plan.partitions.size(); ++i)
      namesSymbols.push_back("wasmc.names." + std::to_string(i));
  }
  Expected<CompileResult> run();

private:
  // Partition `index`, or the main one when index is the number of them.
  Expected<SmallVector<char, 0>> compile(size_t index);
  Expected<SmallVector<char, 0>> compileWhole();
  void work();
  size_t unitCount() const { return order.size(); }

  const ModulePlan &plan;
  const ReaderOptions &reader;
  const CompileRequest &request;
  std::vector<std::string> namesSymbols;
  std::vector<size_t> order; // largest first, to keep all cores busy
  std::atomic<size_t> next{0};
  std::mutex mutex; // guards what follows
  CompileResult result;
  std::vector<Error> errors;
  unsigned done = 0;
};
} // namespace

static SmallVector<char, 0> finishModule(ModuleEmitter &emitter,
                                         TargetMachine &machine,
                                         const CodegenOptions &options,
                                         OutputKind kind) {
  std::unique_ptr<llvm::Module> module = emitter.take();
  optimize(*module, machine, options);
  return emitOutput(*module, machine, kind);
}

Expected<SmallVector<char, 0>> Compilation::compile(size_t index) {
  LLVMContext context;
  std::unique_ptr<TargetMachine> machine = createTargetMachine(plan.options);
  bool isMain = index == plan.partitions.size();
  std::string name =
      plan.options.moduleName + "." + (isMain ? "main" : std::to_string(index));
  ModuleEmitter emitter(plan, reader, *machine, context, name);
  if (isMain)
    emitter.emitMain(namesSymbols);
  else if (Error error = emitter.emitFunctions(plan.partitions[index].functions,
                                               namesSymbols[index]))
    return error;
  return finishModule(emitter, *machine, plan.options, request.kind);
}

Expected<SmallVector<char, 0>> Compilation::compileWhole() {
  LLVMContext context;
  std::unique_ptr<TargetMachine> machine = createTargetMachine(plan.options);
  ModuleEmitter emitter(plan, reader, *machine, context,
                        plan.options.moduleName);
  for (size_t i = 0; i < plan.partitions.size(); ++i)
    if (Error error = emitter.emitFunctions(plan.partitions[i].functions,
                                            namesSymbols[i]))
      return error;
  emitter.emitMain(namesSymbols);
  return finishModule(emitter, *machine, plan.options, request.kind);
}

void Compilation::work() {
  for (size_t i; (i = next.fetch_add(1)) < unitCount();) {
    size_t index = order[i];
    Expected<SmallVector<char, 0>> output =
        request.singlePartition ? compileWhole() : compile(index);
    std::lock_guard<std::mutex> lock(mutex);
    if (output)
      result.outputs[index] = std::move(*output);
    else
      errors.push_back(output.takeError());
    if (request.progress)
      request.progress(++done, unitCount());
  }
}

Expected<CompileResult> Compilation::run() {
  size_t units = request.singlePartition ? 1 : plan.partitions.size() + 1;
  order.resize(units);
  std::iota(order.begin(), order.end(), 0);
  auto size = [&](size_t index) {
    return index < plan.partitions.size() ? plan.partitions[index].codeBytes
                                          : 0;
  };
  llvm::stable_sort(order,
                    [&](size_t a, size_t b) { return size(a) > size(b); });
  result.outputs.resize(units);

  unsigned jobs = plan.options.jobs;
  if (jobs == 0)
    jobs = hardware_concurrency().compute_thread_count();
  jobs = std::min<size_t>(jobs, units);
  std::vector<llvm::thread> threads;
  for (unsigned i = 0; i < jobs; ++i)
    threads.emplace_back(std::optional<unsigned>(workerStackBytes),
                         [this] { work(); });
  for (llvm::thread &thread : threads)
    thread.join();

  Error error = Error::success();
  for (Error &each : errors)
    error = joinErrors(std::move(error), std::move(each));
  if (error)
    return error;
  for (const Import &import : plan.module.imports)
    result.wasiImports.push_back(import.name.str());
  return std::move(result);
}

static CodegenOptions resolveOptions(CodegenOptions options) {
  // Windows maps a page at 0x7ffe0000 into every process, inside any 8 GiB
  // window that displacements could reach.
  if (options.memoryBase == MemoryBase::Auto)
    options.memoryBase = options.target == TargetKind::Linux
                             ? MemoryBase::Constant
                             : MemoryBase::Load;
  return options;
}

Expected<CompileResult> compileModule(const Module &module,
                                      const ReaderOptions &reader,
                                      const CodegenOptions &options,
                                      const CompileRequest &request) {
  initializeTargets();
  CodegenOptions resolved = resolveOptions(options);
  Expected<ModulePlan> plan =
      planModule(module, resolved, request.singlePartition);
  if (!plan)
    return plan.takeError();
  return Compilation(*plan, reader, request).run();
}

} // namespace wasmc

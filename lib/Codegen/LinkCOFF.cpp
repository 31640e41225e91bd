// PE/COFF: a console program that needs nothing but the system's own DLLs,
// reached through the import libraries in the runtime folder.

#include "LinkFormats.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace wasmc {

// The import libraries there are, sorted: the output may not depend on the
// order in which a file system lists them.
static std::vector<std::string> importLibraries(const std::string &dir) {
  std::vector<std::string> found;
  std::error_code code;
  for (sys::fs::directory_iterator it(dir, code), end; it != end && !code;
       it.increment(code))
    if (sys::path::extension(it->path()) == ".lib")
      found.push_back(it->path());
  llvm::sort(found);
  return found;
}

std::vector<std::string> coffLinkArguments(const LinkRequest &request) {
  std::vector<std::string> args = {
      "lld-link", "/nologo", "/nodefaultlib", "/machine:x64",
      // No time stamp but a hash of the contents.
      "/Brepro", "/opt:ref", "/opt:noicf", "/dynamicbase", "/highentropyva",
      "/nxcompat",
      // Unwind tables go with their functions when those are dropped, which
      // only this mode knows for our flavour of objects; the rest of what it
      // does for MinGW is not wanted.
      "/lldmingw", "/auto-import:no", "/runtime-pseudo-reloc:no",
      "/build-id:no"};
  if (request.shared) {
    args.insert(args.end(), {"/dll", "/noentry"});
    for (const std::string &symbol : request.exports)
      args.push_back("/export:" + symbol);
    args.push_back("/implib:" + request.importLibrary);
  } else {
    args.insert(args.end(), {"/entry:wasmc_start", "/subsystem:console"});
  }
  if (request.threads)
    args.push_back("/threads:" + std::to_string(request.threads));
  args.push_back("/stack:" + std::to_string(request.stackSize));
  args.push_back("/out:" + request.output);
  args.insert(args.end(), request.objects.begin(), request.objects.end());
  args.insert(args.end(), request.hostObjects.begin(),
              request.hostObjects.end());
  SmallString<256> runtime(request.runtimeDir);
  sys::path::append(runtime, "libwasmc_rt.a");
  args.push_back(std::string(runtime));
  for (std::string &library : importLibraries(request.runtimeDir))
    args.push_back(std::move(library));
  return args;
}

} // namespace wasmc

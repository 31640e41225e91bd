// ELF: a static, position-independent program without interpreter; its start
// code relocates itself.

#include "LinkFormats.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace wasmc {

std::vector<std::string> elfLinkArguments(const LinkRequest &request) {
  std::vector<std::string> args = {"ld.lld"};
  if (request.threads)
    args.push_back("--threads=" + std::to_string(request.threads));
  if (request.relocatable) {
    args.push_back("-r");
  } else {
    if (request.shared)
      args.insert(args.end(),
                  {"-shared", "-Bsymbolic", "-soname=" + request.sharedName});
    else
      args.insert(args.end(),
                  {"-static", "-pie", "--no-dynamic-linker", "-e", "_start"});
    for (const char *arg :
         {"--gc-sections", "--icf=none", "--eh-frame-hdr", "--build-id=none",
          "--hash-style=gnu", "-z", "noexecstack",
          // Sections follow each other in the file; the pages where two meet
          // are mapped twice instead of being padded.
          "-z", "noseparate-code", "-z", "relro",
          // Tables of pointers need one bit a relocation, not 24 bytes.
          "--pack-dyn-relocs=relr"})
      args.push_back(arg);
    if (request.stripAll)
      args.push_back("-s");
  }
  args.push_back("-o");
  args.push_back(request.output);
  args.insert(args.end(), request.objects.begin(), request.objects.end());
  args.insert(args.end(), request.hostObjects.begin(),
              request.hostObjects.end());
  if (!request.relocatable) {
    SmallString<256> runtime(request.runtimeDir);
    sys::path::append(runtime, "libwasmc_rt.a");
    args.push_back(std::string(runtime));
  }
  return args;
}

} // namespace wasmc

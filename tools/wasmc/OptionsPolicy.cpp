// The options that decide what the program may use of the system.

#include "OptionParser.h"
#include "abi/socket_address.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;
using namespace llvm::opt;

namespace wasmc {

// HOST[::GUEST]; the guest's name is the host's by default.
PreopenGrant OptionParser::grant(StringRef text, bool readOnly) {
  auto [host, guest] = text.rsplit("::");
  if (host.empty() || (guest.empty() && host.size() != text.size()))
    diags.error("invalid directory '" + text + "': expected HOST[::GUEST]");
  return {host.str(), (guest.empty() ? host : guest).str(), readOnly};
}

// The last --env of a name counts, as in a shell.
void OptionParser::setEnvironment(StringRef key, StringRef value) {
  auto &env = result.codegen.policy.env;
  auto same =
      llvm::find_if(env, [&](auto &entry) { return entry.first == key; });
  if (same == env.end()) {
    env.push_back({key.str(), value.str()});
    return;
  }
  diags.warning("'--env=" + key + "=" + value + "' overrides '--env=" + key +
                "=" + same->second + "'");
  same->second = value.str();
}

void OptionParser::parseWasi() {
  Policy &policy = result.codegen.policy;
  if (const Arg *arg = args.getLastArg(OPT_wasi)) {
    auto mode = StringSwitch<std::optional<WasiMode>>(arg->getValue())
                    .Case("cli", WasiMode::Cli)
                    .Case("native", WasiMode::Native)
                    .Case("none", WasiMode::None)
                    .Default(std::nullopt);
    if (mode)
      result.wasi = *mode;
    else
      badValue(arg, "cli, native or none");
  }
  if (result.wasi == WasiMode::Native) {
    policy.inheritEnv = true;
    policy.dirs.push_back({".", ".", false});
    policy.dirs.push_back({"/", "/", false});
  }
  for (const Arg *arg : args.filtered(OPT_dir, OPT_dir_ro))
    policy.dirs.push_back(
        grant(arg->getValue(), arg->getOption().matches(OPT_dir_ro)));
  for (const Arg *arg : args.filtered(OPT_env)) {
    StringRef text = arg->getValue();
    auto [key, value] = text.split('=');
    if (key.empty())
      badValue(arg, "NAME=VALUE");
    else if (key.size() == text.size())
      policy.inheritEnvList.push_back(key.str());
    else
      setEnvironment(key, value);
  }
  policy.inheritEnv |= args.hasArg(OPT_inherit_env);
  append_range(policy.inheritEnvList, args.getAllArgValues(OPT_inherit_env_eq));
  for (const Arg *arg : args.filtered(OPT_listen)) {
    StringRef text = arg->getValue();
    SocketAddress address;
    if (SocketAddressReader(text.data(), text.size()).read(&address))
      policy.listen.push_back(text.str());
    else
      badValue(arg, "IPV4:PORT or [IPV6]:PORT");
  }
  policy.args = args.getAllArgValues(OPT_arg);
  policy.argv0 = args.getLastArgValue(OPT_argv0);
  policy.lock = args.hasArg(OPT_lock_policy);
  if (result.wasi == WasiMode::None)
    for (const Arg *arg :
         args.filtered(OPT_dir, OPT_dir_ro, OPT_env, OPT_inherit_env,
                       OPT_inherit_env_eq, OPT_listen, OPT_arg, OPT_argv0))
      diags.error("'" + arg->getAsString(args) +
                  "' has no meaning with --wasi=none");
}

} // namespace wasmc

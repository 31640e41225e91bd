// Opens the listening sockets, in the order of the policy and then of
// WASMC_LISTEN. Linked only with sock_accept, the one function that can use
// them.

#include "abi/wasmc_abi.h"
#include "errno_text.h"
#include "policy.h"
#include "runtime.h"
#include "sockets.h"

namespace {

[[noreturn]] void cannotListen(TextView address, WasiErrno error) {
  char text[256], name[64] = {};
  for (size_t i = 0; i != address.size && i != sizeof(name) - 1; ++i)
    name[i] = address.data[i];
  TextWriter message(text, sizeof(text) - 1);
  message.text("cannot listen on '").name(name, sizeof(name));
  message.text("', which this program was given: ").text(errnoText(error));
  text[message.size()] = 0;
  fatal(text);
}

void listenOn(TextView text) {
  SocketAddress address;
  OsHandle handle;
  uint32_t fd;
  FdEntry *entry;
  WasiErrno error = WASI_EINVAL;
  if (SocketAddressReader(text.data, text.size).read(&address))
    error = os_listen(address, &handle);
  if (!error)
    error = fdAllocate(handle, FiletypeSocketStream, RightsListener,
                       RightsConnection, &fd, &entry);
  if (error)
    cannotListen(text, error);
}

} // namespace

WasiErrno findListener(uint32_t fd, FdEntry **entry) {
  return findSocket(fd, RightSockAccept, entry);
}

void openListeners() {
  PolicyRow row;
  for (PolicyReader rows(wasmc_module.policy); rows.next(&row);)
    if (row.kind == WASMC_POLICY_LISTEN)
      listenOn(row.first);
  const char *more = policyVariable("WASMC_LISTEN");
  TextView list = viewOf(more ? more : ""), item;
  while (nextItem(&list, &item))
    listenOn(item);
}

// Resolves paths one component at a time, with the directories passed kept
// open for "..", so that a directory moved meanwhile cannot lead outside.

#include "path_resolve.h"
#include "runtime.h"

ResolvedPath::~ResolvedPath() { releaseAll(); }

void ResolvedPath::releaseAll() {
  while (depth)
    os_close(stack[--depth]);
}

WasiErrno ResolvedPath::prepare(const void *path, uint32_t size) {
  if (size == 0)
    return WASI_ENOENT;
  if (size >= maxPath)
    return WASI_ENAMETOOLONG;
  start = maxPath - size;
  memcpy(work + start, path, size);
  work[maxPath] = 0;
  for (uint32_t i = start; i != maxPath; ++i)
    if (!work[i])
      return WASI_EINVAL;
  return WASI_SUCCESS;
}

WasiErrno ResolvedPath::resolve(OsHandle from, const void *path, uint32_t size,
                                LastLink last) {
  base = from;
  releaseAll();
  links = 0;
  if (WasiErrno error = prepare(path, size))
    return error;
  if (work[start] == '/')
    return WASI_ENOTCAPABLE;
  WasiErrno error = enterParentAtOnce();
  if (error == WASI_SUCCESS && last != LastLink::Keep) {
    char byte;
    size_t length;
    if (os_readlink_at(parent(), name(), &byte, 1, &length) == WASI_SUCCESS) {
      releaseAll();
      prepare(path, size);
      error = WASI_ENOSYS;
    }
  }
  return error == WASI_ENOSYS ? walk(last) : error;
}

// Where the OS can take the whole way to the last name in one call.
WasiErrno ResolvedPath::enterParentAtOnce() {
  uint32_t end = maxPath;
  while (end != start && work[end - 1] == '/')
    --end;
  uint32_t nameStart = end;
  while (nameStart != start && work[nameStart - 1] != '/')
    --nameStart;
  if (nameStart == start) // a single name: the walk has nothing to enter
    return WASI_ENOSYS;
  const char *component = work + nameStart;
  if (component[0] == '.' &&
      (end - nameStart == 1 || (end - nameStart == 2 && component[1] == '.')))
    return WASI_ENOSYS;
  char separator = work[nameStart - 1];
  work[nameStart - 1] = 0;
  WasiErrno error = os_enter_beneath(base, work + start, &stack[0]);
  work[nameStart - 1] = separator;
  if (error)
    return error;
  depth = 1;
  slash = end != maxPath;
  work[end] = 0;
  lastName = component;
  return WASI_SUCCESS;
}

WasiErrno ResolvedPath::leaveDirectory() {
  if (depth == 0)
    return WASI_ENOTCAPABLE;
  os_close(stack[--depth]);
  return WASI_SUCCESS;
}

WasiErrno ResolvedPath::enterDirectory(const char *component) {
  if (depth == maxPathDepth)
    return WASI_ENAMETOOLONG;
  // What was a link may be none any more when it is read (EINVAL).
  WasiErrno error = WASI_EINVAL;
  for (unsigned tries = 0; error == WASI_EINVAL && tries != 8; ++tries) {
    OsHandle next;
    error = os_enter(parent(), component, &next);
    if (error == WASI_SUCCESS)
      stack[depth++] = next;
    if (error != WASI_ELOOP)
      return error;
    error = expandLink(component, false);
  }
  return error == WASI_EINVAL ? WASI_ELOOP : error;
}

// Puts the target of the link `component`, which ends right before
// work[start], in front of the rest. EINVAL: it is no link.
WasiErrno ResolvedPath::expandLink(const char *component, bool isLast) {
  uint32_t room = uint32_t(component - work);
  uint32_t nameEnd = room;
  while (work[nameEnd])
    ++nameEnd;
  // The target is read to the start of `work`; what it needs beyond the name
  // it replaces must be free there.
  size_t length;
  if (room == 0)
    return WASI_ENAMETOOLONG;
  if (WasiErrno error =
          os_readlink_at(parent(), component, work, room, &length))
    return error;
  if (length == room)
    return WASI_ENAMETOOLONG;
  if (length == 0)
    return WASI_ENOENT;
  if (++links > maxPathLinks)
    return WASI_ELOOP;
  if (work[0] == '/')
    return WASI_ENOTCAPABLE;
  if (!isLast || slash)
    work[nameEnd] = '/';
  start = nameEnd - uint32_t(length);
  memmove(work + start, work, length);
  return WASI_SUCCESS;
}

WasiErrno ResolvedPath::walk(LastLink last) {
  lastName = ".";
  for (;;) {
    while (work[start] == '/')
      ++start;
    if (!work[start]) { // ended in a directory
      lastName = ".";
      return WASI_SUCCESS;
    }
    char *component = work + start;
    uint32_t end = start;
    while (work[end] && work[end] != '/')
      ++end;
    uint32_t rest = end;
    while (work[rest] == '/')
      ++rest;
    bool isLast = !work[rest];
    slash = isLast && rest != end;
    work[end] = 0;
    start = isLast ? maxPath : end + 1;
    size_t length = end - uint32_t(component - work);
    WasiErrno error = WASI_SUCCESS;
    if (component[0] == '.' && length == 1) {
      continue;
    } else if (component[0] == '.' && length == 2 && component[1] == '.') {
      error = leaveDirectory();
    } else if (!isLast) {
      error = enterDirectory(component);
    } else {
      lastName = component;
      if (last == LastLink::Keep ||
          (last == LastLink::FollowBeforeSlash && !slash))
        return WASI_SUCCESS;
      error = expandLink(component, true);
      if (error == WASI_EINVAL || error == WASI_ENOENT)
        return WASI_SUCCESS; // no link: the caller finds out what it is
    }
    if (error)
      return error;
  }
}

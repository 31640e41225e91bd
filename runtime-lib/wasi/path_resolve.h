// The sandbox: guest paths become (directory handle, one name) without ever
// leaving the directory they start from. Nothing joins path strings; every
// step is relative to a handle and follows no link on its own.

#ifndef WASMC_WASI_PATH_RESOLVE_H
#define WASMC_WASI_PATH_RESOLVE_H

#include "os.h"

// Longest path, its symbolic links expanded, in bytes.
inline constexpr uint32_t maxPath = 4096;
// Directories below the start that one path can be in at a time.
inline constexpr uint32_t maxPathDepth = 128;
// Symbolic links that one path can go through.
inline constexpr uint32_t maxPathLinks = 40;

// What happens to a symbolic link as the last name of a path. Before a '/' at
// the end POSIX follows it where a file or directory is looked at, and keeps
// it where a name is made or removed.
enum class LastLink { Keep, FollowBeforeSlash, Follow };

class ResolvedPath {
public:
  ResolvedPath() = default;
  ResolvedPath(const ResolvedPath &) = delete;
  ResolvedPath &operator=(const ResolvedPath &) = delete;
  ~ResolvedPath();

  // Takes the `size` bytes at `path`, relative to `base`, up to the last name;
  // which is treated as `last` says. (If another process makes it a link
  // afterwards, the os_*_at functions do not follow it.)
  //
  // ENOENT: empty, or a directory is missing. EINVAL: a zero byte. ENOTCAPABLE:
  // leaves `base`, by "..", as an absolute path or through a link. ELOOP: too
  // many links. ENAMETOOLONG: too long or too deep. ENOTDIR, EACCES, EMFILE:
  // of the OS.
  WasiErrno resolve(OsHandle base, const void *path, uint32_t size,
                    LastLink last);

  // Copies and checks the path only; text() is then the whole of it.
  WasiErrno prepare(const void *path, uint32_t size);
  const char *text() const { return work + start; }

  OsHandle parent() const { return depth ? stack[depth - 1] : base; }
  // The last name: "." if the path names parent() itself.
  const char *name() const { return lastName; }
  // Whether the path ended in '/', so that it must name a directory.
  bool trailingSlash() const { return slash; }
  bool isParent() const { return lastName[0] == '.' && !lastName[1]; }

private:
  WasiErrno walk(LastLink last);
  WasiErrno leaveDirectory();
  WasiErrno enterDirectory(const char *component);
  WasiErrno expandLink(const char *component, bool isLast);
  WasiErrno enterParentAtOnce();
  void releaseAll();

  // What is still to be walked is work[start..maxPath), which ends in a NUL.
  char work[maxPath + 1];
  uint32_t start = maxPath;
  OsHandle base = osNoHandle;
  OsHandle stack[maxPathDepth]; // directories entered below `base`
  uint32_t depth = 0, links = 0;
  const char *lastName = nullptr;
  bool slash = false;
};

#endif

// A half-written program is worse than none: it may even run. So nothing
// appears under its final name before all of it has been written.

#include "Output.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Errno.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/raw_ostream.h"
#include <cerrno>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

using namespace llvm;

namespace wasmc {
namespace {

Error cannot(StringRef what, StringRef path, std::error_code code) {
  return createStringError(code, "cannot " + what + " '" + path +
                                     "': " + code.message());
}

// Closes `fd`, or leaves standard output open for its owner.
Error writeDescriptor(int fd, bool close, StringRef path, StringRef bytes) {
  raw_fd_ostream os(fd, close, /*unbuffered=*/true);
  os << bytes;
  if (close)
    os.close();
  std::error_code code = os.error();
  os.clear_error();
  return code ? cannot("write", path, code) : Error::success();
}

// Everything up to the end of `fd`.
std::error_code readAll(int fd, std::string &bytes) {
  constexpr size_t step = 1 << 20;
  for (size_t size = 0;;) {
    bytes.resize(size + step);
    Expected<size_t> count =
        sys::fs::readNativeFile(fd, {bytes.data() + size, step});
    size += count ? *count : 0;
    if (count && *count)
      continue;
    bytes.resize(size);
    return count ? std::error_code() : errorToErrorCode(count.takeError());
  }
}

// The signal handler's copy of the temporary folder's name.
char tempDirToRemove[4096];

// LLVM has removed the files by now.
void removeTempDirOnSignal() {
  ::rmdir(tempDirToRemove);
  ::_exit(130);
}

} // namespace

void removeTempFiles() {
  sys::RunInterruptHandlers();
  ::rmdir(tempDirToRemove);
}

Error OutputFile::failure(std::error_code code) const {
  return cannot("write", finalPath, code);
}

Error OutputFile::open(bool executable) {
  if (finalPath == "-") {
    way = Way::Stdout;
    return Error::success();
  }
  target = finalPath;
  SmallString<256> real;
  sys::fs::file_status status;
  if (!sys::fs::real_path(finalPath, real)) {
    target = std::string(real);
    if (std::error_code code = sys::fs::status(target, status))
      return failure(code);
    if (sys::fs::is_directory(status))
      return failure(make_error_code(std::errc::is_a_directory));
    if (!sys::fs::is_regular_file(status)) {
      way = Way::InPlace;
      return Error::success();
    }
  }
  SmallString<256> unique;
  unsigned mode = executable ? 0777 : 0666;
  if (std::error_code code =
          sys::fs::createUniqueFile(target + ".tmp-%%%%%%%%", unique, mode))
    return failure(code);
  workPath = std::string(unique);
  sys::RemoveFileOnSignal(workPath);
  isOpen = true;
  return Error::success();
}

Error OutputFile::write(StringRef bytes) {
  if (way == Way::Stdout)
    return writeDescriptor(STDOUT_FILENO, /*close=*/false, "standard output",
                           bytes);
  int fd;
  const std::string &path = way == Way::InPlace ? target : workPath;
  if (std::error_code code = sys::fs::openFileForWrite(path, fd))
    return failure(code);
  return writeDescriptor(fd, /*close=*/true, finalPath, bytes);
}

Error OutputFile::writeBy(const std::string &file,
                          function_ref<Error(const std::string &path)> writer) {
  if (!sys::fs::exists("/dev/fd")) {
    std::string bytes;
    if (Error error = writer(file))
      return error;
    if (Error error = readFile(file, /*limit=*/UINT32_MAX, bytes))
      return error;
    return write(bytes);
  }
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0)
    return failure(std::error_code(errno, std::generic_category()));
  std::string bytes;
  std::error_code readError;
  std::thread reader([&] { readError = readAll(ends[0], bytes); });
  Error error = writer("/dev/fd/" + std::to_string(ends[1]));
  ::close(ends[1]);
  reader.join();
  ::close(ends[0]);
  if (error)
    return error;
  return readError ? failure(readError) : write(bytes);
}

Error OutputFile::commit() {
  if (!isOpen)
    return Error::success();
  if (std::error_code code = sys::fs::rename(workPath, target))
    return failure(code);
  isOpen = false;
  sys::DontRemoveFileOnSignal(workPath);
  return Error::success();
}

OutputFile::~OutputFile() {
  if (!isOpen)
    return;
  sys::fs::remove(workPath);
  sys::DontRemoveFileOnSignal(workPath);
}

Error TempDir::create() {
  SmallString<128> unique;
  if (std::error_code code = sys::fs::createUniqueDirectory("wasmc", unique))
    return cannot("create a temporary folder in",
                  sys::path::parent_path(unique), code);
  dir = std::string(unique);
  if (dir.size() < sizeof(tempDirToRemove)) {
    memcpy(tempDirToRemove, dir.c_str(), dir.size() + 1);
    sys::SetInterruptFunction(removeTempDirOnSignal);
  }
  return Error::success();
}

Error TempDir::keepIn(StringRef path) {
  dir = path.str();
  keep = true;
  if (std::error_code code = sys::fs::create_directories(path))
    return cannot("create the folder", path, code);
  return Error::success();
}

std::string TempDir::file(const Twine &name) const {
  SmallString<128> path(dir);
  sys::path::append(path, name);
  if (!keep)
    sys::RemoveFileOnSignal(path);
  return std::string(path);
}

TempDir::~TempDir() {
  if (dir.empty() || keep)
    return;
  sys::fs::remove_directories(dir);
  sys::SetInterruptFunction(nullptr);
}

Error writeWhole(const std::string &path, StringRef bytes) {
  OutputFile output(path);
  if (Error error = output.open(/*executable=*/false))
    return error;
  if (Error error = output.write(bytes))
    return error;
  return output.commit();
}

Error writeFile(const std::string &path, StringRef bytes) {
  int fd;
  if (std::error_code code = sys::fs::openFileForWrite(path, fd))
    return cannot("write", path, code);
  return writeDescriptor(fd, /*close=*/true, path, bytes);
}

Error readFile(const std::string &path, uint64_t limit, std::string &bytes) {
  sys::fs::file_t file = sys::fs::getStdinHandle();
  if (path != "-") {
    Expected<sys::fs::file_t> opened = sys::fs::openNativeFileForRead(path);
    if (!opened)
      return cannot("read", path, errorToErrorCode(opened.takeError()));
    file = *opened;
  }
  std::error_code code;
  uint64_t size = 0;
  sys::fs::file_status status;
  if (!sys::fs::status(file, status) && sys::fs::is_regular_file(status))
    size = status.getSize();
  bytes.resize(std::min(size, limit) + 1);
  // One more byte than the limit shows that the file is too big.
  for (size = 0; size <= limit;) {
    if (size == bytes.size())
      bytes.resize(std::min(2 * size, limit + 1));
    Expected<size_t> count = sys::fs::readNativeFile(
        file, {bytes.data() + size, bytes.size() - size});
    if (!count) {
      code = errorToErrorCode(count.takeError());
      break;
    }
    if (*count == 0)
      break;
    size += *count;
  }
  bytes.resize(size);
  if (path != "-")
    sys::fs::closeFile(file);
  if (code)
    return cannot("read", path == "-" ? "standard input" : path, code);
  if (size > limit)
    return createStringError("'" + path + "' is larger than " + Twine(limit) +
                             " bytes (-flimit-module-size)");
  return Error::success();
}

} // namespace wasmc

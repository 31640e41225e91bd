// Why symbolic links were never seen on Windows (docs/WASI.md): Wine 8 knows
// neither request that makes one. Once this fails, the tests of links can run
// there, and the misses of testsuite.test are to be crossed out.
// RUN: %run_runtime %s --targets windows

#include "runtime_test.h"
#include "windows/nt.h"

void test() {
  const wchar_t file[] = L"wine-has-no-links.tmp", link[] = L"wine-link.tmp";
  HANDLE handle = CreateFileW(
      file, GENERIC_READ | GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS,
      FILE_FLAG_OPEN_REPARSE_POINT | FILE_FLAG_DELETE_ON_CLOSE, nullptr);
  HOLDS(handle != INVALID_HANDLE_VALUE);

  // A link to "f" as the system makes it, by the request of NT and of Win32.
  alignas(8) char data[sizeof(NtSymbolicLink) + 2] = {};
  auto *head = reinterpret_cast<NtSymbolicLink *>(data);
  head->tag = IO_REPARSE_TAG_SYMLINK;
  head->targetBytes = head->printOffset = head->printBytes = 2;
  head->flags = 1;
  __builtin_memcpy(data + offsetof(NtSymbolicLink, names), u"ff", 4);
  constexpr uint32_t size = offsetof(NtSymbolicLink, names) + 4;
  head->dataBytes = size - offsetof(NtSymbolicLink, targetOffset);
  IO_STATUS_BLOCK status;
  EQUAL(uint32_t(NtFsControlFile(handle, nullptr, nullptr, nullptr, &status,
                                 fsctlSetReparsePoint, data, size, nullptr, 0)),
        statusNotSupported);
  DWORD used;
  EQUAL(DeviceIoControl(handle, fsctlSetReparsePoint, data, size, nullptr, 0,
                        &used, nullptr),
        false);
  EQUAL(GetLastError(), ERROR_NOT_SUPPORTED);

  // This one says that it did, and there is nothing.
  EQUAL(CreateSymbolicLinkW(link, file, 0), true);
  EQUAL(GetFileAttributesW(link), INVALID_FILE_ATTRIBUTES);
  CloseHandle(handle);
}

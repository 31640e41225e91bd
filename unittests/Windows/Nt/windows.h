// Stands for the system's header where the Windows part of the runtime library
// is built for tests on any system: the types, numbers and functions that the
// tested files use. FakeNt.cpp has the functions.

#ifndef WASMC_UNITTESTS_NT_WINDOWS_H
#define WASMC_UNITTESTS_NT_WINDOWS_H

#include <stdint.h>

#define NTAPI
#define TRUE 1
#define FALSE 0

using BOOL = int32_t;
using BOOLEAN = uint8_t;
using DWORD = uint32_t;
using LONG = int32_t;
using NTSTATUS = int32_t;
using SIZE_T = uint64_t;
using ULONG = uint32_t;
using USHORT = uint16_t;
using WCHAR = wchar_t; // 16 bits: this is built with -fshort-wchar
using HANDLE = void *;

union LARGE_INTEGER {
  int64_t QuadPart;
};
struct FILETIME {
  DWORD dwLowDateTime, dwHighDateTime;
};

enum : USHORT { KEY_EVENT = 1 };
struct KEY_EVENT_RECORD {
  BOOL bKeyDown;
  struct {
    WCHAR UnicodeChar;
  } uChar;
};
struct INPUT_RECORD {
  USHORT EventType;
  struct {
    KEY_EVENT_RECORD KeyEvent;
  } Event;
};

inline const HANDLE INVALID_HANDLE_VALUE = reinterpret_cast<HANDLE>(-1);

enum : DWORD {
  DELETE = 0x10000,
  SYNCHRONIZE = 0x100000,
  FILE_READ_DATA = 1,
  FILE_LIST_DIRECTORY = 1,
  FILE_WRITE_DATA = 2,
  FILE_APPEND_DATA = 4,
  FILE_TRAVERSE = 0x20,
  FILE_READ_ATTRIBUTES = 0x80,
  FILE_WRITE_ATTRIBUTES = 0x100,
  FILE_SHARE_READ = 1,
  FILE_SHARE_WRITE = 2,
  FILE_SHARE_DELETE = 4,
  FILE_ATTRIBUTE_DIRECTORY = 0x10,
  FILE_ATTRIBUTE_NORMAL = 0x80,
  FILE_ATTRIBUTE_REPARSE_POINT = 0x400,
  FILE_FLAG_BACKUP_SEMANTICS = 0x2000000,
  IO_REPARSE_TAG_SYMLINK = 0xa000000c,
  IO_REPARSE_TAG_MOUNT_POINT = 0xa0000003,
  OPEN_EXISTING = 3,
  FILE_TYPE_DISK = 1,
  FILE_TYPE_CHAR = 2,
  ERROR_ACCESS_DENIED = 5,
  ERROR_INVALID_HANDLE = 6,
};

inline constexpr DWORD FILE_BEGIN = 0, FILE_CURRENT = 1, FILE_END = 2;

extern "C" {
DWORD GetLastError();
HANDLE CreateFileW(const wchar_t *path, DWORD access, DWORD share,
                   void *security, DWORD disposition, DWORD flags,
                   HANDLE pattern);
DWORD GetFileType(HANDLE file);
BOOL SetFilePointerEx(HANDLE file, LARGE_INTEGER distance,
                      LARGE_INTEGER *position, DWORD method);
BOOL FlushFileBuffers(HANDLE file);
void GetSystemTimePreciseAsFileTime(FILETIME *time);
BOOL WriteConsoleW(HANDLE console, const void *units, DWORD count,
                   DWORD *written, void *reserved);
BOOL ReadConsoleW(HANDLE console, void *units, DWORD room, DWORD *got,
                  void *control);
BOOL GetNumberOfConsoleInputEvents(HANDLE console, DWORD *count);
BOOL PeekConsoleInputW(HANDLE console, INPUT_RECORD *records, DWORD room,
                       DWORD *count);
}

#endif

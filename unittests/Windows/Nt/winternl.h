// Stands for the system's header; see windows.h beside.

#ifndef WASMC_UNITTESTS_NT_WINTERNL_H
#define WASMC_UNITTESTS_NT_WINTERNL_H

#include "windows.h"

struct UNICODE_STRING {
  USHORT Length, MaximumLength; // bytes
  WCHAR *Buffer;
};
struct OBJECT_ATTRIBUTES {
  ULONG Length;
  HANDLE RootDirectory;
  UNICODE_STRING *ObjectName;
  ULONG Attributes;
};
struct IO_STATUS_BLOCK {
  NTSTATUS Status;
  uint64_t Information;
};
using FILE_INFORMATION_CLASS = int;

enum : ULONG {
  OBJ_CASE_INSENSITIVE = 0x40,
  FILE_OPEN = 1,
  FILE_CREATE = 2,
  FILE_OPEN_IF = 3,
  FILE_DIRECTORY_FILE = 1,
  FILE_WRITE_THROUGH = 2,
  FILE_SYNCHRONOUS_IO_NONALERT = 0x20,
  FILE_NON_DIRECTORY_FILE = 0x40,
  FILE_OPEN_REPARSE_POINT = 0x200000,
};

extern "C" {
NTSTATUS NtCreateFile(HANDLE *file, ULONG access, OBJECT_ATTRIBUTES *object,
                      IO_STATUS_BLOCK *status, LARGE_INTEGER *allocated,
                      ULONG attributes, ULONG share, ULONG disposition,
                      ULONG options, void *ea, ULONG eaSize);
NTSTATUS NtQueryInformationFile(HANDLE file, IO_STATUS_BLOCK *status,
                                void *info, ULONG size,
                                FILE_INFORMATION_CLASS informationClass);
NTSTATUS NtSetInformationFile(HANDLE file, IO_STATUS_BLOCK *status, void *info,
                              ULONG size,
                              FILE_INFORMATION_CLASS informationClass);
NTSTATUS NtFsControlFile(HANDLE file, HANDLE event, void *apc, void *apcContext,
                         IO_STATUS_BLOCK *status, ULONG code, void *in,
                         ULONG inSize, void *out, ULONG outSize);
NTSTATUS NtClose(HANDLE handle);
}

#endif

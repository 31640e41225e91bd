// The part of the NT interface that the headers leave out or spread over kits
// that cannot be mixed with windows.h.

#ifndef WASMC_WINDOWS_NT_H
#define WASMC_WINDOWS_NT_H

#include <stdint.h>
#include <windows.h>
#include <winternl.h>

inline constexpr uint32_t statusNoMoreFiles = 0x80000006;
inline constexpr uint32_t statusNoSuchFile = 0xc000000f;
inline constexpr uint32_t statusInvalidInfoClass = 0xc0000003;
inline constexpr uint32_t statusNotImplemented = 0xc0000002;
inline constexpr uint32_t statusInvalidParameter = 0xc000000d;
inline constexpr uint32_t statusNotSupported = 0xc00000bb;
inline constexpr uint32_t statusFileIsADirectory = 0xc00000ba;
inline constexpr uint32_t statusDeletePending = 0xc0000056;

// FILE_INFORMATION_CLASS values.
inline constexpr int ntBasicInformation = 4;
inline constexpr int ntStandardInformation = 5;
inline constexpr int ntRenameInformation = 10;
inline constexpr int ntLinkInformation = 11;
inline constexpr int ntDispositionInformation = 13;
inline constexpr int ntEndOfFileInformation = 20;
inline constexpr int ntAttributeTagInformation = 35;
inline constexpr int ntIdBothDirectoryInformation = 37;
inline constexpr int ntIdInformation = 59;
inline constexpr int ntDispositionInformationEx = 64;
inline constexpr int ntRenameInformationEx = 65;

struct NtBasicInformation { // 0: unchanged
  int64_t created, accessed, modified, changed;
  uint32_t attributes;
};

struct NtStandardInformation {
  int64_t allocated, size;
  uint32_t links;
  uint8_t deletePending, directory;
};

struct NtIdInformation {
  uint64_t volume, file[2];
};

struct NtAttributeTag {
  uint32_t attributes, reparseTag;
};

// For renaming and for linking.
struct NtNameInformation {
  uint32_t flags; // the old classes read its first byte: replace
  HANDLE root;
  uint32_t nameBytes;
  char16_t name[1];
};

struct NtDirectoryEntry { // FILE_ID_BOTH_DIR_INFORMATION
  uint32_t next, index;
  int64_t created, accessed, modified, changed, size, allocated;
  uint32_t attributes, nameBytes, eaSizeOrTag;
  uint8_t shortNameBytes;
  char16_t shortName[12];
  int64_t fileId;
  char16_t name[1];
};

inline constexpr uint32_t fsctlGetReparsePoint = 0x900a8;
inline constexpr uint32_t fsctlSetReparsePoint = 0x900a4;

struct NtSymbolicLink { // REPARSE_DATA_BUFFER of a symbolic link
  uint32_t tag;
  uint16_t dataBytes, reserved;       // dataBytes: what follows `reserved`
  uint16_t targetOffset, targetBytes; // from `names`
  uint16_t printOffset, printBytes;
  uint32_t flags; // 1: relative
  char16_t names[1];
};

extern "C" {
NTSTATUS NTAPI NtQueryDirectoryFile(HANDLE file, HANDLE event, void *apc,
                                    void *apcContext, IO_STATUS_BLOCK *status,
                                    void *buffer, ULONG size,
                                    int informationClass, BOOLEAN single,
                                    UNICODE_STRING *pattern, BOOLEAN restart);
// In units of 100 ns.
NTSTATUS NTAPI NtQueryTimerResolution(ULONG *coarsest, ULONG *finest,
                                      ULONG *current);
NTSTATUS NTAPI NtSetTimerResolution(ULONG wanted, BOOLEAN raise,
                                    ULONG *current);
NTSTATUS NTAPI RtlWaitOnAddress(const void *address, const void *value,
                                SIZE_T size, const LARGE_INTEGER *timeout);
void NTAPI RtlWakeAddressSingle(const void *address);
}

#endif

// The types of WASI preview1 that cross the ABI: flag bits, rights and the
// layouts of the structures in guest memory (wasi_snapshot_preview1.witx).

#ifndef WASMC_WASI_TYPES_H
#define WASMC_WASI_TYPES_H

#include "wasi_errno.h"
#include <stddef.h>
#include <stdint.h>

enum WasiFiletype : uint8_t {
  FiletypeUnknown = 0,
  FiletypeBlockDevice = 1,
  FiletypeCharacterDevice = 2,
  FiletypeDirectory = 3,
  FiletypeRegularFile = 4,
  FiletypeSocketDgram = 5,
  FiletypeSocketStream = 6,
  FiletypeSymbolicLink = 7,
};

enum : uint16_t { // fdflags
  FdflagAppend = 1,
  FdflagDsync = 2,
  FdflagNonblock = 4,
  FdflagRsync = 8,
  FdflagSync = 16,
  FdflagsAll = 31,
};

enum : uint16_t { // oflags
  OflagCreat = 1,
  OflagDirectory = 2,
  OflagExcl = 4,
  OflagTrunc = 8,
  OflagsAll = 15,
};

enum : uint32_t { LookupSymlinkFollow = 1, LookupAll = 1 };

enum : uint16_t { // fstflags
  FstAtim = 1,
  FstAtimNow = 2,
  FstMtim = 4,
  FstMtimNow = 8,
  FstAll = 15,
};

enum : uint16_t { RecvPeek = 1, RecvWaitall = 2, RecvAll = 3 }; // riflags
enum : uint16_t { RecvDataTruncated = 1 };                      // roflags
enum : uint8_t { ShutReceive = 1, ShutSend = 2, ShutAll = 3 };  // sdflags

enum WasiClock : uint32_t {
  ClockRealtime = 0,
  ClockMonotonic = 1,
  ClockProcessCputime = 2,
  ClockThreadCputime = 3,
};

enum : uint32_t { // signals
  SignalHup = 1,
  SignalPipe = 13,
  SignalChld = 16,
  SignalCont = 17,
  SignalStop = 18,
  SignalTtou = 21,
  SignalUrg = 22,
  SignalWinch = 27,
  SignalLast = 30, // sys
};

enum : uint32_t { WhenceSet = 0, WhenceCur = 1, WhenceEnd = 2 };

// Rights bits.
inline constexpr uint64_t RightFdDatasync = 1u << 0;
inline constexpr uint64_t RightFdRead = 1u << 1;
inline constexpr uint64_t RightFdSeek = 1u << 2;
inline constexpr uint64_t RightFdFdstatSetFlags = 1u << 3;
inline constexpr uint64_t RightFdSync = 1u << 4;
inline constexpr uint64_t RightFdTell = 1u << 5;
inline constexpr uint64_t RightFdWrite = 1u << 6;
inline constexpr uint64_t RightFdAdvise = 1u << 7;
inline constexpr uint64_t RightFdAllocate = 1u << 8;
inline constexpr uint64_t RightPathCreateDirectory = 1u << 9;
inline constexpr uint64_t RightPathCreateFile = 1u << 10;
inline constexpr uint64_t RightPathLinkSource = 1u << 11;
inline constexpr uint64_t RightPathLinkTarget = 1u << 12;
inline constexpr uint64_t RightPathOpen = 1u << 13;
inline constexpr uint64_t RightFdReaddir = 1u << 14;
inline constexpr uint64_t RightPathReadlink = 1u << 15;
inline constexpr uint64_t RightPathRenameSource = 1u << 16;
inline constexpr uint64_t RightPathRenameTarget = 1u << 17;
inline constexpr uint64_t RightPathFilestatGet = 1u << 18;
inline constexpr uint64_t RightPathFilestatSetSize = 1u << 19;
inline constexpr uint64_t RightPathFilestatSetTimes = 1u << 20;
inline constexpr uint64_t RightFdFilestatGet = 1u << 21;
inline constexpr uint64_t RightFdFilestatSetSize = 1u << 22;
inline constexpr uint64_t RightFdFilestatSetTimes = 1u << 23;
inline constexpr uint64_t RightPathSymlink = 1u << 24;
inline constexpr uint64_t RightPathRemoveDirectory = 1u << 25;
inline constexpr uint64_t RightPathUnlinkFile = 1u << 26;
inline constexpr uint64_t RightPollFdReadwrite = 1u << 27;
inline constexpr uint64_t RightSockShutdown = 1u << 28;
inline constexpr uint64_t RightSockAccept = 1u << 29;

// What a descriptor of each type can have at most.
inline constexpr uint64_t RightsRegularFile =
    RightFdDatasync | RightFdRead | RightFdSeek | RightFdFdstatSetFlags |
    RightFdSync | RightFdTell | RightFdWrite | RightFdAdvise | RightFdAllocate |
    RightFdFilestatGet | RightFdFilestatSetSize | RightFdFilestatSetTimes |
    RightPollFdReadwrite;
inline constexpr uint64_t RightsDirectory =
    RightFdFdstatSetFlags | RightFdSync | RightFdAdvise |
    RightPathCreateDirectory | RightPathCreateFile | RightPathLinkSource |
    RightPathLinkTarget | RightPathOpen | RightFdReaddir | RightPathReadlink |
    RightPathRenameSource | RightPathRenameTarget | RightPathFilestatGet |
    RightPathFilestatSetSize | RightPathFilestatSetTimes | RightFdFilestatGet |
    RightFdFilestatSetTimes | RightPathSymlink | RightPathRemoveDirectory |
    RightPathUnlinkFile | RightPollFdReadwrite;
inline constexpr uint64_t RightsListener =
    RightFdFdstatSetFlags | RightFdFilestatGet | RightPollFdReadwrite |
    RightSockAccept;
inline constexpr uint64_t RightsConnection =
    RightFdRead | RightFdWrite | RightFdFdstatSetFlags | RightFdFilestatGet |
    RightPollFdReadwrite | RightSockShutdown;
// What can change a file or a directory: what a read-only preopen lacks. A
// link from a read-only directory would give its file a writable name.
inline constexpr uint64_t RightsThatChange =
    RightFdWrite | RightFdAllocate | RightPathCreateDirectory |
    RightPathCreateFile | RightPathLinkSource | RightPathLinkTarget |
    RightPathRenameSource | RightPathRenameTarget | RightPathFilestatSetSize |
    RightPathFilestatSetTimes | RightFdFilestatSetSize |
    RightFdFilestatSetTimes | RightPathSymlink | RightPathRemoveDirectory |
    RightPathUnlinkFile;

struct WasiFdstat {
  uint8_t filetype;
  uint16_t flags;
  uint64_t rightsBase, rightsInheriting;
};
static_assert(sizeof(WasiFdstat) == 24 && offsetof(WasiFdstat, flags) == 2 &&
              offsetof(WasiFdstat, rightsBase) == 8);

struct WasiFilestat {
  uint64_t dev, ino;
  uint8_t filetype;
  uint64_t nlink, size, atim, mtim, ctim;
};
static_assert(sizeof(WasiFilestat) == 64 &&
              offsetof(WasiFilestat, filetype) == 16 &&
              offsetof(WasiFilestat, nlink) == 24);

struct WasiUnstableFilestat { // of the snapshot "wasi_unstable"
  uint64_t dev, ino;
  uint8_t filetype;
  uint32_t nlink;
  uint64_t size, atim, mtim, ctim;
};
static_assert(sizeof(WasiUnstableFilestat) == 56 &&
              offsetof(WasiUnstableFilestat, nlink) == 20);

struct WasiDirent {
  uint64_t next, ino;
  uint32_t namlen;
  uint8_t type;
};
static_assert(sizeof(WasiDirent) == 24 && offsetof(WasiDirent, type) == 20);

struct WasiPrestat {
  uint8_t tag; // 0: a directory
  uint32_t nameLength;
};
static_assert(sizeof(WasiPrestat) == 8);

struct WasiSubscription {
  uint64_t userdata;
  uint8_t tag; // eventtype
  union {
    struct {
      uint32_t id;
      uint64_t timeout, precision;
      uint16_t flags; // 1: absolute
    } clock;
    struct {
      uint32_t fd;
    } io;
  };
};
static_assert(sizeof(WasiSubscription) == 48 &&
              offsetof(WasiSubscription, clock.id) == 16 &&
              offsetof(WasiSubscription, clock.timeout) == 24 &&
              offsetof(WasiSubscription, clock.flags) == 40);

struct WasiUnstableSubscription { // of the snapshot "wasi_unstable"
  uint64_t userdata;
  uint8_t tag;
  union {
    struct {
      uint64_t identifier; // nothing ever used it
      uint32_t id;
      uint64_t timeout, precision;
      uint16_t flags;
    } clock;
    struct {
      uint32_t fd;
    } io;
  };
};
static_assert(sizeof(WasiUnstableSubscription) == 56 &&
              offsetof(WasiUnstableSubscription, clock.id) == 24 &&
              offsetof(WasiUnstableSubscription, clock.timeout) == 32 &&
              offsetof(WasiUnstableSubscription, clock.flags) == 48);

enum : uint8_t { EventClock = 0, EventFdRead = 1, EventFdWrite = 2 };
enum : uint16_t { SubclockAbstime = 1, EventFdHangup = 1 };

struct WasiEvent {
  uint64_t userdata;
  uint16_t error;
  uint8_t type;
  uint64_t nbytes;
  uint16_t flags;
};
static_assert(sizeof(WasiEvent) == 32 && offsetof(WasiEvent, type) == 10 &&
              offsetof(WasiEvent, nbytes) == 16 &&
              offsetof(WasiEvent, flags) == 24);

#endif

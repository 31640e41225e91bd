// What wasm2c leaves to its user: a main() and as much of WASI as the programs
// of the bench call. They have arguments, a clock, random bytes and the
// standard streams; anything else is answered with ENOSYS.
#include "program.h"
#include <stdio.h>
#include <time.h>
#include <unistd.h>

typedef struct Z_wasi_snapshot_preview1_instance_t {
  wasm_rt_memory_t *memory;
  int argc;
  char **argv;
} Host;

enum { Success = 0, BadDescriptor = 8, InvalidSeek = 70, Unsupported = 52 };

#define WASI(name) Z_wasi_snapshot_preview1Z_##name

static void put32(Host *host, u32 at, u32 value) {
  memcpy(host->memory->data + at, &value, sizeof value);
}

static u32 get32(Host *host, u32 at) {
  u32 value;
  memcpy(&value, host->memory->data + at, sizeof value);
  return value;
}

u32 WASI(args_sizes_get)(Host *host, u32 count, u32 size) {
  u32 bytes = 0;
  for (int i = 0; i < host->argc; ++i)
    bytes += strlen(host->argv[i]) + 1;
  put32(host, count, host->argc);
  put32(host, size, bytes);
  return Success;
}

u32 WASI(args_get)(Host *host, u32 pointers, u32 buffer) {
  for (int i = 0; i < host->argc; ++i) {
    u32 size = strlen(host->argv[i]) + 1;
    put32(host, pointers + 4 * i, buffer);
    memcpy(host->memory->data + buffer, host->argv[i], size);
    buffer += size;
  }
  return Success;
}

u32 WASI(environ_sizes_get)(Host *host, u32 count, u32 size) {
  put32(host, count, 0);
  put32(host, size, 0);
  return Success;
}

u32 WASI(environ_get)(Host *host, u32 pointers, u32 buffer) {
  (void)host, (void)pointers, (void)buffer;
  return Success;
}

u32 WASI(clock_time_get)(Host *host, u32 clock, u64 precision, u32 result) {
  struct timespec now;
  (void)precision;
  clock_gettime(clock == 0 ? CLOCK_REALTIME : CLOCK_MONOTONIC, &now);
  u64 value = now.tv_sec * UINT64_C(1000000000) + now.tv_nsec;
  memcpy(host->memory->data + result, &value, sizeof value);
  return Success;
}

u32 WASI(random_get)(Host *host, u32 buffer, u32 size) {
  return getentropy(host->memory->data + buffer, size) ? 29 : Success;
}

u32 WASI(fd_write)(Host *host, u32 fd, u32 vectors, u32 count, u32 result) {
  u32 written = 0;
  if (fd != 1 && fd != 2)
    return BadDescriptor;
  for (u32 i = 0; i < count; ++i) {
    u32 size = get32(host, vectors + 8 * i + 4);
    const u8 *from = host->memory->data + get32(host, vectors + 8 * i);
    if (write(fd, from, size) != (ssize_t)size)
      return 29;
    written += size;
  }
  put32(host, result, written);
  return Success;
}

// The standard streams are terminals for all that a C library wants to know.
u32 WASI(fd_fdstat_get)(Host *host, u32 fd, u32 result) {
  if (fd > 2)
    return BadDescriptor;
  memset(host->memory->data + result, 0, 24);
  host->memory->data[result] = 2;
  memset(host->memory->data + result + 8, 0xff, 16);
  return Success;
}

u32 WASI(fd_seek)(Host *host, u32 fd, u64 offset, u32 whence, u32 result) {
  (void)host, (void)fd, (void)offset, (void)whence, (void)result;
  return InvalidSeek;
}

u32 WASI(fd_close)(Host *host, u32 fd) {
  (void)host;
  return fd <= 2 ? Success : BadDescriptor;
}

u32 WASI(fd_prestat_get)(Host *host, u32 fd, u32 result) {
  (void)host, (void)fd, (void)result;
  return BadDescriptor;
}

void WASI(proc_exit)(Host *host, u32 status) {
  (void)host;
  exit(status);
}

// The rest: a caller's arguments are ignored, as the calling convention allows.
#define UNSUPPORTED(name)                                                      \
  __attribute__((used)) u32 bench_##name(void) __asm__(                        \
      "Z_wasi_snapshot_preview1Z_" #name);                                     \
  u32 bench_##name(void) { return Unsupported; }
UNSUPPORTED(clock_res_get)
UNSUPPORTED(fd_advise)
UNSUPPORTED(fd_allocate)
UNSUPPORTED(fd_datasync)
UNSUPPORTED(fd_fdstat_set_flags)
UNSUPPORTED(fd_filestat_get)
UNSUPPORTED(fd_filestat_set_size)
UNSUPPORTED(fd_filestat_set_times)
UNSUPPORTED(fd_pread)
UNSUPPORTED(fd_prestat_dir_name)
UNSUPPORTED(fd_pwrite)
UNSUPPORTED(fd_read)
UNSUPPORTED(fd_readdir)
UNSUPPORTED(fd_renumber)
UNSUPPORTED(fd_sync)
UNSUPPORTED(fd_tell)
UNSUPPORTED(path_create_directory)
UNSUPPORTED(path_filestat_get)
UNSUPPORTED(path_filestat_set_times)
UNSUPPORTED(path_link)
UNSUPPORTED(path_open)
UNSUPPORTED(path_readlink)
UNSUPPORTED(path_remove_directory)
UNSUPPORTED(path_rename)
UNSUPPORTED(path_symlink)
UNSUPPORTED(path_unlink_file)
UNSUPPORTED(poll_oneoff)
UNSUPPORTED(sched_yield)

int main(int argc, char **argv) {
  static Z_program_instance_t program;
  Host host = {0, argc, argv};
  wasm_rt_init();
  Z_program_init_module();
  Z_program_instantiate(&program, &host);
  host.memory = Z_programZ_memory(&program);
  Z_programZ__start(&program);
  return 0;
}

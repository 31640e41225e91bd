// The reader of call frame information: its instructions one by one, the test
// program's own tables, and damaged tables.

#include "posix/cfi.h"
#include "gtest/gtest.h"
#include <cstring>
#include <link.h>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

namespace {

using Bytes = std::vector<uint8_t>;

void append32(Bytes &bytes, uint32_t value) {
  for (int i = 0; i < 4; ++i)
    bytes.push_back(value >> (8 * i));
}

// .eh_frame_hdr with one entry, a CIE and an FDE for a function of 100 bytes
// that lies 0x1000 bytes above the header.
struct Tables {
  static constexpr uint32_t functionOffset = 0x1000, functionSize = 100;
  static constexpr uint32_t cieOffset = 20, fdeOffset = 44;

  explicit Tables(const Bytes &instructions, const char *augmentation = "zR") {
    append32(bytes, 0x3b031b01);
    append32(bytes, 0); // where .eh_frame is: not needed
    append32(bytes, 1);
    append32(bytes, functionOffset);
    append32(bytes, fdeOffset);
    Bytes cie = {0, 0, 0, 0, 1};
    for (const char *c = augmentation; *c; ++c)
      cie.push_back(*c);
    // code 1, data -8, return address 16, one byte of data: pcrel sdata4;
    // cfa = rsp + 8, return address at cfa - 8
    for (uint8_t byte : {0, 1, 0x78, 16, 1, 0x1b, 0x0c, 7, 8, 0x90, 1})
      cie.push_back(byte);
    while (cie.size() < 20)
      cie.push_back(0);
    appendRecord(cie);
    EXPECT_EQ(fdeOffset, bytes.size());
    Bytes fde;
    append32(fde, fdeOffset + 4 - cieOffset);
    append32(fde, functionOffset - (fdeOffset + 8));
    append32(fde, functionSize);
    fde.push_back(0);
    fde.insert(fde.end(), instructions.begin(), instructions.end());
    appendRecord(fde);
  }

  void appendRecord(const Bytes &record) {
    append32(bytes, record.size());
    bytes.insert(bytes.end(), record.begin(), record.end());
  }

  bool find(uint32_t offset, CfiRow *row) const {
    CfiSection section = {bytes.data(), bytes.data() + bytes.size(),
                          bytes.data()};
    return findCfiRow(section, function() + offset, row);
  }
  uint64_t function() const {
    return reinterpret_cast<uint64_t>(bytes.data()) + functionOffset;
  }

  Bytes bytes;
};

TEST(RuntimeCfi, RowOfTheCieHoldsAtTheStart) {
  Tables tables({});
  CfiRow row;
  ASSERT_TRUE(tables.find(0, &row));
  EXPECT_EQ(tables.function(), row.functionStart);
  EXPECT_EQ(CfiRsp, row.cfaRegister);
  EXPECT_EQ(8, row.cfaOffset);
  EXPECT_EQ(-8, row.saved[CfiReturnAddress]);
  EXPECT_EQ(CfiRow::sameValue, row.saved[CfiRbx]);
  EXPECT_FALSE(row.isOutermost);
}

TEST(RuntimeCfi, NothingIsKnownOutsideTheFunction) {
  Tables tables({});
  CfiRow row;
  EXPECT_TRUE(tables.find(Tables::functionSize - 1, &row));
  EXPECT_FALSE(tables.find(Tables::functionSize, &row));
  EXPECT_FALSE(tables.find(-1, &row));
}

TEST(RuntimeCfi, ARowHoldsFromItsAddressOn) {
  // push %rbp (1 byte), mov %rsp, %rbp (3 bytes)
  Tables tables({0x41, 0x0e, 16, 0x86, 2, 0x43, 0x0d, 6});
  CfiRow row;
  ASSERT_TRUE(tables.find(0, &row));
  EXPECT_EQ(8, row.cfaOffset);
  ASSERT_TRUE(tables.find(1, &row));
  EXPECT_EQ(16, row.cfaOffset);
  EXPECT_EQ(-16, row.saved[CfiRbp]);
  EXPECT_EQ(CfiRsp, row.cfaRegister);
  ASSERT_TRUE(tables.find(4, &row));
  EXPECT_EQ(CfiRbp, row.cfaRegister);
  EXPECT_EQ(16, row.cfaOffset);
}

TEST(RuntimeCfi, StateIsRememberedAndRestored) {
  Tables tables({0x0e, 64, 0x0a, 0x02, 10, 0x0e, 8, 0x02, 10, 0x0b});
  CfiRow row;
  ASSERT_TRUE(tables.find(9, &row));
  EXPECT_EQ(64, row.cfaOffset);
  ASSERT_TRUE(tables.find(10, &row));
  EXPECT_EQ(8, row.cfaOffset);
  ASSERT_TRUE(tables.find(20, &row));
  EXPECT_EQ(64, row.cfaOffset);
}

TEST(RuntimeCfi, RestoredRegisterHasItsInitialRule) {
  Tables tables({0x83, 3, 0x41, 0xc3});
  CfiRow row;
  ASSERT_TRUE(tables.find(0, &row));
  EXPECT_EQ(-24, row.saved[CfiRbx]);
  ASSERT_TRUE(tables.find(1, &row));
  EXPECT_EQ(CfiRow::sameValue, row.saved[CfiRbx]);
}

TEST(RuntimeCfi, UndefinedReturnAddressEndsTheStack) {
  CfiRow row;
  ASSERT_TRUE(Tables({0x07, 16}).find(0, &row));
  EXPECT_TRUE(row.isOutermost);
}

TEST(RuntimeCfi, UnknownInstructionsAreRefused) {
  CfiRow row;
  EXPECT_FALSE(Tables({0x0f, 1, 0}).find(0, &row)); // def_cfa_expression
  EXPECT_FALSE(Tables({0x3f}).find(0, &row));
  EXPECT_FALSE(Tables({0x0b}).find(0, &row));     // nothing to restore
  EXPECT_FALSE(Tables({0x0e}).find(0, &row));     // operand missing
  EXPECT_FALSE(Tables({0x0d, 99}).find(0, &row)); // no such register
  EXPECT_FALSE(Tables({}, "xR").find(0, &row));
}

// This program's tables, to the end of their segment. The header comes first.
CfiSection ownSection() {
  CfiSection section = {};
  dl_iterate_phdr(
      [](dl_phdr_info *info, size_t, void *result) {
        auto *base = reinterpret_cast<const uint8_t *>(info->dlpi_addr);
        auto *out = static_cast<CfiSection *>(result);
        for (int i = 0; i < info->dlpi_phnum; ++i)
          if (info->dlpi_phdr[i].p_type == PT_GNU_EH_FRAME)
            out->header = base + info->dlpi_phdr[i].p_vaddr;
        for (int i = 0; i < info->dlpi_phnum; ++i) {
          const ElfW(Phdr) &segment = info->dlpi_phdr[i];
          const uint8_t *begin = base + segment.p_vaddr;
          if (segment.p_type == PT_LOAD && out->header >= begin &&
              out->header < begin + segment.p_filesz) {
            out->begin = out->header;
            out->end = begin + segment.p_filesz;
          }
        }
        return 1; // the program is the first object
      },
      &section);
  return section;
}

[[gnu::noinline]] uint64_t programCounter() {
  return reinterpret_cast<uint64_t>(__builtin_return_address(0));
}

[[gnu::noinline]] bool findOwnRow(CfiRow *row) {
  return findCfiRow(ownSection(), programCounter(), row);
}

TEST(RuntimeCfi, ReadsWhatTheHostsLinkerWrote) {
  CfiRow row;
  ASSERT_TRUE(findOwnRow(&row));
  EXPECT_EQ(reinterpret_cast<uint64_t>(&findOwnRow), row.functionStart);
  EXPECT_EQ(-8, row.saved[CfiReturnAddress]);
}

// Between two pages that fault. At the start or at the end of its own pages,
// so that reading before or past it faults.
class GuardedCopy {
public:
  GuardedCopy(const CfiSection &from, bool atEnd) {
    size_t page = sysconf(_SC_PAGESIZE), size = from.end - from.begin;
    size_t rounded = (size + page - 1) / page * page;
    mappingSize = rounded + 2 * page;
    mapping = static_cast<uint8_t *>(mmap(nullptr, mappingSize, PROT_NONE,
                                          MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    mprotect(mapping + page, rounded, PROT_READ | PROT_WRITE);
    begin = mapping + page + (atEnd ? rounded - size : 0);
    memcpy(begin, from.begin, size);
    section = {begin, begin + size, begin + (from.header - from.begin)};
  }
  ~GuardedCopy() { munmap(mapping, mappingSize); }

  uint8_t *mapping, *begin;
  size_t mappingSize;
  CfiSection section;
};

TEST(RuntimeCfi, DamagedTablesAreNeverReadOutside) {
  CfiSection own = ownSection();
  uint64_t seed = 1;
  auto random = [&](uint64_t below) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (seed >> 33) % below;
  };
  for (bool atEnd : {false, true}) {
    GuardedCopy copy(own, atEnd);
    size_t size = own.end - own.begin;
    uint64_t known = 0;
    for (int i = 0; i < 40000; ++i) {
      // Single bytes anywhere, now and then in the header.
      size_t at = random(20) ? random(size) : i % 64;
      uint8_t before = copy.begin[at];
      copy.begin[at] = random(4) ? random(256) : 0xff;
      uint64_t pc = programCounter() - reinterpret_cast<uint64_t>(own.begin) +
                    reinterpret_cast<uint64_t>(copy.begin) + random(1 << 16);
      CfiRow row;
      known += findCfiRow(copy.section, pc, &row);
      if (at < 64)
        copy.begin[at] = before;
    }
    EXPECT_GT(known, 0u);
  }
}

} // namespace

"""The real programs of the bench: which package each comes from, and how it is
built. Nothing of them is in the repository but our own main() in drivers/."""

import dataclasses


@dataclasses.dataclass
class Application:
    """Paths are inside the unpacked package; a source may be a glob, and one that
    starts with '-' is left out. `copies` are what configuring would do."""
    name: str
    package: str
    sources: list
    includes: list = dataclasses.field(default_factory=lambda: ["."])
    flags: list = dataclasses.field(default_factory=list)
    copies: dict = dataclasses.field(default_factory=dict)
    wasm_flags: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Debian:
    """The upstream tarball of a Debian source package: where it is below
    pool/main of a mirror, and its SHA-256."""
    path: str
    sha256: str


@dataclasses.dataclass
class Npm:
    name: str
    version: str
    sha256: str  # of the file which npm pack makes


PACKAGES = {
    "zlib": Debian(
        "z/zlib/zlib_1.2.13.dfsg.orig.tar.bz2",
        "71feb7947e3c00ef125f83b79a4e529bde31171e5babe48b391f06758d1ab0a1"),
    "bzip2": Debian(
        "b/bzip2/bzip2_1.0.8.orig.tar.gz",
        "ab5a03176ee106d3f0fa90e381da478ddae405918153cca248e682cd0c4a2269"),
    "lz4": Debian(
        "l/lz4/lz4_1.9.4.orig.tar.gz",
        "0b0e3aa07c8c063ddf40b082bdf7e37a1562bda40a0ff5272957f3e987e0e54b"),
    "zstd": Debian(
        "libz/libzstd/libzstd_1.5.4+dfsg2.orig.tar.xz",
        "8cf4bbb65e77ec348d052c8d6230eba66d435bddf64c8b5be2fcb16880c19953"),
    "lua": Debian(
        "l/lua5.4/lua5.4_5.4.4.orig.tar.gz",
        "164c7849653b80ae67bec4b7473b884bf5cc8d2dca05653475ec2ed27b9ebf61"),
    "sodium": Debian(
        "libs/libsodium/libsodium_1.0.18.orig.tar.gz",
        "d59323c6b712a1519a5daf710b68f5e7fde57040845ffec53850911f10a5d4f4"),
    "zopfli": Debian(
        "z/zopfli/zopfli_1.0.3.orig.tar.gz",
        "e955a7739f71af37ef3349c4fa141c648e8775bceb2195be07e86f8e638814bd"),
    "brotli": Debian(
        "b/brotli/brotli_1.0.9.orig.tar.gz",
        "f9e8d81d0405ba66d181529af42a3354f838c939095ff99930da6aa9cdf6fe46"),
    "expat": Debian(
        "e/expat/expat_2.5.0.orig.tar.gz",
        "ab00ee05c7067fd10a35c5d2a4922ebba746ddd50ff83b79c828da17bbdf1757"),
    "cjson": Debian(
        "c/cjson/cjson_1.7.15.orig.tar.gz",
        "5308fd4bd90cef7aa060558514de6a1a4a0819974a26e6ed13973c5f624c24b2"),
    "duktape": Debian(
        "d/duktape/duktape_2.7.0.orig.tar.xz",
        "90f8d2fa8b5567c6899830ddef2c03f3c27960b11aca222fa17aa7ac613c2890"),
    "mujs": Debian(
        "m/mujs/mujs_1.3.2.orig.tar.xz",
        "4886593fc688b0cdccd31e5ecbe5afe7ad1bee23aa69e667b871afd5dfc640c3"),
    "cmark": Debian(
        "c/cmark/cmark_0.30.2.orig.tar.gz",
        "6c7d2bcaea1433d977d8fed0b55b71c9d045a7cdf616e3cd2dce9007da753db3"),
    "opus": Debian(
        "o/opus/opus_1.3.1.orig.tar.gz",
        "65b58e1e25b2a114157014736a3d9dfeaad8d41be1c8179866f144a2fb44ff9d"),
    "gmp": Debian(
        "g/gmp/gmp_6.2.1+dfsg1.orig.tar.xz",
        "471b9e463e04362a0124f215afc5f0a4b99caedeeb62634c61bbc12988efa64c"),
    "xz": Debian(
        "x/xz-utils/xz-utils_5.4.1.orig.tar.xz",
        "5d9827aa1875b21c288f78864bb26d2650b436ea8d2cad364e4921eb6266a5a5"),
    "pcre2": Debian(
        "p/pcre2/pcre2_10.42.orig.tar.gz",
        "c33b418e3b936ee3153de2c61cc638e7e4fe3156022a5c77d0711bcbb9d64f1f"),
    "webp": Debian(
        "libw/libwebp/libwebp_1.2.4.orig.tar.gz",
        "7bf5a8a28cc69bcfa8cb214f2c3095703c6b73ac5fba4d5480c205331d9494df"),
    "stb": Debian(
        "libs/libstb/libstb_0.0~git20220908.8b5f1f3+ds.orig.tar.xz",
        "6949c8ff9f86d982cff1b384f1301a731cbaf3b3fa4d1728c7b48a02386d31d8"),
    "quickjs": Debian(
        "q/quickjs/quickjs_2025.04.26.orig.tar.xz",
        "ec81da5b3249ed648dbc7df4a1654988910e66a118d9b71cb63534216efcfbbe"),
    "sqlite": Npm("better-sqlite3", "11.10.0", "71e2d66a44dafc35649ff82742cf4908557fc31841108d19703b74b7065c0293"),
}

APPLICATIONS = [
    Application("zlib", "zlib", ["*.c", "-gz*.c"]),
    Application("bzip2", "bzip2",
                ["blocksort.c", "huffman.c", "crctable.c", "randtable.c",
                 "compress.c", "decompress.c", "bzlib.c"],
                flags=["-DBZ_NO_STDIO"]),
    Application("lz4", "lz4", ["lib/lz4.c", "lib/lz4hc.c"], ["lib"]),
    Application("zstd", "zstd",
                ["lib/common/*.c", "lib/compress/*.c", "lib/decompress/*.c"],
                ["lib"], ["-DZSTD_DISABLE_ASM", "-DZSTD_NO_INTRINSICS",
                          "-DXXH_VECTOR=0", "-DZSTD_TRACE=0"]),
    Application("brotli", "brotli", ["c/common/*.c", "c/dec/*.c", "c/enc/*.c"],
                ["c/include"], ["-DBROTLI_BUILD_PORTABLE"]),
    Application("xz", "xz",
                ["src/liblzma/check/check.c", "src/liblzma/check/crc32_table.c",
                 "src/liblzma/check/crc32_fast.c", "src/liblzma/common/*.c",
                 "-src/liblzma/common/*_mt.c",
                 "-src/liblzma/common/hardware_*.c",
                 "-src/liblzma/common/*lzip*.c",
                 "-src/liblzma/common/outqueue.c",
                 "-src/liblzma/common/string_conversion.c",
                 "src/liblzma/lz/*.c", "src/liblzma/lzma/*.c",
                 "-src/liblzma/lzma/*_tablegen.c",
                 "src/liblzma/rangecoder/price_table.c"],
                ["src/common", "src/liblzma/api", "src/liblzma/check",
                 "src/liblzma/common", "src/liblzma/delta", "src/liblzma/lz",
                 "src/liblzma/lzma", "src/liblzma/rangecoder",
                 "src/liblzma/simple"], ["-DHAVE_CONFIG_H"]),
    Application("zopfli", "zopfli",
                ["src/zopfli/*.c", "-src/zopfli/zopfli_bin.c"],
                ["src/zopfli"]),
    Application("lua", "lua",
                ["src/*.c", "-src/lua.c", "-src/luac.c", "-src/linit.c",
                 "-src/loslib.c", "-src/liolib.c", "-src/loadlib.c"], ["src"],
                # Not from the time of day, which differs from run to run.
                ["-Dl_randomizePivot()=12345u", "-Dluai_makeseed(state)=54321u"]),
    Application("duktape", "duktape", ["src/duktape.c"], ["src"]),
    Application("mujs", "mujs", ["one.c"]),
    Application("quickjs", "quickjs",
                ["quickjs.c", "cutils.c", "libregexp.c", "libunicode.c",
                 "dtoa.c"], flags=["-D_GNU_SOURCE", '-DCONFIG_VERSION="bench"'],
                # WASI has no threads; the author's builds for WebAssembly do
                # without them by this name, and without computed jumps.
                wasm_flags=["-DEMSCRIPTEN"]),
    Application("sqlite", "sqlite", ["deps/sqlite3/sqlite3.c"],
                ["deps/sqlite3"],
                ["-DSQLITE_OS_OTHER=1", "-DSQLITE_THREADSAFE=0",
                 "-DSQLITE_OMIT_LOAD_EXTENSION", "-DSQLITE_TEMP_STORE=3",
                 "-DSQLITE_OMIT_WAL", "-DSQLITE_OMIT_LOCALTIME",
                 "-DSQLITE_OMIT_SHARED_CACHE"]),
    Application("sodium", "sodium",
                ["src/libsodium/*/*.c", "src/libsodium/*/*/*.c",
                 "src/libsodium/*/*/*/*.c", "src/libsodium/*/*/*/*/*.c"],
                ["src/libsodium/include", "src/libsodium/include/sodium"],
                ["-DSODIUM_STATIC", "-DHAVE_TI_MODE", "-DNATIVE_LITTLE_ENDIAN",
                 "-DDEV_MODE", "-DCONFIGURED=1"]),
    Application("minigmp", "gmp", ["mini-gmp/mini-gmp.c"], ["mini-gmp"],
                # A limb is a long by default: half as wide in WebAssembly.
                ["-DMINI_GMP_LIMB_TYPE=long long"]),
    Application("expat", "expat",
                ["expat/lib/xmlparse.c", "expat/lib/xmlrole.c",
                 "expat/lib/xmltok.c"], ["expat/lib"],
                wasm_flags=["-D_WASI_EMULATED_GETPID",
                            "-lwasi-emulated-getpid"]),
    Application("cjson", "cjson", ["cJSON.c"]),
    Application("cmark", "cmark", ["src/*.c", "-src/main.c"], ["src"]),
    Application("pcre2", "pcre2",
                ["src/pcre2_*.c", "-src/*_test.c", "-src/pcre2_dftables.c",
                 "-src/pcre2_fuzzsupport.c", "-src/pcre2_jit_match.c",
                 "-src/pcre2_jit_misc.c", "-src/pcre2_printint.c",
                 "-src/pcre2_ucptables.c"],
                ["src"], ["-DHAVE_CONFIG_H", "-DPCRE2_CODE_UNIT_WIDTH=8"],
                {"src/pcre2.h.generic": "src/pcre2.h",
                 "src/pcre2_chartables.c.dist": "src/pcre2_chartables.c"}),
    Application("webp", "webp",
                ["src/dec/*.c", "src/dsp/*.c", "-src/dsp/*_mips*.c",
                 "-src/dsp/*_msa.c", "-src/dsp/*_neon.c", "-src/dsp/*_sse*.c",
                 "src/enc/*.c", "src/utils/*.c", "sharpyuv/*.c",
                 "-sharpyuv/*_sse2.c", "-sharpyuv/*_neon.c"],
                [".", "src"], ["-DHAVE_CONFIG_H"]),
    Application("stb", "stb", []),
    Application("opus", "opus",
                ["src/opus*.c", "src/repacketizer.c", "src/analysis.c",
                 "src/mlp*.c", "-src/opus_demo.c", "-src/opus_compare.c",
                 "-src/*multistream*.c", "-src/*projection*.c", "celt/*.c",
                 "-celt/opus_custom_demo.c", "silk/*.c", "silk/fixed/*.c"],
                ["include", "celt", "silk", "silk/fixed"],
                ["-DHAVE_CONFIG_H"],
                # It rounds by whether registers have 64 bits, which this says.
                wasm_flags=["-D__LP64__"]),
]

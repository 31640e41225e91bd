# Makes `wasmc run` the emulator of a project that is compiled to WebAssembly,
# so that ctest runs its tests as native programs:
#
#   cmake -C <prefix>/lib/cmake/Wasmc/WasmcEmulator.cmake
#         --toolchain <the toolchain file of wasi-sdk> ...
#
# or include() it in a toolchain file. WASMC_RUN_OPTIONS, a list, is what the
# programs may use and how they are compiled, for example --dir=.;-O1
get_filename_component(_wasmc_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.."
                       ABSOLUTE)
set(CMAKE_CROSSCOMPILING_EMULATOR
    "${_wasmc_prefix}/bin/wasmc;run;${WASMC_RUN_OPTIONS};--"
    CACHE STRING "What runs WebAssembly programs")
unset(_wasmc_prefix)

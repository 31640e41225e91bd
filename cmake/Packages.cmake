# The packages that `cpack` makes: one for Debian 12, which depends on Debian's
# LLVM, and an archive with the same tree, which runs wherever that is.
set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_CONTACT "The wasmc developers")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
    "Compiles WebAssembly modules to native programs for Linux and Windows")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# No rule for what one package says twice: the archive has a folder of its own.
set(CPACK_ARCHIVE_FILE_NAME wasmc-${PROJECT_VERSION}-linux-x86_64)
set(CPACK_PACKAGE_FILE_NAME wasmc-${PROJECT_VERSION}-linux-x86_64)
include(CPack)

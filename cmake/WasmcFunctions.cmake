# wasmc_add_executable(<name> MODULE <file.wasm>
#                      [TARGET <triple>]    default: what the project is for
#                      [OPT <level>]        O0, O1, O2 (default), O3, Os, Oz
#                      [DIRS <host[::guest]>...] [ENV <k=v>...]
#                      [OPTIONS <flag>...])
#
# Adds a target wasmc-<name>, part of ALL, that makes the program <name>
# (<name>.exe for Windows) in the current binary directory; its path is the
# target's property WASMC_OUTPUT. (A target called like its file would be two
# rules for one name to Ninja.)
function(wasmc_add_executable name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "MODULE;TARGET;OPT"
                        "DIRS;ENV;OPTIONS")
  if(NOT arg_MODULE)
    message(FATAL_ERROR "wasmc_add_executable(${name}): MODULE is missing")
  endif()
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "wasmc_add_executable(${name}): unknown arguments: "
                        "${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT arg_TARGET)
    set(arg_TARGET linux)
    if(WIN32)
      set(arg_TARGET windows)
    endif()
  endif()
  if(NOT arg_OPT)
    set(arg_OPT O2)
  endif()
  get_filename_component(module "${arg_MODULE}" ABSOLUTE)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${name}")
  if(arg_TARGET MATCHES "windows|mingw")
    string(APPEND output ".exe")
  endif()
  list(TRANSFORM arg_DIRS PREPEND "--dir=")
  list(TRANSFORM arg_ENV PREPEND "--env=")
  add_custom_command(OUTPUT "${output}"
    COMMAND wasmc::wasmc "${module}" -o "${output}" "--target=${arg_TARGET}"
            "-${arg_OPT}" ${arg_DIRS} ${arg_ENV} ${arg_OPTIONS}
    DEPENDS "${module}" wasmc::wasmc
    COMMENT "Compiling ${name} with wasmc"
    VERBATIM)
  add_custom_target(wasmc-${name} ALL DEPENDS "${output}")
  set_target_properties(wasmc-${name} PROPERTIES WASMC_OUTPUT "${output}")
endfunction()

# What find_package(Wasmc) offers to a project. docs/Integration.md shows the
# use of each function.
#
# A <module> is a file, relative to the current source folder, a target whose
# file is a module, or a generator expression. <options> are
#   [TARGET_TRIPLE <triple>]  default: what the project is compiled for
#   [OPT <level>]             O0, O1, O2, O3, Os or Oz; default: by the
#                             configuration: O0 for Debug, Os for MinSizeRel, O2
#   [DIRS <host[::guest]>...] [ENV <k=v>...]  what the program may use
#   [OPTIONS <flag>...]       any other flags of wasmc
#   [DEPENDS <file or target>...]  what must be built before, beside the modules
#
# wasmc_add_executable(<name> MODULE <module>... <options>)
#   The program <name>, as an imported target, for add_test(), custom commands
#   and $<TARGET_FILE:<name>>. The target wasmc-<name>, part of ALL, builds it.
#   (Ninja would see a target called like its file as two rules for one name.)
#
#   LINK_LIBRARIES <file or target>... are objects and static libraries with
#   functions of the host, which provide what the modules import.
#
# wasmc_add_library(<name> STATIC|SHARED|OBJECT MODULE <module>...
#                   [NAMESPACE <name>] [HEADER_DIR <folder>] <options>)
#   The library <name> for C and C++, as an imported target to link with. Its
#   header <namespace>.h is in HEADER_DIR, by default the current binary folder,
#   which the users of the target include from. NAMESPACE is by default <name>
#   as a C identifier. LINK_LIBRARIES goes into a SHARED library.
#
# wasmc_compile(OUT_VAR <variable> MODULES <module>... [EMIT <kind>] <options>)
#   Compiles each module by itself to what --emit=<kind> writes, by default an
#   object. <variable> gets the paths of the files.

include_guard(GLOBAL)

# Not a function of its own: the arguments would be split again.
macro(_wasmc_parse where first single multi)
  cmake_parse_arguments(PARSE_ARGV ${first} arg "" "TARGET_TRIPLE;TARGET;OPT;${single}"
                        "DIRS;ENV;OPTIONS;DEPENDS;${multi}")
  _wasmc_check("${where}" "${arg_UNPARSED_ARGUMENTS}"
               "${arg_KEYWORDS_MISSING_VALUES}" "${arg_OPTIONS}")
  if(NOT arg_TARGET_TRIPLE)
    set(arg_TARGET_TRIPLE "${arg_TARGET}") # its first name
  endif()
  if(NOT arg_TARGET_TRIPLE AND WIN32)
    set(arg_TARGET_TRIPLE windows)
  elseif(NOT arg_TARGET_TRIPLE)
    set(arg_TARGET_TRIPLE linux)
  endif()
  set(is_windows OFF)
  if(arg_TARGET_TRIPLE MATCHES "windows|mingw|win32")
    set(is_windows ON)
  endif()
  _wasmc_flags("${where}" flags)
endmacro()

function(_wasmc_check where unparsed incomplete options)
  if(unparsed)
    message(FATAL_ERROR "${where}: unknown arguments: ${unparsed}")
  endif()
  if(incomplete)
    message(FATAL_ERROR "${where}: no value after ${incomplete}")
  endif()
  foreach(option IN LISTS options)
    if(NOT option MATCHES "^(-|@|\\$<)")
      message(FATAL_ERROR "${where}: '${option}' in OPTIONS is no option")
    endif()
  endforeach()
endfunction()

# The flags, but for the modules and the output. wasmc itself says at once what
# it does not understand, unless generators have yet to complete them.
function(_wasmc_flags where out)
  set(flags "--target=${arg_TARGET_TRIPLE}")
  if(arg_OPT)
    list(APPEND flags "-${arg_OPT}")
  endif()
  list(TRANSFORM arg_DIRS PREPEND "--dir=")
  list(TRANSFORM arg_ENV PREPEND "--env=")
  list(APPEND flags ${arg_DIRS} ${arg_ENV} ${arg_OPTIONS})
  string(FIND "${flags}" "$<" generated)
  get_target_property(wasmc wasmc::wasmc IMPORTED_LOCATION)
  if(generated EQUAL -1 AND wasmc AND EXISTS "${wasmc}")
    execute_process(COMMAND "${wasmc}" ${flags} --version
                    WORKING_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}"
                    RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE text)
    if(NOT status EQUAL 0)
      message(FATAL_ERROR "${where}: ${text}")
    endif()
  endif()
  if(NOT arg_OPT)
    list(PREPEND flags
      "$<IF:$<CONFIG:Debug>,-O0,$<IF:$<CONFIG:MinSizeRel>,-Os,-O2>>")
  endif()
  set(${out} "${flags}" PARENT_SCOPE)
endfunction()

# Paths of modules, and what they depend on.
function(_wasmc_modules modules out_paths)
  set(paths)
  foreach(module IN LISTS modules)
    if(TARGET "${module}")
      list(APPEND paths "$<TARGET_FILE:${module}>")
    elseif(module MATCHES "\\$<")
      list(APPEND paths "${module}")
    else()
      get_filename_component(path "${module}" ABSOLUTE)
      list(APPEND paths "${path}")
    endif()
  endforeach()
  set(${out_paths} "${paths}" PARENT_SCOPE)
endfunction()

# Functions of the host as files.
function(_wasmc_host_files libraries out)
  set(paths)
  foreach(library IN LISTS libraries)
    set(type)
    if(TARGET "${library}")
      get_target_property(type "${library}" TYPE)
    endif()
    if(type STREQUAL "OBJECT_LIBRARY")
      list(APPEND paths "$<TARGET_OBJECTS:${library}>")
    else()
      _wasmc_modules("${library}" path)
      list(APPEND paths "${path}")
    endif()
  endforeach()
  set(${out} "${paths}" PARENT_SCOPE)
endfunction()

# One run of wasmc. Its arguments are in the caller's variables; what it writes
# besides `output` follows the other arguments.
function(_wasmc_command output paths)
  cmake_policy(PUSH)
  cmake_policy(SET CMP0116 NEW) # depfiles have paths of the build folder
  add_custom_command(OUTPUT "${output}" "${output}.d" ${ARGN}
    COMMAND wasmc::wasmc ${paths} -o "${output}" ${flags} -MD -MF "${output}.d"
    DEPENDS ${paths} ${arg_DEPENDS} wasmc::wasmc
    DEPFILE "${output}.d"
    COMMENT "Compiling ${name} with wasmc"
    VERBATIM COMMAND_EXPAND_LISTS)
  cmake_policy(POP)
endfunction()

# Where outputs are: a folder for each configuration if there are several.
function(_wasmc_output_dir out)
  set(dir "${CMAKE_CURRENT_BINARY_DIR}")
  get_property(is_multi GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
  if(is_multi)
    string(APPEND dir "/$<CONFIG>")
  endif()
  set(${out} "${dir}" PARENT_SCOPE)
endfunction()

# A property with the path of a file, for all configurations.
function(_wasmc_set_locations name property path)
  set_target_properties(${name} PROPERTIES ${property} "${path}")
  foreach(config IN LISTS CMAKE_CONFIGURATION_TYPES)
    string(TOUPPER "${config}" upper)
    string(REPLACE "$<CONFIG>" "${config}" location "${path}")
    set_target_properties(${name} PROPERTIES ${property}_${upper} "${location}")
  endforeach()
endfunction()

function(wasmc_add_executable name)
  set(where "wasmc_add_executable(${name})")
  _wasmc_parse("${where}" 1 "" "MODULE;LINK_LIBRARIES")
  if(NOT arg_MODULE)
    message(FATAL_ERROR "${where}: MODULE is missing")
  endif()
  set(suffix)
  if(is_windows)
    set(suffix ".exe")
  endif()
  _wasmc_output_dir(dir)
  set(output "${dir}/${name}${suffix}")
  _wasmc_modules("${arg_MODULE}" paths)
  _wasmc_host_files("${arg_LINK_LIBRARIES}" host)
  list(APPEND paths ${host})
  _wasmc_command("${output}" "${paths}")
  # By the other file of the command: CMake takes the path of a target's file
  # for the target.
  add_custom_target(wasmc-${name} ALL DEPENDS "${output}.d")

  add_executable(${name} IMPORTED GLOBAL)
  add_dependencies(${name} wasmc-${name})
  set_target_properties(${name} PROPERTIES IMPORTED_LOCATION "${output}")
  _wasmc_set_locations(${name} IMPORTED_LOCATION "${output}")
  # A program for this machine needs no emulator, whatever the project is
  # compiled for.
  if(NOT is_windows)
    set_target_properties(${name} PROPERTIES CROSSCOMPILING_EMULATOR "")
  endif()
endfunction()

function(wasmc_add_library name kind)
  set(where "wasmc_add_library(${name})")
  if(NOT kind MATCHES "^(STATIC|SHARED|OBJECT)$")
    message(FATAL_ERROR "${where}: '${kind}' is not STATIC, SHARED or OBJECT")
  endif()
  _wasmc_parse("${where}" 2 "NAMESPACE;HEADER_DIR" "MODULE;LINK_LIBRARIES")
  if(NOT arg_MODULE)
    message(FATAL_ERROR "${where}: MODULE is missing")
  endif()
  if(NOT arg_NAMESPACE)
    string(MAKE_C_IDENTIFIER "${name}" arg_NAMESPACE)
  endif()
  if(NOT arg_HEADER_DIR)
    set(arg_HEADER_DIR "${CMAKE_CURRENT_BINARY_DIR}")
  endif()
  get_filename_component(arg_HEADER_DIR "${arg_HEADER_DIR}" ABSOLUTE
                         BASE_DIR "${CMAKE_CURRENT_BINARY_DIR}")
  file(MAKE_DIRECTORY "${arg_HEADER_DIR}")
  set(header "${arg_HEADER_DIR}/${arg_NAMESPACE}.h")
  _wasmc_library_file("${kind}" file)
  _wasmc_output_dir(dir)
  set(output "${dir}/${file}")
  list(APPEND flags "--namespace=${arg_NAMESPACE}" "--emit-header=${header}")
  _wasmc_modules("${arg_MODULE}" paths)
  _wasmc_host_files("${arg_LINK_LIBRARIES}" host)
  list(APPEND paths ${host})

  add_library(${name} ${kind} IMPORTED GLOBAL)
  set(others "${header}")
  if(kind STREQUAL "OBJECT")
    list(APPEND flags -c)
    _wasmc_set_locations(${name} IMPORTED_OBJECTS "${output}")
  elseif(kind STREQUAL "STATIC")
    list(APPEND flags --emit=lib)
    _wasmc_set_locations(${name} IMPORTED_LOCATION "${output}")
  else()
    list(APPEND flags -shared)
    _wasmc_set_locations(${name} IMPORTED_LOCATION "${output}")
    set_target_properties(${name} PROPERTIES IMPORTED_NO_SONAME ON)
    if(is_windows)
      _wasmc_set_locations(${name} IMPORTED_IMPLIB "${dir}/${name}.lib")
      list(APPEND others "${dir}/${name}.lib")
    endif()
  endif()
  if(is_windows AND NOT kind STREQUAL "SHARED")
    target_link_libraries(${name} INTERFACE ntdll ws2_32)
  endif()
  _wasmc_command("${output}" "${paths}" ${others})
  add_custom_target(wasmc-${name} ALL DEPENDS "${output}.d")
  add_dependencies(${name} wasmc-${name})
  target_include_directories(${name} INTERFACE "${arg_HEADER_DIR}")
endfunction()

# The usual name of a library's file.
function(_wasmc_library_file kind out)
  set(linux_STATIC "lib${name}.a")
  set(linux_SHARED "lib${name}.so")
  set(linux_OBJECT "${name}.o")
  set(windows_STATIC "${name}.lib")
  set(windows_SHARED "${name}.dll")
  set(windows_OBJECT "${name}.obj")
  set(system linux)
  if(is_windows)
    set(system windows)
  endif()
  set(${out} "${${system}_${kind}}" PARENT_SCOPE)
endfunction()

function(wasmc_compile)
  cmake_parse_arguments(PARSE_ARGV 0 given "" "OUT_VAR" "")
  set(where "wasmc_compile(${given_OUT_VAR})")
  if(NOT given_OUT_VAR)
    message(FATAL_ERROR "${where}: OUT_VAR is missing")
  endif()
  _wasmc_parse_compile("${given_OUT_VAR}" ${given_UNPARSED_ARGUMENTS})
  set(${given_OUT_VAR} "${outputs}" PARENT_SCOPE)
endfunction()

# wasmc_compile() with its variable as the first argument.
function(_wasmc_parse_compile variable)
  set(where "wasmc_compile(${variable})")
  _wasmc_parse("${where}" 1 "EMIT" "MODULES")
  if(NOT arg_MODULES)
    message(FATAL_ERROR "${where}: MODULES is missing")
  endif()
  if(NOT arg_EMIT)
    set(arg_EMIT obj)
  endif()
  set(suffix_obj ".o")
  if(is_windows)
    set(suffix_obj ".obj")
  endif()
  set(suffix_asm ".s")
  set(suffix_header ".h")
  list(APPEND flags "--emit=${arg_EMIT}")
  set(suffix ".${arg_EMIT}")
  if(DEFINED suffix_${arg_EMIT})
    set(suffix "${suffix_${arg_EMIT}}")
  endif()
  _wasmc_output_dir(dir)
  set(outputs)
  foreach(module IN LISTS arg_MODULES)
    set(name "${module}")
    if(module MATCHES "\\$<")
      list(LENGTH outputs number)
      set(name "${variable}-${number}")
    endif()
    get_filename_component(name "${name}" NAME_WE)
    _wasmc_modules("${module}" path)
    _wasmc_command("${dir}/${name}${suffix}" "${path}")
    list(APPEND outputs "${dir}/${name}${suffix}")
  endforeach()
  set(outputs "${outputs}" PARENT_SCOPE)
endfunction()

// Every option of wasmc, once: the parser, --help and docs/CommandLine.md
// follow from this file.

include "llvm/Option/OptParser.td"

// `--NAME VALUE` and `--NAME=VALUE`.
multiclass Value<string name, string metavar, string help,
                 list<OptionFlag> flags = []> {
  def NAME : Separate<["--"], name>, Flags<[HelpHidden]>;
  def NAME#_eq : Joined<["--"], name#"=">, MetaVarName<metavar>, HelpText<help>,
                 Flags<flags>, Alias<!cast<Separate>(NAME)>;
}

// --- output -----------------------------------------------------------------

def output_group : OptionGroup<"output">, HelpText<"OUTPUT">;
let Group = output_group in {
def o : JoinedOrSeparate<["-"], "o">, MetaVarName<"<file>">,
  HelpText<"Write the output to <file>; '-' is standard output. NAME.exe without --target means Windows">;
def c : Flag<["-"], "c">, HelpText<"Write an object file instead of a program">;
def S : Flag<["-"], "S">, HelpText<"Write assembly">;
def emit_llvm : Flag<["-"], "emit-llvm">,
  HelpText<"Write LLVM IR: as text, with -c as bitcode">;
defm emit : Value<"emit", "<kind>",
  "What to write: exe (default), obj, asm, ll, bc, lib (a static library for a host in C), header (the C header alone), or wasm: the module itself, not validated, which assembles a .wat">;
def shared : Flag<["-"], "shared">,
  HelpText<"Write a shared library for a host in C: .so, or .dll and its import library .lib">;
def emit_header : Flag<["--"], "emit-header">,
  HelpText<"Write also the C and C++ header, <name>.h beside the output">;
def emit_header_eq : Joined<["--"], "emit-header=">, MetaVarName<"<file>">,
  HelpText<"The same, to <file>">;
defm namespace : Value<"namespace", "<name>",
  "What the C names of a library begin with (default: the first module's name); with -c, makes an object that is a whole library">;
defm instances : Value<"instances", "<number>",
  "How many instances of a library there can be at a time: one (default) or many">;
def validate : Flag<["--"], "validate">,
  HelpText<"Only decode and validate the module; write nothing">;
def fsyntax_only : Flag<["-"], "fsyntax-only">, Alias<validate>,
  HelpText<"The same as --validate">;
def dump_module : Flag<["--"], "dump">,
  HelpText<"Print the module's contents as text">;
def MD : Flag<["-"], "MD">,
  HelpText<"Write also a rule for make or ninja that names the files the output was made from">;
def MMD : Flag<["-"], "MMD">, Alias<MD>, Flags<[HelpHidden]>;
def MF : JoinedOrSeparate<["-"], "MF">, MetaVarName<"<file>">,
  HelpText<"Where -MD writes (default: the output with the suffix .d)">;
def MT : JoinedOrSeparate<["-"], "MT">, MetaVarName<"<target>">,
  HelpText<"What the rule of -MD makes, as it is (default: the output)">;
def MQ : JoinedOrSeparate<["-"], "MQ">, MetaVarName<"<target>">,
  HelpText<"The same, with what is special to make escaped">;
def MP : Flag<["-"], "MP">,
  HelpText<"With -MD: an empty rule for each input, so that one may be removed">;
def ffile_prefix_map : Joined<["-"], "ffile-prefix-map=">,
  MetaVarName<"<old>=<new>">,
  HelpText<"Accepted for build systems: no path of this machine is in what wasmc writes">;
def strip_all : Flag<["-"], "s">,
  HelpText<"Leave symbols out of the program (the default)">;
def strip_all_long : Flag<["--"], "strip-all">, Alias<strip_all>,
  Flags<[HelpHidden]>;
def g : Flag<["-"], "g">,
  HelpText<"Debug information (not supported yet: an error)">;
def g0 : Flag<["-"], "g0">,
  HelpText<"No debug information (the default)">;
}

// --- target -----------------------------------------------------------------

def target_group : OptionGroup<"target">, HelpText<"TARGET">;
let Group = target_group in {
def target_eq : Joined<["--"], "target=">, MetaVarName<"<triple>">,
  HelpText<"What to compile for: x86_64-linux, x86_64-windows, another spelling of these triples, or the alias linux or windows; default: this machine">;
def target_long : Separate<["--"], "target">, Alias<target_eq>,
  Flags<[HelpHidden]>;
def target : Separate<["-"], "target">, MetaVarName<"<triple>">,
  Alias<target_eq>, HelpText<"The same as --target=<triple>">;
def mcpu : Joined<["-"], "mcpu=">, MetaVarName<"<cpu>">,
  HelpText<"The least CPU the program must run on (default: x86-64-v2); native is this machine's; help lists them">;
def march : Joined<["-"], "march=">, MetaVarName<"<cpu>">, Alias<mcpu>,
  HelpText<"The same as -mcpu=<cpu>">;
def mattr : Joined<["-"], "mattr=">, MetaVarName<"<+a,-b>">,
  HelpText<"CPU features to add or remove; help lists them">;
def print_targets : Flag<["--"], "print-targets">,
  HelpText<"List the targets">;
def print_runtime_dir : Flag<["--"], "print-runtime-dir">,
  HelpText<"Print the folder of the target's runtime library">;
}

// --- optimisation -----------------------------------------------------------

def opt_group : OptionGroup<"optimisation">, HelpText<"OPTIMISATION">;
let Group = opt_group in {
def O : Joined<["-"], "O">, MetaVarName<"<level>">,
  HelpText<"-O0 compiles fastest, -O1, -O2 (default), -O3; -Os and -Oz favour size">;
def strict_traps : Flag<["--"], "strict-traps">,
  HelpText<"Keep every memory access, even those whose value is not used">;
defm mem_base : Value<"mem-base", "<base>",
  "How code finds linear memory: constant (default on Linux), load (default on Windows), or a constant address">;
defm stack_size : Value<"stack-size", "<bytes>",
  "Size of the program's stack; K, M and G are understood (default: 8M)">;
}

// --- the module -------------------------------------------------------------

def module_group : OptionGroup<"module">, HelpText<"WEBASSEMBLY">;
let Group = module_group in {
defm preload : Value<"preload", "<name>=<module>",
  "Add a module that others import as <name>; a module named alone is imported under its file's name without the suffix">;
defm entry : Value<"entry", "<name>",
  "The exported function to run (default: _start)">;
def x : JoinedOrSeparate<["-"], "x">, MetaVarName<"<format>">,
  HelpText<"The input is wat or wasm, whatever its name and contents">;
def enable : Joined<["--"], "enable-">, MetaVarName<"<feature>">,
  HelpText<"Accept a feature of WebAssembly; --print-features lists them">;
def disable : Joined<["--"], "disable-">, MetaVarName<"<feature>">,
  HelpText<"Reject a feature of WebAssembly">;
def print_features : Flag<["--"], "print-features">,
  HelpText<"List the features of WebAssembly and their state">;
def flimit : Joined<["-"], "flimit-">, MetaVarName<"<name>=<n>">,
  HelpText<"Change an implementation limit; -flimit-help lists them">;
}

// --- WASI -------------------------------------------------------------------

def wasi_group : OptionGroup<"wasi">,
  HelpText<"WASI: WHAT THE PROGRAM MAY USE">;
let Group = wasi_group in {
defm wasi : Value<"wasi", "<policy>",
  "cli (default): standard streams and arguments; native: also the environment, '.' and '/'; none: the module may not import WASI">;
defm dir : Value<"dir", "<host>[::<guest>]",
  "Let the program use a directory, resolved when it starts, under the name <guest>">;
defm dir_ro : Value<"dir-ro", "<host>[::<guest>]",
  "The same, for reading only">;
defm env : Value<"env", "<k>=<v>",
  "Set an environment variable; <k> alone passes on the value at run time">;
def inherit_env : Flag<["--"], "inherit-env">,
  HelpText<"Pass on the whole environment at run time">;
def inherit_env_eq : CommaJoined<["--"], "inherit-env=">, MetaVarName<"<k,...>">,
  HelpText<"Pass on these environment variables at run time">;
defm listen : Value<"listen", "<address>:<port>",
  "Let the program accept TCP connections on an address of this machine, 127.0.0.1 or [::1] for example; the socket's descriptor follows those of the directories">;
defm arg : Value<"arg", "<value>",
  "An argument put before those of the command line">;
defm argv0 : Value<"argv0", "<name>",
  "The program name the module sees (default: its own)">;
def print_policy : Flag<["--"], "print-policy">,
  HelpText<"Print what a finished program may use: its file is the input">;
def lock_policy : Flag<["--"], "lock-policy">,
  HelpText<"WASMC_DIR, WASMC_ENV and WASMC_LISTEN in the environment cannot grant more at run time">;
}

// --- the cache --------------------------------------------------------------

def cache_group : OptionGroup<"cache">, HelpText<"THE CACHE">;
let Group = cache_group in {
defm cache_dir : Value<"cache-dir", "<folder>",
  "Keep compiled parts of modules there, and use those that are as before (default: none); for run: where programs are kept (default: wasmc in $XDG_CACHE_HOME or ~/.cache)">;
defm cache_size : Value<"cache-size", "<bytes>",
  "How much may be kept; K, M and G are understood (default: 1G)">;
}

// --- diagnostics ------------------------------------------------------------

def diag_group : OptionGroup<"diagnostics">, HelpText<"DIAGNOSTICS">;
let Group = diag_group in {
def help : Flag<["--", "-"], "help">, HelpText<"Show this text">;
def h : Flag<["-"], "h">, Alias<help>, Flags<[HelpHidden]>;
def help_hidden : Flag<["--", "-"], "help-hidden">,
  HelpText<"Show the options for wasmc's developers too">;
def help_markdown : Flag<["--"], "help-markdown">, Flags<[HelpHidden]>,
  HelpText<"Print docs/CommandLine.md">;
def help_man : Flag<["--"], "help-man">, Flags<[HelpHidden]>,
  HelpText<"Print wasmc(1)">;
def print_completion : Joined<["--"], "print-completion=">,
  MetaVarName<"<shell>">,
  HelpText<"Print what makes bash or zsh complete wasmc's options">;
def print_licenses : Flag<["--"], "print-licenses">,
  HelpText<"Show under which licences wasmc and the programs it makes are">;
def print_resource_dir : Flag<["--"], "print-resource-dir">,
  HelpText<"Print the folder of what other tools use, such as the kit for lit">;
def version : Flag<["--", "-"], "version">,
  HelpText<"Show the versions of wasmc and LLVM, and the targets">;
def v : Flag<["-"], "v">, HelpText<"Say what is done, and the linker's arguments">;
def dry_run : Flag<["-"], "###">,
  HelpText<"Print what would be done, and do nothing">;
def w : Flag<["-"], "w">, HelpText<"No warnings">;
def Werror : Flag<["-"], "Werror">, HelpText<"Treat warnings as errors">;
def color : Joined<["-"], "fdiagnostics-color=">, MetaVarName<"<when>">,
  HelpText<"Colour in messages: auto (default; NO_COLOR is respected), always or never">;
def color_flag : Flag<["-"], "fdiagnostics-color">, Alias<color>,
  AliasArgs<["always"]>, Flags<[HelpHidden]>;
def no_color : Flag<["-"], "fno-diagnostics-color">, Alias<color>,
  AliasArgs<["never"]>, Flags<[HelpHidden]>;
def clang_color : Flag<["-"], "fcolor-diagnostics">, Alias<color>,
  AliasArgs<["always"]>, HelpText<"The same as -fdiagnostics-color=always">;
def clang_no_color : Flag<["-"], "fno-color-diagnostics">, Alias<color>,
  AliasArgs<["never"]>, HelpText<"The same as -fdiagnostics-color=never">;
def color_long_eq : Joined<["--"], "color=">, MetaVarName<"<when>">,
  Alias<color>, HelpText<"The same as -fdiagnostics-color=<when>">;
def color_long : Flag<["--"], "color">, Alias<color>, AliasArgs<["always"]>,
  Flags<[HelpHidden]>;
def diagnostics_format : Joined<["-"], "fdiagnostics-format=">,
  MetaVarName<"<format>">,
  HelpText<"text (default), or json: an object a line for each message">;
defm progress : Value<"progress", "<when>",
  "Progress on standard error: auto (default: on a terminal, after two seconds) or never">;
def ftime_report : Flag<["-"], "ftime-report">,
  HelpText<"Report the time and the memory each phase took">;
def save_temps : Flag<["-"], "save-temps">,
  HelpText<"Keep the object files, in the current folder">;
def save_temps_eq : Joined<["-"], "save-temps=">, MetaVarName<"<folder>">,
  HelpText<"Keep the object files in <folder>">;
def j : JoinedOrSeparate<["-"], "j">, MetaVarName<"<n>">,
  HelpText<"Compile on <n> cores (default: all); the output does not depend on it">;
def mllvm : Separate<["-"], "mllvm">, MetaVarName<"<option>">,
  HelpText<"An option of LLVM's own">;
def mllvm_eq : Joined<["-"], "mllvm=">, Alias<mllvm>, Flags<[HelpHidden]>;
def verify_ir : Flag<["--"], "verify-ir">, Flags<[HelpHidden]>,
  HelpText<"Run LLVM's verifier after every stage (tests do)">;
}

// Scripts (.wast): a test suite's modules and what is asserted of them, as a
// list of commands. The format is that of the reference interpreter.

#ifndef WASMC_FRONTEND_TEXT_SCRIPT_H
#define WASMC_FRONTEND_TEXT_SCRIPT_H

#include "../Types.h"
#include "Text.h"
#include <array>
#include <memory>

namespace wasmc {

// A module as a script has it: assembled if it is text.
struct ScriptModule {
  enum class Form : uint8_t { Text, Binary, Quote };
  Form form = Form::Text;
  std::string id;            // without the $; empty if it has none
  bool isDefinition = false; // "(module definition ...)": no instance is made
  AssembledText assembled;   // `positions` are those of the script; for Quote,
                             // of the quoted text
  std::string error;         // Text and Quote: why it does not assemble, or ""
};

// A constant argument or what a result is compared with.
struct ScriptValue {
  enum class Kind : uint8_t {
    I32,
    I64,
    F32,
    F64,
    V128,
    RefNull,   // `heap`, or any if !hasHeap
    RefExtern, // `bits` is the host's number; any if !hasBits
    RefHost,   // likewise, as an `any`
    RefFunc,   // results: any reference of these types
    RefAny,
    RefEq,
    RefI31,
    RefStruct,
    RefArray,
    RefExn,
    Either, // one of `alternatives`
  };
  // Results of floating-point type that are not compared by their bits.
  enum class Nan : uint8_t { None, Canonical, Arithmetic };

  Kind kind = Kind::I32;
  uint64_t bits = 0;
  bool hasBits = false;
  Nan nan = Nan::None; // F32 and F64
  int32_t heap = 0;
  bool hasHeap = false;

  // V128: lane i has laneBits bits in lanes[i]; nans[i] says how to compare it.
  unsigned laneBits = 0;
  bool floatLanes = false;
  std::array<uint64_t, 16> lanes = {};
  std::array<Nan, 16> nans = {};

  std::vector<ScriptValue> alternatives;
};

struct ScriptAction {
  enum class Kind : uint8_t { Invoke, Get };
  Kind kind = Kind::Invoke;
  std::string module; // id, or empty for the last module
  std::string name;   // of the export
  std::vector<ScriptValue> args;
};

struct ScriptCommand {
  enum class Kind : uint8_t {
    Module,
    ModuleInstance, // `name` is the instance's id, `other` the definition's
    Register,       // `name` is the module's id, or empty for the last
    Action,
    AssertReturn,
    AssertTrap,       // of `action`
    AssertModuleTrap, // of instantiating `module`
    AssertExhaustion,
    AssertException,
    AssertInvalid,
    AssertMalformed,
    AssertInvalidCustom,
    AssertMalformedCustom,
    AssertUnlinkable,
    Thread, // `name` is the thread's id
    Wait,   // likewise
  };
  Kind kind = Kind::Module;
  LineColumn position;
  ScriptModule module;
  ScriptAction action;
  std::vector<ScriptValue> results; // AssertReturn
  std::string text;                 // of assertions: the expected message;
                                    // of Register: the name
  std::string name, other;
  std::vector<std::string> sharedModules; // Thread: their ids
  std::vector<ScriptCommand> commands;    // Thread
};

// Parses a script. The error is a TextError; a module that does not assemble is
// none, it says so itself.
llvm::Expected<std::vector<ScriptCommand>> parseScript(llvm::StringRef source);

} // namespace wasmc

#endif

// A module of the text format, from tokens to the binary format (spec 6.6), in
// three passes over its fields: what each index space holds and under which
// identifiers, then the type fields, then everything else in order.

#ifndef WASMC_FRONTEND_TEXT_MODULEPARSER_H
#define WASMC_FRONTEND_TEXT_MODULEPARSER_H

#include "../Module.h"
#include "CodeParser.h"
#include "Text.h"

namespace wasmc {

class ModuleParser : public CodeParser {
public:
  // Starts at the token with index `pos`.
  ModuleParser(const LexedText &text, TextErrors &errors, uint32_t pos)
      : CodeParser(text, errors, pos) {}

  // "(module $id? field*)", or fields alone; up to the end of the text.
  bool parseModule();

  // What follows "(module $id?", up to the closing parenthesis or the end of
  // the text, which stays.
  bool parseFields(const Token *id);

  // The binary format, once a parse succeeded.
  MarkedBytes finish();

private:
  // DeclarationPass.cpp: the first pass.
  bool declareFields(std::vector<uint32_t> &fields);
  bool declareField();
  bool declare(SpaceKind kind, unsigned idAhead, bool isImport);
  bool declareRecursive();
  bool hasInlineImport() const;
  bool skipField();

  // ModuleParser.cpp: the other passes, and what is no field.
  bool parseField();
  bool takeFieldAnnotations(bool first);
  bool addCustom(const Annotation &annotation);
  bool setModuleName(const Annotation &annotation);
  bool annotatedName(const Annotation &annotation, std::string &name);
  void addHints(uint32_t function);

  // FieldParser.cpp
  uint32_t beginField(SpaceKind kind);
  bool parseInline(ExternKind kind, uint32_t index, uint32_t source,
                   bool &isImport);
  bool parseImport();
  bool parseImportDescription();
  bool parseExport();
  bool parseStart();
  bool parseFunc();
  bool parseFuncField();
  bool parseBody(uint32_t index, const FuncType &type, NameList &names,
                 uint32_t source);
  bool parseGlobal();
  bool parseTag();
  bool parseTagType(Bytes &bytes);

  // SegmentParser.cpp: tables and memories, with the segments in them.
  struct ElemList;
  bool parseTable();
  bool parseMemory();
  bool parseElem();
  bool parseData();
  bool parseElemExpressions(ElemList &list);
  bool parseElemIndices(ElemList &list);
  bool parseInlineElems(TableType &type, uint32_t table);
  bool parseInlineData(MemoryType &type, uint32_t memory);
  bool parseUse(Keyword word, SpaceKind kind, uint32_t &index);
  bool parseOffset(MarkedBytes &offset);
  bool parseStrings(std::string &bytes);
  void writeElem(uint32_t source, ElemSegment::Mode mode, uint32_t table,
                 const MarkedBytes &offset, const ElemList &list);
  void writeActiveData(uint32_t source, uint32_t memory,
                       const MarkedBytes &offset, llvm::StringRef bytes);

  std::optional<std::string> moduleName;
  bool hasModuleNameAnnotation = false;
  const char *lastDefinition = nullptr; // its noun, for "import after ..."
  uint32_t next[numSpaces] = {};        // the index of the next field
  Bytes localNames;
  uint32_t numLocalMaps = 0;
  Bytes functionHints; // contents of the branch hint section
  uint32_t numHintedFunctions = 0;
};

// The bytes with lines and columns instead of the source's offsets.
AssembledText withPositions(MarkedBytes bytes, const LineTable &lines);

} // namespace wasmc

#endif

// Type fields: functions, structures, arrays, subtypes and recursive groups
// (spec 6.4.6 to 6.4.10).

#include "TypeParser.h"

using namespace llvm;
using namespace wasmc;

enum TypeForm : uint8_t {
  RecForm = 0x4E,
  SubFinalForm = 0x4F,
  SubForm = 0x50,
  ArrayForm = 0x5E,
  StructForm = 0x5F,
};

bool TypeParser::parseFieldType(Bytes &bytes) {
  const bool isMutable = acceptOpen(Keyword::Mut);
  if (accept(Keyword::I8)) {
    bytes.byte(0x78);
  } else if (accept(Keyword::I16)) {
    bytes.byte(0x77);
  } else {
    ValType type;
    if (!parseValType(type))
      return false;
    bytes.valType(type);
  }
  bytes.byte(isMutable);
  return !isMutable || expectClose();
}

bool TypeParser::parseStruct(Bytes &bytes, TypeInfo &info) {
  Bytes fields;
  uint32_t count = 0;
  while (acceptOpen(Keyword::Field)) {
    if (at(TokenKind::Id)) {
      if (!define(info.fields, "field", peek(), count))
        return false;
      advance();
      if (!parseFieldType(fields))
        return false;
      ++count;
    } else {
      for (; !atClose(); ++count)
        if (!parseFieldType(fields))
          return false;
    }
    if (!expectClose())
      return false;
  }
  bytes.byte(StructForm);
  bytes.u32(count);
  bytes.raw(fields.data);
  return true;
}

bool TypeParser::parseCompositeType(Bytes &bytes, TypeInfo &info) {
  if (acceptOpen(Keyword::Struct)) {
    if (!parseStruct(bytes, info))
      return false;
  } else if (acceptOpen(Keyword::Array)) {
    bytes.byte(ArrayForm);
    if (!parseFieldType(bytes))
      return false;
  } else if (acceptOpen(Keyword::Func)) {
    NameList unused; // parameters may have identifiers, which have no scope
    info.isFunc = true;
    if (!parseSignature(info.func, &unused))
      return false;
    bytes.funcType(info.func);
  } else {
    return unexpected("a type");
  }
  return expectClose();
}

bool TypeParser::parseSubtype(Bytes &bytes, TypeInfo &info, bool &isPlain) {
  isPlain = true;
  if (!acceptOpen(Keyword::Sub))
    return parseCompositeType(bytes, info);
  const bool isFinal = accept(Keyword::Final);
  SmallVector<uint32_t, 2> supertypes;
  while (atIndex())
    if (!parseIndex(SpaceKind::Type, supertypes.emplace_back()))
      return false;
  isPlain = isFinal && supertypes.empty();
  if (!isPlain) {
    bytes.byte(isFinal ? SubFinalForm : SubForm);
    bytes.u64(supertypes.size());
    for (uint32_t supertype : supertypes)
      bytes.u32(supertype);
  }
  return parseCompositeType(bytes, info) && expectClose();
}

// "(type $id? subtype)"
bool TypeParser::parseTypeDefinition(Bytes &bytes, TypeInfo &info,
                                     bool &isPlain) {
  if (!acceptOpen(Keyword::Type))
    return unexpected("a type");
  accept(TokenKind::Id);
  takeName();
  return parseSubtype(bytes, info, isPlain) && expectClose();
}

bool TypeParser::parseRecursive() {
  const Token &start = peek();
  acceptOpen(Keyword::Rec);
  struct Member {
    Bytes bytes;
    TypeInfo info;
    bool isPlain;
  };
  std::vector<Member> members;
  while (!atClose()) {
    Member &member = members.emplace_back();
    if (!parseTypeDefinition(member.bytes, member.info, member.isPlain))
      return false;
  }
  SectionBytes &section = encoder.section(SectionId::Type);
  section.item(start.offset);
  // A group of one is what a type without a group stands for.
  if (members.size() != 1) {
    section.byte(RecForm);
    section.u64(members.size());
  }
  for (Member &member : members) {
    section.raw(member.bytes.data);
    if (member.isPlain && members.size() == 1)
      types.addPlain(std::move(member.info), member.bytes);
    else
      types.addOther(std::move(member.info));
  }
  return expectClose();
}

bool TypeParser::parseTypeField() {
  if (atOpen(Keyword::Rec))
    return parseRecursive();
  const Token &start = peek();
  Bytes bytes;
  TypeInfo info;
  bool isPlain;
  if (!parseTypeDefinition(bytes, info, isPlain))
    return false;
  SectionBytes &section = encoder.section(SectionId::Type);
  section.item(start.offset);
  section.raw(bytes.data);
  if (isPlain)
    types.addPlain(std::move(info), bytes);
  else
    types.addOther(std::move(info));
  return true;
}

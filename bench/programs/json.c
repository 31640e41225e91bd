// Parses a JSON document into a tree, walks it and prints it again.
#include "bench.h"

typedef enum { Null, Bool, Number, String, Array, Object } Kind;
typedef struct Value {
  Kind kind;
  struct Value *first, *next; // members, and the next in the same list
  const char *name;           // of a member of an object
  char *text;
  double number;
} Value;

static const char *at;
static char arena[1 << 22];
static size_t used;

static void *take(size_t size) {
  void *memory = arena + used;
  used += (size + 7) & ~(size_t)7;
  if (used > sizeof arena)
    exit(4);
  return memory;
}

static void skipSpace(void) {
  while (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r')
    ++at;
}

static char *parseString(void) {
  const char *end = ++at;
  while (*end != '"')
    end += *end == '\\' ? 2 : 1;
  char *text = take(end - at + 1), *to = text;
  for (; at < end; ++at) {
    if (*at == '\\') {
      ++at;
      *to++ = *at == 'n' ? '\n' : *at == 't' ? '\t' : *at;
    } else {
      *to++ = *at;
    }
  }
  *to = 0;
  ++at;
  return text;
}

static double parseNumber(void) {
  double value = 0, scale = 1;
  int negative = *at == '-';
  at += negative;
  for (; *at >= '0' && *at <= '9'; ++at)
    value = value * 10 + (*at - '0');
  if (*at == '.')
    for (++at; *at >= '0' && *at <= '9'; ++at)
      value += (*at - '0') * (scale /= 10);
  return negative ? -value : value;
}

static Value *parse(void);

static void parseMembers(Value *value, char close) {
  Value **link = &value->first;
  ++at;
  for (skipSpace(); *at != close; skipSpace()) {
    const char *name = 0;
    if (value->kind == Object) {
      name = parseString();
      skipSpace();
      ++at; // the colon
    }
    *link = parse();
    (*link)->name = name;
    link = &(*link)->next;
    skipSpace();
    if (*at == ',')
      ++at;
  }
  ++at;
}

static Value *parse(void) {
  Value *value = take(sizeof *value);
  memset(value, 0, sizeof *value);
  skipSpace();
  switch (*at) {
  case '{':
    value->kind = Object;
    parseMembers(value, '}');
    break;
  case '[':
    value->kind = Array;
    parseMembers(value, ']');
    break;
  case '"':
    value->kind = String;
    value->text = parseString();
    break;
  case 't':
  case 'f':
    value->kind = Bool;
    value->number = *at == 't';
    at += *at == 't' ? 4 : 5;
    break;
  case 'n':
    at += 4;
    break;
  default:
    value->kind = Number;
    value->number = parseNumber();
  }
  return value;
}

static char *printText(char *to, const char *text) {
  *to++ = '"';
  for (; *text; ++text) {
    if (*text == '"' || *text == '\\' || *text == '\n')
      *to++ = '\\';
    *to++ = *text == '\n' ? 'n' : *text;
  }
  *to++ = '"';
  return to;
}

static char *print(char *to, const Value *value) {
  switch (value->kind) {
  case Null:
    memcpy(to, "null", 4);
    return to + 4;
  case Bool:
    *to++ = value->number ? 't' : 'f';
    return to;
  case Number: {
    int64_t scaled = (int64_t)(value->number * 100);
    char digits[24], *digit = digits;
    if (scaled < 0)
      *to++ = '-';
    uint64_t rest = scaled < 0 ? -(uint64_t)scaled : (uint64_t)scaled;
    do
      *digit++ = '0' + rest % 10;
    while (rest /= 10);
    while (digit > digits)
      *to++ = *--digit;
    return to;
  }
  case String:
    return printText(to, value->text);
  default:
    *to++ = value->kind == Array ? '[' : '{';
    for (const Value *i = value->first; i; i = i->next) {
      if (i->name)
        to = printText(to, i->name);
      to = print(to, i);
      *to++ = ',';
    }
    *to++ = value->kind == Array ? ']' : '}';
    return to;
  }
}

static char *invent(char *to, int depth) {
  uint32_t kind = depth == 0 ? 4 : randomWord() % (depth > 4 ? 4 : 7);
  if (kind < 2)
    return to +
           sprintf(to, "%d.%u", (int)randomWord() >> 12, randomWord() % 1000);
  if (kind == 2)
    return to + sprintf(to, "\"item %x\\n\\\"of many\\\" %x\"", randomWord(),
                        randomWord());
  if (kind == 3)
    return to + sprintf(to, randomWord() & 1 ? "true" : "null");
  int count = depth == 0 ? 120 : randomWord() % 8;
  *to++ = kind < 6 ? '{' : '[';
  for (int i = 0; i < count; ++i) {
    if (i)
      *to++ = ',';
    if (kind < 6)
      to += sprintf(to, "\n  \"key%u\": ", randomWord() % 50);
    to = invent(to, depth + 1);
  }
  *to++ = kind < 6 ? '}' : ']';
  return to;
}

int main(int argc, char **argv) {
  char *document = allocate(1 << 20), *printed = allocate(1 << 20);
  *invent(document, 0) = 0;
  for (int round = rounds(argc, argv, 5200); round > 0; --round) {
    at = document;
    used = 0;
    char *end = print(printed, parse());
    mix(end - printed);
    mix(used > 0);
  }
  mixBytes(printed, strlen(document) / 4);
  return finish();
}

// Parses XML with Expat.
#include "text.h"
#include <expat.h>

static void XMLCALL start(void *data, const XML_Char *name,
                          const XML_Char **attributes) {
  (void)data;
  mixBytes(name, strlen(name));
  for (; *attributes; ++attributes)
    mix(strlen(*attributes));
}

static void XMLCALL end(void *data, const XML_Char *name) {
  (void)data;
  mix(name[0]);
}

static void XMLCALL characters(void *data, const XML_Char *text, int length) {
  *(uint64_t *)data += length + text[length / 2];
}

static char *document;
static size_t length;

static void write(const char *format, const char *name) {
  length += sprintf(document + length, format, name);
}

static void element(int depth) {
  char text[80];
  const char *name = anyWord();
  write("<%s", name);
  if (randomWord() % 2)
    write(" kind=\"a &amp; %s\"", anyWord());
  if (randomWord() % 3 == 0)
    write(" other='%s'", anyWord());
  write(">", 0);
  for (int i = depth ? randomWord() % 6 : 400; i > 0 && depth < 5; --i) {
    fillText(text, sizeof text);
    write("%s&lt;", text);
    element(depth + 1);
    write("<!-- %s -->", anyWord());
  }
  write("</%s>\n", name);
}

int main(int argc, char **argv) {
  uint64_t sum = 0;
  document = allocate(1 << 23);
  makeVocabulary();
  element(0);
  for (int round = rounds(argc, argv, 18); round > 0; --round) {
    XML_Parser parser = XML_ParserCreate(0);
    XML_SetHashSalt(parser, 12345);
    XML_SetElementHandler(parser, start, end);
    XML_SetCharacterDataHandler(parser, characters);
    XML_SetUserData(parser, &sum);
    if (XML_Parse(parser, document, length, 1) != XML_STATUS_OK)
      return 1;
    XML_ParserFree(parser);
    mix(sum);
  }
  return finish();
}

// Makes a JSON document, prints it, parses it and prints it again, with cJSON.
#include "cJSON.h"
#include "text.h"

static cJSON *invent(int depth) {
  char text[60];
  switch (depth > 4 ? randomWord() % 3 : depth ? randomWord() % 5 : 4) {
  case 0:
    return cJSON_CreateNumber((int)(randomWord() % 200000) / 8.0);
  case 1:
    return cJSON_CreateBool(randomWord() & 1);
  case 2:
    fillText(text, sizeof text);
    return cJSON_CreateString(text);
  case 3: {
    cJSON *array = cJSON_CreateArray();
    for (int i = randomWord() % 8; i > 0; --i)
      cJSON_AddItemToArray(array, invent(depth + 1));
    return array;
  }
  default: {
    cJSON *object = cJSON_CreateObject();
    for (int i = depth ? randomWord() % 8 : 150; i > 0; --i)
      cJSON_AddItemToObject(object, anyWord(), invent(depth + 1));
    return object;
  }
  }
}

int main(int argc, char **argv) {
  makeVocabulary();
  cJSON *value = invent(0);
  for (int round = rounds(argc, argv, 490); round > 0; --round) {
    char *text = round % 2 ? cJSON_Print(value) : cJSON_PrintUnformatted(value);
    size_t length = strlen(text);
    cJSON_Delete(value);
    value = cJSON_Parse(text);
    if (!value)
      return 1;
    mix(length);
    if (round == 1)
      mixBytes(text, length);
    free(text);
  }
  return finish();
}

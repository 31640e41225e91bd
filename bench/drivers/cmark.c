// Turns Markdown into HTML with cmark.
#include "cmark.h"
#include "text.h"

int main(int argc, char **argv) {
  enum { Size = 1 << 16 };
  static const char *const marks[] = {
      "# %s\n\n",      "* %s\n",        "> %s\n\n",   "1. %s\n",
      "    %s\n\n",    "*%s* ",         "**%s** ",    "[%s](http://x.y/z) ",
      "`%s` ",         "\n\n%s\n===\n", "<b>%s</b> ", "![%s][ref]\n",
      "\n[ref]: %s\n", "%s\n\n",        "  - %s\n\n", "&amp; %s \\* "};
  char *text = allocate(Size + 512), sentence[200];
  size_t length = 0;
  while (length < Size) {
    fillText(sentence, 12 + randomWord() % 180);
    length += sprintf(text + length, marks[randomWord() % 16], sentence);
  }
  for (int round = rounds(argc, argv, 370); round > 0; --round) {
    char *html = cmark_markdown_to_html(text, length, CMARK_OPT_SMART);
    mix(strlen(html));
    if (round == 1)
      mixBytes(html, strlen(html));
    free(html);
    text[round * 997 % Size] ^= 1;
  }
  return finish();
}

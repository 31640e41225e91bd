// An event loop over standard input, a listening socket (3), a connection and a
// clock, as event_loop.py drives it.

#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

// Reads what there is from `fd` and prints it; how much it was.
static int show(const char *who, int fd) {
  char text[256];
  int size = read(fd, text, sizeof text - 1);
  if (size > 0) {
    text[strcspn(text, "\r\n")] = 0;
    text[size] = 0;
    printf("%s: %s\n", who, text);
  } else {
    printf("%s: %s\n", who, size ? "error" : "end");
  }
  return size;
}

int main(void) {
  struct pollfd list[3] = {{0, POLLIN, 0}, {3, POLLIN, 0}, {-1, POLLIN, 0}};
  int beats = 0, running = 1;
  puts("ready");
  while (running) {
    fflush(stdout);
    int count = poll(list, list[2].fd < 0 ? 2 : 3, 20);
    if (count < 0) {
      perror("poll");
      return 1;
    }
    if (count == 0 && ++beats == 5)
      puts("idle");
    if (list[0].revents)
      running = show("input", 0) > 0;
    if (list[1].revents) {
      list[2].fd = accept(3, NULL, NULL);
      puts("connected");
    } else if (list[2].fd >= 0 && list[2].revents && show("peer", list[2].fd) <= 0) {
      close(list[2].fd);
      list[2].fd = -1;
    }
  }
  return 0;
}

// A small web server for any number of connections at a time, on the first
// listening socket: "GET /NAME" answers with NAME and how many requests there
// were, "GET /file/NAME" with a file of the preopened directories, and
// "GET /quit" ends the server.

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <wasi/api.h>

enum { MAX_CONNECTIONS = 64, MAX_REQUEST = 4096 };

static struct pollfd polls[MAX_CONNECTIONS + 1];
static struct request {
  char text[MAX_REQUEST + 1];
  size_t size;
} requests[MAX_CONNECTIONS + 1];
static int connections, served, done;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int first_listener(void) {
  __wasi_fdstat_t stat;
  for (int fd = 3; !__wasi_fd_fdstat_get(fd, &stat); ++fd)
    if (stat.fs_filetype == __WASI_FILETYPE_SOCKET_STREAM)
      return fd;
  fputs("no socket was passed in\n", stderr);
  exit(1);
}

static void send_all(int fd, const char *data, size_t size) {
  while (size) {
    ssize_t sent = send(fd, data, size, 0);
    if (sent < 0 && errno == EAGAIN) {
      struct pollfd wait = {fd, POLLWRNORM, 0};
      poll(&wait, 1, -1);
      continue;
    }
    if (sent < 0)
      fail("send");
    data += sent;
    size -= sent;
  }
}

static void answer(int fd, const char *path) {
  static char body[1 << 20], head[256];
  size_t size;
  int status = 200;
  ++served;
  if (!strncmp(path, "/file/", 6)) {
    FILE *file = fopen(path + 6, "rb");
    size = file ? fread(body, 1, sizeof body, file) : 0;
    status = file ? 200 : 404;
    if (file)
      fclose(file);
  } else {
    size = snprintf(body, sizeof body, "%s %d\n", path, served);
    done |= !strcmp(path, "/quit");
  }
  int head_size = snprintf(head, sizeof head,
                           "HTTP/1.1 %d %s\r\nContent-Length: %zu\r\n\r\n",
                           status, status == 200 ? "OK" : "Not Found", size);
  send_all(fd, head, head_size);
  send_all(fd, body, size);
}

// Answers the whole requests that connection `i` has sent. 0 if it is over.
static int serve(int i) {
  struct request *request = &requests[i];
  ssize_t got = recv(polls[i].fd, request->text + request->size,
                     MAX_REQUEST - request->size, 0);
  if (got < 0 && errno == EAGAIN)
    return 1;
  if (got <= 0)
    return 0;
  request->size += got;
  request->text[request->size] = 0;
  for (char *end; (end = strstr(request->text, "\r\n\r\n"));) {
    char path[1024];
    if (sscanf(request->text, "GET %1023s HTTP/1.", path) != 1)
      return 0;
    answer(polls[i].fd, path);
    request->size -= end + 4 - request->text;
    memmove(request->text, end + 4, request->size + 1);
  }
  return request->size < MAX_REQUEST;
}

int main(void) {
  int listener = first_listener();
  if (fcntl(listener, F_SETFL, O_NONBLOCK))
    fail("fcntl");
  polls[0] = (struct pollfd){listener, POLLRDNORM, 0};
  while (!done) {
    if (poll(polls, connections + 1, -1) < 0)
      fail("poll");
    for (int i = connections; i > 0; --i)
      if (polls[i].revents && !serve(i)) {
        close(polls[i].fd);
        polls[i] = polls[connections];
        requests[i] = requests[connections--];
      }
    if (!(polls[0].revents & POLLRDNORM) || connections == MAX_CONNECTIONS)
      continue;
    int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
    if (fd < 0 && errno != EAGAIN)
      fail("accept");
    if (fd >= 0) {
      polls[++connections] = (struct pollfd){fd, POLLRDNORM, 0};
      requests[connections].size = 0;
    }
  }
  printf("served %d\n", served);
  return 0;
}

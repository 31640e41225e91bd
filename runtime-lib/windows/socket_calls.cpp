// The one variable of socket_calls.h, apart from socket.cpp, which only some
// programs are linked with.

#include "socket_calls.h"

const SocketCalls *socketCalls;

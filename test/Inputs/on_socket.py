"""on_socket.py COMMAND...: runs COMMAND with a connection as standard input,
which brings "abcdef" and its end, and prints what comes back and the status."""

import socket
import subprocess
import sys

ours, theirs = socket.socketpair()
program = subprocess.Popen(sys.argv[1:], stdin=theirs)
theirs.close()
ours.settimeout(60)
ours.sendall(b"abcdef")
ours.shutdown(socket.SHUT_WR)
data = b""
while part := ours.recv(100):
    data += part
print("received", data, "status", program.wait(60))

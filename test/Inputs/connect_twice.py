"""connect_twice.py PORT COMMAND...: starts COMMAND, connects to it two times
and prints what comes over each connection, and the status."""

import socket
import subprocess
import sys
import time

program = subprocess.Popen(sys.argv[2:])
deadline = time.monotonic() + 60
connections = []
while len(connections) != 2:
    try:
        connections.append(
            socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=60))
    except OSError:
        if program.poll() is not None or time.monotonic() > deadline:
            raise
        time.sleep(0.05)
data = []
for connection in connections:
    data.append(b"")
    while part := connection.recv(100):
        data[-1] += part
print("received", *data, "status", program.wait(60))

"""Starts socket-calls.c and is the other side of its connections.

usage: socket_peer.py PORT COMMAND...
"""

import socket
import struct
import subprocess
import sys
import time

PORT = int(sys.argv[1])


def connect(address):
    """The program may not be there yet."""
    deadline = time.monotonic() + 60
    while True:
        try:
            return socket.create_connection((address, PORT), timeout=60)
        except OSError:
            if program.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def receive_all(connection):
    data = b""
    while part := connection.recv(100):
        data += part
    return data


program = subprocess.Popen(sys.argv[2:])
try:
    first = connect("127.0.0.1")
    first.sendall(b"abcdef")
    time.sleep(0.2)
    first.sendall(b"1234")
    time.sleep(0.2)
    first.sendall(b"5678")
    print("received", receive_all(first))
    first.sendall(b"bye")
    first.close()

    second = connect("::1")
    print("received", second.recv(1))
    second.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    second.close()
    print("status", program.wait(60))
finally:
    program.kill()

"""Starts poll-sockets.c, connects to it 70 times and does what it asks for.

usage: socket_crowd.py PORT COMMAND...
"""

import socket
import subprocess
import sys
import threading
import time

PORT = int(sys.argv[1])
crowd = []


def answer():
    """Of connection 0: each "?", when the program waits for it."""
    try:
        while crowd[0].recv(1):
            time.sleep(0.03)
            crowd[0].sendall(b"!")
    except OSError:
        pass


def do(words):
    if words[0] == "connect":
        for _ in range(70):
            crowd.append(socket.create_connection(("127.0.0.1", PORT), 60))
        for connection in crowd:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=answer, daemon=True).start()
        return
    connection = crowd[int(words[1])]
    if words[0] == "drain":
        threading.Thread(target=lambda: [None for _ in iter(
            lambda: connection.recv(1 << 16), b"")], daemon=True).start()
        return
    if words[0] == "send-late":
        time.sleep(0.05)
    connection.sendall(words[2].encode())
    if words[0] == "finish":
        connection.shutdown(socket.SHUT_WR)


program = subprocess.Popen(sys.argv[2:], stdout=subprocess.PIPE, text=True)
try:
    for line in program.stdout:
        words = line.split()
        if words in (["passed"], ["failed"]):
            print(words[0], flush=True)
        else:
            do(words)
    sys.exit(program.wait(60))
finally:
    program.kill()

"""Starts a web server (web-server.c) and sends it requests over parallel
connections, a part of which are opened anew each time.

usage: http_load.py PORT REQUESTS FILE COMMAND...

FILE is one that the server may read as "/file/data".
"""

import http.client
import subprocess
import sys
import threading
import time

PORT, REQUESTS = int(sys.argv[1]), int(sys.argv[2])
CONNECTIONS = 8


def connect():
    """The server may not be there yet."""
    deadline = time.monotonic() + 60
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        try:
            connection.connect()
            return connection
        except OSError:
            if server.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def get(connection, path):
    connection.request("GET", path)
    response = connection.getresponse()
    return response.status, response.read()


def client(number):
    connection = connect()
    for i in range(REQUESTS // CONNECTIONS):
        if number < 2 and i % 10 == 0:
            connection.close()
            connection = connect()
        if i % 100 == 50:
            good = get(connection, "/file/data") == (200, data)
        else:
            status, body = get(connection, f"/c{number}-{i}")
            good = status == 200 and body.startswith(f"/c{number}-{i} ".encode())
        answers[number] += good
    connection.close()


with open(sys.argv[3], "rb") as file:
    data = file.read()
server = subprocess.Popen(sys.argv[4:], stdout=subprocess.PIPE)
answers = [0] * CONNECTIONS
start = time.monotonic()
clients = [threading.Thread(target=client, args=(i,)) for i in range(CONNECTIONS)]
for thread in clients:
    thread.start()
for thread in clients:
    thread.join()
seconds = time.monotonic() - start
assert get(connect(), "/file/missing") == (404, b"")
get(connect(), "/quit")
print("good answers:", sum(answers))
print("server:", server.communicate(timeout=60)[0].decode().strip(),
      "status", server.returncode)
print(f"{REQUESTS / seconds:.0f} requests a second", file=sys.stderr)

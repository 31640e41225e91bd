"""Runs a shell command with $PORT a TCP port that was just free."""

import os
import socket
import subprocess
import sys

with socket.socket(socket.AF_INET6) as probe:
    # An IPv6 socket for both families: free for one and the other.
    probe.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
    probe.bind(("::", 0))
    port = probe.getsockname()[1]
sys.exit(subprocess.call(["sh", "-c", sys.argv[1]],
                         env=dict(os.environ, PORT=str(port))))

"""Fetches the sources of the real programs: upstream tarballs from the Debian
mirror that apt is configured with, and one package from npm. Every file is checked
against a SHA-256, whatever it came from."""

import glob
import hashlib
import os
import re
import shutil
import subprocess
import tarfile
import urllib.parse

from applications import APPLICATIONS, Npm, PACKAGES
from catalogue import Program
from runtime import say

HERE = os.path.dirname(os.path.abspath(__file__))
APT_HELPER = "/usr/lib/apt/apt-helper"
# What Debian superseded is no longer on its mirrors, but there.
LAST_RESORT = "http://snapshot.debian.org/archive/debian/20250520T000000Z/"


def mirrors():
    """Debian's mirrors that apt uses, and Debian's own."""
    found = []
    targets = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(ORIGIN) $(REPO_URI)"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    for line in targets.splitlines():
        origin, _, uri = line.partition(" ")
        if origin == "Debian" and "security" not in uri:
            found.append(uri.rstrip("/") + "/")
    found += ["http://deb.debian.org/debian/", LAST_RESORT]
    return list(dict.fromkeys(found))


def is_right(path, sha256):
    if not os.path.exists(path):
        return False
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest() == sha256


def download_debian(package, path):
    """apt's own downloader: it knows of proxies and checks the sum."""
    for mirror in mirrors():
        uri = mirror + "pool/main/" + urllib.parse.quote(package.path)
        subprocess.run([APT_HELPER, "-q", "download-file", uri, path,
                        "SHA256:" + package.sha256], stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        if is_right(path, package.sha256):
            return


def download_npm(name, version, path):
    """npm pack, which runs no scripts of the package."""
    folder = os.path.dirname(path)
    result = subprocess.run(
        ["npm", "pack", "--loglevel=error", "--ignore-scripts",
         f"{name}@{version}"], cwd=folder, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, text=True)
    if result.returncode == 0:
        os.replace(os.path.join(folder, result.stdout.split()[-1]), path)


def unpack(archive, folder):
    """Unpacks a tarball whose only top folder becomes `folder`."""
    temporary = folder + ".unpacking"
    shutil.rmtree(temporary, ignore_errors=True)
    with tarfile.open(archive) as tar:
        tar.extractall(temporary)
    tops = os.listdir(temporary)
    os.rename(os.path.join(temporary, tops[0]) if len(tops) == 1 else temporary,
              folder)
    shutil.rmtree(temporary, ignore_errors=True)


def fetch(name, build):
    """The folder of a package's sources, or None if it cannot be had."""
    package = PACKAGES[name]
    base = os.path.join(build, "sources")
    folder = os.path.join(base, name + "-" + package.sha256[:8])
    if os.path.isdir(folder):
        return folder
    os.makedirs(base, exist_ok=True)
    archive = folder + ".tar"
    say(f"Fetching {name}")
    for _ in range(3):
        if is_right(archive, package.sha256):
            unpack(archive, folder)
            return folder
        if isinstance(package, Npm):
            download_npm(package.name, package.version, archive)
        else:
            download_debian(package, archive)
    say(f"bench: the sources of {name} cannot be fetched")
    return None


def expand(folder, patterns):
    """The files which the patterns name, in a fixed order."""
    chosen = []
    for pattern in patterns:
        found = sorted(glob.glob(os.path.join(folder, pattern.lstrip("-"))))
        if pattern.startswith("-"):
            chosen = [path for path in chosen if path not in found]
        else:
            chosen += [path for path in found if path not in chosen]
    return chosen


def application_program(application, build):
    """The Program of an Application, or None if it cannot be fetched."""
    folder = fetch(application.package, build)
    if folder is None:
        return None
    for source, copy in application.copies.items():
        shutil.copyfile(os.path.join(folder, source), os.path.join(folder, copy))
    driver = os.path.join(HERE, "drivers", application.name + ".c")
    includes = [os.path.join(HERE, "shims"), os.path.join(HERE, "programs")]
    includes += [os.path.join(folder, path) for path in application.includes]
    flags = [f"-I{os.path.normpath(path)}" for path in includes]
    headers = glob.glob(os.path.join(HERE, "shims", "**", "*.h"), recursive=True)
    headers += glob.glob(os.path.join(HERE, "drivers", "*.h"))
    return Program(application.name, "real programs",
                   [driver] + expand(folder, application.sources),
                   [driver] + sorted(headers), flags + application.flags,
                   ["-I" + os.path.join(HERE, "shims", "wasm"),
                    *application.wasm_flags])


def application_programs(build, pattern):
    """The programs whose name matches; those that cannot be had are left out."""
    programs = [application_program(application, build)
                for application in APPLICATIONS
                if re.search(pattern, application.name)]
    return [program for program in programs if program]

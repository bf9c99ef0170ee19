"""The `git` program, called so that no repository can make it run anything. What is asked of it is `git`'s, the module beside this.

A repository may come from anyone and brings a configuration of its own, which git obeys. So only plumbing is called (`rev-list`,
`diff-tree`, `cat-file`): it knows no pagers, signatures, text conversions, filters or hooks. Nothing is fetched, even where a remote
promised objects: no protocol is allowed. No other configuration is read, no replacement followed, nothing of our environment told.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import IO, Self

from filter.errors import UsageError
from filter.store.archives import limits
from filter.store.archives.damage import DamageError, shown

_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "HOME": os.devnull,
    "LC_ALL": "C",
    "XDG_CONFIG_HOME": os.devnull,
}
# `safe.directory`: whose the repository is does not matter where nothing of it is run.
_SETTINGS = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "core.sshCommand=false", "protocol.allow=never", "safe.directory=*")


def found(name: str) -> str:
    """The path of git. UsageError where it is not installed, naming the archive that needs it."""
    path = shutil.which("git")
    if path is None:
        raise UsageError(f"{name}: needs the program git, which is not installed (Debian's package git)")
    return path


def start(repository: Path, *words: str, given: IO[bytes] | int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    """A git command at work on a bare repository, its output to be read. What it has to complain of is not."""
    command = _command(repository, words)
    environment = {**_ENVIRONMENT, "PATH": os.environ.get("PATH", os.defpath)}
    return subprocess.Popen(command, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)  # noqa: S603  (no shell; see above)


def told(repository: Path, *words: str) -> str:
    """A short answer of git. DamageError with its complaint."""
    environment = {**_ENVIRONMENT, "PATH": os.environ.get("PATH", os.defpath)}
    done = subprocess.run(_command(repository, words), stdin=subprocess.DEVNULL, capture_output=True, env=environment, check=False)  # noqa: S603  (no shell; see above)
    if done.returncode:
        complaint = done.stderr[: limits.MAX_GIT_LINE_BYTES].decode("utf-8", "replace").strip()
        raise DamageError(f"git finds no history to read in it: {shown(complaint.splitlines()[-1]) if complaint else done.returncode}")
    return done.stdout.decode("utf-8", "replace").strip()


def _command(repository: Path, words: tuple[str, ...]) -> list[str]:
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    return [found(str(repository)), "--no-pager", f"--git-dir={repository.absolute()}", *settings, *words]


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends a command that may still be at work."""
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except BrokenPipeError:
                continue
    process.wait()


class Blobs:
    """Objects by their hashes, read through one `git cat-file --batch`; where that dies of a broken object, the next one gets another."""

    def __init__(self, repository: Path) -> None:
        self._repository = repository
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            end(self._process)
            self._process = None

    def read(self, hash_: str) -> bytes | None:
        """A blob's octets, None if it is too large for a message. DamageError where it cannot be read."""
        size = self._size(hash_)
        if size > limits.MAX_MESSAGE_BYTES:
            left = size + 1
            while left and (octets := self._take(min(left, limits.READ_BYTES))):
                left -= len(octets)
            return None
        content = self._take(size + 1)
        if len(content) <= size:
            self.__exit__()
            raise DamageError(f"object {hash_} is damaged")
        return content[:-1]

    def _size(self, hash_: str) -> int:
        """The size of the blob that comes next on the pipe."""
        if self._process is None:
            self._process = start(self._repository, "cat-file", "--batch", given=subprocess.PIPE)
        asked, answers = self._process.stdin, self._process.stdout
        try:
            if asked is None or answers is None:
                raise BrokenPipeError
            asked.write(f"{hash_}\n".encode())
            asked.flush()
            answer = answers.readline(limits.MAX_GIT_LINE_BYTES).split()
        except BrokenPipeError:
            answer = []
        if len(answer) == 3 and answer[1] == b"blob":
            return int(answer[2])
        if answer[1:] != [b"missing"]:
            self.__exit__()
        raise DamageError(f"object {hash_} is missing or damaged")

    def _take(self, size: int) -> bytes:
        return self._process.stdout.read(size) if self._process and self._process.stdout else b""

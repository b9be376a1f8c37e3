from __future__ import annotations

import errno
import os
import resource
import shlex
import signal
import subprocess
import time
from pathlib import Path

import pytest
from cli_harness import command, environment, pretend  # noqa: F401

from noodlecore_trm.cli import main
from noodlecore_trm.cli.writing import NotWritten, rewrite, write_atomically

pytestmark = pytest.mark.usefixtures("pretend")
Capture = pytest.CaptureFixture[bytes]


def test_read_only_files_are_left_alone(capfdbinary: Capture) -> None:
    for name in ("a.py", "b.py"):
        Path(name).write_bytes(b"slow\n")
    Path("a.py").chmod(0o444)
    assert main(["optimize", "--write", "."]) == 2
    err = capfdbinary.readouterr().err.decode()
    assert err.splitlines() == [
        "a.py: read-only; left as it is",
        "optimized b.py (1 rewrite)",
        "1 file changed, 0 left unchanged, 1 failed, 1 rewrite",
    ]
    assert Path("a.py").read_bytes() == b"slow\n"
    assert Path("b.py").read_bytes() == b"fast\n"


@pytest.mark.parametrize("stage", ["write", "fsync", "replace"])
def test_a_full_disk_leaves_everything_as_it_was(
    stage: str, monkeypatch: pytest.MonkeyPatch, capfdbinary: Capture
) -> None:
    for number in range(3):
        Path(f"m{number}.py").write_bytes(b"slow\n")

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(f"noodlecore_trm.cli.writing.os.{stage}", full)
        assert main(["optimize", "--write", "--no-cache", "."]) == 2
    err = capfdbinary.readouterr().err.decode()
    assert "m0.py: no space left on device; left as it is\nstopped; 2 more files left as they are\n" in err
    assert sorted(os.listdir()) == ["m0.py", "m1.py", "m2.py"]
    assert all(Path(f"m{number}.py").read_bytes() == b"slow\n" for number in range(3))


def test_a_write_that_the_system_cuts_short(tmp_path: Path) -> None:
    Path("a.py").write_bytes(b"slow\n" + b"#" * 100_000 + b"\n")
    before = Path("a.py").read_bytes()

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    done = subprocess.run(
        command("optimize", "--write", "a.py"),
        capture_output=True,
        env=environment(tmp_path, PYTHONDONTWRITEBYTECODE="1"),
        preexec_fn=limit,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("a.py: file too large; left as it is\n")
    assert Path("a.py").read_bytes() == before
    assert os.listdir() == ["a.py"]


def test_partial_writes_are_continued(monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write

    def little(descriptor: int, data: bytes) -> int:
        return write(descriptor, memoryview(data)[:3])

    with monkeypatch.context() as patch:
        patch.setattr("noodlecore_trm.cli.writing.os.write", little)
        write_atomically("x", b"0123456789")
    assert Path("x").read_bytes() == b"0123456789"


def test_new_files_obey_the_umask() -> None:
    before = os.umask(0o027)
    try:
        write_atomically("x", b"")
    finally:
        os.umask(before)
    assert Path("x").stat().st_mode & 0o777 == 0o640


def test_a_file_that_changed_meanwhile_is_not_overwritten() -> None:
    Path("a.py").write_bytes(b"new text\n")
    with pytest.raises(NotWritten, match="changed on disk"):
        rewrite("a.py", b"old text\n", b"optimized\n")
    assert Path("a.py").read_bytes() == b"new text\n"
    assert os.listdir() == ["a.py"]


def test_devices_are_written_to_directly() -> None:
    Path("a.py").write_bytes(b"slow\n")
    assert main(["optimize", "a.py", "-o", "/dev/null"]) == 0
    assert not Path("/dev/null").is_file()


def test_an_output_that_is_a_symlink_is_refused(capfdbinary: Capture) -> None:
    Path("a.py").write_bytes(b"slow\n")
    Path("b.py").write_bytes(b"mine\n")
    os.symlink("b.py", "c.py")
    assert main(["optimize", "a.py", "-o", "c.py"]) == 2
    assert b"c.py: it is a symlink; left as it is\n" in capfdbinary.readouterr().err
    assert Path("b.py").read_bytes() == b"mine\n"


def _alive(pid: int) -> bool:
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return text.rpartition(")")[2].split()[0] != "Z"


def _children(pid: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, IndexError):
                continue
            if parent == pid:
                found.append(int(entry.name))
    return found


@pytest.mark.parametrize(("jobs", "number"), [("1", signal.SIGINT), ("2", signal.SIGINT), ("2", signal.SIGTERM)])
@pytest.mark.parametrize("whole_group", [False, True])
def test_an_interrupt_leaves_nothing_half_done(
    tmp_path: Path, jobs: str, number: signal.Signals, whole_group: bool
) -> None:
    for index in range(6):
        Path(f"m{index}.py").write_bytes(b"slow\n" + (b"# sleep\n" if index > 1 else b"") + b"# %d\n" % index)
    started = tmp_path / "started"
    process = subprocess.Popen(
        command("optimize", "--write", ".", "--jobs", jobs),
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(tmp_path, PRETENDED_STARTED=str(started)),
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while not started.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    children = _children(process.pid)
    if whole_group:
        os.killpg(process.pid, number)
    else:
        process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert out == b""
    lines = err.decode().splitlines()
    assert lines[-1] == "noodle-trm: interrupted; no file was left half-written"
    assert lines[:-1] == [f"optimized m{index}.py (1 rewrite)" for index in range(len(lines) - 1)]
    assert sorted(os.listdir()) == [f"m{index}.py" for index in range(6)]
    for index in range(6):
        assert Path(f"m{index}.py").read_bytes()[:4] in (b"slow", b"fast")
    deadline = time.monotonic() + 10
    while any(map(_alive, children)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_alive, children))


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    for index in range(4):
        Path(f"m{index}.py").write_bytes(b"# sleep %d\n" % index)
    started = tmp_path / "started"
    process = subprocess.Popen(
        command("optimize", ".", "--jobs", "2"), env=environment(tmp_path, PRETENDED_STARTED=str(started)),
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while not started.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    children = _children(process.pid)
    assert children
    process.kill()
    process.wait()
    deadline = time.monotonic() + 10
    while any(map(_alive, children)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_alive, children))


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "2>/dev/full"])
def test_nobody_to_tell(closed: str, tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_bytes(b"slow\n")
    line = f"{shlex.join(command('optimize', '--write', file))} {closed}"
    assert subprocess.run(line, shell=True, env=environment(tmp_path), timeout=120).returncode == 0
    assert file.read_bytes() == b"fast\n"

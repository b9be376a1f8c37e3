"""`noodle-trm profile PROGRAM`: run a program once, and record what it does."""

from __future__ import annotations

import json
import os
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

from noodlecore_trm.cli.arguments import add_program
from noodlecore_trm.cli.console import CommandError, Console, plural
from noodlecore_trm.cli.writing import check_output, deliver
from noodlecore_trm.launch.process import run_in_process

HELP = "run a program once and record what `optimize --profile` goes by"
DESCRIPTION = (
    "Run a program and record for each of its functions the calls, turns of loops, outcomes of tests and exact types "
    "of arguments. Options of this command come before the program; everything after it is the program's. The exit "
    "code is that of the program, and its output and input are its own."
)

def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "-o", "--output", metavar="FILE", default="profile.json", help="where the profile goes (profile.json)"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="print problems only")
    add_program(parser)


def run(arguments: Namespace) -> int:
    console = Console(quiet=arguments.quiet)
    program: str = arguments.program
    if not arguments.module and not os.path.exists(program):
        raise CommandError(f"{program}: no such file" + ("" if program.endswith(".py") else "; a module takes -m"))
    check_output(arguments.output)
    if not os.path.isdir(os.path.dirname(os.path.abspath(arguments.output))):
        raise CommandError(f"{arguments.output}: cannot be written")
    if not arguments.module and os.path.realpath(arguments.output) == os.path.realpath(program):
        raise CommandError(f"{arguments.output}: that would overwrite the program")
    with tempfile.TemporaryDirectory(prefix="noodle-profile-") as temporary:
        made = Path(temporary, "profile.json")
        kind = "module" if arguments.module else "script"
        code = run_in_process("noodlecore_trm.profile.record", [str(made), kind, program, *arguments.arguments])
        try:
            data = made.read_bytes()
            files = json.loads(data)["files"]
        except (OSError, ValueError):
            console.warn("the program ended without a profile: it was killed, or left by os._exit or exec")
            return code or 2
        ran = sum(seen["calls"] > 0 for file in files.values() for seen in file["functions"].values())
        if code and not ran:
            console.say(f"no function of the program ran; {arguments.output} is not written")
            return code
        deliver(arguments.output, data)
    console.say(f"wrote {arguments.output}: {plural(ran, 'function')} ran in {plural(len(files), 'file')}")
    return code

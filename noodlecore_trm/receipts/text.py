"""The receipt for people: a few lines per function."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from noodlecore_trm.receipts.receipt import ChangeReceipt, FileReceipt, FunctionReceipt, Receipt, TakenBackReceipt

Counterexamples = Mapping[str, Mapping[str, str]]
"""Rule name -> reason -> the counterexample that makes the refusal necessary."""

NO_COUNTEREXAMPLES: Counterexamples = {}


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def grounds(change: ChangeReceipt) -> str:
    """Why a kept change is sound, and what is known about its speed, as one phrase."""
    parts = [{"S0": "always the same", "S1": "the same under a guard", "S2": "the same as far as you allowed"}.get(
        change.tier, change.tier)]
    if change.guard:
        parts[0] += f" `{change.guard}`"
        if change.guard_cost is not None:
            parts[0] += f" of about {change.guard_cost:.0f} ns"
        if change.guard_element_cost is not None:
            parts[0] += f" and {change.guard_element_cost:.0f} ns an element"
    parts[0] += f" ({change.tier})"
    parts.append("proved" if change.evidence == "PROVED" else change.evidence.lower())
    if change.executions:
        parts[-1] += f" on {counted(change.executions, 'execution')}"
    if change.ratio is not None:
        parts.append(_speed(change.ratio, change.lower_bound))
    return "; ".join(parts)


def _speed(ratio: float, lower_bound: float | None) -> str:
    bound = "" if lower_bound is None else f" (at least {lower_bound:.2f}x)"
    return f"{ratio:.2f}x as fast{bound}"


def _why_taken_back(change: TakenBackReceipt) -> str:
    speed = "" if change.ratio is None else f"; {_speed(change.ratio, change.lower_bound)}"
    return f"taken back, {change.reason}{speed}"


def _function(function: FunctionReceipt, refusals: bool, counterexamples: Counterexamples) -> Iterator[str]:
    facts = [f"line {function.line}"]
    if function.chooser != "none":
        facts.append(f"chosen by {function.chooser}")
    if function.fallback_reason:
        facts.append(function.fallback_reason)
    yield f"  {function.qualname} ({', '.join(facts)})"
    if function.dynamic:
        yield f"    never rewritten: {function.dynamic}"
    rows = [(change.line, 0, change.rule, grounds(change)) for change in function.kept]
    rows += [(change.line, 1, change.rule, _why_taken_back(change)) for change in function.taken_back]
    if refusals:
        for refusal in function.refused:
            why = counterexamples.get(refusal.rule, {}).get(refusal.reason, "")
            text = f"refused, {refusal.reason.replace('_', ' ')}" + (f": {why}" if why else "")
            rows.append((refusal.line, 2, refusal.rule, text))
    width = max((len(row[2]) for row in rows), default=0)
    for line, _, rule, text in sorted(rows):
        yield f"    {line:>5}  {rule:<{width}}  {text}"
    if refusals:
        passed = function.found - len(function.kept)
        if passed > 0:
            possible = counted(function.found, "rewrite")
            yield f"    {possible} possible, {function.tried} tried, {len(function.kept)} kept"
        elif not rows and not function.dynamic:
            yield "    no rule applies"


def _file(file: FileReceipt, refusals: bool, counterexamples: Counterexamples) -> Iterator[str]:
    if file.status == "changed":
        verdict = file.verdict
        judges = f"structure {verdict.structure}, behaviour {verdict.behaviour}, time {verdict.time}"
        size = f"{file.bytes_before} -> {file.bytes_after} bytes"
        yield f"{file.path}: {counted(len(file.kept), 'rewrite')}, {size}; {judges}"
        if verdict.detail:
            yield f"  {verdict.detail}"
    else:
        yield f"{file.path}: {file.status}" + (f", {file.reason}" if file.reason else "")
    for function in file.functions:
        if function.kept or function.taken_back or refusals:
            yield from _function(function, refusals, counterexamples)


def _was_rejected(file: FileReceipt) -> bool:
    """Whether a judge sent back what had been made of the file."""
    return file.verdict.objects or file.verdict.time == "failed"


def render_text(
    receipt: Receipt, *, refusals: bool = False, counterexamples: Counterexamples = NO_COUNTEREXAMPLES
) -> str:
    """
    The receipt as short text, grouped by file and function.

    Refused places, and unchanged files that no judge sent back, are listed only with `refusals`;
    each refusal with its counterexample where `counterexamples` has one.
    """
    lines: list[str] = []
    for file in receipt.files:
        if refusals or file.status != "unchanged" or _was_rejected(file):
            lines.extend(_file(file, refusals, counterexamples))
    summary = receipt.summary
    counts = [f"{summary[key]} {key}" for key in ("changed", "unchanged", "failed") if summary.get(key)]
    lines.append(
        f"{counted(summary.get('files', 0), 'file')}"
        + (f" ({', '.join(counts)})" if counts else "")
        + f", {counted(summary.get('kept', 0), 'rewrite')}"
    )
    return "\n".join(lines) + "\n"

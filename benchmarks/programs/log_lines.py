"""Look through the log of a web server: errors, slow requests, busy clients and hours."""

from collections import Counter, defaultdict

LEVELS = ["INFO", "INFO", "INFO", "WARNING", "INFO", "ERROR", "DEBUG"]
PATHS = ["/", "/index.html", "/login", "/api/users", "/api/orders", "/static/style.css"]


def make_log(count: int) -> list[str]:
    lines = []
    for i in range(count):
        seconds = i * 29 % 86400
        clock = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
        level = LEVELS[(i * i + i // 7) % 7]
        client = f"10.0.{i % 3}.{i * 7 % 40}"
        status = 500 if level == "ERROR" else 404 if i % 23 == 0 else 200
        duration = i * i % 997
        lines.append(f"2024-03-01 {clock} [{level}] {client} GET {PATHS[i % 6]} {status} {duration}ms")
        if level == "ERROR":
            lines.append("Traceback (most recent call last):")
            lines.append('  File "app.py", line ' + str(i % 300))
    return lines


def parse_line(line: str):
    parts = line.split(" ")
    if len(parts) != 8 or not parts[7].endswith("ms"):
        return None
    return {
        "date": parts[0],
        "time": parts[1],
        "level": parts[2].strip("[]"),
        "client": parts[3],
        "method": parts[4],
        "path": parts[5],
        "status": int(parts[6]),
        "duration": int(parts[7][:-2]),
    }


def read(lines: list[str]):
    entries = []
    skipped = 0
    for line in lines:
        entry = parse_line(line)
        if entry is None:
            skipped += 1
        else:
            entries.append(entry)
    return entries, skipped


def slow_paths(entries, limit: int) -> dict[str, float]:
    durations = defaultdict(list)
    for entry in entries:
        durations[entry["path"]].append(entry["duration"])
    result = {}
    for path, values in durations.items():
        mean = sum(values) / len(values)
        if mean > limit:
            result[path] = round(mean, 3)
    return result


def requests_per_hour(entries) -> list[int]:
    hours = [0] * 24
    for entry in entries:
        hour = int(entry["time"][:2])
        hours[hour] += 1
    return hours


def error_streak(entries) -> int:
    longest = 0
    current = 0
    for entry in entries:
        if entry["level"] in ("ERROR", "WARNING"):
            current += 1
            if current > longest:
                longest = current
        else:
            current = 0
    return longest


def run():
    entries, skipped = read(make_log(2600))
    levels = Counter(entry["level"] for entry in entries)
    clients = Counter(entry["client"] for entry in entries if entry["status"] >= 400)
    busiest = sorted(clients.items(), key=lambda pair: (-pair[1], pair[0]))[:3]
    slow = slow_paths(entries, 495)
    return skipped, sorted(levels.items()), busiest, slow, requests_per_hour(entries)[:20], error_streak(entries)

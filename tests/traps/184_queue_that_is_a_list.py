"""
astral-sh/ruff#12164: Rule B909 (loop-iterator-mutation) doesn't detect many kinds of list mutation

A queue that somebody slices, indexes or holds on to has to stay a list.
"""


def walk(graph, start):
    queue = [start]
    seen = []
    while queue:
        node = queue.pop(0)
        seen.append((node, queue[:1], len(queue)))
        queue += [each for each in graph[node] if each not in queue]
        if len(seen) > 5:
            break
    return seen, queue
# --- wrong
from collections import deque


def walk(graph, start):
    queue = deque([start])
    seen = []
    while queue:
        node = queue.popleft()
        seen.append((node, list(queue)[:1], len(queue)))
        queue += [each for each in graph[node] if each not in queue]
        if len(seen) > 5:
            break
    return seen, queue
# --- driver
attempt(walk, {1: [2, 3], 2: [4], 3: [4], 4: []}, 1)
attempt(walk, {1: [1, 2], 2: [1]}, 1)
attempt(walk, {}, 1)

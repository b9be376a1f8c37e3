# calls: overlaps([(i * 29 % 300, i * 29 % 300 + i % 17 + 1) for i in range(90)], [(k * 10, k * 10 + 4) for k in range(30)])
class Span:
    def __init__(self, start, end):
        self.start = start
        self.end = end
        self.left = None
        self.right = None
        self.latest = end


def add(node, start, end):
    if node is None:
        return Span(start, end)
    if start < node.start:
        node.left = add(node.left, start, end)
    else:
        node.right = add(node.right, start, end)
    node.latest = max(node.latest, end)
    return node


def search(node, start, end, found):
    if node is None or node.latest <= start:
        return
    search(node.left, start, end, found)
    if node.start < end and start < node.end:
        found.append((node.start, node.end))
    if node.start < end:
        search(node.right, start, end, found)


def overlaps(spans, queries):
    root = None
    for start, end in spans:
        root = add(root, start, end)
    result = {}
    for start, end in queries:
        found = []
        search(root, start, end, found)
        result[start] = len(found)
    busiest = max(result, key=lambda s: result[s])
    return busiest, result[busiest], sum(result[s] for s in result)

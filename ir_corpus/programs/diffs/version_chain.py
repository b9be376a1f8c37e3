# calls: history('The old text of the page, which is long.', [(i * 5 % 35, i % 4, 'v%d' % i) for i in range(90)], 7)
# calls: history('abc', [(1, 1, 'X')], 1), history('', [(0, 0, 'first')], 2)
class Page:
    def __init__(self, text):
        self.text = text
        self.undo = []

    def edit(self, at, remove, insert):
        at = min(at, len(self.text))
        gone = self.text[at:at + remove]
        self.text = self.text[:at] + insert + self.text[at + remove:]
        self.undo.append((at, insert, gone))

    def version(self, back):
        text = self.text
        for at, insert, gone in reversed(self.undo[len(self.undo) - back:]):
            text = text[:at] + gone + text[at + len(insert):]
        return text


def common_ends(a, b):
    head = 0
    while head < len(a) and head < len(b) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < len(a) - head and tail < len(b) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    return head, tail


def history(text, edits, every):
    page = Page(text)
    for at, remove, insert in edits:
        page.edit(at, remove, insert)
    steps = []
    back = 0
    while back + every <= len(edits):
        newer = page.version(back)
        older = page.version(back + every)
        head, tail = common_ends(older, newer)
        steps.append((head, len(older) - head - tail, len(newer) - head - tail))
        back += every
    size = sum(len(gone) + len(insert) for _, insert, gone in page.undo)
    return page.version(len(edits)) == text, steps, size, len(page.text)

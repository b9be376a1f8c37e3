# calls: forum([(i, (i - 1) // 2 if i % 5 else None, 'user%d' % (i % 7), i * 17 % 9 - 2) for i in range(100)]), forum([(4, None, 'x', 0)])
class Comment:
    def __init__(self, number, author, votes):
        self.number = number
        self.author = author
        self.votes = votes
        self.replies = []

    def size(self):
        return 1 + sum(r.size() for r in self.replies)

    def depth(self):
        if not self.replies:
            return 1
        return 1 + max(r.depth() for r in self.replies)

    def score(self):
        return self.votes + 0.5 * sum(r.score() for r in self.replies)

    def show(self, indent=0):
        lines = ['%s%s (%d): %d' % ('. ' * indent, self.author, self.votes, self.number)]
        hidden = 0
        for reply in sorted(self.replies, key=lambda r: -r.score()):
            if reply.score() < -1:
                hidden += reply.size()
            else:
                lines.extend(reply.show(indent + 1))
        if hidden:
            lines.append('. ' * (indent + 1) + str(hidden) + ' hidden')
        return lines


def forum(rows):
    index = {}
    roots = []
    for number, parent, author, votes in rows:
        comment = Comment(number, author, votes)
        index[number] = comment
        if parent is None or parent not in index:
            roots.append(comment)
        else:
            index[parent].replies.append(comment)
    roots.sort(key=Comment.score, reverse=True)
    return [(r.number, r.size(), r.depth(), r.score()) for r in roots], roots[0].show()

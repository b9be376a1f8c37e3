# calls: top_tags([{'amount': 3.5 + i * 17 % 80, 'tags': ['home', 'kids', 'bus', 'gift', 'food', 'pets'][i % 4:i % 4 + 1 + i % 3], 'paid': i % 9 != 0} for i in range(160)], 3)
from dataclasses import dataclass, field


@dataclass
class Tag:
    name: str
    total: float = 0.0
    amounts: list = field(default_factory=list)

    def add(self, amount):
        self.total += amount
        self.amounts.append(amount)

    @property
    def mean(self):
        return self.total / len(self.amounts)


def top_tags(expenses, count):
    tags = {}
    open_sum = 0.0
    for expense in expenses:
        if not expense['paid']:
            open_sum += expense['amount']
            continue
        for name in expense['tags']:
            if name not in tags:
                tags[name] = Tag(name=name)
            tags[name].add(expense['amount'] / len(expense['tags']))
    ranked = sorted(tags.values(), key=lambda tag: -tag.total)
    lines = []
    for i in range(min(count, len(ranked))):
        tag = ranked[i]
        above = 0
        for amount in tag.amounts:
            if amount > tag.mean:
                above += 1
        lines.append(f'{i + 1}. {tag.name:<6}{tag.total:>10.2f} ({above} of {len(tag.amounts)} above mean)')
    return lines, open_sum

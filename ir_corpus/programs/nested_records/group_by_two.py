# calls: library_groups([{'author': 'Author %s' % 'ABCDEFG'[i % 7], 'year': 1950 + i * 13 % 70, 'pages': 80 + i * 29 % 400, 'tags': ['novel', 'crime', 'poetry', 'travel'][i % 4:i % 4 + 2]} for i in range(110)]), library_groups([{'author': 'Z', 'year': 2001, 'pages': 3, 'tags': []}])
from collections import defaultdict


def century_half(year):
    return '%d-%d' % (year // 50 * 50, year // 50 * 50 + 49)


def nested():
    return defaultdict(lambda: defaultdict(list))


def plain(tree):
    if isinstance(tree, dict):
        return {key: plain(tree[key]) for key in sorted(tree)}
    return len(tree), sum(book['pages'] for book in tree)


def library_groups(books):
    by_author = nested()
    by_tag = nested()
    for book in books:
        by_author[book['author']][century_half(book['year'])].append(book)
        for tag in book['tags'] or ['none']:
            by_tag[tag][book['author']].append(book)
    thickest = {}
    for author, halves in by_author.items():
        all_books = [book for half in halves.values() for book in half]
        thickest[author] = max(all_books, key=lambda b: (b['pages'], -b['year']))['year']
    loyal = [tag for tag in sorted(by_tag) if len(by_tag[tag]) == 1]
    return plain(by_author), plain(by_tag), thickest, loyal

# calls: count_topics(['science/physics/optics', 'science/biology', 'art/music/jazz', 'art', 'science/physics', 'art/music', 'sport/ball/tennis'] * 20), count_topics(['a/b/c/d'])
def parents(tag):
    result = []
    while '/' in tag:
        tag = tag[:tag.rindex('/')]
        result.append(tag)
    return result


def level(tag):
    return tag.count('/')


def is_below(tag, other):
    return tag.startswith(other + '/')


def count_topics(tags):
    direct = {}
    total = {}
    for tag in tags:
        direct[tag] = direct.get(tag, 0) + 1
        for name in [tag] + parents(tag):
            total[name] = total.get(name, 0) + 1
    tree = []
    for name in sorted(total):
        text = '   ' * level(name) + name.split('/')[-1] + ' ' + str(total[name])
        if direct.get(name, 0) not in (0, total[name]):
            text += ' (' + str(direct[name]) + ' here)'
        tree.append(text)
    leaves = [name for name in total if not any(is_below(other, name) for other in total)]
    lonely = []
    for name in sorted(total):
        brothers = [o for o in total if parents(o)[:1] == parents(name)[:1] and o != name]
        if not brothers:
            lonely.append(name)
    return tree, sorted(leaves), lonely

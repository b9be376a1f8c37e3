# calls: summary([{'id': i, 'type': ('pit', 'ditch', 'posthole', 'layer')[(i // 2) % 4], 'depth': i * 37 % 190 / 100, 'cuts': [i - 3, i - 8] if i > 8 and i % 3 == 0 else []} for i in range(100)])
# calls: summary([{'id': 5, 'type': 'pit', 'depth': 0.4, 'cuts': [9]}])
def describe(context):
    text = str(context['id']).zfill(4) + ' ' + context['type']
    if context['depth'] > 1.5:
        text += ' (deep)'
    elif context['depth'] < 0.1:
        text += ' (truncated)'
    if context['cuts']:
        text += ' cuts ' + ', '.join(str(c) for c in context['cuts'])
    return text


def earliest(contexts, ident, seen):
    for context in contexts:
        if context['id'] == ident:
            if not context['cuts'] or ident in seen:
                return ident
            return min(earliest(contexts, c, seen + [ident]) for c in context['cuts'])
    return ident


def summary(contexts):
    by_type = {}
    roots = {}
    for context in contexts:
        by_type.setdefault(context['type'], []).append(context['depth'])
        if context['cuts']:
            root = earliest(contexts, context['id'], [])
            roots[root] = roots.get(root, 0) + 1
    stats = [(t, len(d), round(sum(d) / len(d), 3), max(d)) for t, d in sorted(by_type.items())]
    return stats, roots, [describe(c) for c in contexts][:12]

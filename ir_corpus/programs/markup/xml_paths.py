# calls: select({'tag': 'r', 'kids': [{'tag': 'a' if i % 3 else 'b', 'kids': [{'tag': 'c', 'kids': [], 'text': str(i * k)} for k in range(4)]} for i in range(50)]}, 'r/a/c')
# calls: select({'tag': 'r', 'kids': []}, 'r/*')
def matches(node, step):
    return step == '*' or node['tag'] == step


def children(node, step):
    found = []
    for kid in node['kids']:
        if matches(kid, step):
            found.append(kid)
    return found


def text_of(node):
    text = node.get('text', '')
    for kid in node['kids']:
        text += text_of(kid)
    return text


def depth(node):
    deepest = 0
    for kid in node['kids']:
        deepest = max(deepest, depth(kid))
    return deepest + 1


def select(root, path):
    steps = path.split('/')
    if not matches(root, steps[0]):
        return []
    current = [root]
    for step in steps[1:]:
        following = []
        for node in current:
            for kid in children(node, step):
                following = following + [kid]
        current = following
    texts = []
    for node in current:
        if text_of(node) not in texts:
            texts.append(text_of(node))
    return texts, len(current), depth(root)

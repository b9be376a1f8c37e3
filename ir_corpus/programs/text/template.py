# calls: fill('Dear {name}, you owe {amount} since {date}.' * 7, {'name': 'Ann', 'amount': '12', 'date': 'May'})
def fill(text, values):
    out = ''
    name = ''
    inside = False
    missing = []
    for i in range(len(text)):
        letter = text[i]
        if letter == '{':
            inside = True
            name = ''
        elif letter == '}':
            inside = False
            if name in values.keys():
                out += values[name]
            else:
                out += '?'
                if name not in missing:
                    missing.append(name)
        elif inside:
            name += letter
        else:
            out += letter
    return out, missing

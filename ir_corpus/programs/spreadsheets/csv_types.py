# calls: load('id,name,price\n' + '1,pen,2.5\n2,cup,n/a\n,hat,12\n4,mug,7.25\n' * 5), load('a\nyes\nno')
def kind_of(text):
    if text == '':
        return 'empty'
    try:
        int(text)
        return 'int'
    except ValueError:
        pass
    try:
        float(text)
        return 'float'
    except ValueError:
        return 'text'


def column_kind(rows, place):
    kinds = []
    for row in rows:
        kind = kind_of(row[place])
        if kind != 'empty' and kind not in kinds:
            kinds.append(kind)
    if 'text' in kinds:
        return 'text'
    if 'float' in kinds:
        return 'float'
    return 'int' if kinds else 'empty'


def load(text):
    lines = text.strip().split('\n')
    names = lines[0].split(',')
    rows = [line.split(',') for line in lines[1:]]
    columns = {}
    for place in range(len(names)):
        values = []
        missing = 0
        for row in rows:
            if row[place] == '':
                missing += 1
                values.append(None)
            elif column_kind(rows, place) == 'int':
                values.append(int(row[place]))
            else:
                values.append(row[place])
        columns[names[place]] = (column_kind(rows, place), missing, values[:3])
    return columns

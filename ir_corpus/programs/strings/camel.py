# calls: convert(['get_user_name', 'set_total_amount', 'is_valid', 'read_file_to_end'] * 8)
def camel(name):
    out = ''
    upper = False
    for letter in name:
        if letter == '_':
            upper = True
        elif upper:
            out += letter.upper()
            upper = False
        else:
            out += letter
    return out


def convert(names):
    result = []
    for i in range(len(names)):
        result.append(camel(names[i]))
    longest = 0
    for name in result:
        if len(name) > longest:
            longest = len(name)
    return result, longest

# calls: split('alpha,"b,c",d,"e ""f""",,g' * 3)
def split(line):
    fields = []
    field = ''
    quoted = False
    for letter in line:
        if letter == '"':
            quoted = not quoted
        elif letter == ',' and not quoted:
            fields.append(field)
            field = ''
        else:
            field += letter
    fields.append(field)
    return fields

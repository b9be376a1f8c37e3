# calls: index(['the cat sat', 'on the mat', 'the dog sat on the cat', 'a mat for a dog'] * 6)
def index(lines):
    places = {}
    for number in range(len(lines)):
        for word in lines[number].split(' '):
            if word in ['the', 'a', 'on', 'for']:
                continue
            if word in places:
                if number not in places[word]:
                    places[word] = places[word] + [number]
            else:
                places[word] = [number]
    out = ''
    for word in sorted(places.keys()):
        numbers = ''
        for number in places[word]:
            if numbers != '':
                numbers += ', '
            numbers += str(number + 1)
        out += word + ' ' + numbers + '\n'
    return out

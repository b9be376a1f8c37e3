# calls: match([(i, ['red umbrella', 'black phone', 'blue scarf with dots', 'silver watch'][i % 4], 100 + i % 40) for i in range(60)], [('umbrella red', 104), ('small black phone', 121), ('scarf', 138), ('ring', 100)] * 3)
def similar(one, two):
    first = one.split()
    second = two.split()
    same = 0
    for word in first:
        if word in second:
            same += 1
    return same / max(len(first), len(second))


def match(found, asked):
    answers = []
    given = set()
    for index in range(len(asked)):
        text, room = asked[index]
        best = None
        best_score = 0.3
        for number, label, where in found:
            if number in given:
                continue
            score = similar(text, label)
            if where == room:
                score += 0.5
            elif where // 10 == room // 10:
                score += 0.1
            if score > best_score:
                best_score = score
                best = number
        if best is None:
            answers.append(str(index) + ': sorry')
        else:
            given.add(best)
            answers.append(str(index) + ': no. ' + str(best))
    words = {}
    for number, label, where in found:
        if number not in given:
            for word in label.split():
                words[word] = words.get(word, 0) + 1
    return answers, words

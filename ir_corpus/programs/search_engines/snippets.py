# calls: best_snippet(('Lorem rain falls on the plain. ' + 'Wind over hills and rain again. ') * 9, ['rain', 'hills', 'plain'], 8), best_snippet('short text', ['text'], 30)
def clean(word):
    return ''.join(c for c in word.lower() if c.isalnum())


def score_window(words, start, length, terms):
    seen = []
    score = 0
    for i in range(start, min(start + length, len(words))):
        word = clean(words[i])
        if word in terms:
            if word in seen:
                score += 1
            else:
                score += 10
                seen.append(word)
    return score


def highlight(word, terms):
    if clean(word) in terms:
        return '<b>' + word + '</b>'
    return word


def best_snippet(text, terms, length):
    words = text.split(' ')
    best_start = 0
    best_score = -1
    scores = []
    for start in range(max(1, len(words) - length + 1)):
        s = score_window(words, start, length, terms)
        scores.append(s)
        if s > best_score:
            best_score = s
            best_start = start
    piece = words[best_start:best_start + length]
    shown = ' '.join(highlight(w, terms) for w in piece)
    if best_start > 0:
        shown = '... ' + shown
    if best_start + length < len(words):
        shown = shown + ' ...'
    return shown, best_score, scores.count(best_score)

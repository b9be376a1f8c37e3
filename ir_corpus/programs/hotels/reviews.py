# calls: summarize([{'stars': i * 3 % 5 + 1, 'text': ['great view, noisy lift', 'Clean rooms! friendly staff', 'noisy street and cold breakfast', 'friendly, clean, quiet'][i % 4]} for i in range(90)], ['noisy', 'cold', 'dirty'], ['clean', 'friendly', 'great', 'quiet'])
def words_of(text):
    words = []
    word = ''
    for ch in text.lower():
        if ch.isalpha():
            word += ch
        elif word != '':
            words.append(word)
            word = ''
    if word != '':
        words.append(word)
    return words


def summarize(reviews, bad, good):
    stars = [0, 0, 0, 0, 0]
    counts = {}
    unfair = []
    for number in range(len(reviews)):
        review = reviews[number]
        stars[review['stars'] - 1] += 1
        mood = 0
        for word in words_of(review['text']):
            if word in bad:
                mood -= 1
            elif word in good:
                mood += 1
            else:
                continue
            counts[word] = counts.get(word, 0) + 1
        if mood > 0 and review['stars'] <= 2 or mood < 0 and review['stars'] >= 4:
            unfair.append(number)
    total = 0
    for i in range(5):
        total += (i + 1) * stars[i]
    mean = total / len(reviews)
    return round(mean, 2), stars, sorted(counts.items(), key=lambda item: (-item[1], item[0])), unfair

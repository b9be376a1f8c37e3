# calls: vowels('the quick brown fox jumps over the lazy dog and sleeps ' * 3)
def vowels(text):
    count = 0
    for letter in text:
        if letter in ['a', 'e', 'i', 'o', 'u']:
            count += 1
    return count

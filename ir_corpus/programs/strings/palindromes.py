# calls: palindromes(['level', 'noon', 'python', 'racecar', 'stone', 'abba', 'deified'] * 5)
def is_palindrome(word):
    i = 0
    j = len(word) - 1
    while i < j:
        if word[i] != word[j]:
            return False
        i += 1
        j -= 1
    return True


def palindromes(words):
    return [word for word in words if is_palindrome(word)]

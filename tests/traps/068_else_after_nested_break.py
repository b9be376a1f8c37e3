"""
astral-sh/ruff#1136: PLW0120 (else clause on loop without a break statement) incorrectly flagged
"""


def pages(count):
    for page in range(1, count):
        if page < 5:
            print(page)
        else:
            print("error")
            break
    else:
        print("OK")
# --- wrong
def pages(count):
    for page in range(1, count):
        if page < 5:
            print(page)
        else:
            print("error")
            break
    print("OK")
# --- driver
pages(4)
pages(8)
pages(0)

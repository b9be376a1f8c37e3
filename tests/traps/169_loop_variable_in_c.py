"""
lcompilers/lpython#2202: disparity between loops: python vs c
"""

i = "before"
for i in range(1, 7, 2):
    print(i)
print(i)
for i in range(0):
    print("never")
# --- wrong
i = 1
while i < 7:
    print(i)
    i += 2
print(i)
# --- driver
print(i)

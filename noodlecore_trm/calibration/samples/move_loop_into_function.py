# int 300:
found = 0
for i in range(300):
    found += i * i % 7
print(found)

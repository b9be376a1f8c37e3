"""Statistics over the marks of an exam, worked out at the top level of a script."""

import math

SCRIPT = True

students = []
number = 17
for i in range(1500):
    number = (number * 48271) % 2147483647
    marks = []
    for question in range(6):
        number = (number * 48271) % 2147483647
        marks.append(number % 11)
    students.append({"id": i, "group": "ABCD"[number % 4], "marks": marks})

# total of every student
for student in students:
    total = 0
    for mark in student["marks"]:
        total += mark
    student["total"] = total

# mean and standard deviation
n = len(students)
mean = 0.0
for student in students:
    mean += student["total"]
mean /= n

variance = 0.0
for student in students:
    variance += (student["total"] - mean) ** 2
deviation = math.sqrt(variance / (n - 1))

# median
totals = sorted(student["total"] for student in students)
if n % 2 == 0:
    median = (totals[n // 2 - 1] + totals[n // 2]) / 2
else:
    median = totals[n // 2]

# grades
grades = {"excellent": 0, "good": 0, "fair": 0, "poor": 0, "failed": 0}
for student in students:
    z = (student["total"] - mean) / deviation
    if z >= 1.5:
        grade = "excellent"
    elif z >= 0.5:
        grade = "good"
    elif z >= -0.5:
        grade = "fair"
    elif z >= -1.5:
        grade = "poor"
    else:
        grade = "failed"
    student["grade"] = grade
    grades[grade] += 1

# which question was the hardest, and how the questions go together
question_means = []
for q in range(6):
    question_means.append(sum(student["marks"][q] for student in students) / n)
hardest = question_means.index(min(question_means))

highest_correlation = -1.0
pair = None
for a in range(6):
    for b in range(a + 1, 6):
        covariance = 0.0
        spread_a = 0.0
        spread_b = 0.0
        for student in students:
            da = student["marks"][a] - question_means[a]
            db = student["marks"][b] - question_means[b]
            covariance += da * db
            spread_a += da * da
            spread_b += db * db
        correlation = covariance / math.sqrt(spread_a * spread_b)
        if correlation > highest_correlation:
            highest_correlation = correlation
            pair = (a, b)

# groups
groups = {}
for student in students:
    groups.setdefault(student["group"], []).append(student["total"])
group_means = {}
for group in sorted(groups):
    group_means[group] = round(sum(groups[group]) / len(groups[group]), 4)

result = (round(mean, 5), round(deviation, 5), median, grades, hardest, pair, group_means)

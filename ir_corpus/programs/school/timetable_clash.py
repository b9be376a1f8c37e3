# calls: clashes([('c%d' % i, 'MTWRF'[i % 5], 8 + i * 3 % 7, 1 + i % 2, i % 6, 'r%d' % (i % 4)) for i in range(36)])
class Lesson:
    def __init__(self, course, day, start, hours, teacher, room):
        self.course = course
        self.day = day
        self.start = start
        self.hours = hours
        self.teacher = teacher
        self.room = room

    @property
    def end(self):
        return self.start + self.hours

    def overlaps(self, other):
        return self.day == other.day and self.start < other.end and other.start < self.end


def clashes(rows):
    lessons = [Lesson(*row) for row in rows]
    problems = []
    for i in range(len(lessons)):
        for j in range(i + 1, len(lessons)):
            if lessons[i].overlaps(lessons[j]):
                if lessons[i].teacher == lessons[j].teacher:
                    problems.append(('teacher', lessons[i].teacher, lessons[i].course, lessons[j].course))
                if lessons[i].room == lessons[j].room:
                    problems.append(('room', lessons[i].room, lessons[i].course, lessons[j].course))
    busiest = {}
    for lesson in lessons:
        busiest[lesson.day] = busiest.get(lesson.day, 0) + lesson.hours
    return problems, max(busiest, key=busiest.get)

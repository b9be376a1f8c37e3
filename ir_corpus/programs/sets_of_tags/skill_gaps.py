# calls: staffing({'web': ['html', 'css', 'js'], 'data': ['sql', 'python', 'stats'], 'ops': ['linux', 'python', 'aws'], 'qa': ['python', 'js']}, [('emp%d' % i, ['html', 'css', 'js', 'sql', 'python', 'stats', 'linux', 'aws'][i % 5:i % 5 + 1 + i % 4]) for i in range(40)])
# calls: staffing({'any': []}, [('e', [])])
class Employee:
    def __init__(self, name, skills):
        self.name = name
        self.skills = frozenset(skills)

    def lacks(self, needed):
        return sorted(needed - self.skills)

    def share(self, needed):
        if not needed:
            return 1.0
        return len(self.skills & needed) / len(needed)


class Role:
    def __init__(self, name, needed):
        self.name = name
        self.needed = frozenset(needed)

    def rank(self, people):
        return sorted(people, key=lambda p: (-p.share(self.needed), len(p.skills), p.name))


def courses(roles, people):
    wishes = {}
    for role in roles:
        for person in people:
            gaps = person.lacks(role.needed)
            if len(gaps) == 1:
                wishes.setdefault(gaps[0], []).append(person.name)
    return {skill: len(set(names)) for skill, names in sorted(wishes.items())}


def staffing(role_table, people_table):
    roles = [Role(name, needed) for name, needed in role_table.items()]
    people = [Employee(*row) for row in people_table]
    taken = []
    plan = []
    for role in sorted(roles, key=lambda r: -len(r.needed)):
        for person in role.rank(people):
            if person.name not in taken:
                taken.append(person.name)
                plan.append((role.name, person.name, person.lacks(role.needed)))
                break
        else:
            plan.append((role.name, None, sorted(role.needed)))
    return plan, courses(roles, people)

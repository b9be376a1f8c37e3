"""Check the rows of a registration form."""

SIGNS = "!?-_+*"
RESERVED = ["admin", "root", "guest", "nobody", "system", "daemon", "test", "user"]


def make_rows(count):
    rows = []
    for i in range(count):
        name = ["anna", "bert7", "Carla", "dörte", "emil_5", "root", "x"][i % 7] + str(i % 13)
        password = ["secret", "Sesame123", "a-long-Password", "12345678", "Tr0ub4dor!"][i % 5]
        mail = ["anna@example.org", "bert@example", "@example.org", "carla.m@example.com"][i % 4]
        rows.append((name, password, mail))
    return rows


def valid_name(name):
    if len(name) < 3 or name in RESERVED:
        return False
    return name[0].isalpha() and all(c.isalnum() or c == "_" for c in name)


def strong_password(password):
    if len(password) < 8:
        return False
    has_digit = any(c.isdigit() for c in password)
    has_upper = any(c.isupper() for c in password)
    has_sign = any(c in SIGNS for c in password)
    return has_upper and (has_digit or has_sign)


def valid_mail(mail):
    parts = mail.split("@")
    if len(parts) != 2 or not parts[0]:
        return False
    labels = parts[1].split(".")
    return len(labels) >= 2 and all(label for label in labels) and all(c.isalpha() for c in labels[-1])


def run():
    problems = {"name": 0, "password": 0, "mail": 0}
    accepted = 0
    for name, password, mail in make_rows(10_000):
        good = True
        if not valid_name(name):
            problems["name"] += 1
            good = False
        if not strong_password(password):
            problems["password"] += 1
            good = False
        if not valid_mail(mail):
            problems["mail"] += 1
            good = False
        if good:
            accepted += 1
    return accepted, problems

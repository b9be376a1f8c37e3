"""Fill in the placeholders, conditions and filters of letters to customers."""

TEMPLATE = """Dear {{ title }} {{ name|upper }},

thank you for your order no. {{ number }} of {{ date }}.
{% if express %}It will arrive tomorrow.
{% end %}{% if discount %}You have saved {{ discount }} percent!
{% end %}Items: {{ items|join }}
Total: {{ total|money }}

Yours, {{ sender|title }}
"""


class TemplateError(Exception):
    pass


def make_orders(count):
    names = ["smith", "jones", "taylor", "brown", "o'neill"]
    goods = ["pen", "ink", "paper", "stamp", "ruler", "glue"]
    orders = []
    for i in range(count):
        order = {
            "title": "Mr" if i % 2 else "Ms",
            "name": names[i % 5],
            "number": 1000 + i,
            "date": "2024-%02d-%02d" % (i % 12 + 1, i % 28 + 1),
            "express": i % 3 == 0,
            "discount": i % 4 * 5,
            "items": [goods[(i + k) % 6] for k in range(i % 4 + 1)],
            "total": i * 1237 % 90000,
            "sender": "the little shop",
        }
        if i % 50 == 49:
            del order["total"]
        orders.append(order)
    return orders


def tokenize(template):
    tokens = []
    position = 0
    while position < len(template):
        variable = template.find("{{", position)
        block = template.find("{%", position)
        if variable == -1 and block == -1:
            tokens.append(("text", template[position:]))
            break
        if block == -1 or (variable != -1 and variable < block):
            start, closing, kind = variable, "}}", "variable"
        else:
            start, closing, kind = block, "%}", "block"
        if start > position:
            tokens.append(("text", template[position:start]))
        end = template.find(closing, start)
        if end == -1:
            raise TemplateError("unclosed tag")
        tokens.append((kind, template[start + 2 : end].strip()))
        position = end + 2
    return tokens


def apply_filter(name, value):
    if name == "upper":
        return value.upper()
    elif name == "title":
        return value.title()
    elif name == "join":
        return ", ".join(value)
    elif name == "money":
        return "$" + str(value // 100) + "." + str(value % 100).zfill(2)
    else:
        raise TemplateError("unknown filter: " + name)


def evaluate(expression, context):
    parts = expression.split("|")
    if parts[0] not in context:
        raise TemplateError("missing: " + parts[0])
    value = context[parts[0]]
    for name in parts[1:]:
        value = apply_filter(name, value)
    return str(value)


def render(tokens, context):
    output = []
    visible = [True]
    for kind, text in tokens:
        if kind == "block":
            if text.startswith("if "):
                visible.append(visible[-1] and bool(context[text[3:]]))
            elif text == "end":
                visible.pop()
        elif not visible[-1]:
            continue
        elif kind == "text":
            output.append(text)
        else:
            output.append(evaluate(text, context))
    return "".join(output)


def run():
    letters = []
    errors = []
    for order in make_orders(600):
        try:
            letters.append(render(tokenize(TEMPLATE), order))
        except TemplateError as error:
            errors.append(str(error))
    characters = sum(len(letter) for letter in letters)
    lines = sum(letter.count("\n") for letter in letters)
    return len(letters), errors[:2], len(errors), characters, lines, letters[7].split("\n")[3:5]

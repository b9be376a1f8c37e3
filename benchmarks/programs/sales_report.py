"""Read the rows of a sales file and report on regions, products and months."""

REGIONS = ["North", "South", "East", "West"]
PRODUCTS = ["apple", "pear", "plum", "cherry", "quince"]


def make_csv(count):
    lines = ["date;region;product;units;price"]
    for i in range(count):
        month = i * 7 % 12 + 1
        day = i * 11 % 28 + 1
        region = REGIONS[i * i % 4 if i % 3 else i % 4]
        product = PRODUCTS[(i * 3 + i // 10) % 5]
        units = str(i * 37 % 90 + 1)
        if i % 97 == 0:
            units = "n/a"
        price = f"{(i * 13 % 400 + 50) / 100:.2f}"
        lines.append(f"2023-{month:02d}-{day:02d};{region};{product};{units};{price}")
        if i % 150 == 0:
            lines.append("")
    return "\n".join(lines)


def parse(text):
    lines = text.split("\n")
    header = lines[0].split(";")
    records = []
    bad = 0
    for line in lines[1:]:
        if line.strip() == "":
            continue
        fields = line.split(";")
        record = {}
        for i in range(len(header)):
            record[header[i]] = fields[i]
        try:
            record["units"] = int(record["units"])
            record["price"] = float(record["price"])
        except ValueError:
            bad += 1
            continue
        records.append(record)
    return records, bad


def revenue(record):
    return record["units"] * record["price"]


def total_by(records, key):
    totals = {}
    for record in records:
        name = record[key]
        if name not in totals:
            totals[name] = 0.0
        totals[name] += revenue(record)
    return totals


def by_month(records):
    months = {}
    for record in records:
        month = record["date"].split("-")[1]
        months[month] = months.get(month, 0) + record["units"]
    return months


def best(totals):
    best_name = None
    for name in totals:
        if best_name is None or totals[name] > totals[best_name]:
            best_name = name
    return best_name


def format_report(totals):
    lines = []
    grand_total = sum(totals.values())
    for name in sorted(totals):
        share = totals[name] / grand_total * 100
        lines.append(f"{name:<8}{totals[name]:>12.2f}{share:>7.1f}%")
    return lines


def run():
    records, bad = parse(make_csv(2500))
    regions = total_by(records, "region")
    products = total_by(records, "product")
    months = by_month(records)
    return len(records), bad, best(regions), best(products), best(months), format_report(regions), months["05"]

# calls: find_regulars(['Ms Ada Ngo|2021|3', 'Mr Bo Li|2021|1', 'Dr. Cy Poe|2022|4', 'ms ada  ngo|2023|2', 'Mr Bo Li|2023|6', 'Bo Li|2024|1'] * 20, 12)
import re

TITLES = {'mr', 'ms', 'mrs', 'dr'}


def normal(name):
    parts = []
    for part in re.split(r'[ .]+', name.lower()):
        if part and part not in TITLES:
            parts.append(part)
    return ' '.join(parts)


def find_regulars(entries, least):
    stays = {}
    errors = 0
    for entry in entries:
        fields = entry.split('|')
        if len(fields) != 3:
            errors += 1
            continue
        name = normal(fields[0])
        if name not in stays:
            stays[name] = {'nights': 0, 'years': []}
        stays[name]['nights'] += int(fields[2])
        if int(fields[1]) not in stays[name]['years']:
            stays[name]['years'].append(int(fields[1]))
    regulars = []
    for name in stays:
        if stays[name]['nights'] >= least and len(stays[name]['years']) > 1:
            regulars.append((stays[name]['nights'], name, min(stays[name]['years'])))
    regulars.sort(reverse=True)
    return regulars, errors

# calls: unity([{'feldspar': 40 + k, 'silica': 30 - k % 7, 'whiting': 18, 'kaolin': 12 + k % 3} for k in range(40)])
# calls: unity([{'silica': 100}])
OXIDES = {'SiO2': 60.08, 'Al2O3': 101.96, 'CaO': 56.08, 'K2O': 94.2, 'Na2O': 61.98}
MATERIALS = {
    'feldspar': {'SiO2': 66.3, 'Al2O3': 18.4, 'K2O': 10.1, 'Na2O': 3.4, 'CaO': 0.6},
    'silica': {'SiO2': 99.7},
    'whiting': {'CaO': 56.0},
    'kaolin': {'SiO2': 46.5, 'Al2O3': 39.5},
}
FLUXES = ['CaO', 'K2O', 'Na2O']


def moles(recipe):
    result = {oxide: 0.0 for oxide in OXIDES}
    total = sum(recipe.values())
    for material in recipe:
        for oxide in MATERIALS[material]:
            grams = recipe[material] / total * MATERIALS[material][oxide]
            result[oxide] += grams / OXIDES[oxide]
    return result


def surface(silica, alumina):
    ratio = silica / alumina if alumina else 99
    if ratio < 5:
        return 'matte'
    if ratio < 7:
        return 'satin'
    return 'gloss'


def unity(recipes):
    rows = []
    for recipe in recipes:
        m = moles(recipe)
        flux = sum(m[oxide] for oxide in FLUXES)
        if flux == 0:
            rows.append(None)
            continue
        formula = {oxide: round(m[oxide] / flux, 3) for oxide in OXIDES}
        rows.append((formula, surface(m['SiO2'], m['Al2O3'])))
    kinds = [row[1] for row in rows if row is not None]
    return rows, {kind: kinds.count(kind) for kind in ('matte', 'satin', 'gloss')}

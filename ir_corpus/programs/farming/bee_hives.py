# calls: season_of([(8000 + 500 * k, 2.0 + k % 3) for k in range(12)], [0, 1, 4, 8, 9, 6, 3, 5, 2, 0], 18000)
# calls: season_of([(9000, 1.0)], [9] * 60, 30000)
EGGS_PER_DAY = 1200


def season_of(hives, nectar, swarm_at):
    weeks = []
    swarms = 0
    honey_total = 0.0
    colonies = [[bees, honey] for bees, honey in hives]
    for week in range(len(nectar)):
        flow = nectar[week]
        for colony in colonies:
            bees, honey = colony
            if flow > 3:
                honey += flow * (bees / 10000) * 0.7
            else:
                honey -= bees / 10000 * 0.5
            if honey < 0:
                honey = 0.0
                bees = bees * 3 // 4
            bees += EGGS_PER_DAY * min(flow, 5)
            bees -= bees // 6
            if bees > swarm_at:
                bees = bees // 2
                swarms += 1
            colony[0] = bees
            colony[1] = honey
        total = 0
        for colony in colonies:
            total += colony[0]
        weeks.append(total)
    for bees, honey in colonies:
        if honey > 5:
            honey_total += honey - 5
    growth = [weeks[i] - weeks[i - 1] for i in range(1, len(weeks))]
    return swarms, round(honey_total, 2), weeks[-1], max(growth), min(growth)

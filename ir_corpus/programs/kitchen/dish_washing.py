# calls: run_kitchen([(i % 7, i * 3 % 5 + 1) for i in range(160)], 24)
# calls: run_kitchen([(1, 30), (2, 2)], 24)
def run_kitchen(courses, capacity):
    sink = []
    runs = 0
    plates_washed = 0
    waiting_longest = 0
    minute = 0
    for gap, plates in courses:
        minute += gap
        for p in range(plates):
            sink.append(minute)
        while len(sink) >= capacity:
            batch = []
            for k in range(capacity):
                batch.append(sink.pop(0))
            runs += 1
            plates_washed += len(batch)
            for arrived in batch:
                if minute - arrived > waiting_longest:
                    waiting_longest = minute - arrived
    left = len(sink)
    return {'runs': runs, 'washed': plates_washed, 'left': left, 'longest': waiting_longest}

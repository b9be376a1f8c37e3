"""A simulation driven by events: customers arrive at a ticket office, wait, are served, or give up."""

import heapq


class Random:
    """A small linear congruential generator, so that every run is the same."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) / 2**31

    def between(self, low, high):
        return low + self.next() * (high - low)


class Event:
    def __init__(self, time, order):
        self.time = time
        self.order = order

    def __lt__(self, other):
        return (self.time, self.order) < (other.time, other.order)

    def happen(self, simulation):
        raise NotImplementedError


class Arrival(Event):
    def __init__(self, time, order, customer):
        super().__init__(time, order)
        self.customer = customer

    def happen(self, simulation):
        simulation.arrive(self.customer)


class Departure(Event):
    def __init__(self, time, order, counter):
        super().__init__(time, order)
        self.counter = counter

    def happen(self, simulation):
        simulation.leave(self.counter)


class Customer:
    def __init__(self, number, arrival, patience):
        self.number = number
        self.arrival = arrival
        self.patience = patience


class Simulation:
    def __init__(self, counters, seed):
        self.random = Random(seed)
        self.free = list(range(counters))
        self.queue = []
        self.events = []
        self.time = 0.0
        self.scheduled = 0
        self.waits = []
        self.gave_up = 0
        self.longest_queue = 0

    def schedule(self, event_class, delay, argument):
        heapq.heappush(self.events, event_class(self.time + delay, self.scheduled, argument))
        self.scheduled += 1

    def open(self, customers, mean_gap):
        time = 0.0
        for number in range(customers):
            time += self.random.between(0, 2 * mean_gap)
            customer = Customer(number, time, self.random.between(3, 12))
            self.schedule(Arrival, time, customer)

    def arrive(self, customer):
        self.queue.append(customer)
        self.longest_queue = max(self.longest_queue, len(self.queue))
        self.serve()

    def leave(self, counter):
        self.free.append(counter)
        self.serve()

    def serve(self):
        while self.free and self.queue:
            customer = self.queue.pop(0)
            wait = self.time - customer.arrival
            if wait > customer.patience:
                self.gave_up += 1
                continue
            self.waits.append(wait)
            counter = self.free.pop()
            self.schedule(Departure, self.random.between(2, 5) + counter * 0.3, counter)

    def run(self):
        steps = 0
        while self.events:
            event = heapq.heappop(self.events)
            self.time = event.time
            event.happen(self)
            steps += 1
        return steps


def run():
    results = []
    for counters in (2, 3, 4):
        simulation = Simulation(counters, 2024)
        simulation.open(500, 1.1)
        steps = simulation.run()
        mean = sum(simulation.waits) / len(simulation.waits)
        results.append((counters, steps, round(mean, 6), simulation.gave_up, simulation.longest_queue))
    return results

"""What both peers are asked: the instance's numbers, by party, in order of tier."""

import json


class Exchange:
    """An instance as lists. Party 0 is A."""

    def __init__(self, path):
        with open(path) as file:
            read = json.load(file)
        self.name = read["name"]
        self.stages = read["T"]
        self.batch = (read["bA"], read["bB"])
        self.ratio, self.slack = read["ratio"], read["slack"]
        items = [[item for item in read["items"] if item["party"] == party] for party in "AB"]
        for side in items:
            side.sort(key=lambda item: item["tier"])
        self.tier = [[item["tier"] if read["tierprec"] else 0 for item in side] for side in items]
        self.cost = [[item["cost"] for item in side] for side in items]
        self.value = [[item["value"] for item in side] for side in items]
        self.scale = [sum(side) for side in self.cost]

    def pairs(self, party):
        """Items of one tier and the next: what is first is not handed over in a later stage."""
        tiers = sorted(set(self.tier[party]))
        of = {tier: [i for i, t in enumerate(self.tier[party]) if t == tier] for tier in tiers}
        return [(i, j) for low, high in zip(tiers, tiers[1:]) for i in of[low] for j in of[high]]

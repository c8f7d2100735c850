"""An attack on the urn: everything that is left on disks, and the question whose answers are whose.

`subject` is the process that takes answers, with Fanlight's own way of keeping them or a careless one (`stores`);
`support.evidence` is what the attacker gets hold of; `strategies` are the ways of guessing; `verdict` tells luck
from knowledge.
"""

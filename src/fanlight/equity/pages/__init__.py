"""What an administrator sees of a round, what somebody who answers sees, and the results, which are everybody's."""

"""What the tests share: the cast, the worlds, the reference figures."""

"""What can be done: by somebody with a worry (`speaking`), and by the guardians of a desk."""

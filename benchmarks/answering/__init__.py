"""What `benchmarks/answers.py` is made of: people without a browser, a whole installation, and a floor."""

"""What is fetched, asked and answered about people, teams and organisations."""

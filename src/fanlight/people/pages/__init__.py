"""What stands on the pages about people, teams and organisations."""

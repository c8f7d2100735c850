"""What a team may read in the browser, for its own programs: as JSON, under the same permissions, reading only."""

"""What a respondent sees (`answering`), and what a lead hands out (`handing_out`) or types in (`typing_in`)."""

"""The addresses of answering (`answering`), of what is handed out (`handing_out`) and of paper (`typing_in`)."""

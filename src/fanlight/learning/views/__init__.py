"""What people open, write and decide about learning."""

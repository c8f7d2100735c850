"""Tags for the few templates that are not Jinja's: allauth's own."""

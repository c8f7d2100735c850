"""Is work as fair for everybody? A whole organisation is asked, with one optional question about oneself."""

"""The web site: settings, addresses, the templates' environment, the demo."""

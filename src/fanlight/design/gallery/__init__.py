"""Every kind of page with made-up content, as plain files: `python -m fanlight.design.gallery FOLDER`."""

"""The look: page frame, form renderer, charts, drawings, built styles."""

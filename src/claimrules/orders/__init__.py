"""An order of several lines → one claim for each line, and totals over all of them."""

"""`python -m claimrules`."""

from claimrules.cli import main

main(prog_name="claimrules")

"""Tables as files: written for a spreadsheet, and read back from one. Knows no trade."""

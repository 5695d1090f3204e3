"""Where text came from: files, places in them, and the data that ships with the package."""

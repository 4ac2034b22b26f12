"""The command line over the same services: arguments in, words or JSON out."""

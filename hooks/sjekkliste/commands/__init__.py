"""What is run by hand and by the Makefile, a program each."""

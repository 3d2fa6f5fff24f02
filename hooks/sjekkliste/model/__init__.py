"""The frozen values that the other rooms pass on."""

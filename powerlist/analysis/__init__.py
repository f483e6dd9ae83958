"""Facts without opinion: what is in force, which ways lead where, how long they take, who stands where."""

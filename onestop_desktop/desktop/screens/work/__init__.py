"""The specialist: what is to be worked on, proposed to the leader with a few words."""

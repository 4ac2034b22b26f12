"""What several rooms' tests lean on: real servers, fakes of ports, made-up people."""

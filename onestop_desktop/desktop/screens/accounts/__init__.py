"""*Tài khoản*: who may sign in, and as what."""

"""What Alembic runs: the steps that are missing, inside the transaction of `migrating`."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()

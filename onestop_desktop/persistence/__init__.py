"""The only room with SQL: engine, schema, unit of work, one module a kind of question."""

"""What citizens may see: the extract, its pages, the small service over it; never the desk's store."""

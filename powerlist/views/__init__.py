"""Pictures and papers: model and facts in, bytes out."""

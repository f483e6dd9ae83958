"""What exists: powers, duties, steps, posts, risks and controls, in flat tables of frozen records."""

"""First drafts: proposed from templates, confirmed by a post, never in the way of what is there."""

"""`python -m powerlist.rules` writes the rule book into docs/."""

from powerlist.resources import docs_folder
from powerlist.rules.rule_book import write_pages

write_pages(docs_folder())

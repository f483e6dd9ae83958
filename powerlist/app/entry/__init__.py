"""What Streamlit is told to run; apart, since Streamlit takes a folder `pages` beside it for its own."""

"""The parts of the report as a page: elements that escape what is put into them, sections, the plots' document, style and script.

Nothing here reads a file but `page.css` and `page.js` beside it; whatever a message says reaches the page through `elements`.
"""

"""What is inside attachments: names in archives, what acts in pages and documents, codes in pictures. Bounded, pure, never raises.

Nothing is unpacked further than its bounds, and nothing here says what a find is worth.
"""

# The chronicle: the story of a case in sentences.

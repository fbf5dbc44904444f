# The chronicle: the story of a case in sentences.

story-desk = the desk
story-invented = { $name } (invented)

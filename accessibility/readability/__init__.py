"""How well a document can be read by somebody who listens to it."""

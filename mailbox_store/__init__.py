"""The one shared store: letters are kept, guarded, announced. Imports none of ours."""

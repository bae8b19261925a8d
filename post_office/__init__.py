"""The authorities' side: letters arrive here and are understood; answers leave here."""

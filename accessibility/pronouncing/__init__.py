"""Text made right for a voice: numbers, amounts, dates, codes and abbreviations as words."""

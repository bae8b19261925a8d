"""Words read by a machine (tesseract) from scans and pictures. Runs in the child process only."""

"""Telegram, through python-telegram-bot: the only folder that knows either of them."""

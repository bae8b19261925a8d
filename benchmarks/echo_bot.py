"""The peer of benchmarks/chat.py: a plain python-telegram-bot that says back what it hears."""

import logging
import os

from telegram import Update
from telegram.ext import AIORateLimiter, Application, ContextTypes, MessageHandler, filters


async def _echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None:
        await update.message.reply_text(update.message.text or "")


def main() -> None:
    """Run until a signal."""
    logging.disable(logging.CRITICAL)
    application = (
        Application.builder()
        .token(os.environ["BOT_TOKEN"])
        .base_url(os.environ["TELEGRAM_BASE_URL"])
        .concurrent_updates(64)
        .rate_limiter(AIORateLimiter(max_retries=3))
        .build()
    )
    application.add_handler(MessageHandler(filters.ALL, _echo))
    application.run_polling()


if __name__ == "__main__":
    main()

"""Starts with the board: reads codes, sends them, shows what became of each. All the rest is in scanner.py."""

import board
import settings
from scanner import Scanner

board.connect(settings.WIFI_NAME, settings.WIFI_PASSWORD)
scanner = Scanner(settings.STOWAGE_URL, settings.STOWAGE_API_KEY, board)

while True:
    code = board.read_code()
    if code:
        scanner.scan(code)
    else:
        scanner.catch_up()
        board.rest()

"""Copy this as settings.py onto the board and fill it in."""

WIFI_NAME = ""
WIFI_PASSWORD = ""

STOWAGE_URL = "http://192.168.1.20:4870"
STOWAGE_API_KEY = ""  # made with the preset Scanner, bound to your network and, if you like, to a place

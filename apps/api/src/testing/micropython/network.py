"""Stands in for MicroPython's network: always connected."""

STA_IF = 0


class WLAN:
    def __init__(self, _interface):
        pass

    def active(self, _is_active):
        pass

    def connect(self, _name, _password):
        pass

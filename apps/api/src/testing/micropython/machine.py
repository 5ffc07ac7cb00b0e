"""Stands in for MicroPython's machine: codes come in by standard input, each signal goes out as a line of its own."""

import os
import select

NAMES = {25: "green", 26: "red", 27: "beep"}
lit = set()
signal = []


class Pin:
    OUT = 1

    def __init__(self, number, *_, **__):
        self.name = NAMES[number]

    def value(self, level):
        if level:
            lit.add(self.name)
            signal.append(self.name)
            return
        lit.discard(self.name)
        if not lit:
            print(" ".join(signal), flush=True)
            signal.clear()


class PWM:
    def __init__(self, pin, **_):
        self.name = pin.name

    def duty_u16(self, duty):
        if duty:
            signal.append(self.name)


class UART:
    def __init__(self, *_, **__):
        pass

    def any(self):
        return bool(select.select([0], [], [], 0.002)[0])

    def read(self):
        data = os.read(0, 4096)
        if not data:
            raise SystemExit
        return data

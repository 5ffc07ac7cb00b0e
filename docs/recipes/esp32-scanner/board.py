"""What the scanner needs of the hardware: an ESP32, a barcode module on its UART, two LEDs and a passive beeper."""

import os
import time

import network
from machine import PWM, UART, Pin

# A GM65, GM861 or the like, as it comes from the factory: 9600 baud, each code followed by a carriage return.
reader = UART(2, baudrate=9600, rx=16, tx=17)
green = Pin(25, Pin.OUT, value=0)
red = Pin(26, Pin.OUT, value=0)
beeper = PWM(Pin(27), freq=2400, duty_u16=0)
wlan = network.WLAN(network.STA_IF)

# Which LED, how many beeps, and how long each of them is, in milliseconds.
SIGNALS = {
    "ready": ((green,), 1, 40),
    "ok": ((green,), 1, 80),
    "waiting": ((green, red), 1, 40),
    "unknown": ((red,), 2, 120),
    "refused": ((red,), 3, 120),
    "full": ((red,), 4, 120),
    "key": ((red,), 1, 1000),
}

received = bytearray()


def connect(name, password):
    """Begins; the radio goes on trying by itself, also after the network was away."""
    wlan.active(True)
    wlan.connect(name, password)


def read_code():
    """The next code, or None while there is no whole one."""
    if reader.any():
        received.extend(reader.read() or b"")
    ends = [at for at in (received.find(b"\r"), received.find(b"\n")) if at >= 0]
    if not ends:
        return None
    code = bytes(received[: min(ends)])
    received[:] = received[min(ends) + 1 :]
    try:
        return code.decode().strip() or None
    except UnicodeError:
        return None


def show(signal):
    leds, beeps, milliseconds = SIGNALS[signal]
    for led in leds:
        led.value(1)
    for _ in range(beeps):
        beeper.duty_u16(32768)
        time.sleep_ms(milliseconds)
        beeper.duty_u16(0)
        time.sleep_ms(60)
    for led in leds:
        led.value(0)


def random_name():
    """128 random bits as text."""
    return "".join("%02x" % byte for byte in os.urandom(16))


def in_seconds(seconds):
    """The moment so many seconds from now, for `is_past`."""
    return time.ticks_add(time.ticks_ms(), int(seconds * 1000))


def is_past(moment):
    return time.ticks_diff(moment, time.ticks_ms()) <= 0


def rest():
    time.sleep_ms(20)

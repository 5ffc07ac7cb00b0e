"""Runs a program for MicroPython under CPython: run.py <its folder>. Its clock goes only while it sleeps, and fast."""

import runpy
import sys
import time

now_ms = 0


def sleep_ms(milliseconds):
    global now_ms
    now_ms += milliseconds * 20


time.sleep_ms = sleep_ms
time.ticks_ms = lambda: now_ms
time.ticks_add = lambda ticks, more: ticks + more
time.ticks_diff = lambda one, other: one - other

sys.path.insert(0, sys.argv[1])
runpy.run_path(sys.argv[1] + "/main.py", run_name="__main__")

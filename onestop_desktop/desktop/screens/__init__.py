"""The list of screens, which the shell walks; a screen is a folder here and one line below."""

from onestop_desktop.desktop.screen import Screen

SCREENS: tuple[Screen, ...] = ()

#!/bin/sh
# Makes sure that the named Debian packages are there. As root on Debian and
# Ubuntu it installs the missing ones; elsewhere it says which command to run.
set -eu
have() {
	case "$1" in
	python3-venv) "${PYTHON:-python3}" -c 'import ensurepip, venv' 2>/dev/null ;;
	chromium | chromium-headless-shell) command -v "$1" >/dev/null || [ -n "${CHROMIUM:-}" ] ;;
	fonts-liberation) [ -d /usr/share/fonts/truetype/liberation ] || ! command -v dpkg >/dev/null ;;
	# Playwright's own node asks for it.
	libatomic1) ldconfig -p 2>/dev/null | grep -q libatomic.so.1 || ! command -v dpkg >/dev/null ;;
	webkit2gtk-driver) [ -x /usr/bin/WebKitWebDriver ] ;;
	xvfb) command -v Xvfb >/dev/null ;;
	python3-gi) /usr/bin/python3 -c 'import gi' 2>/dev/null ;;
	gir1.2-webkit2-4.1) /usr/bin/python3 -c 'import gi; gi.require_version("WebKit2", "4.1")' 2>/dev/null ;;
	nginx) command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] ;;
	libreoffice-calc) command -v soffice >/dev/null ;;
	hunspell-no) [ -e /usr/share/hunspell/nb_NO.dic ] || ! command -v dpkg >/dev/null ;;
	libreoffice-writer) command -v lowriter >/dev/null || [ -x /usr/lib/libreoffice/program/swriter ] ;;
	*) command -v "$1" >/dev/null ;;
	esac
}
missing=
for package in "$@"; do have "$package" || missing="$missing $package"; done
[ -n "$missing" ] || exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
	export DEBIAN_FRONTEND=noninteractive
	apt-get update -qq
	# shellcheck disable=SC2086 # a list of names
	apt-get install -y -qq --no-install-recommends $missing >/dev/null
elif command -v apt-get >/dev/null; then
	echo "Missing:$missing. Run: sudo apt-get install --no-install-recommends$missing" >&2
	exit 1
else
	echo "Missing:$missing. Install them with your system's package manager;" >&2
	echo "set CHROMIUM=/path/to/chrome if the browser has another name." >&2
	exit 1
fi

#!/bin/sh
# Prints the path of a Chromium for the browser tests. With "install", fetches one first where that is possible.
set -eu

find_chromium() {
    for candidate in "${TANDEM_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
        if [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

if [ "${1:-}" != install ]; then
    find_chromium
    exit
fi

find_chromium >/dev/null && exit

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "No Chromium found; installing it for the browser tests ..."
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
    find_chromium >/dev/null && exit
fi

if command -v apt-get >/dev/null 2>&1; then
    how="sudo apt-get install chromium"
elif command -v brew >/dev/null 2>&1; then
    how="brew install --cask chromium"
else
    how="your package manager (package chromium), or set TANDEM_CHROMIUM=/path/to/chromium"
fi
echo "The browser tests need Chromium, which was not found. Install it with: $how" >&2
exit 1

#!/bin/sh
# Prints the path of a Chromium for the browser tests. With "install", fetches one first where that is possible.
set -eu

find_chromium() {
    # The headless shell opens no windows that nobody sees, which costs a fifth of the time.
    for candidate in "${TANDEM_CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
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

install() {
    echo "Installing $1 for the browser tests ..."
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends --no-remove "$1" >/dev/null
}

if [ -z "${TANDEM_CHROMIUM:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    find_chromium >/dev/null || apt-get update -qq
    command -v chromium-headless-shell >/dev/null 2>&1 || ! apt-cache show chromium-headless-shell >/dev/null 2>&1 \
        || install chromium-headless-shell || true
    find_chromium >/dev/null || install chromium
fi

find_chromium >/dev/null && exit

if command -v apt-get >/dev/null 2>&1; then
    how="sudo apt-get install chromium"
elif command -v brew >/dev/null 2>&1; then
    how="brew install --cask chromium"
else
    how="your package manager (package chromium), or set TANDEM_CHROMIUM=/path/to/chromium"
fi
echo "The browser tests need Chromium, which was not found. Install it with: $how" >&2
exit 1

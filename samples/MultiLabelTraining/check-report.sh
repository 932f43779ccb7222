#!/usr/bin/env bash
# Opens a report in a headless browser (Debian: chromium) and fails unless every chart is drawn and the console is silent.
set -euo pipefail
report=$(realpath "$1")
errors=$(mktemp)
trap 'rm -f "$errors"' EXIT

body=$(chromium --headless --no-sandbox --disable-gpu --virtual-time-budget=10000 --enable-logging=stderr --dump-dom "file://$report" 2> "$errors" | grep -o '<body[^>]*>')
echo "$body"
if grep 'CONSOLE' "$errors"; then
    echo "the console is not silent"
    exit 1
fi

[[ $body =~ data-charts=\"([0-9]+)\" ]]
charts=${BASH_REMATCH[1]}
[[ $charts -gt 0 && $body == *"data-drawn=\"$charts\""* && $body != *data-failed* ]]
echo "$charts charts drawn"

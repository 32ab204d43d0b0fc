#!/bin/sh
# Installs Caseline into your own home, or with --prefix DIR elsewhere; --remove takes it away again. Needs no root.
set -eu
cd "$(dirname "$0")"

prefix="$HOME/.local"
data="${XDG_DATA_HOME:-$HOME/.local/share}"
remove=
while [ $# -gt 0 ]; do
    case "$1" in
        --prefix)
            [ $# -ge 2 ] || { echo "--prefix needs a folder" >&2; exit 2; }
            prefix=$2 data=$2/share
            shift 2
            ;;
        --remove) remove=yes; shift ;;
        *) echo "usage: install.sh [--prefix DIR] [--remove]" >&2; exit 2 ;;
    esac
done

# The files as they lie beside this script, relative to share/.
shared=$(cd share && find . -type f | sed 's|^\./||' | sort)

if [ -n "$remove" ]; then
    rm -f "$prefix/bin/caseline"
    echo "$shared" | while IFS= read -r file; do rm -f "$data/$file"; done
    rmdir "$data/doc/caseline" 2>/dev/null || true
else
    mkdir -p "$prefix/bin"
    # Beside, then renamed: a Caseline that is running keeps its own file.
    cp bin/caseline "$prefix/bin/.caseline.new"
    chmod 755 "$prefix/bin/.caseline.new"
    mv -f "$prefix/bin/.caseline.new" "$prefix/bin/caseline"
    echo "$shared" | while IFS= read -r file; do
        mkdir -p "$data/$(dirname "$file")"
        cp "share/$file" "$data/$file"
    done
    # The desktop may not look into this bin folder, so that the entry names the program by its whole path. Quoted only
    # where it must be: xdg-open without a desktop takes no quotes.
    path=$(printf '%s' "$prefix/bin/caseline" | sed 's/[\\&|]/\\&/g')
    case "$path" in
        *[!A-Za-z0-9/._-]*) exec="\"$path\"" ;;
        *) exec=$path ;;
    esac
    sed -i -e "s|^Exec=caseline|Exec=$exec|" -e "s|^TryExec=caseline|TryExec=$path|" \
        "$data/applications/caseline.desktop"
fi

# What a desktop lacks, it does not need.
has() { command -v "$1" >/dev/null 2>&1; }
if has update-mime-database && [ -d "$data/mime/packages" ]; then update-mime-database "$data/mime"; fi
if has update-desktop-database; then update-desktop-database -q "$data/applications" || true; fi
if has gtk-update-icon-cache; then gtk-update-icon-cache -qtf "$data/icons/hicolor" || true; fi

if [ -n "$remove" ]; then
    echo "Caseline is removed; your cases, and what it keeps in ${XDG_STATE_HOME:-$HOME/.local/state}/caseline, stay"
else
    echo "Caseline is installed: $prefix/bin/caseline"
    case ":$PATH:" in
        *":$prefix/bin:"*) ;;
        *) echo "to call it by name in a terminal, add $prefix/bin to your PATH" ;;
    esac
fi

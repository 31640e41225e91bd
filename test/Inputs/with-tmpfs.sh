#!/bin/sh
# with-tmpfs.sh SIZE DIR COMMAND...: runs COMMAND with a file system of SIZE at
# DIR, nearly filled, and says how many files the command left there.
size=$1 dir=$2
shift 2
mkdir -p "$dir"
mount -t tmpfs -o "size=$size" wasmc-test "$dir" || exit 1
head -c 4096 /dev/zero > "$dir/filler"
"$@"
status=$?
rm "$dir/filler"
echo "files left: $(find "$dir" -mindepth 1 | wc -l)"
umount "$dir"
exit "$status"

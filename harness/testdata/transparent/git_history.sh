#!/bin/bash
# git: many short helpers, a hook, a pager that is none, and a clone by a transport helper.
set -u
command -v git >/dev/null || { echo "no git here"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME=$folder GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_AUTHOR_DATE='2020-01-01T00:00:00Z'
export GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org GIT_COMMITTER_DATE='2020-01-01T00:00:00Z'
cd "$folder" || exit 99
git -c init.defaultBranch=main init -q one
cd one || exit 99
printf '#!/bin/sh\necho "hook ran"\n' >.git/hooks/post-commit
chmod +x .git/hooks/post-commit
for n in 1 2 3; do
  echo "$n" >file
  git add file
  git commit -q -m "Step $n" 2>&1
done
git log --format='%h %s'
git gc --quiet; echo "gc $?"
git clone -q . ../two; echo "clone $?"
git -C ../two rev-parse HEAD
git -C ../two show no-such-thing >/dev/null 2>&1; echo "show $?"

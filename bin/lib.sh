# Shared by the commands in this folder. Source it; it changes nothing but variables and functions.
# shellcheck shell=bash

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "$*"
  exit 1
}

# Whether the folder $1 holds a JDK 25 or newer.
is_jdk() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  local major
  # Every JDK says so in a file; asking the program itself takes a moment each.
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -n "$major" ] || major=$("$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.specification.version = //p')
  [ "${major%%.*}" -ge 25 ] 2>/dev/null
}

# Sets and exports JAVA_HOME to a JDK 25: the one given, the one on the PATH, or one in a usual folder.
find_jdk() {
  local candidate on_path
  on_path=$(command -v javac || true)
  [ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-}"/.sdkman/candidates/java/* \
    "${HOME:-}"/.jdks/* "${HOME:-}"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk "$candidate"; then
      JAVA_HOME=$(cd "$candidate" && pwd)
      export JAVA_HOME
      return 0
    fi
  done
  fail "Cần JDK 25 (đặt JAVA_HOME trỏ tới nó). A JDK 25 is needed: install one or point JAVA_HOME at it."
}

# Runs Maven quietly enough to read: a JDK 25 warns of what Maven's own libraries do.
maven() {
  (cd "$root" && MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" mvn -B -ntp "$@")
}

# Whether a source is newer than the last build, or there was none.
build_is_old() {
  local built="$root/target/app/built"
  [ ! -f "$built" ] || [ -n "$(find "$root/src/main" "$root/pom.xml" -newer "$built" -print -quit)" ]
}

# Builds the application and unpacks it into target/app: a class path that starts faster than one jar and that an AOT
# cache can be made for. (The jar's own date is fixed, for reproducible builds.) $1 says how Maven leaves out the tests.
build() {
  command -v mvn >/dev/null || fail "Cần Maven (mvn) để dựng. Maven (mvn) is needed to build."
  say "Đang dựng Thông Suốt (lần đầu mất vài phút)… Building."
  mkdir -p "$root/target"
  touch "$root/target/building"
  maven -q "$1" package >&2 || fail "Dựng không thành công, xem lời báo ở trên. The build failed; see above."
  rm -rf "$root/target/app"
  (cd "$root/target" && "$JAVA_HOME/bin/java" -Djarmode=tools -jar thongsuot.jar extract --destination app >/dev/null)
  mv "$root/target/building" "$root/target/app/built"
}

build_when_needed() {
  if build_is_old; then
    build -Dmaven.test.skip=true
  fi
}

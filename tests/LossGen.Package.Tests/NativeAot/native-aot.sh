#!/usr/bin/env bash
# Packs the library, compiles the project in ../Consumer from the package to native code without a warning, and compares what it
# prints with what it prints under the JIT: the same bits. Needs the .NET SDK, its feed, clang or gcc, and zlib.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_NOLOGO=1

project=$(mktemp -d)
trap 'rm -rf "$project"' EXIT
cp "$here"/../Consumer/* "$here/Directory.Build.targets" "$project"
dotnet pack "$here/../../../src" -c Release -v q -o "$project/feed"
cd "$project"

# packages of its own: a LossGen that was installed before is never met
cat > nuget.config <<'CONFIG'
<configuration>
  <config><add key="globalPackagesFolder" value="packages" /></config>
  <packageSources><add key="packed" value="feed" /></packageSources>
</configuration>
CONFIG

rid="$(dotnet --info | awk '$1 == "RID:" { print $2 }')"
compiler=net10.0
if ! dotnet restore -r "$rid" -p:PublishAot=true -v q > restore.log; then
    # any other reason than the framework's package is an error
    if grep -E 'error ' restore.log | grep -v 'Microsoft.NETCore.App.Runtime.NativeAOT'; then
        exit 1
    fi
    compiler=net9.0
fi

dotnet build -c Release -v q -o jit
dotnet publish -c Release -r "$rid" -v m -o native -p:PublishAot=true -p:NativeCompiler=$compiler | tee publish.log
# said by the way about a method that is not in the framework, and an assembly in the output means that nothing was compiled
if grep -q 'will always throw' publish.log || [ -e native/Consumer.dll ]; then
    echo "native-aot: not everything became native code" >&2
    exit 1
fi

dotnet jit/Consumer.dll > jit.txt
native/Consumer > native.txt
diff jit.txt native.txt
echo "native-aot: the same bits, compiled by the native compiler of $compiler"

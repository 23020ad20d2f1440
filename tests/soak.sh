#!/usr/bin/env bash
# Long runs that look for what short tests cannot find. The last line begins with PASSED or FAILED; the exit status is 0 only if it passed.
#
# tests/soak.sh kill [--kills 200] [--seed NUMBER] [--conversations 300] [--inputs 100]
#   Kills hosts under load again and again and checks that nothing acknowledged is lost or repeated.
# tests/soak.sh coordination [ROUNDS [DATABASE]]
#   Lets 10,000 conversations in 1,000 groups talk, with restarts of the host, and checks that every line arrives once and in order.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

case "${1-}" in
  coordination)
    shift
    dotnet build -c Release -v quiet tests/Bubblescript.Benchmarks
    exec dotnet tests/Bubblescript.Benchmarks/bin/Release/net10.0/Bubblescript.Benchmarks.dll soak "$@"
    ;;
  kill) shift ;;
esac

dotnet build -c Release -v quiet tests/Bubblescript.KillTarget
exec dotnet tests/Bubblescript.KillTarget/bin/Release/net10.0/Bubblescript.KillTarget.dll soak "$@"

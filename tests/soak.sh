#!/usr/bin/env bash
# Kills hosts under load again and again and checks that nothing acknowledged is lost or repeated.
# Usage: tests/soak.sh [--kills 200] [--seed NUMBER] [--conversations 300] [--inputs 100]
# The last line begins with PASSED or FAILED; the exit status is 0 only if it passed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet build -c Release -v quiet tests/Bubblescript.KillTarget
exec dotnet tests/Bubblescript.KillTarget/bin/Release/net10.0/Bubblescript.KillTarget.dll soak "$@"

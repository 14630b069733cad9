#!/bin/bash
# Succeeds when Tandem on this machine says it is ready. Plain bash: the image holds no curl.
set -eu
exec 3<>"/dev/tcp/127.0.0.1/${1:-8080}"
printf 'GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 4 answer <&3
[[ $answer == "HTTP/1.1 200"* ]]

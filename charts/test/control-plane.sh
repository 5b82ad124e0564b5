# Sourced by scripts/cluster-test: a control plane of its own on loopback, gone when the shell ends.
port=${LIANBAN_CLUSTER_PORT:-17443}
run=$PWD/.local/cluster
export KUBECONFIG=$run/kubeconfig
token='Authorization: Bearer admin-token'
pids=()

up() {
  local name=$1
  shift
  "$PWD/.local/tools/bin/$name" "$@" > "$run/$name.log" 2>&1 < /dev/null &
  pids+=($!)
}

down() {
  local pid
  # Nothing of it is to be kept, and an API server whose etcd went first waits for it for ever.
  for pid in "${pids[@]}"; do kill -9 "$pid" 2>/dev/null; done
  wait 2>/dev/null
}

# api METHOD PATH [FILE]: prints the answer's status, then its body
api() {
  local body=()
  [ -z "${3:-}" ] || body=(--data-binary "@$3" -H "Content-Type: ${4:-application/yaml}")
  curl -sk -X "$1" -H "$token" "${body[@]}" -w '\n%{http_code}' "https://127.0.0.1:$port$2" | awk 'NR > 1 { print last } { last = $0 } END { print last > "/dev/stderr" }' \
    > "$run/answer" 2> "$run/status"
  cat "$run/status" "$run/answer"
}

start_cluster() {
  rm -rf "$run" && mkdir -p "$run"
  openssl genrsa -out "$run/sa.key" 2048 2>/dev/null
  openssl rsa -in "$run/sa.key" -pubout -out "$run/sa.pub" 2>/dev/null
  echo 'admin-token,admin,admin,system:masters' > "$run/tokens.csv"
  cat > "$KUBECONFIG" <<YAML
apiVersion: v1
kind: Config
clusters: [{ name: local, cluster: { server: 'https://127.0.0.1:$port', insecure-skip-tls-verify: true } }]
users: [{ name: admin, user: { token: admin-token } }]
contexts: [{ name: local, context: { cluster: local, user: admin } }]
current-context: local
YAML
  local client=$((port + 1)) peer=$((port + 2))
  up etcd --data-dir "$run/etcd" --unsafe-no-fsync --listen-client-urls "http://127.0.0.1:$client" \
    --advertise-client-urls "http://127.0.0.1:$client" --listen-peer-urls "http://127.0.0.1:$peer" \
    --initial-advertise-peer-urls "http://127.0.0.1:$peer" --initial-cluster "default=http://127.0.0.1:$peer"
  up kube-apiserver --etcd-servers="http://127.0.0.1:$client" --bind-address=127.0.0.1 --secure-port="$port" \
    --cert-dir="$run/certs" --token-auth-file="$run/tokens.csv" --authorization-mode=RBAC \
    --service-cluster-ip-range=10.96.0.0/16 --service-account-issuer=https://kubernetes.default.svc \
    --service-account-key-file="$run/sa.pub" --service-account-signing-key-file="$run/sa.key"
  local tries=0
  until curl -skf -H "$token" "https://127.0.0.1:$port/readyz" > /dev/null; do
    tries=$((tries + 1))
    [ $tries -lt 480 ] || { echo "the API server does not answer: see $run/kube-apiserver.log" >&2; return 1; }
    sleep 0.25
  done
  up kube-controller-manager --kubeconfig="$KUBECONFIG" --service-account-private-key-file="$run/sa.key" \
    --use-service-account-credentials=true --leader-elect=false --cert-dir="$run/kcm" --secure-port=$((port + 3))
  up kube-scheduler --kubeconfig="$KUBECONFIG" --leader-elect=false --cert-dir="$run/sched" --secure-port=$((port + 4))
  up kwok --kubeconfig="$KUBECONFIG" --manage-all-nodes=true --config="$PWD/.local/tools/stages.yaml" \
    --server-address="127.0.0.1:$((port + 5))"
  local n
  for n in 1 2 3; do
    cat > "$run/node.yaml" <<YAML
apiVersion: v1
kind: Node
metadata:
  name: node-$n
  labels: { kubernetes.io/os: linux, kubernetes.io/arch: arm64, kubernetes.io/hostname: node-$n, topology.kubernetes.io/zone: zone-$n }
status:
  allocatable: { cpu: '16', memory: 64Gi, pods: '110', ephemeral-storage: 100Gi }
  capacity: { cpu: '16', memory: 64Gi, pods: '110', ephemeral-storage: 100Gi }
YAML
    api POST /api/v1/nodes "$run/node.yaml" > /dev/null
  done
}

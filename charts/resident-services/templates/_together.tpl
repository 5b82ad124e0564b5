{{/*
What runs as a Deployment: each service, or `host`, the one process of them all. The host has the defaults of a service but for
what together.* says.
*/}}
{{- define "lianban.workloads" -}}
{{- $t := .Values.together -}}
{{- if $t.enabled -}}
{{- $own := dict "stores" true "resources" $t.resources "nodeOptions" $t.nodeOptions "imageDigest" $t.imageDigest -}}
{{- toYaml (dict "host" (mustMergeOverwrite (deepCopy .Values.serviceDefaults) $own)) -}}
{{- else -}}
{{- include "lianban.services" . -}}
{{- end -}}
{{- end -}}

{{/* The name of the workload a service runs in. */}}
{{- define "lianban.workloadOf" -}}
{{- ternary "host" .name .root.Values.together.enabled -}}
{{- end -}}

{{/* Where the pod of a service answers: calls or pages ("answers"), probes ("health"). In one process each has its own. */}}
{{- define "lianban.podPort" -}}
{{- $ports := .root.Values.ports -}}
{{- if .root.Values.together.enabled -}}
{{- range $nth, $name := keys .services | sortAlpha -}}
{{- if eq $name $.name -}}{{- add $nth (ternary 7201 7101 (eq $.of "health")) -}}{{- end -}}
{{- end -}}
{{- else if eq .of "health" -}}
{{- int $ports.health -}}
{{- else -}}
{{- index $ports (index .services .name).kind | int -}}
{{- end -}}
{{- end -}}

{{/*
The environment of the process of all services: what all that have it have alike stands once, everything else after the name of
its service, as PERMITS__GRPC_PORT. They find each other on the loopback, without the network.
*/}}
{{- define "lianban.hostEnv" -}}
{{- $root := .root -}}
{{- $all := dict -}}
{{- range $name, $s := .services -}}
{{- range $entry := include "lianban.env" (dict "root" $root "name" $name "service" $s "services" $.services) | fromYamlArray -}}
{{- if ne $entry.name "NODE_OPTIONS" -}}
{{- if hasKey $entry "value" -}}
{{- $_ := set $entry "value" (include "lianban.onLoopback" (dict "root" $root "services" $.services "value" $entry.value)) -}}
{{- end -}}
{{- $_ := set $all $entry.name (append (index $all $entry.name | default list) (dict "of" $name "entry" $entry)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- $env := list (dict "name" "NODE_OPTIONS" "value" .service.nodeOptions) (dict "name" "HOST__HEALTH_PORT" "value" (toString .root.Values.ports.health)) -}}
{{- range $variable, $uses := $all -}}
{{- $different := list -}}
{{- range $uses -}}{{- $different = append $different (toJson .entry) -}}{{- end -}}
{{- range $use := ternary (first $uses | list) $uses (and (gt (len $uses) 1) (eq (len (uniq $different)) 1)) -}}
{{- $prefix := ternary "" (printf "%s__" ($use.of | upper | replace "-" "_")) (and (gt (len $uses) 1) (eq (len (uniq $different)) 1)) -}}
{{- $env = append $env (merge (dict "name" (print $prefix $variable)) $use.entry) -}}
{{- end -}}
{{- end -}}
{{- toYaml $env -}}
{{- end -}}

{{/* The address of a service of this release as one within its own pod; any other value stays as it is. */}}
{{- define "lianban.onLoopback" -}}
{{- $value := .value -}}
{{- range $name, $s := .services -}}
{{- if eq $s.kind "http" -}}
{{- $pattern := printf "^http://%s(\\.[a-z0-9.-]+)?(:80)?$" (include "lianban.name" (dict "root" $.root "name" $name)) -}}
{{- $here := include "lianban.podPort" (dict "root" $.root "services" $.services "name" $name "of" "answers") -}}
{{- $value = regexReplaceAll $pattern $value (printf "http://127.0.0.1:%s" $here) -}}
{{- end -}}
{{- end -}}
{{- $value -}}
{{- end -}}

{{/* The main.js of each service, as the host loads it. */}}
{{- define "lianban.hostArgs" -}}
{{- $args := list "service/dist/host.js" -}}
{{- range $name, $_ := .services -}}{{- $args = append $args (printf "@lianban/%s/dist/main.js" $name) -}}{{- end -}}
{{- toYaml $args -}}
{{- end -}}

{{- define "lianban.togetherConstraints" -}}
{{- $wrong := list -}}
{{- $v := .root.Values -}}
{{- if $v.together.enabled -}}
{{- if $v.production -}}
{{- $wrong = append $wrong "together.enabled is true while production is true: an error of one service would restart all of them" -}}
{{- end -}}
{{- if $v.grpcTls.enabled -}}
{{- $wrong = append $wrong "together.enabled is true beside grpcTls.enabled: services of one process call each other without the network, and have no certificates" -}}
{{- end -}}
{{- range $name, $s := .services -}}
{{- if include "lianban.isScaled" $s -}}
{{- $wrong = append $wrong (printf "services.%s.autoscaling is given while together.enabled is true: what runs in one process has one number of copies, serviceDefaults.replicas" $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $wrong -}}
{{- end -}}

{{/*
Every topic as name → partitions and retention: one a service that stores, one an outside department, one for each that applications asks for
steps, and dead letters for each service that consumes it. An outside department reads what is asked of it with groups named after its own, and has
no dead letters here. The list the topics job and the Strimzi resources are both made of.
*/}}
{{- define "lianban.topicList" -}}
{{- $t := .Values.topics -}}
{{- $services := include "lianban.services" . | fromYaml -}}
defaults:
  partitions: {{ int $t.partitions }}
  retention: {{ $t.retention }}
  deadLetterRetention: {{ $t.deadLetterRetention }}
topics:
  {{- range $name, $s := $services }}
  {{- if $s.stores }}
  {{- $topic := printf "%s.v1" $name }}
  {{- $readers := list }}
  {{- range $reader, $other := $services }}
  {{- if has $topic $other.consumes }}{{ $readers = append $readers $reader }}{{ end }}
  {{- end }}
  {{- $projected := ternary (list $name) (list) (default false $s.projections) }}
  {{- if and (eq $name "applications") (eq $.Values.requestTopics.heard "shared") }}{{ $projected = concat $projected $.Values.outsideDepartments }}{{ end }}
  {{ $topic }}: { consumedBy: [{{ join ", " $readers }}]{{ with $projected }}, projectedBy: [{{ join ", " . }}]{{ end }} }
  {{- end }}
  {{- range $topic := $s.consumes }}
  {{- if hasPrefix "applications.requests." $topic }}
  {{ $topic }}: { consumedBy: [{{ $name }}]{{ if dig "applications" "projections" false $services }}, projectedBy: [applications]{{ end }} }
  {{- end }}
  {{- end }}
  {{- end }}
  {{- range $name := .Values.outsideDepartments }}
  {{- $topic := printf "%s.v1" $name }}
  {{- $readers := list }}
  {{- range $reader, $other := $services }}
  {{- if has $topic $other.consumes }}{{ $readers = append $readers $reader }}{{ end }}
  {{- end }}
  {{ $topic }}: { partitions: 1, consumedBy: [{{ join ", " $readers }}] }
  {{ printf "applications.requests.%s.v1" $name }}: { partitions: 1, projectedBy: [{{ if dig "applications" "projections" false $services }}applications, {{ end }}{{ $name }}] }
  {{- end }}
{{- end -}}

{{- define "lianban.retentionMs" -}}
{{- mul (trimSuffix "d" . | int64) 86400000 -}}
{{- end -}}

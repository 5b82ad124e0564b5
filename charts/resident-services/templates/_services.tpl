{{/*
The services of this release by name, each with the defaults under it. The one place where the two are merged; a service
that is not enabled is left out, here and therefore everywhere.
*/}}
{{- define "lianban.services" -}}
{{- $all := dict -}}
{{- range $name, $own := .Values.services -}}
{{- if kindIs "map" $own -}}
{{- $service := mustMergeOverwrite (deepCopy $.Values.serviceDefaults) (deepCopy $own) -}}
{{- if and (include "lianban.isAsked" $service) (eq $.Values.requestTopics.heard "shared") -}}
{{- $_ := set $service "consumes" (prepend $service.consumes "applications.v1") -}}
{{- end -}}
{{- if $service.enabled -}}{{- $_ := set $all $name $service -}}{{- end -}}
{{- end -}}
{{- end -}}
{{- toYaml $all -}}
{{- end -}}

{{/* Whether applications asks this service for steps, on a topic of its own. */}}
{{- define "lianban.isAsked" -}}
{{- range .consumes -}}{{- if hasPrefix "applications.requests." . -}}true{{- end -}}{{- end -}}
{{- end -}}

{{/* name=host:port of the services this one calls over gRPC. */}}
{{- define "lianban.peers" -}}
{{- $peers := list -}}
{{- range $peer := .service.calls -}}
{{- $called := index $.services $peer -}}
{{- if and $called (eq $called.kind "grpc") -}}
{{- $port := include "lianban.podPort" (dict "root" $.root "services" $.services "name" $peer "of" "answers") -}}
{{- $service := include "lianban.name" (dict "root" $.root "name" $peer) -}}
{{- $at := ternary "127.0.0.1" (printf "%s.%s.svc.%s" $service $.root.Release.Namespace $.root.Values.clusterDomain) $.root.Values.together.enabled -}}
{{- $peers = append $peers (printf "%s=%s:%s" $peer $at $port) -}}
{{- end -}}
{{- end -}}
{{- join "," $peers -}}
{{- end -}}

{{/* Those of the services this one calls that decide steps of applications and have officers, with commas. */}}
{{- define "lianban.departments" -}}
{{- $names := list -}}
{{- range $name := .service.calls -}}
{{- if dig $name "department" false $.services -}}{{- $names = append $names $name -}}{{- end -}}
{{- end -}}
{{- join "," $names -}}
{{- end -}}

{{/* Whether it calls or is called over gRPC, and so shows a certificate where calls go over TLS. */}}
{{- define "lianban.hasCertificate" -}}
{{- if and .root.Values.grpcTls.enabled (or (eq .service.kind "grpc") (include "lianban.peers" .)) -}}true{{- end -}}
{{- end -}}

{{/* Whether anything but the number of copies in values decides how many run. */}}
{{- define "lianban.isScaled" -}}
{{- if or .autoscaling.hpa.enabled .autoscaling.keda.enabled .autoscaling.elsewhere -}}true{{- end -}}
{{- end -}}

{{/* The fewest copies that run: PodDisruptionBudgets make sense above one. */}}
{{- define "lianban.copies" -}}
{{- if .autoscaling.hpa.enabled -}}{{ int .autoscaling.hpa.minReplicas }}
{{- else if .autoscaling.keda.enabled -}}{{ int .autoscaling.keda.minReplicas }}
{{- else -}}{{ int .replicas }}{{- end -}}
{{- end -}}

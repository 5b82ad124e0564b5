{{/* Each of these gives the sentences about what is wrong as a list in JSON: empty when nothing is. */}}

{{/* Settings of one service: there, in shape, known to it, in one place, and not in plain sight when they are secrets. */}}
{{- define "lianban.settingConstraints" -}}
{{- $wrong := list -}}
{{- $root := .root -}}
{{- $s := .service -}}
{{- $at := printf "services.%s" .name -}}
{{- $known := .root.Files.Get "files/settings.yaml" | fromYaml -}}
{{- range $variable, $required := $s.requiredSettings -}}
{{- $value := tpl (toString (index $s.settings $variable | default "")) $root -}}
{{- if not (or $value (hasKey $s.secretSettings $variable)) -}}
{{- $wrong = append $wrong (printf "%s.settings.%s is empty: %s (see docs/operations.md)" $at $variable $required.what) -}}
{{- else if and $value $required.pattern (not (regexMatch $required.pattern $value)) -}}
{{- $wrong = append $wrong (printf "%s.settings.%s is %q: it has to be %s" $at $variable $value $required.what) -}}
{{- end -}}
{{- end -}}
{{- range $variable, $value := $s.settings -}}
{{- if hasKey $s.secretSettings $variable -}}
{{- $wrong = append $wrong (printf "%s.settings.%s and %s.secretSettings.%s are both given: keep one of them" $at $variable $at $variable) -}}
{{- else if regexMatch "_(KEY|SECRET|PASSWORD)$" $variable -}}
{{- $wrong = append $wrong (printf "%s.settings.%s is a secret in plain sight: name the Secret that holds it in %s.secretSettings.%s" $at $variable $at $variable) -}}
{{- end -}}
{{- end -}}
{{- range $variable := concat (keys $s.settings) (keys $s.secretSettings) | sortAlpha -}}
{{- if has $variable $known.ofTheChart -}}
{{- $wrong = append $wrong (printf "%s.settings.%s is the chart's to set: values.yaml says by which value" $at $variable) -}}
{{- else if and (hasKey $known.services $.name) (not (has (trimSuffix "_FILE" $variable) (concat $known.all (index $known.services $.name)))) -}}
{{- $wrong = append $wrong (printf "%s.settings.%s is no setting of %s, which would not see it: it knows %s" $at $variable $.name (join ", " (concat (index $known.services $.name) $known.all))) -}}
{{- end -}}
{{- end -}}
{{- range $variable, $from := $s.secretSettings -}}
{{- if not (or $from.secret $from.optional) -}}
{{- $wrong = append $wrong (printf "%s.secretSettings.%s.secret is empty: name the Secret whose key %s holds it (%s)" $at $variable $from.key ($from.what | default "see docs/operations.md")) -}}
{{- end -}}
{{- end -}}
{{- toJson $wrong -}}
{{- end -}}

{{/* The gateway, and the pages and the desk behind it: each finds the other, and people come back to the address they came by. */}}
{{- define "lianban.doorConstraints" -}}
{{- $wrong := list -}}
{{- $v := .root.Values -}}
{{- $services := .services -}}
{{- range $pair := list (list "gateway" "web" "WEB_URL") (list "gateway" "desk" "DESK_URL") (list "web" "gateway" "API_URL") -}}
{{- $from := index $pair 0 -}}{{- $to := index $pair 1 -}}{{- $variable := index $pair 2 -}}
{{- if and (hasKey $services $from) (hasKey $services $to) -}}
{{- $caller := index $services $from -}}
{{- if not (has $to $caller.calls) -}}
{{- $wrong = append $wrong (printf "services.%s.calls leaves out %s, which it asks at %s: no network policy would let it through" $from $to $variable) -}}
{{- end -}}
{{- $url := tpl (toString (index $caller.settings $variable | default "")) $.root -}}
{{- $host := include "lianban.name" (dict "root" $.root "name" $to) -}}
{{- if and $url (not (regexMatch (printf "^http://%s(\\.[a-z0-9.-]+)?(:80)?$" $host) $url)) -}}
{{- $wrong = append $wrong (printf "services.%s.settings.%s is %q, and %s of this release answers at http://%s" $from $variable $url $to $host) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- $origin := dig "gateway" "settings" "PUBLIC_ORIGIN" "" $services | toString -}}
{{- $host := regexReplaceAll ":[0-9]+$" (trimPrefix "https://" $origin) "" -}}
{{- if and $origin $v.ingress.enabled $v.ingress.host (ne $v.ingress.host $host) -}}
{{- $wrong = append $wrong (printf "ingress.host is %s, and services.gateway.settings.PUBLIC_ORIGIN is %s: who signs in would be sent elsewhere" $v.ingress.host $origin) -}}
{{- end -}}
{{- if and $origin $v.httpRoute.enabled $v.httpRoute.hostnames (not (has $host $v.httpRoute.hostnames)) -}}
{{- $wrong = append $wrong (printf "httpRoute.hostnames names %s, and services.gateway.settings.PUBLIC_ORIGIN is %s: who signs in would be sent elsewhere" (join ", " $v.httpRoute.hostnames) $origin) -}}
{{- end -}}
{{- toJson $wrong -}}
{{- end -}}

{{/* What `production: true` does not go without. */}}
{{- define "lianban.productionConstraints" -}}
{{- $wrong := list -}}
{{- $v := .root.Values -}}
{{- if $v.production -}}
{{- if not $v.grpcTls.enabled -}}
{{- $wrong = append $wrong "grpcTls.enabled is false while production is true: services would call each other in the clear, and whoever calls could be anybody" -}}
{{- end -}}
{{- if not $v.kafka.tls.enabled -}}
{{- $wrong = append $wrong "kafka.tls.enabled is false while production is true: records would go to the brokers in the clear" -}}
{{- end -}}
{{- if not (or $v.kafka.sasl.mechanism $v.kafka.tls.clientSecret) -}}
{{- $wrong = append $wrong "kafka.sasl.mechanism and kafka.tls.clientSecret are empty while production is true: the brokers would not know who reads and writes" -}}
{{- end -}}
{{- if not $v.networkPolicy.enabled -}}
{{- $wrong = append $wrong "networkPolicy.enabled is false while production is true: every pod of the cluster could reach every service" -}}
{{- end -}}
{{- if and (ne $v.topics.mode "none") (lt (int $v.topics.replicas) 3) -}}
{{- $wrong = append $wrong (printf "topics.replicas is %d while production is true: with fewer than 3 copies a broker that is lost takes records along" (int $v.topics.replicas)) -}}
{{- end -}}
{{- range $name, $s := .services -}}
{{- if lt (include "lianban.copies" $s | int) 2 -}}
{{- $why := "what it does stands still while its one copy starts anew" -}}
{{- if $s.exposed -}}{{- $why = "it is the only entrance, and with its only copy gone nobody gets in" -}}{{- end -}}
{{- $wrong = append $wrong (printf "services.%s runs in fewer than 2 copies while production is true: %s; set replicas, or minReplicas of its autoscaler" $name $why) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $wrong -}}
{{- end -}}

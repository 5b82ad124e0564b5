{{/*
Every Secret the pods of this release read, as name → keys. Left out: those made by somebody the chart itself names (Strimzi's
users, cert-manager's certificates), and those the cluster reads (for images, for an Ingress).
*/}}
{{- define "lianban.secrets" -}}
{{- $v := .Values -}}
{{- $services := include "lianban.services" . | fromYaml -}}
{{- $pairs := list -}}
{{- $sasl := $v.kafka.sasl -}}
{{- if and $sasl.mechanism $sasl.existingSecret -}}
{{- $pairs = append $pairs (dict "secret" $sasl.existingSecret "keys" (list $sasl.usernameKey $sasl.passwordKey)) -}}
{{- else if and $sasl.mechanism (eq $v.topics.mode "job") -}}
{{- $pairs = append $pairs (dict "secret" (include "lianban.name" (dict "root" . "name" "topics")) "keys" (list $sasl.passwordKey)) -}}
{{- end -}}
{{- if $v.kafka.tls.enabled -}}
{{- $pairs = append $pairs (dict "secret" $v.kafka.tls.caSecret "keys" (list $v.kafka.tls.caKey)) -}}
{{- $pairs = append $pairs (dict "secret" $v.kafka.tls.clientSecret "keys" (list "tls.crt" "tls.key")) -}}
{{- end -}}
{{- $pairs = append $pairs (dict "secret" $v.personTokens.jwksSecret "keys" (list $v.personTokens.jwksKey)) -}}
{{- range $name, $s := $services -}}
{{- $this := dict "root" $ "name" $name "service" $s "services" $services -}}
{{- if $s.stores -}}
{{- $pairs = append $pairs (dict "secret" ($s.mongoSecret | default $v.mongo.existingSecret) "keys" (list $v.mongo.urlKey)) -}}
{{- $pairs = append $pairs (dict "secret" ($s.dataKeysSecret | default $v.dataKeys.existingSecret) "keys" (list $v.dataKeys.key)) -}}
{{- $pairs = append $pairs (dict "secret" $s.requestKeysSecret "keys" (list $v.requestKeys.key)) -}}
{{- $pairs = append $pairs (dict "secret" $v.mongo.caSecret "keys" (list $v.mongo.caKey)) -}}
{{- if and $sasl.mechanism (not $sasl.existingSecret) (ne $v.topics.mode "strimzi") -}}
{{- $pairs = append $pairs (dict "secret" (include "lianban.name" $this) "keys" (list $sasl.passwordKey)) -}}
{{- end -}}
{{- end -}}
{{- range $from := $s.secretSettings -}}
{{- $pairs = append $pairs (dict "secret" $from.secret "keys" (list $from.key)) -}}
{{- end -}}
{{- if and (include "lianban.hasCertificate" $this) (not $v.grpcTls.issuer.name) -}}
{{- $pairs = append $pairs (dict "secret" (printf "%s-grpc" (include "lianban.name" $this)) "keys" (list "ca.crt" "tls.crt" "tls.key")) -}}
{{- end -}}
{{- end -}}
{{- $pairs = append $pairs (dict "secret" $v.canary.tokenSecret "keys" (list $v.canary.tokenKey)) -}}
{{- if $v.collector.enabled -}}
{{- $pairs = append $pairs (dict "secret" $v.collector.tls.caSecret "keys" (list $v.collector.tls.caKey)) -}}
{{- $pairs = append $pairs (dict "secret" $v.collector.tls.clientSecret "keys" (list "tls.crt" "tls.key")) -}}
{{- end -}}
{{- $all := dict -}}
{{- range $pair := $pairs -}}
{{- if $pair.secret -}}
{{- $_ := set $all $pair.secret (concat (index $all $pair.secret | default list) $pair.keys | uniq | sortAlpha) -}}
{{- end -}}
{{- end -}}
{{- toYaml $all -}}
{{- end -}}

{{/* Sentences about the keys by which requests are sealed, as a list in JSON: a key that two departments have hides nothing. */}}
{{- define "lianban.requestKeyConstraints" -}}
{{- $wrong := list -}}
{{- $services := .services -}}
{{- $holders := dict -}}
{{- range $name, $s := $services -}}
{{- with $s.requestKeysSecret -}}
{{- if not $s.department -}}
{{- $wrong = append $wrong (printf "services.%s.requestKeysSecret is set, and %s is no department that applications asks" $name $name) -}}
{{- else if hasKey $holders . -}}
{{- $wrong = append $wrong (printf "services.%s.requestKeysSecret and services.%s.requestKeysSecret are both %s: each would read what is for the other" (index $holders .) $name .) -}}
{{- end -}}
{{- $_ := set $holders . $name -}}
{{- end -}}
{{- end -}}
{{- range $name := .root.Values.requestKeys.sealedFor -}}
{{- if not (dig $name "requestKeysSecret" "" $services) -}}
{{- $wrong = append $wrong (printf "requestKeys.sealedFor names %s, and services.%s.requestKeysSecret is empty: it could not open what is sealed for it" $name $name) -}}
{{- end -}}
{{- end -}}
{{- toJson $wrong -}}
{{- end -}}

{{/* Sentences about what is wrong with them, as a list in JSON: empty when nothing is. */}}
{{- define "lianban.secretConstraints" -}}
{{- $wrong := list -}}
{{- $v := .Values -}}
{{- $e := $v.externalSecrets -}}
{{- if $e.enabled -}}
{{- $all := include "lianban.secrets" . | fromYaml -}}
{{- if not $e.store.name -}}
{{- $wrong = append $wrong "externalSecrets.store.name is empty while externalSecrets.enabled is true: name the store the Secrets are taken from" -}}
{{- end -}}
{{- range $name := concat $e.except (keys $e.stored) | sortAlpha -}}
{{- if not (hasKey $all $name) -}}
{{- $wrong = append $wrong (printf "externalSecrets names %s, which no pod of these values reads: they read %s" $name (keys $all | sortAlpha | join ", ")) -}}
{{- else if and (has $name $e.except) (hasKey $e.stored $name) -}}
{{- $wrong = append $wrong (printf "externalSecrets.except and externalSecrets.stored.%s contradict each other: keep one of them" $name) -}}
{{- end -}}
{{- end -}}
{{- range $name, $stored := $e.stored -}}
{{- range $key := keys ($stored.properties | default dict) | sortAlpha -}}
{{- if not (has $key (index $all $name | default list)) -}}
{{- $wrong = append $wrong (printf "externalSecrets.stored.%s.properties names %s, and of that Secret only %s are read" $name $key (index $all $name | default list | join ", ")) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if and (eq $v.topics.mode "job") $v.topics.useHelmHooks -}}
{{- $ofKafka := compact (list (ternary ($v.kafka.sasl.existingSecret | default (include "lianban.name" (dict "root" . "name" "topics"))) "" (ne $v.kafka.sasl.mechanism "")) (ternary $v.kafka.tls.caSecret "" $v.kafka.tls.enabled) (ternary $v.kafka.tls.clientSecret "" $v.kafka.tls.enabled)) -}}
{{- range $name := $ofKafka -}}
{{- if not (has $name $e.except) -}}
{{- $wrong = append $wrong (printf "externalSecrets would make %s after the topics job, a hook before everything else, has waited for it in vain: set topics.useHelmHooks to false, or make it beforehand and name it in externalSecrets.except" $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $wrong -}}
{{- end -}}

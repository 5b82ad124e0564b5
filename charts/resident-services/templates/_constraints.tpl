{{/*
What a schema cannot say: rules across several values. Every broken one is told at once, by the name of the value, what is
wrong with it and what to do.
*/}}
{{- define "lianban.constraints" -}}
{{- $wrong := list -}}
{{- $v := .Values -}}
{{- $services := include "lianban.services" . | fromYaml -}}
{{- $partitions := int $v.topics.partitions -}}
{{- if hasKey $v "walk" -}}
{{- $wrong = append $wrong "walk is no value any more: write canary instead" -}}
{{- end -}}
{{- if hasKey $v.networkPolicy "doorFrom" -}}
{{- $wrong = append $wrong "networkPolicy.doorFrom is no value any more: write networkPolicy.gatewayFrom instead" -}}
{{- end -}}
{{- if not $v.kafka.brokers -}}
{{- $wrong = append $wrong "kafka.brokers is empty: name the brokers as host:port" -}}
{{- end -}}
{{- if not $v.mongo.existingSecret -}}
{{- $without := list -}}
{{- range $name, $s := $services -}}{{- if and $s.stores (not $s.mongoSecret) -}}{{- $without = append $without $name -}}{{- end -}}{{- end -}}
{{- if $without -}}
{{- $wrong = append $wrong (printf "mongo.existingSecret is empty: name the Secret whose key mongo.urlKey holds the URL of the replica set (%s have no mongoSecret of their own)" (join ", " $without)) -}}
{{- end -}}
{{- end -}}
{{- if and $v.dataKeys.sealing (not $v.dataKeys.existingSecret) -}}
{{- $without := list -}}
{{- range $name, $s := $services -}}{{- if and $s.stores (not $s.dataKeysSecret) -}}{{- $without = append $without $name -}}{{- end -}}{{- end -}}
{{- if $without -}}
{{- $wrong = append $wrong (printf "dataKeys.existingSecret is empty: name the Secret whose key dataKeys.key holds the keys that seal personal data (%s have no dataKeysSecret of their own)" (join ", " $without)) -}}
{{- end -}}
{{- end -}}
{{- if not $v.personTokens.jwksSecret -}}
{{- $wrong = append $wrong "personTokens.jwksSecret is empty: name the Secret whose key personTokens.jwksKey holds the public key of services.gateway.secretSettings.PERSON_TOKEN_KEY" -}}
{{- end -}}
{{- $isOwnUser := and $v.kafka.sasl.mechanism (not $v.kafka.sasl.existingSecret) -}}
{{- if and $isOwnUser (eq $v.topics.mode "job") (not $v.topics.accessLists) -}}
{{- $wrong = append $wrong "kafka.sasl.existingSecret is empty while kafka.sasl.mechanism is set: name the Secret with the user and the password, or let each service be a user of its own (topics.accessLists)" -}}
{{- end -}}
{{- if and $v.topics.accessLists (or (not $isOwnUser) (ne $v.topics.mode "job")) -}}
{{- $wrong = append $wrong "topics.accessLists is true: that is for topics.mode job with kafka.sasl.mechanism set and kafka.sasl.existingSecret empty, where each service is a user of its own" -}}
{{- end -}}
{{- if and (eq $v.kafka.sasl.mechanism "PLAIN") (not $v.kafka.tls.enabled) -}}
{{- $wrong = append $wrong "kafka.tls.enabled is false while kafka.sasl.mechanism is PLAIN: the password would go over the network as it is" -}}
{{- end -}}
{{- if and (eq $v.topics.mode "strimzi") (not $v.topics.strimzi.cluster) -}}
{{- $wrong = append $wrong "topics.strimzi.cluster is empty while topics.mode is strimzi: name the Kafka resource the topics belong to" -}}
{{- end -}}
{{- if and $v.kafka.tls.clientSecret (not $v.kafka.tls.enabled) -}}
{{- $wrong = append $wrong "kafka.tls.clientSecret is set while kafka.tls.enabled is false: a certificate is shown over TLS only" -}}
{{- end -}}
{{- if and $v.ingress.enabled $v.httpRoute.enabled -}}
{{- $wrong = append $wrong "ingress.enabled and httpRoute.enabled are both true: choose one of them for the gateway" -}}
{{- end -}}
{{- if and $v.httpRoute.enabled (not $v.httpRoute.parentRefs) -}}
{{- $wrong = append $wrong "httpRoute.parentRefs is empty while httpRoute.enabled is true: name the Gateway the route belongs to" -}}
{{- end -}}
{{- if and $v.ingress.enabled (not $v.ingress.host) -}}
{{- $wrong = append $wrong "ingress.host is empty while ingress.enabled is true: name the host residents type" -}}
{{- end -}}
{{- if and (eq $.Values.requestTopics.said "shared") (eq $.Values.requestTopics.heard "own") -}}
{{- $wrong = append $wrong "requestTopics.heard is own while requestTopics.said is shared: departments would hear nothing, set said to both first" -}}
{{- end -}}
{{- if and (eq $.Values.requestTopics.said "own") (eq $.Values.requestTopics.heard "shared") -}}
{{- $wrong = append $wrong "requestTopics.said is own while requestTopics.heard is shared: departments would hear nothing, set heard to own first" -}}
{{- end -}}
{{- range $name, $s := $services -}}
{{- $at := printf "services.%s" $name -}}
{{- $needed := add (int $s.preStopSeconds) (int $s.stopSeconds) 2 -}}
{{- if lt (int $s.terminationGracePeriodSeconds) (int $needed) -}}
{{- $wrong = append $wrong (printf "%s.terminationGracePeriodSeconds is %d, and preStopSeconds %d + stopSeconds %d + 2 need %d: a copy would be killed while it finishes what it took" $at (int $s.terminationGracePeriodSeconds) (int $s.preStopSeconds) (int $s.stopSeconds) (int $needed)) -}}
{{- end -}}
{{- if and $s.autoscaling.hpa.enabled $s.autoscaling.keda.enabled -}}
{{- $wrong = append $wrong (printf "%s.autoscaling.hpa.enabled and %s.autoscaling.keda.enabled are both true: two autoscalers would fight over one workload, choose one" $at $at) -}}
{{- end -}}
{{- if and $s.autoscaling.elsewhere (or $s.autoscaling.hpa.enabled $s.autoscaling.keda.enabled) -}}
{{- $wrong = append $wrong (printf "%s.autoscaling.elsewhere is true beside an autoscaler of this chart: two would fight over one workload, choose one" $at) -}}
{{- end -}}
{{- range $scaler := list "hpa" "keda" -}}
{{- $a := index $s.autoscaling $scaler -}}
{{- if and $a.enabled (gt (int $a.minReplicas) (int $a.maxReplicas)) -}}
{{- $wrong = append $wrong (printf "%s.autoscaling.%s.minReplicas %d is above maxReplicas %d" $at $scaler (int $a.minReplicas) (int $a.maxReplicas)) -}}
{{- end -}}
{{- end -}}
{{- if and $s.autoscaling.keda.enabled (not $s.consumes) -}}
{{- $wrong = append $wrong (printf "%s.autoscaling.keda.enabled is true, but %s.consumes is empty: there is no lag to scale by" $at $at) -}}
{{- end -}}
{{- if and $s.autoscaling.keda.enabled (gt (int $s.autoscaling.keda.maxReplicas) $partitions) -}}
{{- $wrong = append $wrong (printf "%s.autoscaling.keda.maxReplicas is %d, but topics have %d partitions (topics.partitions): copies beyond that read nothing" $at (int $s.autoscaling.keda.maxReplicas) $partitions) -}}
{{- end -}}
{{- range $peer := $s.calls -}}
{{- if not (index $services $peer) -}}
{{- $wrong = append $wrong (printf "%s.calls names %s, which is no enabled service" $at $peer) -}}
{{- end -}}
{{- end -}}
{{- range $topic := $s.consumes -}}
{{- $from := index (splitList "." $topic) 0 -}}
{{- if not (or (dig $from "stores" false $services) (has $from $.Values.outsideDepartments)) -}}
{{- $wrong = append $wrong (printf "%s.consumes names %s, and there is no enabled service %s with stores: true that would say it" $at $topic $from) -}}
{{- end -}}
{{- end -}}
{{- if and $s.consumes (not $s.stores) -}}
{{- $wrong = append $wrong (printf "%s.stores is false while %s.consumes is not empty: what is heard has to be kept, with where it was heard up to" $at $at) -}}
{{- end -}}
{{- range $sentence := include "lianban.settingConstraints" (dict "root" $ "name" $name "service" $s) | fromJsonArray -}}
{{- $wrong = append $wrong $sentence -}}
{{- end -}}
{{- end -}}
{{- range $sentence := concat (include "lianban.telemetryConstraints" . | fromJsonArray) (include "lianban.secretConstraints" . | fromJsonArray) (include "lianban.requestKeyConstraints" (dict "root" . "services" $services) | fromJsonArray) (include "lianban.doorConstraints" (dict "root" . "services" $services) | fromJsonArray) (include "lianban.productionConstraints" (dict "root" . "services" $services) | fromJsonArray) (include "lianban.togetherConstraints" (dict "root" . "services" $services) | fromJsonArray) -}}
{{- $wrong = append $wrong $sentence -}}
{{- end -}}
{{- if $wrong -}}
{{- fail (printf "\n\n%s\n" (join "\n" (prepend $wrong "These values cannot be used:"))) -}}
{{- end -}}
{{- end -}}

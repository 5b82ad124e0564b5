/* global fetch, AbortSignal */
// Plays the kubelet for one pod, by the probes that the chart renders for it.
const { setTimeout: pause } = require('node:timers/promises');

async function answers({ httpGet, timeoutSeconds }, port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${httpGet.path}`, {
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** @throws when it has not started by the last try of its startup probe, or is not ready soon after */
async function becomesReady({ probes, own, pod }, withinMs = 60_000) {
  const { startup, readiness } = probes;
  const end = Date.now() + startup.periodSeconds * startup.failureThreshold * 1000;
  // Looked at more often than a kubelet would: it is timed.
  while (!(await answers(startup, own.health))) {
    if (Date.now() > end) throw new Error(`${pod.metadata.name} has not started`);
    await pause(20);
  }
  for (const last = Date.now() + withinMs; !(await answers(readiness, own.health)); await pause(20))
    if (Date.now() > last) throw new Error(`${pod.metadata.name} is not ready`);
}

/** Asks the liveness probe as a kubelet does until `stop`, which tells how often it would have started the pod anew. */
function watchLiveness({ probes, own }) {
  const { liveness } = probes;
  const stopped = Promise.withResolvers();
  let [failed, restarts, going] = [0, 0, true];
  const watching = (async () => {
    while (going) {
      failed = (await answers(liveness, own.health)) ? 0 : failed + 1;
      if (failed === liveness.failureThreshold) restarts++;
      await Promise.race([pause(liveness.periodSeconds * 1000), stopped.promise]);
    }
  })();
  return async () => {
    going = false;
    stopped.resolve();
    await watching;
    return restarts;
  };
}

module.exports = { becomesReady, watchLiveness };

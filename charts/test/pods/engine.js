/* global performance */
// Pods of podman: played from what the chart renders, told to go, and looked at.
const { execFile } = require('node:child_process');
const { mkdirSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { promisify } = require('node:util');
const { stringify } = require('yaml');

const folder = join(resolve(__dirname, '../../..'), '.local', 'pods');
const [command, ...before] = (process.env.PODMAN || 'podman').split(' ');
const played = new Set();

/** Resolves with what it printed. Never blocks: whoever makes load goes on meanwhile. */
async function podman(...args) {
  const { stdout } = await promisify(execFile)(command, [...before, ...args], { maxBuffer: 1 << 26 });
  return stdout.trim();
}

async function play(pod) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${pod.metadata.name}.yaml`);
  writeFileSync(file, stringify(pod));
  played.add(pod.metadata.name);
  await podman('kube', 'play', '--replace', '--log-driver', 'k8s-file', file);
}

const containerOf = (pod) => `${pod.metadata.name}-${pod.spec.containers[0].name}`;

/** SIGTERM, and SIGKILL after `seconds`. Resolves with the exit code and how many ms it took. */
async function quit(pod, seconds) {
  const began = performance.now();
  await podman('stop', '--time', String(seconds), containerOf(pod));
  const ms = Math.round(performance.now() - began);
  const code = Number(await podman('inspect', '--format', '{{.State.ExitCode}}', containerOf(pod)));
  const said = await logsOf(pod);
  await remove(pod.metadata.name);
  return { code, ms, said };
}

async function remove(name) {
  await podman('pod', 'rm', '--force', '--time', '0', name);
  played.delete(name);
}

/** Of the container: stopped and started with what it stored, as a server that is away for a while. */
const pause = (pod) => podman('stop', '--time', '10', containerOf(pod));
const resume = (pod) => podman('start', containerOf(pod));

const inside = (pod, ...args) => podman('exec', containerOf(pod), ...args);
const logsOf = async (pod) => {
  const { stdout, stderr } = await promisify(execFile)(command, [...before, 'logs', '--tail', '40', containerOf(pod)]);
  return stdout + stderr;
};

const removeAll = () => Promise.all([...played].map((name) => remove(name).catch(() => undefined)));

module.exports = { inside, logsOf, pause, play, podman, quit, removeAll, resume };

import { connect } from 'node:net';
import { pollUntil } from '../poll';

function answers(port: number): Promise<true | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (result: true | undefined) => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(undefined));
    socket.setTimeout(1_000, () => end(undefined));
  });
}

/** Waits until a server listens on the port; false as soon as its process has ended, or after the time limit. */
export async function portAnswers(port: number, stillComing: () => boolean, withinMs: number): Promise<boolean> {
  const answer = await pollUntil(async () => ((await answers(port)) ? true : stillComing() ? undefined : false), {
    withinMs,
    everyMs: 25,
  });
  return answer ?? false;
}

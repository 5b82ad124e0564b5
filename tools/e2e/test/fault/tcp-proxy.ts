import type { Socket } from 'node:net';
import { type AddressInfo, connect, createServer } from 'node:net';

/**
 * The fault injected into all connections:
 * - `stalled`: no data passes in either direction, and no connection is closed, as when packets are dropped; delayed data
 *   is delivered after the fault
 * - `deaf`: requests pass, answers do not; `mute`: the other way round
 * - `answers lost`: the first answer on a connection closes it, so that the request is carried out but not answered
 * - `reset`: every connection is reset, new ones at once
 */
export type ProxyFault = 'none' | 'stalled' | 'deaf' | 'mute' | 'answers lost' | 'reset';

interface ProxiedConnection {
  readonly client: Socket;
  readonly server: Socket;
  /** Bytes of answers that may still pass. */
  left: number;
}

/** A fault-injecting TCP proxy to a server on this machine. */
export class TcpProxy {
  private readonly lines = new Set<ProxiedConnection>();
  private fault: ProxyFault = 'none';
  private delayMs = 0;
  private lingerMs = 0;
  private cutAfter: (() => number) | undefined;
  /** Connections closed by the proxy. */
  ended = 0;

  private constructor(
    private readonly listener: ReturnType<typeof createServer>,
    readonly upstream: number,
  ) {
    listener.on('connection', (client) => this.join(client));
  }

  static async to(upstream: number): Promise<TcpProxy> {
    const listener = createServer({ allowHalfOpen: true });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    return new TcpProxy(listener, upstream);
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  /** Applies to existing and new connections. */
  set(fault: ProxyFault): void {
    this.fault = fault;
    if (fault === 'reset') for (const line of this.lines) this.reset(line);
    for (const line of this.lines) this.flow(line);
  }

  /** Adds latency in both directions. */
  delay(ms: number): void {
    this.delayMs = ms;
  }

  /** Delays the close of a connection to the other side. */
  closeSlowly(ms: number): void {
    this.lingerMs = ms;
  }

  /** Resets each connection after this many bytes of answers: the last request may have been carried out without an answer. */
  cutAnswersAfter(bytes: (() => number) | undefined): void {
    this.cutAfter = bytes;
    for (const line of this.lines) line.left = bytes?.() ?? Infinity;
  }

  async close(): Promise<void> {
    for (const line of this.lines) this.reset(line);
    await new Promise((resolve) => this.listener.close(resolve));
  }

  private join(client: Socket): void {
    if (this.fault === 'reset') {
      client.resetAndDestroy();
      return;
    }
    const server = connect({ port: this.upstream, host: '127.0.0.1', allowHalfOpen: true });
    const line: ProxiedConnection = { client, server, left: this.cutAfter?.() ?? Infinity };
    this.lines.add(line);
    client.on('data', (bytes) => this.later(() => server.write(bytes)));
    server.on('data', (bytes) => this.answer(line, bytes));
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      from.setNoDelay(true);
      from.on('end', () => setTimeout(() => this.later(() => to.end()), this.lingerMs));
      from.on('error', () => this.reset(line));
      from.on('close', () => setTimeout(() => this.lines.delete(line) && to.destroySoon(), this.lingerMs));
    }
    this.flow(line);
  }

  private answer(line: ProxiedConnection, bytes: Buffer): void {
    if (this.fault === 'answers lost') return this.reset(line);
    line.left -= bytes.length;
    if (line.left < 0) return this.reset(line);
    this.later(() => line.client.write(bytes));
  }

  /** Stops reading the sockets: TCP then delays the data, as a network does that drops packets which are sent again. */
  private flow({ client, server }: ProxiedConnection): void {
    const [requests, answers] = [!['stalled', 'mute'].includes(this.fault), !['stalled', 'deaf'].includes(this.fault)];
    for (const [socket, flows] of [
      [client, requests],
      [server, answers],
    ] as const)
      if (flows) socket.resume();
      else socket.pause();
  }

  private later(act: () => void): void {
    if (this.delayMs > 0) setTimeout(act, this.delayMs);
    else act();
  }

  private reset({ client, server }: ProxiedConnection): void {
    this.ended += 1;
    client.resetAndDestroy();
    server.resetAndDestroy();
  }
}

import { type AddressInfo, type Socket, connect, createServer } from 'node:net';

/** A round-robin TCP load balancer, like a Kubernetes Service. */
export class LoadBalancer {
  private next = 0;
  private readonly open = new Set<Socket>();

  private constructor(
    private readonly listener: ReturnType<typeof createServer>,
    private ports: readonly number[],
  ) {
    listener.on('connection', (client) => this.join(client, this.ports.length));
  }

  static async over(...ports: number[]): Promise<LoadBalancer> {
    const listener = createServer();
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    return new LoadBalancer(listener, ports);
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  /** Sets the processes for new connections. */
  use(ports: readonly number[]): void {
    this.ports = ports;
  }

  close(): void {
    this.listener.close();
    for (const socket of this.open) socket.destroy();
  }

  /** Skips a process that does not listen. */
  private join(client: Socket, triesLeft: number): void {
    const port = this.ports[this.next++ % this.ports.length];
    if (triesLeft === 0 || port === undefined) return void client.destroy();
    const server = connect(port, '127.0.0.1');
    const isOver = () => (client.destroy(), server.destroy(), this.open.delete(client), this.open.delete(server));
    const another = () => this.join(client, triesLeft - 1);
    server.once('error', another);
    server.once('connect', () => {
      server.off('error', another);
      for (const socket of [client, server]) {
        this.open.add(socket);
        socket.setNoDelay(true);
        socket.on('error', isOver);
        socket.on('close', isOver);
      }
      client.pipe(server).pipe(client);
    });
  }
}

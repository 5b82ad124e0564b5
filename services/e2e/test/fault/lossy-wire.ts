import { type AddressInfo, type Socket, connect, createServer } from 'node:net';

/** A wire to a server on this machine whose answers can be withheld: requests arrive, and nobody hears what became of them. */
export async function lossyWire(port: number) {
  const wires = new Set<Socket>();
  let answersLost = false;
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream])
      wires.add(socket.on('error', () => socket.destroy()).on('close', () => wires.delete(socket)));
    client.pipe(upstream);
    upstream.on('data', (answer) => {
      if (answersLost) return void [client, upstream].forEach((socket) => socket.destroy());
      client.write(answer);
    });
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    /** Every answer from now on ends its connection instead of arriving. */
    loseAnswers: (lost: boolean) => {
      answersLost = lost;
    },
    async close(): Promise<void> {
      for (const socket of wires) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type LossyWire = Awaited<ReturnType<typeof lossyWire>>;

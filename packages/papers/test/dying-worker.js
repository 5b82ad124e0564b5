// Stands in for a decoder that a file kills or never lets go: the first byte says which.
process.on('message', ({ bytes: [first] }) => {
  if (first === 1) process.kill(process.pid, 'SIGSEGV');
  if (first === 2) process.send({ type: 'application/pdf', content: new Uint8Array(4) });
});
process.send('ready');

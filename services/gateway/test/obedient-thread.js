// In place of the thread that draws: answers, fails or dies as the title of the sheet says.
const { Buffer } = require('node:buffer');
const { parentPort } = require('node:worker_threads');

parentPort.on('message', ({ id, sheet: { title } }) => {
  if (title === 'die') process.exit(1);
  if (title === 'fail') parentPort.postMessage({ id, wrong: 'the font is damaged' });
  if (title === 'draw') parentPort.postMessage({ id, drawn: { pdf: Buffer.from('%PDF'), missing: ['𠮷'] } });
});

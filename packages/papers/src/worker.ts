import { constants, setPriority } from 'node:os';
import { examine } from './examine';
import { previewOf } from './image';
import type { Job } from './job';

/** The process in which files are decoded: it knows no secret and no server, and gives way to whatever else runs. */
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
process.on('disconnect', () => process.exit());
process.on('message', ({ wanted, bytes }: Job) => {
  const work = wanted === 'paper' ? examine : previewOf;
  void work(bytes).then((examined) => process.send?.(examined));
});
process.send?.('ready');

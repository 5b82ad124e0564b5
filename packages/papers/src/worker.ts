import { constants, setPriority } from 'node:os';
import { examine } from './examine';

/** The process in which files are decoded: it knows no secret and no server, and gives way to whatever else runs. */
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
process.on('disconnect', () => process.exit());
process.on('message', (bytes: Uint8Array) => {
  void examine(bytes).then((examined) => process.send?.(examined));
});
process.send?.('ready');

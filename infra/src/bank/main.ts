import { Problem, runCommand } from '../problem';
import { portFrom } from '../stack/ports';
import { startBank } from './bank';
import { bankKeysIn } from './keys';

/** The bank of the local stack, as a process: BANK_PORT, BANK_KEYS, BANK_LEDGER, BANK_TIME_FACTOR. */
runCommand(async () => {
  const { LIANBAN_ENV, BANK_KEYS, BANK_LEDGER, BANK_TIME_FACTOR = '0.01' } = process.env;
  if (LIANBAN_ENV === 'production')
    throw new Problem('this bank takes no money: it does not start where LIANBAN_ENV is production');
  if (!BANK_KEYS) throw new Problem('BANK_KEYS: the file of the keys is missing');
  const port = portFrom(process.env, 'BANK_PORT', 7460);
  const ledger = BANK_LEDGER ? { file: BANK_LEDGER } : {};
  const bank = await startBank({ port, keys: bankKeysIn(BANK_KEYS), timeFactor: Number(BANK_TIME_FACTOR), ...ledger });
  console.log(`${bank.address} speaks WeChat Pay v3`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void bank.close());
});

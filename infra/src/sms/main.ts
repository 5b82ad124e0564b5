import { Problem, runCommand } from '../problem';
import { closeOnSignal } from '../process/close-on-signal';
import { portFrom } from '../stack/ports';
import { startLocalSms } from './sms-gateway';

runCommand(async () => {
  const { LIANBAN_ENV, RECEIPTS_URL } = process.env;
  if (LIANBAN_ENV === 'production')
    throw new Problem('this SMS gateway sends nothing: it does not start where LIANBAN_ENV is production');
  if (!RECEIPTS_URL) throw new Problem('RECEIPTS_URL: where receipts are told is missing');
  const sms = await startLocalSms({ port: portFrom(process.env, 'SMS_PORT', 7493), receipts: () => RECEIPTS_URL });
  console.log(`takes and shows SMS at http://127.0.0.1:${sms.port}/`);
  closeOnSignal(() => sms.close());
});

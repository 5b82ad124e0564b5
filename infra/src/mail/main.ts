import { Problem, runCommand } from '../problem';
import { closeOnSignal } from '../process/close-on-signal';
import { portFrom } from '../stack/ports';
import { startLocalMail } from './mail-server';

runCommand(async () => {
  const { LIANBAN_ENV, RECEIPTS_URL } = process.env;
  if (LIANBAN_ENV === 'production')
    throw new Problem('this mail system shows everybody everything: it does not start where LIANBAN_ENV is production');
  if (!RECEIPTS_URL) throw new Problem('RECEIPTS_URL: where bounces are told is missing');
  const smtpPort = portFrom(process.env, 'MAIL_SMTP_PORT', 7491);
  const pagePort = portFrom(process.env, 'MAIL_PAGE_PORT', 7492);
  const mail = await startLocalMail({ smtpPort, pagePort, receipts: () => RECEIPTS_URL });
  console.log(`takes mail on port ${mail.smtpPort}, shows it at http://127.0.0.1:${mail.pagePort}/`);
  closeOnSignal(() => mail.close());
});

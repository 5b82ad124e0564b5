import { type DeskLanguage, type Table, sayOf } from './both';

/** Words about documents in writing 文书. */
const words = {
  title: ['文书', 'Documents'],
  none: ['还没有发出文书。', 'No document was issued yet.'],
  away: ['文书暂时读不到。', 'Documents cannot be shown just now.'],
  pdf: ['下载 PDF', 'Download as PDF'],
  previewTitle: ['请核对将送达申请人的文书', 'Check what the applicant will be sent'],
  previewHint: [
    '确认后生效并送达；需要另一人批准的，批准后才送达。',
    'Once you confirm, it takes effect and is sent; what another person has to approve is sent once they have.',
  ],
  nothing: ['这一步现在不发文书。确认后继续办理。', 'No document is issued by this step yet. Confirm to go on.'],
  confirm: ['确认并送达', 'Confirm and send'],
  confirmPlain: ['确认办理', 'Confirm'],
  back: ['返回修改', 'Go back'],
  demo: ['单位名称等为演示数据。', 'The names of authorities are demo values.'],
} as const satisfies Table;

export const writWord = (key: keyof typeof words, language: DeskLanguage): string => sayOf(words, key, language) ?? '';

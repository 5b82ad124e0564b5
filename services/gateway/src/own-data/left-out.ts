import type { z } from 'zod';
import type { text } from '../schemas/common';

/** What the city holds of somebody and an export does not, said in each: nobody shall take it for more than it is. */
export const leftOut: readonly z.output<typeof text>[] = [
  {
    zh: '上传文件的内容：可凭编号逐个下载',
    en: 'The content of uploads: download each by its reference',
  },
  {
    zh: '部门文书的全文：可在办件页面逐份查看、打印',
    en: 'The text of documents in writing: read or print each at its application',
  },
  {
    zh: '您为他人起草的表格、他人代您起草而未提交的表格',
    en: 'Drafts you write for others, and what others have drafted for you and not handed in',
  },
  {
    zh: '部门内部备注、决定作出前的核查记录',
    en: 'Notes of officers to each other, and findings before a decision is made',
  },
  {
    zh: '安全日志（登录和拒绝访问的记录）、阅读进度标记',
    en: 'The security log (sign-ins, refusals), and how far you have read messages',
  },
  {
    zh: '缴费、证照、预约等城市服务自行保存的记录（办理结果已列在办件中）',
    en: 'Records that services of payments, documents and bookings keep themselves; what came of them stands in the application',
  },
];

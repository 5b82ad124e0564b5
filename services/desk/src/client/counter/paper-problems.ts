import type { Table } from '../i18n/both';

/** Why a page was not taken, and what to do about it, by the slug of the API. */
export const paperProblems: Table = {
  'file-empty': ['文件是空的，请重新扫描。', 'The file is empty: scan it again.'],
  'file-heic': [
    '这是 HEIC 格式的照片，请改用 JPEG 格式，或者用扫描仪。',
    'This photo is HEIC: send it as JPEG, or use the scanner.',
  ],
  'file-broken': ['文件打不开或不完整，请重新扫描。', 'The file cannot be opened or is not complete: scan it again.'],
  'file-locked': ['这份 PDF 有密码，请另存一份没有密码的。', 'This PDF has a password: save a copy without one.'],
  'file-infected': ['文件查出病毒，没有保存。', 'A virus was found in the file, and it was not kept.'],
  'image-too-large': ['照片像素太高，请调低扫描分辨率。', 'The picture has too many pixels: scan it with fewer.'],
  'material-too-large': [
    '文件太大：照片不超过 20 MB，PDF 不超过 10 MB。',
    'The file is too large: a photo may have 20 MB, a PDF 10 MB.',
  ],
  'material-type': ['只收照片（JPEG、PNG、WebP）和 PDF。', 'Photos (JPEG, PNG, WebP) and PDF only.'],
  'too-many-uploads': [
    '申请人已上传、还没有提交的文件太多，请先移除不用的。',
    'The applicant has too many files that are not handed in: remove some first.',
  ],
  'uploads-of-a-day': [
    '申请人今天上传的总量已达上限，请填写存放编号。',
    'The applicant has reached today’s limit of uploads: enter the mark of the paper.',
  ],
  'scanner-away': [
    '现在不能检查病毒，请过几分钟再传。',
    'Files cannot be checked for viruses now: try again in some minutes.',
  ],
  overloaded: ['现在上传的人很多，请过一分钟再传。', 'Many files are arriving: try again in a minute.'],
};

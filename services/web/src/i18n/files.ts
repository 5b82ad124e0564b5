import type { BilingualText } from '../page/reader';

/** What is said of files: what can be uploaded, and what to do with one that cannot. */
export const files = {
  choose: (name: BilingualText): BilingualText => ({ zh: `选择文件：${name.zh}`, en: `Choose a file: ${name.en}` }),
  chooseMore: (name: BilingualText): BilingualText => ({ zh: `再加一页：${name.zh}`, en: `Add a page: ${name.en}` }),
  upload: { zh: '上传', en: 'Upload' },
  uploading: { zh: '正在上传', en: 'Uploading' },
  uploadFirst: {
    zh: '选好文件后，请先按“上传”，再提交。',
    en: 'After choosing a file, press Upload before you hand in.',
  },
  page: (nth: number): BilingualText => ({ zh: `第 ${nth} 页`, en: `Page ${nth}` }),
  look: { zh: '查看', en: 'Look at it' },
  remove: { zh: '移除', en: 'Remove' },
  reuseTitle: { zh: '以前交过的，可以再用', en: 'You handed these in before and can use them again' },
  reuse: (day: string): BilingualText => ({ zh: `用 ${day} 上传的这份`, en: `Use the one uploaded on ${day}` }),
  handedIn: { zh: '您交的材料', en: 'What you handed in' },

  missing: { zh: '请先选择文件', en: 'Choose a file first' },
  failed: { zh: '上传没有成功，请再试一次', en: 'The upload failed, please try again' },
  signedOut: {
    zh: '您已经退出登录，文件还没有上传。请重新登录，再选一次文件',
    en: 'You are signed out, and the file was not uploaded. Sign in again, then choose the file once more',
  },
  signIn: { zh: '重新登录', en: 'Sign in again' },
  large: {
    zh: '文件太大：照片不能超过 20 MB，PDF 不能超过 10 MB。请重新拍照，或者压缩后再传',
    en: 'The file is too large: a photo may have 20 MB, a PDF 10 MB. Take the photo again or make the file smaller',
  },
  many: {
    zh: '已上传、还没有提交的文件太多。请先提交申请，或者移除不用的文件',
    en: 'Too many files are waiting to be handed in. Hand in your application first, or remove files you do not need',
  },
  ofADay: {
    zh: '今天上传的文件总量已达上限。请明天继续，或者把文件压缩后再传',
    en: 'You have reached today’s limit for uploads. Go on tomorrow, or make the files smaller first',
  },
  wrong: {
    zh: '这个文件不能用：只收照片（JPEG、PNG、WebP）和 PDF',
    en: 'This file cannot be used: photos (JPEG, PNG, WebP) and PDF only',
  },
  empty: {
    zh: '文件是空的（0 字节）。请重新选择，或者重新拍照',
    en: 'The file is empty (0 bytes). Choose it again, or take the photo again',
  },
  heic: {
    zh: '这是 HEIC 格式的照片，这里打不开。苹果手机请在“设置→相机→格式”选“兼容性最佳”，重新拍照；其他手机请在相机设置里关掉“高效图片”。也可以打开照片截一张图，上传截图',
    en: 'This photo is HEIC, which cannot be opened here. On an iPhone, choose Settings → Camera → Formats → Most Compatible and take it again; on other phones, turn off high-efficiency pictures in the camera’s settings. Or upload a screenshot of the photo',
  },
  broken: {
    zh: '文件打不开，或者不完整，可能已损坏。请重新拍照或扫描，再上传',
    en: 'The file cannot be opened or is not complete: it may be damaged. Take the photo or scan it again, then upload it',
  },
  locked: {
    zh: '这份 PDF 要输密码才能打开。请另存一份不用密码的再上传，或者打印出来拍照',
    en: 'This PDF opens with a password only. Save a copy without one and upload that, or print it and take a photo',
  },
  pixels: {
    zh: '照片的像素太高。请在相机设置里调低分辨率，重新拍照',
    en: 'The picture has too many pixels. Choose a lower resolution in the camera’s settings and take it again',
  },
  infected: {
    zh: '这个文件查出病毒，没有保存。请用杀毒软件检查设备，换一个文件再上传',
    en: 'A virus was found in this file, and it was not kept. Check your device for viruses, then upload another copy',
  },
  unscanned: {
    zh: '现在不能检查文件有没有病毒，所以没有保存。请过几分钟再传一次',
    en: 'Files cannot be checked for viruses just now, so this one was not kept. Upload it again in a few minutes',
  },
  busy: {
    zh: '现在上传的人很多，请过一分钟再传一次',
    en: 'Many people are uploading just now: try again in a minute',
  },
} as const;

/** What is wrong with a file, by the slug of the API. */
export const fileProblems: Readonly<Record<string, BilingualText>> = {
  'file-empty': files.empty,
  'file-heic': files.heic,
  'file-broken': files.broken,
  'file-locked': files.locked,
  'file-infected': files.infected,
  'image-too-large': files.pixels,
  'material-too-large': files.large,
  'material-type': files.wrong,
  'uploads-of-a-day': files.ofADay,
  'too-many-uploads': files.many,
  'scanner-away': files.unscanned,
  overloaded: files.busy,
  'invalid-form': files.missing,
};

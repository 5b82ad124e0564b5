/** What the counter's papers and its receipt say. */
export const counterWords = {
  scan: ['扫描或拍照上传', 'Scan or upload'],
  scanOf: ['扫描或拍照上传：{name}', 'Scan or upload: {name}'],
  sending: ['正在上传…', 'Uploading…'],
  page: ['第 {nth} 页 · {file}', 'Page {nth} · {file}'],
  remove: ['移除', 'Remove'],
  removeOf: ['移除 {file}', 'Remove {file}'],
  orMark: ['没有上传的，填写存放编号', 'Not uploaded: the mark it is kept under'],
  hint: [
    '核对原件后，扫描或拍照上传，可以多页；纸质件由窗口保管的，填写存放编号。没有的留空，部门会一次性告知补正。',
    'After seeing the original, scan or upload it, page by page; for a paper the counter keeps, enter its mark. Leave out what is not there: the department asks for everything at once.',
  ],
  seen: ['原件已在窗口核对', 'original seen at the counter'],
  receipt: ['受理回执', 'Receipt'],
  number: ['办件编号', 'Application number'],
  applicant: ['申请人', 'Applicant'],
  service: ['申请事项', 'Service'],
  papers: ['收到的材料', 'Papers received'],
  noPapers: ['无', 'None'],
  pages: ['{name}（{count} 页）', '{name} ({count} pages)'],
  receivedBy: ['窗口经办人', 'Received by'],
  receivedAt: ['提交时间', 'Submitted'],
  follow: [
    '凭本人账号在网上查看进度，或拨打 12345 查询。需要补正时，部门会一次性告知。',
    'Follow the progress online with your own account, or call 12345. If anything is missing, you are told once and in full.',
  ],
  print: ['打印回执', 'Print the receipt'],
} as const;

import type { BilingualText } from '../page/reader';

export const problems = {
  mandateOver: (name: string | undefined): BilingualText =>
    name === undefined
      ? { zh: '代办委托已经失效', en: 'You can no longer act for this person' }
      : { zh: `${name}的委托已经失效`, en: `You can no longer act for ${name}` },
  mandateOverWhy: {
    zh: '委托已被撤销、已到期，或者不包括这件事。刚才的内容没有提交。要继续办理，请先重新取得委托。',
    en: 'Your permission to act was revoked, has ended or does not cover this matter. We did not take what you sent. To continue, ask for permission again.',
  },
  keptMandate: {
    zh: '您填写的内容还在这个页面上。重新取得委托后，再回到这里按“再提交一次”。',
    en: 'What you typed is still on this page. Once you may act again, come back here and send it once more.',
  },
  toMandates: { zh: '查看代办委托', en: 'See your permissions' },
  notFound: { zh: '没有找到这个页面', en: 'Page not found' },
  notFoundWhy: {
    zh: '地址可能写错了，或者内容已经移走。',
    en: 'The address may be wrong, or the page has moved.',
  },
  notAllowed: { zh: '当前账号无权查看', en: 'You cannot view this page with this account' },
  notAllowedWhy: {
    zh: '请确认登录的账号；代办的，请确认委托仍然有效，并且包括这件事。',
    en: 'Check which account you are signed in with. If you act for someone, check that your permission is still valid and covers this.',
  },
  signedOut: { zh: '您已退出登录', en: 'You are signed out' },
  signedOutWhy: {
    zh: '登录已经到期，刚才的内容没有提交。请重新登录后再提交一次；已经保存的草稿还在。',
    en: 'Your session has ended and what you sent was not accepted. Sign in and send it again; saved drafts are kept.',
  },
  stepUp: { zh: '请再登录一次', en: 'Please sign in once more' },
  stepUpWhy: {
    zh: '这件事影响很大，需要刚刚登录才能办理。现在还没有办理。',
    en: 'To protect you, this needs a fresh sign-in. It has not been done yet.',
  },
  keptStepUp: {
    zh: '您填写的内容还在这个页面上。请在另一个窗口重新登录，再回到这里按“再提交一次”。',
    en: 'What you typed is still on this page. Sign in once more in another window, come back here and send it again.',
  },
  unavailable: { zh: '这个功能暂时用不了', en: 'This does not work at the moment' },
  unavailableWhy: {
    zh: '后台有一部分正在恢复，您不用做什么。已经提交的办件不受影响，部门照常办理；已经保存的草稿也还在。',
    en: 'Part of this service is being restored. You do not need to do anything. Applications you have submitted are not affected, and saved drafts are kept.',
  },
  unknownOutcome: {
    zh: '如果您刚才在提交申请：再提交一次是安全的，不会变成两件。',
    en: 'If you were submitting an application: submitting it again is safe, it does not become two.',
  },
  keptHow: {
    zh: '您填写的内容还在这个页面上，没有丢。请不要关闭页面，稍后按“再提交一次”。',
    en: 'What you typed is still on this page. Leave it open, and send it once more in a moment.',
  },
  keptSignedOut: {
    zh: '您填写的内容还在这个页面上。想接着用，请在另一个窗口登录，再回到这里按“再提交一次”。',
    en: 'What you typed is still on this page. To go on with it, sign in in another window, come back here and send it once more.',
  },
  sendAgain: { zh: '再提交一次', en: 'Send it once more' },
  stillWorks: { zh: '现在仍然可以', en: 'What still works' },
  worksSearch: { zh: '搜索和查看办事指南', en: 'Search, and read the guides' },
  worksHelp: { zh: '查看帮助', en: 'Read the help pages' },
  worksHotline: { zh: '拨打 12345', en: 'Call 12345' },
  away: { zh: '现在连不上网站，还没有提交', en: 'This site cannot be reached at the moment: nothing was sent' },
  awayWhy: {
    zh: '您填写的内容还在这个页面上，请不要关闭页面，稍后再按一次。急事请拨打 12345。已经提交的办件不受影响。',
    en: 'What you typed is still on this page: leave it open and press once more in a moment. If it is urgent, call 12345. Applications you have submitted are not affected.',
  },
  busy: { zh: '请稍等一分钟再试', en: 'Please wait a minute' },
  busyWhy: {
    zh: '短时间内操作太多。已经保存的内容不会丢失。',
    en: 'There were too many requests in a short time. What was saved is not lost.',
  },
  tooLarge: { zh: '内容太大', en: 'That is too large' },
  tooLargeWhy: { zh: '请缩短内容后再提交。', en: 'Please shorten it and send it again.' },
  notTaken: { zh: '提交未成功', en: 'We could not accept this' },
  notTakenWhy: {
    zh: '发来的内容不完整，或者和这个页面对不上，什么也没有改变。请返回上一页，刷新后重新填写。',
    en: 'What was sent is incomplete or does not fit this page, and nothing was changed. Please go back, load the page again and fill it in once more.',
  },
  notPossible: { zh: '现在不能这样做', en: 'This is not possible now' },
  notPossibleWhy: {
    zh: '内容刚刚有了变化，什么也没有提交。请返回上一页，刷新后再看。',
    en: 'It has changed meanwhile, and nothing was sent. Please go back and load the page again.',
  },
  internal: { zh: '出错了', en: 'Something went wrong' },
  internalWhy: {
    zh: '错误已经记录，会有人处理。请再试一次；如果还是不行，请拨打 12345。',
    en: 'It was recorded and will be looked into. Please try again; if it still fails, call 12345.',
  },
  tryAgain: { zh: '再试一次', en: 'Try again' },
  toHome: { zh: '回到首页', en: 'Go to the home page' },
} as const;

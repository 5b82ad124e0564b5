// The site works without this script. It adds: focus on the first error, protection against double submission, forms that stay
// while the server is unreachable, live news of an application, and a check of files before they are uploaded.
// Each feature requires browser support for everything it uses; when one fails, the form is submitted as without script.

const { AbortSignal, Element, EventSource, FormData, SubmitEvent, XMLHttpRequest, fetch } = window;
const has = (type, ...names) => type !== undefined && names.every((name) => name in type.prototype);

const parses = has(window.DOMParser, 'parseFromString');
const asks = fetch !== undefined && AbortSignal?.timeout !== undefined && has(SubmitEvent, 'submitter');
const uploads =
  parses && has(XMLHttpRequest, 'upload', 'responseURL') && has(FormData, 'set') && has(Element, 'closest');
const watches = parses && has(Element, 'replaceChildren') && EventSource !== undefined && fetch !== undefined;

document.querySelector('.error-summary')?.focus();

// The form's key makes a double submission harmless; this spares people the second wait.
const pressedAt = new window.WeakMap();
const againAfterMs = 10_000;
document.addEventListener('submit', (event) => {
  const { target: form, timeStamp } = event;
  if (event.defaultPrevented) return;
  const last = pressedAt.get(form);
  if (last !== undefined && timeStamp - last < againAfterMs) return event.preventDefault();
  pressedAt.set(form, timeStamp);
  const take = form.method === 'post' ? takerOf(form) : undefined;
  if (!take) return;
  event.preventDefault();
  void take(form, event.submitter).catch(() => sendPlainly(form, event.submitter));
});

/** What sends a form in place of the browser, if anything does. */
function takerOf(form) {
  if (uploads && 'upload' in form.dataset) return upload;
  if (uploads && document.querySelector('form[data-upload]') && form.id === 'hand-in') return uploadsFirst;
  return asks && askFirst;
}

/** Marks the form as submitted by the pressed button. Until the next page comes, further presses are ignored. */
function sendPlainly(form, submitter) {
  // A person who stopped loading may press again.
  window.setTimeout(release, againAfterMs, form);
  const pressed = document.createElement('input');
  if (submitter?.name) {
    pressed.type = 'hidden';
    pressed.name = submitter.name;
    pressed.value = submitter.value;
    form.appendChild(pressed);
  }
  // Not `form.action`: a field may have that name.
  window.HTMLFormElement.prototype.submit.call(form);
  pressed.remove();
}

/** Checks that the server answers before submitting: the browser's own error page would lose the input. */
async function askFirst(form, submitter) {
  const { href } = document.querySelector('link[rel=stylesheet]');
  const away = document.querySelector('[data-away]');
  const signal = AbortSignal.timeout(againAfterMs);
  // Input is locked until the next page comes, so that what is sent is what was there when the button was pressed.
  form.inert = true;
  const answer = await fetch(href, { method: 'HEAD', cache: 'no-store', signal }).catch(() => undefined);
  away.hidden = answer !== undefined && answer.status < 500;
  if (away.hidden) return sendPlainly(form, submitter);
  release(form);
  away.focus();
}

/** Unlocks the form. */
function release(form) {
  pressedAt.delete(form);
  form.inert = false;
}

// The page may be restored from the back-forward cache.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) for (const form of document.forms) release(form);
});

const live = document.querySelector('[data-live]');
if (live && watches) watch(live);

/** Shows news when it arrives, unless the reader has scrolled down or is typing. */
function watch(place) {
  const { live: from, version, news, waiting } = place.dataset;
  const source = new EventSource(from);
  source.addEventListener('open', () => (place.textContent = waiting));
  source.addEventListener('application', (event) => {
    if (Number(event.lastEventId) <= Number(version)) return;
    source.close();
    place.textContent = news;
    void refresh().catch(() => window.location.reload());
  });
  window.addEventListener('pagehide', () => source.close());
}

/** Replaces the content in place, so that scroll position and focus stay. */
async function refresh() {
  const answer = await fetch(window.location.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return window.location.reload();
  const next = new window.DOMParser().parseFromString(await answer.text(), 'text/html');
  const [now, then] = [document.querySelector('main'), next.querySelector('main')];
  if (!now || !then) return window.location.reload();
  const focused = document.activeElement?.id;
  now.replaceChildren(...then.childNodes);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  const again = now.querySelector('[data-live]');
  if (again) watch(again);
}

const mostBytes = 20 * 1024 * 1024;
// One after another: the address of each page names the pages before it.
let uploading = Promise.resolve();
const underWay = new Set();

/** Uploads what is chosen, with progress. After a failure the file stays chosen, and the button retries. */
function upload({ id }) {
  if (underWay.has(id)) return uploading;
  underWay.add(id);
  const mine = uploading.then(() => uploadChosen(id)).finally(() => underWay.delete(id));
  uploading = mine.catch(() => undefined);
  return mine;
}

async function uploadChosen(id) {
  const problems = [];
  const formNow = () => document.getElementById(id);
  const inputNow = () => formNow().querySelector('input[type=file]');
  const chosen = [...inputNow().files];
  if (chosen.length === 0) {
    // What was wrong with the last file stays there to be read.
    if (formNow().classList.contains('wrong')) return release(formNow());
    // What is chosen is uploaded at once: who presses the button after that has forgotten nothing.
    if (formNow().closest('.panel')?.querySelector('.papers')) return release(formNow());
    return say(formNow(), inputNow(), formNow().dataset.missing);
  }
  for (const file of chosen) {
    const problem = await uploadOne(formNow(), file);
    if (problem) problems.push(chosen.length > 1 ? `${file.name}: ${problem}` : problem);
  }
  release(formNow());
  if (problems.length > 0) say(formNow(), inputNow(), problems.join('\n'));
}

/** Undefined when it is uploaded, or what is wrong with it. */
async function uploadOne(form, file) {
  const { empty, large, failed, signedOut } = form.dataset;
  const input = form.querySelector('input[type=file]');
  const refused = (text) => {
    // What is refused as it is would be refused again.
    input.value = '';
    return text;
  };
  if (file.size === 0) return refused(empty);
  if (file.size > mostBytes) return refused(large);
  const { status, responseURL, responseText } = await send(form, file);
  // A proxy in front may answer, with a page of its own.
  if (status === 413) return refused(large);
  if (status === 401) return signedOut;
  if (status >= 500 || status === 0) return failed;
  const page = new window.DOMParser().parseFromString(responseText, 'text/html');
  if (status < 400) return takeOver(form, page, responseURL);
  // The page that reports what is wrong with the file.
  const told = page.getElementById(`${input.id}-error`);
  return told ? refused(told.textContent) : failed;
}

/** Shows what the server's page shows of the papers, without leaving this one: other input stays, and other files stay chosen. */
function takeOver(form, page, address) {
  const panel = form.closest('.panel');
  if (!panel || !page.getElementById(panel.id)) return window.location.assign(address);
  for (const each of document.querySelectorAll('.panel[id]')) {
    const next = page.getElementById(each.id);
    if (next && (each === panel || !isChosen(each))) each.replaceWith(next);
  }
  for (const each of document.querySelectorAll('form[id]')) {
    const next = page.getElementById(each.id);
    if (next) each.setAttribute('action', next.getAttribute('action'));
  }
  window.history.replaceState(null, '', address);
  takeSeveral();
  const title = document.getElementById(panel.id).querySelector('h2');
  title.tabIndex = -1;
  title.focus();
}

const isChosen = (place) => [...place.querySelectorAll('input[type=file]')].some(({ files }) => files.length > 0);

/** Without script a form sends one file: several can be chosen where the script sends them. */
function takeSeveral() {
  for (const input of document.querySelectorAll('form[data-upload] input[type=file]')) input.multiple = true;
}

if (uploads) {
  takeSeveral();
  document.addEventListener('change', ({ target }) => {
    const form = target.type === 'file' && target.files.length > 0 && target.closest('form[data-upload]');
    if (form) void upload(form).catch(() => release(form));
  });
}

/** What is chosen is uploaded before it is handed in. */
async function uploadsFirst(form, submitter) {
  await uploading;
  for (const each of document.querySelectorAll('form[data-upload]')) if (isChosen(each)) await upload(each);
  if (isHeldBack()) return release(form);
  return asks ? askFirst(form, submitter) : sendPlainly(form, submitter);
}

/**
 * Whether a file is still to be uploaded, or was refused: focus moves to its message. What was refused holds back once only,
 * because there may be no other file to choose.
 */
function isHeldBack() {
  const wrong = [...document.querySelectorAll('form[data-upload].wrong')];
  const holding = wrong.filter((each) => isChosen(each) || !('told' in each.dataset));
  for (const each of holding) each.dataset.told = '';
  holding[0]?.querySelector('input[type=file]').focus();
  return holding.length > 0;
}

/** The server's error texts, at the same place. */
function say(form, input, text) {
  const id = `${input.id}-error`;
  const place = document.getElementById(id) ?? document.createElement('p');
  place.id = id;
  place.className = 'field-error';
  place.setAttribute('role', 'alert');
  place.textContent = text;
  const { signedOut, signIn, signInAt } = form.dataset;
  if (text === signedOut) {
    const way = document.createElement('a');
    way.href = signInAt;
    way.textContent = signIn;
    place.append(' ', way);
  }
  input.before(place);
  input.setAttribute('aria-describedby', id);
  input.setAttribute('aria-invalid', 'true');
  form.classList.add('wrong');
  delete form.dataset.told;
  input.focus();
  release(form);
}

/** Resolves when the request has ended, successful or not. */
async function send(form, file) {
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', form.dataset.progress);
  form.append(bar);
  form.classList.remove('wrong');
  try {
    return await new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open('POST', form.action);
      request.upload.addEventListener('progress', ({ loaded, total }) => (bar.value = total ? loaded / total : 0));
      request.addEventListener('loadend', () => resolve(request));
      const content = new FormData(form);
      content.set('file', file);
      request.send(content);
    });
  } finally {
    bar.remove();
  }
}

const badge = document.querySelector('[data-badge]');
if (badge && parses && fetch !== undefined) void count().catch(() => undefined);

/** Shows in the menu how much waits for the reader, on every page; without script the page behind it says so. */
async function count() {
  const answer = await fetch('/todo', { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
  if (!answer.ok || answer.redirected) return;
  const page = new window.DOMParser().parseFromString(await answer.text(), 'text/html');
  const { todo, todoName } = page.querySelector('[data-todo]')?.dataset ?? {};
  if (!(Number(todo) > 0)) return;
  badge.textContent = todo;
  badge.setAttribute('aria-label', todoName);
  badge.setAttribute('role', 'img');
  badge.hidden = false;
}

/** A link from a search leads to an item that is folded: it is opened. Browsers scroll to it without script, too. */
function unfold() {
  const place = window.location.hash.length > 1 ? document.getElementById(window.location.hash.slice(1)) : undefined;
  if (place?.matches('details')) place.open = true;
}
unfold();
window.addEventListener('hashchange', unfold);

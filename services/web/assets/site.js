// Everything on this site works without this file. It adds: the focus on what is wrong, one press for one submission, a form
// that stays while nobody is there to take it, news of an application by itself, and a look at a file before it is sent.
// Each is added only where the browser has all that it uses, and a form it fails over is sent as the browser would have.

const { AbortSignal, Element, EventSource, FormData, SubmitEvent, XMLHttpRequest, fetch } = window;
const has = (type, ...names) => type !== undefined && names.every((name) => name in type.prototype);

const parses = has(window.DOMParser, 'parseFromString');
const asks = fetch !== undefined && AbortSignal?.timeout !== undefined && has(SubmitEvent, 'submitter');
const uploads = parses && has(XMLHttpRequest, 'upload', 'responseURL') && FormData !== undefined;
const watches = parses && has(Element, 'replaceChildren') && EventSource !== undefined && fetch !== undefined;

document.querySelector('.error-summary')?.focus();

// The form's key makes a second submission harmless; this spares people the wait for the same answer twice.
const pressedAt = new window.WeakMap();
const againAfterMs = 10_000;
document.addEventListener('submit', (event) => {
  const { target: form, timeStamp } = event;
  if (event.defaultPrevented) return;
  const last = pressedAt.get(form);
  if (last !== undefined && timeStamp - last < againAfterMs) return event.preventDefault();
  pressedAt.set(form, timeStamp);
  const take = form.method !== 'post' ? undefined : uploads && 'upload' in form.dataset ? upload : asks && askFirst;
  if (!take) return;
  event.preventDefault();
  void take(form, event.submitter).catch(() => sendPlainly(form, event.submitter));
});

/** As the browser sends it, with the button that was pressed. Until the next page comes, it takes no second press. */
function sendPlainly(form, submitter) {
  // Whoever stopped the loading may try once more.
  window.setTimeout(release, againAfterMs, form);
  const pressed = document.createElement('input');
  if (submitter?.name) {
    pressed.type = 'hidden';
    pressed.name = submitter.name;
    pressed.value = submitter.value;
    form.appendChild(pressed);
  }
  // Not the form's own: a field may have that name.
  window.HTMLFormElement.prototype.submit.call(form);
  pressed.remove();
}

/** The browser's own error page in the place of this one would lose what was typed: so somebody must be there first. */
async function askFirst(form, submitter) {
  const { href } = document.querySelector('link[rel=stylesheet]');
  const away = document.querySelector('[data-away]');
  const signal = AbortSignal.timeout(againAfterMs);
  // What is sent is what stood there when the button was pressed, and until the next page comes nothing here takes a touch.
  form.inert = true;
  const answer = await fetch(href, { method: 'HEAD', cache: 'no-store', signal }).catch(() => undefined);
  away.hidden = answer !== undefined && answer.status < 500;
  if (away.hidden) return sendPlainly(form, submitter);
  release(form);
  away.focus();
}

/** It may be filled in and sent again. */
function release(form) {
  pressedAt.delete(form);
  form.inert = false;
}

// A page may come back from the browser's memory.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) for (const form of document.forms) release(form);
});

const live = document.querySelector('[data-live]');
if (live && watches) watch(live);

/** Shows news when there is some, and leaves alone whoever is reading further down or typing. */
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

/** Takes the new page's content in place of the old one, so that the place on the page and the focus stay. */
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

const mostBytes = 10 * 1024 * 1024;
const kinds = ['application/pdf', 'image/jpeg', 'image/png'];

/** Looks at the file, then sends it with its progress shown. Broken off, it stays chosen, and the button sends it again. */
async function upload(form) {
  const input = form.querySelector('input[type=file]');
  const { missing, large, wrong, failed } = form.dataset;
  const [file] = input.files;
  if (!file) return say(form, input, missing);
  if (file.size > mostBytes) return say(form, input, large);
  if (!kinds.includes(file.type)) return say(form, input, wrong);
  const { status, responseURL, responseText } = await send(form);
  if (status >= 500 || status === 0) return say(form, input, failed);
  if (status < 400) return window.location.assign(responseURL);
  // The page that says what is wrong with the file.
  const page = new window.DOMParser().parseFromString(responseText, 'text/html');
  say(form, input, page.getElementById(`${input.id}-error`)?.textContent ?? failed);
}

/** The same words the server would answer with, at the same place. */
function say(form, input, text) {
  const id = `${input.id}-error`;
  const place = document.getElementById(id) ?? document.createElement('p');
  place.id = id;
  place.className = 'field-error';
  place.setAttribute('role', 'alert');
  place.textContent = text;
  input.before(place);
  input.setAttribute('aria-describedby', id);
  input.setAttribute('aria-invalid', 'true');
  form.classList.add('wrong');
  input.focus();
  release(form);
}

/** The request once it has ended, answered or not. */
async function send(form) {
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', form.dataset.progress);
  form.append(bar);
  try {
    return await new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open('POST', form.action);
      request.upload.addEventListener('progress', ({ loaded, total }) => (bar.value = total ? loaded / total : 0));
      request.addEventListener('loadend', () => resolve(request));
      request.send(new FormData(form));
    });
  } finally {
    bar.remove();
  }
}

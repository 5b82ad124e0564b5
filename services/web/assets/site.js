// Everything on this site works without this file. It adds: the focus on what is wrong, one press for one submission, a form
// that stays while nobody is there to take it, news of an application by itself, and a look at a file before it is sent.

document.querySelector('.error-summary')?.focus();

// The form's key makes a second submission harmless; this spares people the wait for the same answer twice.
const pressedAt = new WeakMap();
const taken = new WeakSet();
const againAfterMs = 10_000;
document.addEventListener('submit', (event) => {
  const { target: form, submitter, timeStamp } = event;
  if (event.defaultPrevented || taken.delete(form)) return;
  const last = pressedAt.get(form);
  if (last !== undefined && timeStamp - last < againAfterMs) return event.preventDefault();
  pressedAt.set(form, timeStamp);
  if (form.method !== 'post') return;
  event.preventDefault();
  void submitWhenTaken(form, submitter);
});

/** The browser's own error page in the place of this one would lose what was typed: so somebody must be there first. */
async function submitWhenTaken(form, submitter) {
  const { href } = document.querySelector('link[rel=stylesheet]');
  // What is sent is what stood there when the button was pressed, and until the next page comes nothing here takes a touch.
  form.inert = true;
  const signal = window.AbortSignal.timeout(againAfterMs);
  const answer = await fetch(href, { method: 'HEAD', cache: 'no-store', signal }).catch(() => undefined);
  const away = document.querySelector('[data-away]');
  away.hidden = answer !== undefined && answer.status < 500;
  if (away.hidden) {
    taken.add(form);
    form.requestSubmit(submitter);
    // Whoever stopped the loading may try once more.
    window.setTimeout(release, againAfterMs, form);
  } else {
    release(form);
    away.focus();
  }
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
if (live) watch(live);

/** Shows news when there is some, and leaves alone whoever is reading further down or typing. */
function watch(place) {
  const { live: from, version, news, waiting } = place.dataset;
  const source = new EventSource(from);
  source.addEventListener('open', () => (place.textContent = waiting));
  source.addEventListener('application', (event) => {
    if (Number(event.lastEventId) <= Number(version)) return;
    source.close();
    place.textContent = news;
    void refresh();
  });
  window.addEventListener('pagehide', () => source.close());
}

/** Takes the new page's content in place of the old one, so that the place on the page and the focus stay. */
async function refresh() {
  const answer = await fetch(window.location.href, { headers: { Accept: 'text/html' } }).catch(() => undefined);
  if (!answer?.ok || answer.redirected) return window.location.reload();
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

for (const form of document.querySelectorAll('form[data-upload]'))
  form.addEventListener('submit', (event) => {
    const input = form.querySelector('input[type=file]');
    const file = input?.files?.[0];
    const wrong = !file
      ? form.dataset.missing
      : file.size > mostBytes
        ? form.dataset.large
        : kinds.includes(file.type)
          ? undefined
          : form.dataset.wrong;
    event.preventDefault();
    if (wrong) say(form, input, wrong);
    else send(form, input);
  });

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
}

/** Sends the file with its progress shown. Broken off, the file stays chosen, and the button sends it again. */
function send(form, input) {
  const bar = form.querySelector('progress') ?? document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', form.dataset.progress);
  form.append(bar);
  const request = new window.XMLHttpRequest();
  const failed = () => {
    bar.remove();
    say(form, input, form.dataset.failed);
  };
  request.open('POST', form.action);
  request.upload.addEventListener('progress', ({ loaded, total }) => (bar.value = total ? loaded / total : 0));
  request.addEventListener('error', failed);
  request.addEventListener('load', () => {
    if (request.status >= 500 || request.status === 0) return failed();
    if (request.status < 400) return window.location.assign(request.responseURL);
    // The page that says what is wrong with the file.
    const page = new window.DOMParser().parseFromString(request.responseText, 'text/html');
    const told = page.getElementById(`${input.id}-error`);
    bar.remove();
    say(form, input, told?.textContent ?? form.dataset.failed);
  });
  request.send(new window.FormData(form));
}

// Says five minutes before the session ends that it does, in every window, and prolongs it for who wants to stay.
const WARNING = 5 * 60 * 1000;
const KEY = 'fundtrail-session-ends';
const warning = document.getElementById('session-ends');
const ended = document.getElementById('session-ended');

let timer;
let here; // when the session ends, only where the browser keeps nothing

// All windows of this browser have one session: when it ends stands where each of them can read it.
function keep(moment) {
  try {
    if (moment) {
      localStorage.setItem(KEY, moment);
    } else {
      localStorage.removeItem(KEY);
    }
    here = undefined;
  } catch {
    here = moment; // this window counts for itself
  }
}

function ends() {
  return here ?? Number(localStorage.getItem(KEY));
}

function clock(moment) {
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Vilnius' };
  return new Intl.DateTimeFormat(document.documentElement.lang, time).format(moment);
}

// One of the two or none; not again what the reader has closed.
function show(dialog) {
  [warning, ended].filter((other) => other !== dialog).forEach((other) => other.close());
  if (dialog && !dialog.open && dialog.dataset.closedFor !== String(ends())) {
    dialog.showModal();
  }
}

function close(dialog) {
  dialog.dataset.closedFor = ends();
  dialog.close();
}

function warn() {
  const isLast = 'last' in warning.dataset;
  warning.querySelector('[data-clock]').textContent = clock(ends());
  warning.querySelector('[data-limit]').hidden = !isLast;
  warning.querySelector('[data-stay]').hidden = isLast;
  show(warning);
}

function look() {
  clearTimeout(timer);
  const left = ends() - Date.now();
  const before = Math.min(WARNING, warning.dataset.seconds * 500);
  if (left <= 0) {
    show(ended);
  } else if (left <= before) {
    warn();
    timer = setTimeout(look, left);
  } else {
    show(null);
    timer = setTimeout(look, left - before);
  }
}

function lasts(seconds) {
  keep(Date.now() + seconds * 1000);
}

async function stay() {
  const failed = warning.querySelector('[data-failed]');
  failed.textContent = '';
  try {
    const answer = await fetch('/session', { headers: { 'HX-Request': 'true' } });
    if (answer.status === 401) {
      keep(0);
    } else {
      const left = await answer.json();
      warning.toggleAttribute('data-last', left.last);
      lasts(left.seconds);
      document.getElementById('session-until').textContent = clock(ends());
    }
    look();
  } catch {
    failed.textContent = warning.querySelector('[data-stay]').dataset.unreachable;
  }
}

if (warning) {
  lasts(warning.dataset.seconds);
  warning.querySelector('[data-stay]').addEventListener('click', stay);
  [warning, ended].forEach((dialog) => {
    dialog.querySelector('[data-close]').addEventListener('click', () => close(dialog));
    dialog.addEventListener('cancel', () => close(dialog)); // by Escape
  });
  window.addEventListener('storage', (change) => change.key === KEY && look());
  // A machine that slept, or a window that was left and came back, has missed its time.
  document.addEventListener('visibilitychange', look);
  window.addEventListener('pageshow', look);
} else if (window.location.pathname === '/sign-in') {
  keep(0); // nobody is signed in any more
}

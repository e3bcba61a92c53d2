// What is typed into a short form is kept while it is typed, as its button for that does (ShortDrafts).
const PAUSE = 1500;

function keepTyped(form) {
  let timer;
  const keep = () => {
    clearTimeout(timer);
    timer = undefined;
    const body = new URLSearchParams(new FormData(form));
    body.set('keep', '1');
    fetch(form.action, { method: 'POST', body, keepalive: true, redirect: 'manual', headers: { Prefer: 'return=minimal' } }).catch(() => {});
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    timer = undefined;
  });
  window.addEventListener('pagehide', () => {
    if (timer) {
      keep();
    }
  });
}

document.querySelectorAll('button[name="keep"]').forEach((button) => keepTyped(button.form));

// What goes on while the page is looked at is read again every few seconds, until the page says that it is over. Without a script there is a link.
async function again(part) {
  const answer = await fetch(window.location.pathname, { headers: { Accept: 'text/html' } }).catch(() => null);
  const read = answer && answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id) : null;
  if (read && !read.dataset.again) {
    window.location.reload();
  } else if (read && !part.contains(document.activeElement)) {
    part.replaceWith(read);
    soon(read);
  } else {
    soon(part);
  }
}

function soon(part) {
  if (part.dataset.again) {
    setTimeout(() => again(part), part.dataset.again * 1000);
  }
}

document.querySelectorAll('[data-again]').forEach(soon);

// The total of what is chosen in a table, while it is being chosen: in whole cents, as the server adds it up when it is checked.
const CENTS = 100n;

function cents(text) {
  const plain = text.replace(/[\s\u00a0\u202f€]/g, '');
  const isComma = document.documentElement.lang === 'lt';
  const number = isComma ? plain.replace(',', '.') : plain.replace(/,/g, '');
  const parts = /^(\d+)(?:\.(\d{1,2}))?$/.exec(number);
  return parts ? BigInt(parts[1]) * CENTS + BigInt((parts[2] || '').padEnd(2, '0')) : 0n;
}

// as the server writes it, whichever language the page is in
function plainCents(text) {
  const [euros, fraction = ''] = text.split('.');
  return BigInt(euros) * CENTS + BigInt(fraction.padEnd(2, '0'));
}

function money(amount) {
  const format = new Intl.NumberFormat(document.documentElement.lang, { style: 'currency', currency: 'EUR' });
  const size = amount < 0n ? -amount : amount;
  return format.format(`${amount < 0n ? '-' : ''}${size / CENTS}.${String(size % CENTS).padStart(2, '0')}`);
}

// half up, of a share with at most six decimals
function shareOf(amount, share) {
  const millionths = BigInt(Math.round(Number(share) * 1e6));
  return (amount * millionths * 2n + 1000000n) / 2000000n;
}

function typedOrLeft(row) {
  const typed = row.querySelector('[inputmode=decimal]').value;
  return typed ? cents(typed) : plainCents(row.dataset.left);
}

document.querySelectorAll('[data-totals]').forEach((totals) => {
  const form = totals.closest('form');
  const rows = [...form.querySelectorAll('[data-left]')];
  const add = () => {
    const sum = rows
      .filter((row) => row.querySelector('[type=checkbox]').checked)
      .map((row) => typedOrLeft(row))
      .reduce((one, other) => one + other, 0n);
    totals.querySelector('[data-claimed]').textContent = money(sum);
    const share = shareOf(sum, totals.dataset.totals);
    const after = plainCents(totals.dataset.room) - share;
    totals.querySelector('[data-share]').textContent = money(share);
    totals.querySelector('[data-after]').textContent = money(after);
    totals.querySelector('[data-over]').hidden = after >= 0n;
    totals.hidden = false;
  };
  form.addEventListener('input', add);
  add();
});

// The total of what is chosen in a table, while it is being chosen: in whole cents, as the server adds it up when it is checked.
const CENTS = 100n;

function cents(text) {
  const plain = text.replace(/[\s\u00a0\u202f€]/g, '');
  const isComma = document.documentElement.lang === 'lt';
  const number = isComma ? plain.replace(',', '.') : plain.replace(/,/g, '');
  const parts = /^(\d+)(?:\.(\d{1,2}))?$/.exec(number);
  return parts ? BigInt(parts[1]) * CENTS + BigInt((parts[2] || '').padEnd(2, '0')) : 0n;
}

function money(amount) {
  const format = new Intl.NumberFormat(document.documentElement.lang, { style: 'currency', currency: 'EUR' });
  return format.format(`${amount / CENTS}.${String(amount % CENTS).padStart(2, '0')}`);
}

// half up, of a share with at most six decimals
function shareOf(amount, share) {
  const millionths = BigInt(Math.round(Number(share) * 1e6));
  return (amount * millionths * 2n + 1000000n) / 2000000n;
}

document.querySelectorAll('[data-totals]').forEach((totals) => {
  const form = totals.closest('form');
  const rows = [...form.querySelectorAll('[data-left]')];
  const add = () => {
    const sum = rows
      .filter((row) => row.querySelector('[type=checkbox]').checked)
      .map((row) => cents(row.querySelector('[inputmode=decimal]').value || row.dataset.left))
      .reduce((one, other) => one + other, 0n);
    totals.querySelector('[data-claimed]').textContent = money(sum);
    totals.querySelector('[data-share]').textContent = money(shareOf(sum, totals.dataset.totals));
    totals.hidden = false;
  };
  form.addEventListener('input', add);
  add();
});

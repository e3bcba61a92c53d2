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

const MILLION = 1000000n;

// so many units, with at most six decimals, by what one is paid with: half up
function counted(text, rate) {
  const parts = /^(\d+)(?:[.,](\d{1,6}))?$/.exec(text.replace(/[\s\u00a0\u202f]/g, ''));
  const units = parts ? BigInt(parts[1]) * MILLION + BigInt((parts[2] || '').padEnd(6, '0')) : 0n;
  return (units * plainCents(rate) * 2n + MILLION) / (2n * MILLION);
}

function sumOf(rows) {
  return rows.map(amountOf).reduce((one, other) => one + other, 0n);
}

// a flat rate is a part of the real costs that are chosen, or of those of staff alone, and no more than is left
function flatRate(row, chosen) {
  const costs = chosen.filter((other) => other.dataset.staff && (row.dataset.staffOnly !== 'true' || other.dataset.staff === 'true'));
  const part = shareOf(sumOf(costs), Number(row.dataset.percent) / 100);
  const left = plainCents(row.dataset.left);
  return part < left ? part : left;
}

function amountOf(row, place, chosen) {
  const typed = row.querySelector('[inputmode=decimal]')?.value;
  if (row.dataset.rate) {
    return counted(typed, row.dataset.rate);
  }
  if (typed) {
    return cents(typed);
  }
  return row.dataset.percent ? flatRate(row, chosen) : plainCents(row.dataset.left);
}

document.querySelectorAll('[data-totals]').forEach((totals) => {
  const form = totals.closest('form');
  const rows = [...form.querySelectorAll('[data-left]')];
  const add = () => {
    const sum = sumOf(rows.filter((row) => row.querySelector('[type=checkbox]').checked));
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

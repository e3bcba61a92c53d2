import './app.scss';
import './again.js';
import './dates.js';
import './drafts.js';
import './session.js';
import './totals.js';
import { Button, CharacterCount, ErrorSummary, ServiceNavigation, SkipLink, createAll } from 'govuk-frontend';

// The class that GOV.UK Frontend looks for is usually set by an inline script, which our Content-Security-Policy refuses.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

createAll(Button);
createAll(CharacterCount);
createAll(ErrorSummary);
createAll(ServiceNavigation);
createAll(SkipLink);

// Filters take the height of a phone's screen: there they start closed.
if (window.matchMedia('(max-width: 62em)').matches) {
  document.querySelectorAll('details[data-narrow-closed]').forEach((details) => details.removeAttribute('open'));
}

// On a phone a table's row stands upright (_ft.scss): each cell says which column it is of, and the roles keep it a table.
const ROLES = { THEAD: 'rowgroup', TBODY: 'rowgroup', TFOOT: 'rowgroup', TR: 'row', TD: 'cell' };
document.querySelectorAll('.ft-table-wrap > .govuk-table:not(.ft-diff)').forEach((table) => {
  const columns = [...table.querySelectorAll('thead th')].map((head) => head.textContent.trim());
  table.classList.add('ft-rows');
  table.setAttribute('role', 'table');
  table.querySelectorAll('thead, tbody, tfoot, tr, td').forEach((part) => part.setAttribute('role', ROLES[part.tagName]));
  table.querySelectorAll('th').forEach((head) => head.setAttribute('role', head.scope === 'row' ? 'rowheader' : 'columnheader'));
  table.querySelectorAll('tbody tr, tfoot tr').forEach((row) => {
    let column = 0;
    [...row.cells].forEach((cell) => {
      if (columns[column]) {
        cell.dataset.l = columns[column];
      }
      column += cell.colSpan;
    });
  });
});

// Paper has no summaries to press.
window.addEventListener('beforeprint', () => {
  document.querySelectorAll('details:not([open])').forEach((details) => {
    details.open = true;
    details.dataset.printed = '';
  });
});
window.addEventListener('afterprint', () => {
  document.querySelectorAll('details[data-printed]').forEach((details) => {
    details.open = false;
    delete details.dataset.printed;
  });
});
document.querySelectorAll('[data-print]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
});

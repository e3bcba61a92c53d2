import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-ext-400.css';
import '@fontsource/inter/latin-500.css';
import '@fontsource/inter/latin-ext-500.css';
import '@fontsource/inter/latin-600.css';
import '@fontsource/inter/latin-ext-600.css';
import '@fontsource/inter/latin-700.css';
import '@fontsource/inter/latin-ext-700.css';
import './app.scss';
import { Button, ErrorSummary, ServiceNavigation, SkipLink, createAll } from 'govuk-frontend';

// The class that GOV.UK Frontend looks for is usually set by an inline script, which our Content-Security-Policy refuses.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

createAll(Button);
createAll(ErrorSummary);
createAll(ServiceNavigation);
createAll(SkipLink);

// Filters take the height of a phone's screen: there they start closed.
if (window.matchMedia('(max-width: 62em)').matches) {
  document.querySelectorAll('details[data-narrow-closed]').forEach((details) => details.removeAttribute('open'));
}

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

// The page of the API. In a file of its own, so that the page runs no script that is written into it.

// A button may hold no link: the address of an operation is plain text, and the button alone opens it.
const plainAddresses = (system) => ({
  wrapComponents: { DeepLink: () => ({ text }) => system.React.createElement('span', null, text) },
});

window.ui = SwaggerUIBundle({
  url: '/openapi',
  dom_id: '#api',
  deepLinking: true,
  validatorUrl: null,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  docExpansion: 'list',
  tagsSorter: 'alpha',
  presets: [SwaggerUIBundle.presets.apis],
  plugins: [plainAddresses],
  layout: 'BaseLayout',
});

// What Swagger UI leaves without a name, or out of reach of the keyboard.
const NAMES = {
  '#servers': 'Server',
  '.examples-select-element': 'Example',
  '.content-type': 'Media type',
  '.parameters select': 'Value',
};

function complete() {
  Object.entries(NAMES).forEach(([selector, name]) => {
    document.querySelectorAll(`${selector}:not([aria-label])`).forEach((unnamed) => {
      if (unnamed.tagName === 'SELECT') {
        unnamed.setAttribute('aria-label', name);
      }
    });
  });
  document.querySelectorAll('#api pre:not([tabindex])').forEach((text) => {
    if (text.closest('.opblock')) {
      text.tabIndex = 0;
    }
  });
  document.querySelectorAll('#api table[role="region"]').forEach((table) => table.removeAttribute('role'));
}

new MutationObserver(complete).observe(document.getElementById('api'), { childList: true, subtree: true });

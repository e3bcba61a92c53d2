// The page of the API. In a file of its own, so that the page runs no script that is written into it.
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
  layout: 'BaseLayout',
});

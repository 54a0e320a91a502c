// `npm run test:cms`: the publishing systems of `npm test`, and those that take longer to install (Ghost, Eleventy, Astro).
process.env['GALLEY_CMS'] = 'all';
process.argv.push('cms');
await import('./test.mjs');

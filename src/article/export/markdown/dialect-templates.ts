import type { TemplateFile } from '../format.ts';

const html = 'text/html';

/** Files a site needs once for what Galley writes: what an ad slot becomes, and that pictures are copied. They are the site's to change. */
export const adTemplates: { readonly [Name in 'hugo' | 'jekyll' | 'eleventy' | 'astro']: readonly TemplateFile[] } = {
  hugo: [
    {
      path: 'layouts/shortcodes/ad.html',
      mediaType: html,
      content: `{{- /* What an ad slot becomes. Written once by Galley, yours to change. */ -}}
<div class="ad-slot" data-ad-slot="{{ .Get "slot" }}"{{ with .Get "reserve" }} style="min-height:{{ . }}px"{{ end }}{{ if .Get "collapse" }} data-ad-collapse{{ end }}>{{ with .Get "label" }}<span>{{ . }}</span>{{ end }}</div>
`,
    },
    {
      path: 'layouts/shortcodes/rawhtml.html',
      mediaType: html,
      content: `{{- /* Passes on what Markdown has no sign for: captions with credits, fact boxes, tables with spans. */ -}}
{{- .Inner -}}
`,
    },
  ],
  jekyll: [
    {
      path: '_includes/ad.html',
      mediaType: html,
      content: '<!-- ad-slot: {{ include.slot }} -->',
    },
  ],
  eleventy: [
    {
      path: 'eleventy.config.mjs',
      mediaType: 'text/javascript',
      content: `// Written once by Galley, yours to change: pictures stand beside their posts and have to be copied.
export default function (config) {
  config.addPassthroughCopy('**/posts/*/*.{jpg,png,webp,gif,avif}');
}
`,
    },
  ],
  astro: [],
};

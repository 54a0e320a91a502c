import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Article } from '../../article/article.ts';
import { articleToHast } from '../../article/export/html-fragment.ts';
import { pageStyle } from '../../article/export/html/page-style.ts';
import { articleToMarkdown } from '../../article/export/markdown.ts';
import { plain } from '../../article/plain.ts';
import { say } from '../../language/index.ts';
import { hastToDom } from './hast-dom.ts';

/** The page's own style, its root and body being the shadow's host, and its widths those of a telephone. */
const previewStyle = `${pageStyle.replaceAll(':root', ':host').replaceAll(/^body\{/gm, ':host{')}
:host{display:block;font-size:15px}article{padding:20px 16px 40px}h1{font-size:26px}[data-galley-block=standfirst]{font-size:17px}`;

/** What a format will write, as its reader will see it. */
export function Preview({ article, format }: { readonly article: Article; readonly format: string }): ReactNode {
  if (format === 'html' || format === 'html-fragment') return <HtmlPreview article={article} />;
  if (format === 'markdown') return <TextPreview article={article} />;
  return <p className="empty">{say('exporting.noPreview')}</p>;
}

function HtmlPreview({ article }: { readonly article: Article }): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = host.current?.shadowRoot ?? host.current?.attachShadow({ mode: 'open' });
    if (!root) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(previewStyle);
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren();
    hastToDom([articleToHast(plain(article), { imageAddress: (imageId) => (article.images[imageId] ? `image:${imageId}` : null), language: article.metadata.language, inlineStyles: false })], root);
  }, [article]);
  // Links are shown, not followed: the preview is no browser.
  return <div ref={host} className="preview page" role="document" tabIndex={0} aria-label={say('exporting.preview')} onClick={(event) => event.preventDefault()} />;
}

function TextPreview({ article }: { readonly article: Article }): ReactNode {
  const text = useMemo(() => articleToMarkdown(plain(article), { imageAddress: (imageId) => article.images[imageId]?.fileName ?? null, language: article.metadata.language }), [article]);
  return <div className="preview" tabIndex={0} role="document" aria-label={say('exporting.preview')}><pre>{text}</pre></div>;
}

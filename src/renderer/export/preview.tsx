import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Article } from '../../article/article.ts';
import { articleToMarkdown } from '../../article/export/markdown.ts';
import { plain } from '../../article/plain.ts';
import { say } from '../../language/index.ts';
import { drawArticle } from './article-page.ts';

/** The page at the width of a telephone. */
const previewStyle = ':host{display:block;font-size:15px}article{padding:20px 16px 40px}h1{font-size:26px}[data-galley-block=standfirst]{font-size:17px}';

/** What a format will write, as its reader will see it. */
export function Preview({ article, format }: { readonly article: Article; readonly format: string }): ReactNode {
  if (format === 'html' || format === 'html-fragment') return <HtmlPreview article={article} />;
  if (format === 'markdown') return <TextPreview article={article} />;
  return <p className="empty">{say('exporting.noPreview')}</p>;
}

function HtmlPreview({ article }: { readonly article: Article }): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current) drawArticle(host.current, article, previewStyle);
  }, [article]);
  // Links are shown, not followed: the preview is no browser.
  return <div ref={host} className="preview page" role="document" tabIndex={0} aria-label={say('exporting.preview')} onClick={(event) => event.preventDefault()} />;
}

function TextPreview({ article }: { readonly article: Article }): ReactNode {
  const text = useMemo(() => articleToMarkdown(plain(article), { imageAddress: (imageId) => article.images[imageId]?.fileName ?? null, language: article.metadata.language }), [article]);
  return <div className="preview" tabIndex={0} role="document" aria-label={say('exporting.preview')}><pre>{text}</pre></div>;
}

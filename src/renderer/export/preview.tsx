import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Article } from '../../article/article.ts';
import { articleToMarkdown } from '../../article/export/markdown.ts';
import type { FieldNames } from '../../article/export/markdown/field-names.ts';
import { renderTemplate, TemplateError, type TemplateKind, type Templates } from '../../article/export/template.ts';
import { articleToText } from '../../article/export/text.ts';
import { plain } from '../../article/plain.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import { useNotices } from '../ui/notices.tsx';
import { templatesEvent } from '../ui/templates-event.ts';
import { drawArticle, drawPage } from './article-page.ts';

/** The page at the width of a telephone. */
const phoneStyle = ':host{display:block;font-size:15px}article{padding:20px 16px 40px}h1{font-size:26px}[data-galley-block=standfirst]{font-size:17px}';
/** The page as a window of a desk shows it: its own style alone. */
const wideStyle = ':host{display:block}';

export const previewedFormats = ['html', 'markdown', 'text'] as const;
export type PreviewedFormat = (typeof previewedFormats)[number];

/** What a format will write, as its reader will see it: in the newsroom's own form where it has one. */
export function Preview({ article, format, fieldNames, isWide = false }: { readonly article: Article; readonly format: PreviewedFormat; readonly fieldNames: FieldNames; readonly isWide?: boolean }): ReactNode {
  const style = isWide ? wideStyle : phoneStyle;
  const templates = useTemplates();
  const template = format === 'markdown' ? undefined : templates[format];
  if (template !== undefined && format !== 'markdown') return <TemplatePreview article={article} kind={format} source={template} style={style} />;
  return format === 'html' ? <HtmlPreview article={article} style={style} /> : <PlainPreview article={article} format={format} fieldNames={fieldNames} />;
}

/** The newsroom's templates; read again when they change. */
function useTemplates(): Templates {
  const notices = useNotices();
  const [templates, setTemplates] = useState<Templates>({});
  useEffect(() => {
    const read = (): void => void call('templates.read', null).then((result) => (result.ok ? setTemplates(result.value) : notices.fail(result.error)));
    read();
    document.addEventListener(templatesEvent, read);
    return () => document.removeEventListener(templatesEvent, read);
  }, [notices]);
  return templates;
}

function HtmlPreview({ article, style }: { readonly article: Article; readonly style: string }): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current) drawArticle(host.current, article, style);
  }, [article, style]);
  return <PageHost host={host} />;
}

function TemplatePreview({ article, kind, source, style }: { readonly article: Article; readonly kind: TemplateKind; readonly source: string; readonly style: string }): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const written = useMemo(() => rendered(source, kind, article), [source, kind, article]);
  useEffect(() => {
    if (host.current && kind === 'html' && written.fault === '') drawPage(host.current, written.text, style);
  }, [kind, written, style]);
  if (written.fault !== '') return <p className="preview-fault field-error" role="alert">{written.fault}</p>;
  return kind === 'html' ? <PageHost host={host} /> : <TextHost text={written.text} />;
}

function rendered(source: string, kind: TemplateKind, article: Article): { readonly text: string; readonly fault: string } {
  try {
    return { text: renderTemplate(source, kind, plain(article), { imageAddress: (imageId) => (article.images[imageId] ? `image:${imageId}/page` : null), language: article.metadata.language }), fault: '' };
  } catch (error) {
    if (error instanceof TemplateError) return { text: '', fault: error.message };
    throw error;
  }
}

function PlainPreview({ article, format, fieldNames }: { readonly article: Article; readonly format: 'markdown' | 'text'; readonly fieldNames: FieldNames }): ReactNode {
  const text = useMemo(() => {
    const context = { imageAddress: (imageId: string) => article.images[imageId]?.fileName ?? null, language: article.metadata.language, fieldNames };
    return format === 'text' ? articleToText(plain(article), context) : articleToMarkdown(plain(article), context);
  }, [article, format, fieldNames]);
  return <TextHost text={text} />;
}

/** Links are shown, not followed: the preview is no browser. */
const PageHost = ({ host }: { readonly host: React.Ref<HTMLDivElement> }): ReactNode => <div ref={host} className="preview page" role="document" tabIndex={0} aria-label={say('exporting.preview')} onClick={(event) => event.preventDefault()} />;
const TextHost = ({ text }: { readonly text: string }): ReactNode => <div className="preview" tabIndex={0} role="document" aria-label={say('exporting.preview')}><pre>{text}</pre></div>;

import type { TemplateKind, Templates } from '../article/export/template.ts';

/** Calls about the newsroom's own form of its exports. */
export interface TemplateCalls {
  /** The newsroom's own templates, as they are now. */
  'templates.read': { request: null; answer: Templates };
  /** Opens the system's picker and keeps the chosen file's template; null where it was cancelled. */
  'templates.pick': { request: { readonly kind: TemplateKind }; answer: Templates | null };
  /** `source` null: Galley's own form again. */
  'templates.set': { request: { readonly kind: TemplateKind; readonly source: string | null }; answer: Templates };
}

export const templateCallNames = ['templates.read', 'templates.pick', 'templates.set'] as const satisfies readonly (keyof TemplateCalls)[];

/** Heard on the document when the newsroom's templates have changed: previews are drawn anew. */
export const templatesEvent = 'galley-templates';

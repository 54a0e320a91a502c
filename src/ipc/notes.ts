/** Calls about the notes beside an article: they stay in the library and its backups, and are in no export. */
export interface NotesCalls {
  'notes.read': { request: { readonly articleId: string }; answer: { readonly text: string } };
  'notes.write': { request: { readonly articleId: string; readonly text: string }; answer: null };
}

export const notesCallNames = ['notes.read', 'notes.write'] as const satisfies readonly (keyof NotesCalls)[];

/** Revisions of the open article were made from outside its page: its history looks again. */
export const revisionsMadeEvent = 'galley-revisions-made';

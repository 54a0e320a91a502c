import * as v from 'valibot';
import { actorOf, by, count, type Handlers, shortText, uuid } from './handler.ts';

const causes = ['typing-pause', 'explicit-save', 'import', 'restore', 'replace-all', 'before-close', 'approve', 'export', 'publish', 'merge'] as const;

export const revisionHandlers: Handlers<'revisions.list' | 'revisions.make' | 'revisions.read' | 'revisions.name'> = {
  'revisions.list': {
    parse: by(v.strictObject({ articleId: uuid, offset: count, limit: v.pipe(count, v.maxValue(100_000)) })),
    run: (request, { storage }) => storage.call('listRevisions', request),
  },
  'revisions.make': {
    parse: by(v.strictObject({ articleId: uuid, cause: v.picklist(causes), name: shortText, note: shortText })),
    run: (request, services) => services.storage.call('makeRevision', request, actorOf(services)),
  },
  'revisions.read': {
    parse: by(v.strictObject({ articleId: uuid, revisionId: uuid })),
    run: ({ articleId, revisionId }, { storage }) => storage.call('readRevision', articleId, revisionId),
  },
  'revisions.name': {
    parse: by(v.strictObject({ articleId: uuid, revisionId: uuid, name: shortText, note: shortText })),
    run: (request, { storage }) => storage.call('nameRevision', request),
  },
};

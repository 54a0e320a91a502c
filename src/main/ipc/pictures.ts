import * as v from 'valibot';
import { imageId } from '../../article/blocks/image.ts';
import type { PictureLibrary } from '../picture-library.ts';
import { nothing } from './parsers.ts';
import type { CallTable } from './answer.ts';

export function pictureCalls(library: PictureLibrary): Pick<CallTable, 'pictures.list' | 'pictures.uses' | 'pictures.cleanUp' | 'pictures.putBack'> {
  return {
    'pictures.list': { request: nothing, handle: () => library.list() },
    'pictures.uses': { request: v.strictObject({ imageId }), handle: (request) => library.usesOf(request.imageId) },
    'pictures.cleanUp': { request: nothing, handle: () => library.cleanUp() },
    'pictures.putBack': { request: v.strictObject({ imageIds: v.pipe(v.array(imageId), v.minLength(1), v.maxLength(100_000)) }), handle: ({ imageIds }) => library.putBack(imageIds) },
  };
}

import { type Declaration, image } from './declaration.ts';

export const imageFileMissing: Declaration = {
  level: 'warning',
  fails: [
    { blocks: [image({ imageId: null })] },
    { blocks: [image()], file: null },
  ],
  passes: [{ blocks: [image()] }],
};

import { type Declaration, image } from './declaration.ts';

export const imageTooSmall: Declaration = {
  level: 'warning',
  fails: [{ blocks: [image()], file: { width: 320, height: 180 } }],
  passes: [
    { blocks: [image()], file: { width: 640, height: 360 } },
    { blocks: [image()], file: { width: 0, height: 0 } },
  ],
};

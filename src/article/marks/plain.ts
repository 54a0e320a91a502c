/** Marks without attributes. */
export const bold = { name: 'bold', spec: {}, attrs: null } as const;
export const italic = { name: 'italic', spec: {}, attrs: null } as const;
export const strike = { name: 'strike', spec: {}, attrs: null } as const;
export const superscript = { name: 'superscript', spec: { excludes: 'superscript subscript' }, attrs: null } as const;
export const subscript = { name: 'subscript', spec: { excludes: 'superscript subscript' }, attrs: null } as const;
export const code = { name: 'code', spec: { code: true }, attrs: null } as const;

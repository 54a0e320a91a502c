/** Expected failures that cross the process boundary; classes do not survive it, so they are data. */
export interface AppError {
  readonly code:
    | 'article-not-found'
    | 'revision-not-found'
    | 'bad-argument'
    | 'bad-file'
    | 'file-locked'
    | 'file-not-found'
    | 'blocked'
    | 'newer-database'
    | 'not-writable'
    | 'disk-full'
    | 'store-unavailable'
    | 'store-damaged'
    | 'cancelled'
    | 'unexpected';
  /** A sentence for the person: what happened, to which file or field, what to do. */
  readonly message: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (code: AppError['code'], message: string): { readonly ok: false; readonly error: AppError } => ({ ok: false, error: { code, message } });

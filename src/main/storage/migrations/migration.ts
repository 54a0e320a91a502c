/** One step of the database's shape. Once released it is never changed. */
export interface Migration {
  readonly number: number;
  readonly sql: string;
}

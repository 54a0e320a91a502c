/** HTML of ours, which a template prints as it is; what else it prints is escaped. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }

  toString(): string {
    return this.html;
  }
}

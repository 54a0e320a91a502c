import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { articleArbitrary } from '../../src/article/arbitrary.ts';
import { type Article, emptyArticle, parseArticle } from '../../src/article/article.ts';
import exampleJson from '../../src/article/example.json' with { type: 'json' };
import { exportArticle, type FormatName } from '../../src/article/export/index.ts';
import { plain } from '../../src/article/plain.ts';
import { strangeArticle } from '../../src/article/strange.ts';

const schemas = new URL('../fixtures/schemas/', import.meta.url);
const parsed = parseArticle(exampleJson);
if (!parsed.ok) throw new Error(parsed.error.message);
const example = plain(parsed.value);

const image = { fileName: 'boats & quay.jpg', mediaType: 'image/jpeg', width: 48, height: 32, bytes: 900, fromFile: { digitalSourceType: 'trainedAlgorithmicMedia' } };
const hostile = strangeArticle();

const written = (article: Article, format: FormatName, dialect = ''): string => String(exportArticle(article, format, { dialect, hasPicture: () => true }).content);

/** Says what each validator finds in the example, an empty article, a hostile one and random ones; nothing, one hopes. */
function faultsOf(findFaults: (text: string) => readonly string[], format: FormatName, dialect = ''): void {
  for (const article of [example, emptyArticle(), hostile]) expect(findFaults(written(article, format, dialect))).toEqual([]);
  fc.assert(
    fc.property(articleArbitrary, fc.boolean(), (article, hasFiles) => {
      const once = plain({ ...article, images: hasFiles ? { [`sha256-${'0123456789abcdef'.repeat(4)}`]: image } : {} });
      expect(findFaults(written(once, format, dialect))).toEqual([]);
    }),
    { numRuns: 100 },
  );
}

describe('ninjs', () => {
  const validator = (version: string): ((text: string) => readonly string[]) => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', type: 'object' });
    const schema: unknown = JSON.parse(readFileSync(new URL(`ninjs/ninjs-schema_${version}.json`, schemas), 'utf8'));
    if (typeof schema !== 'object' || schema === null) throw new Error('no schema');
    const validate = ajv.compile(schema);
    return (text) => (validate(JSON.parse(text)) ? [] : (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`));
  };

  test.each([['3.1', ''], ['2.2', '2.2']])('%s is valid for any article', (version, dialect) => {
    const findFaults = validator(version);
    expect(findFaults('{"uri": "urn:uuid:x", "headline": "old"}')).not.toEqual([]);
    faultsOf(findFaults, 'ninjs', dialect);
  });
});

describe('XML', () => {
  beforeAll(() => void xmlRegisterFsInputProviders());

  test.each([['newsml-g2', 'newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd', '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>'], ['nitf', 'nitf/nitf-3-6.xsd', '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content><h1>x</h1></body.content></body></nitf>']] as const)('%s is valid for any article', (format, path, bad) => {
    const file = fileURLToPath(new URL(path, schemas));
    const document = XmlDocument.fromBuffer(readFileSync(file), { url: `${dirname(file)}/${path.split('/')[1] ?? ''}` });
    const xsd = XsdValidator.fromDoc(document);
    const findFaults = (text: string): readonly string[] => {
      try {
        const read = XmlDocument.fromString(text);
        try {
          xsd.validate(read);
        } finally {
          read.dispose();
        }
        return [];
      } catch (error) {
        return [error instanceof Error ? error.message : String(error)];
      }
    };
    expect(findFaults(bad)).not.toEqual([]);
    faultsOf(findFaults, format);
    xsd.dispose();
    document.dispose();
  });
});

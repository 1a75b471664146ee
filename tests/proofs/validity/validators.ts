import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Kind } from './written-files.ts';

const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url));
const compiler = fileURLToPath(new URL('schematron.xsl', import.meta.url));
const saxon = '/usr/share/java/Saxon-HE.jar';
const xliff2 = join(shared, 'xliff/2.1/schemas');
const strict = join(shared, 'xliff/1.2/strict.xsd');
const tmxDtd = join(shared, 'tmx/tmx14.dtd');
const tbxRng = join(shared, 'tbx/TBXcoreStructV03.rng');

/** The committee's own test files for XLIFF 2.1. */
export function suiteFiles(folder: 'valid' | 'invalid'): string[] {
  const path = join(shared, 'xliff/2.1/suite', folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.xlf'))
    .map((name) => join(path, name));
}

/** Whether a schema or a tool is not here, so that what needs them is skipped; in CI they are. */
export const validatorsAreMissing = [
  '/usr/bin/xmllint',
  '/usr/bin/jing',
  saxon,
  xliff2,
  strict,
  tmxDtd,
  tbxRng,
].some((path) => !existsSync(path));

/**
 * What one program that is not ours says of files against one schema that is not ours; nothing where all are valid.
 *
 * @param files their paths, one at least
 */
export type Validator = (files: readonly string[]) => string;

const xmllint = (...schema: string[]): Validator => said('xmllint', ['--nonet', '--noout', ...schema]);
const jing = (...schema: string[]): Validator => said('jing', schema);

/** One program with one schema of one format. */
export type Judge = {
  readonly kind: Kind;
  readonly name: string;
  readonly validate: Validator;
  /** Whether it has the grammar, the rules that are prose in the standard (as far as the committee wrote them down), or both. */
  readonly sees: readonly ('grammar' | 'prose')[];
};

/** Every independent judge of what depeche writes. */
export const judges: readonly Judge[] = [
  {
    kind: 'xliff2',
    name: 'XSD, libxml2',
    validate: xmllint('--schema', join(xliff2, 'driver.xsd')),
    sees: ['grammar'],
  },
  { kind: 'xliff2', name: 'XSD, Xerces', validate: jing(join(xliff2, 'driver.xsd')), sees: ['grammar'] },
  {
    kind: 'xliff2',
    name: 'Schematron, Saxon',
    validate: (files) => [...schematron(files).values()].flat().join('\n'),
    sees: ['prose'],
  },
  {
    kind: 'xliff2',
    name: 'NVDL: XSD and Schematron, Jing',
    validate: jing(join(xliff2, 'xliff_2_advanced_validation.nvdl')),
    sees: ['grammar', 'prose'],
  },
  { kind: 'xliff12', name: 'strict XSD, libxml2', validate: xmllint('--schema', strict), sees: ['grammar'] },
  { kind: 'xliff12', name: 'strict XSD, Xerces', validate: jing(strict), sees: ['grammar'] },
  { kind: 'tmx', name: 'DTD, libxml2', validate: xmllint('--dtdvalid', tmxDtd), sees: ['grammar'] },
  { kind: 'tbx', name: 'RELAX NG, libxml2', validate: xmllint('--relaxng', tbxRng), sees: ['grammar'] },
  { kind: 'tbx', name: 'RELAX NG, Jing', validate: jing(tbxRng), sees: ['grammar'] },
];

/** The script beside the schemas, which picks one by the version that a file says it has. */
export const checkXliff: Validator = said('bash', [join(shared, 'tools/check-xliff.sh')]);

/** What Jing finds with each of the committee's Schematron files, one after another: the messages, in any order. */
export function schematronByJing(files: readonly string[]): string[] {
  return schematronFiles()
    .flatMap((rules) => jing(rules)(files).split('\n'))
    .filter((line) => line.startsWith('  '))
    .map((line) => line.trim().replaceAll(/\s+/gu, ' '));
}

/**
 * What Saxon finds with the committee's Schematron files, made into one stylesheet by `schematron.xsl`.
 *
 * @returns the messages by the name of the file; an entry, with nothing in it, for a valid one too
 */
export function schematron(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-schematron-'));
  const sheet = join(folder, 'rules.xsl');
  const input = join(folder, 'in');
  const output = join(folder, 'out');
  const transform = (...options: string[]): void => {
    execFileSync('java', ['-cp', saxon, 'net.sf.saxon.Transform', ...options], { stdio: 'pipe' });
  };
  try {
    mkdirSync(input);
    mkdirSync(output);
    for (const file of files) symlinkSync(file, join(input, basename(file)));
    transform('-it:compile', `-xsl:${compiler}`, `-o:${sheet}`, `schemas=${schematronFiles().join('\n')}`);
    transform(`-s:${input}`, `-xsl:${sheet}`, `-o:${output}`);
    const written = readdirSync(output);
    if (written.length !== files.length) throw new Error(`${written.length} of ${files.length} were read`);
    return new Map(
      written.map((name) => {
        const lines = readFileSync(join(output, name), 'utf8').split('\n');
        const messages = lines.map((line) => line.trim()).filter((line) => line !== '');
        return [name.replace(/\.xml$/u, ''), messages];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function schematronFiles(): string[] {
  return readdirSync(xliff2)
    .filter((name) => name.endsWith('.sch'))
    .map((name) => join(xliff2, name));
}

/** A program that ends with 0 where all files are valid. */
function said(program: string, options: readonly string[]): Validator {
  return (files) => {
    if (files.length === 0) throw new Error('there is nothing to validate');
    const { status, stdout, stderr, error } = spawnSync(program, [...options, ...files], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (error) throw error;
    return status === 0 ? '' : `${program} ended with ${status}\n${stdout}${stderr}`;
  };
}

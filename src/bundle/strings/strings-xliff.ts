import { DepecheError } from '../../model/errors.ts';
import { type Returned, type ReturnedUnit, readReturned } from './returned-file.ts';
import { coreOf } from './string-units.ts';
import { idOfPath } from './unit-id.ts';
import {
  type PackageText,
  readWithPackage,
  writeWithPackage,
  type XliffDocument,
  type XliffVersion,
} from './xliff-package.ts';

/** A unit that came home, and whether both readers, the gate and the package, have read the same. */
export type StringsReturn = Omit<Returned, 'files' | 'plain'> & {
  readonly files: readonly {
    readonly original: string;
    readonly units: readonly (ReturnedUnit & { readonly readable: boolean })[];
  }[];
};

/**
 * Writes app strings as XLIFF by the npm package `xliff`, and reads them back: what does not come home as it was sent is not sent.
 *
 * @param written the id of each file is the path of its resource; texts have no blanks at their ends
 * @throws DepecheError `invalid` for characters that XML cannot hold, and where there are no texts
 */
export async function writeStringsXliff(written: XliffDocument, version: XliffVersion): Promise<string> {
  if (written.files.every(({ texts }) => texts.length === 0)) {
    throw new DepecheError('invalid', 'there is nothing to translate in it');
  }
  const named = written.files.map((file) => ({
    ...file,
    id: version === '1.2' ? file.id : idOfPath(file.id.split('/')),
  }));
  const text = await writeWithPackage({ ...written, files: named }, version);
  const { files } = await readStringsXliff(text);
  const sent = written.files.map(({ id, texts }) => [
    id,
    texts.map((one) => [one.id, one.source, one.target ?? '']),
  ]);
  const home = files.map(({ original, units }) => [
    original,
    units.map(({ id, source, target, readable }) => (readable ? [id, source, target] : [id])),
  ]);
  if (inAnyOrder(sent) !== inAnyOrder(home)) {
    throw new DepecheError('invalid', 'these texts do not survive in XLIFF; nothing was written');
  }
  return text;
}

/** The package moves ids that are whole numbers to the front. */
function inAnyOrder(files: readonly (readonly unknown[])[]): string {
  const sorted = (parts: readonly unknown[]) => parts.map((part) => JSON.stringify(part)).sort();
  return JSON.stringify(
    sorted(files.map(([id, units]) => [id, Array.isArray(units) ? sorted(units) : units])),
  );
}

/**
 * Reads XLIFF that came home: through the strict gate first, then by the package. A unit that the two do not read alike (cut into
 * several segments, text that the package loses) is not `readable`.
 *
 * @throws DepecheError `invalid`, with line and column: see {@link readReturned}
 */
export async function readStringsXliff(text: string): Promise<StringsReturn> {
  const { plain, ...gate } = readReturned(text);
  const reading = new Map<string, Map<string, PackageText>>();
  for (const document of plain) {
    for (const [name, texts] of await readWithPackage(document, gate.version)) {
      const known = reading.get(name) ?? new Map<string, PackageText>();
      reading.set(name, known);
      for (const [id, text] of texts) known.set(id, text);
    }
  }
  return {
    ...gate,
    files: gate.files.map(({ name, original, units }) => ({
      original,
      units: units.map((unit) => {
        const read = reading.get(name)?.get(unit.id);
        const same =
          coreOf(read?.source ?? '') === coreOf(unit.source) &&
          coreOf(read?.target ?? '') === coreOf(unit.target);
        return {
          ...unit,
          source: coreOf(unit.source),
          target: coreOf(unit.target),
          readable: same && !unit.coded,
        };
      }),
    })),
  };
}

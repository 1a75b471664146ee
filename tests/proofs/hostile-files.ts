import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';

/** What is written, in pieces, so that no test holds a whole file. */
export type Pieces = Iterable<string>;

export const root = (attributes = 'srcLang="fr" trgLang="en"'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" ${attributes}>`;

const end = '</file></xliff>\n';
const megabyte = 1024 * 1024;

/** A file with one unit, and something in its source. */
export function* around(source: Pieces, id = 'convoi', attributes?: string): Pieces {
  yield `${root(attributes)}<file id="${id}"><unit id="u1"><segment id="s1"><source>`;
  yield* source;
  yield `</source></segment></unit>${end}`;
}

/** A file of that many units that no story of the project has. */
export function* units(count: number, stop = count): Pieces {
  yield `${root()}<file id="convoi">\n`;
  for (let unit = 0; unit < stop; unit += 1) {
    yield `<unit id="p${unit}x"><segment id="s${unit}x" state="translated"><source>Le convoi ${unit} a franchi le pont, <mrk id="m" type="term">Moscou</mrk> l’a dit.</source><target>Convoy ${unit} crossed the bridge, <mrk id="m" type="term">Moscow</mrk> said.</target></segment></unit>\n`;
  }
  if (stop === count) yield end;
}

/** The smallest units there can be. */
export function* tinyUnits(count: number): Pieces {
  yield `${root()}<file id="convoi">`;
  for (let unit = 0; unit < count; unit += 1) yield `<unit id="${unit}"><segment><source/></segment></unit>`;
  yield end;
}

/** The same text again and again, that many characters in all. */
export function* repeated(text: string, length: number): Pieces {
  const piece = text.repeat(Math.max(1, Math.floor(megabyte / text.length)));
  for (let written = 0; written < length; written += piece.length) yield piece;
}

/** An element with that many attributes that all have other names. */
export function* attributes(count: number): Pieces {
  yield '<ph id="p"';
  for (let attribute = 0; attribute < count; attribute += 1) yield ` a${attribute}=""`;
  yield '/>';
}

/** Elements that stand before the first unit. */
export function* beforeUnits(content: Pieces): Pieces {
  yield `${root()}<file id="convoi"><notes>`;
  yield* content;
  yield `</notes><unit id="u1"><segment id="s1"><source>Bonjour.</source></segment></unit>${end}`;
}

export function* joined(...parts: readonly (string | Pieces)[]): Pieces {
  for (const part of parts) {
    if (typeof part === 'string') yield part;
    else yield* part;
  }
}

/** Writes a file piece by piece. @param size in bytes: what is missing is a hole */
export function writePieces(path: string, pieces: Pieces, size?: number): void {
  const file = openSync(path, 'w');
  try {
    let batch = '';
    for (const piece of pieces) {
      batch += piece;
      if (batch.length < megabyte) continue;
      writeSync(file, batch);
      batch = '';
    }
    writeSync(file, batch);
    if (size !== undefined) ftruncateSync(file, size);
  } finally {
    closeSync(file);
  }
}

import type { Copy } from '../model/copy.ts';
import { DepecheError } from '../model/errors.ts';
import type { Decoded } from './decode.ts';
import { wireFormats } from './formats.ts';
import { mostCharacters } from './limits.ts';
import { plainText } from './plain-text.ts';
import { refuseAt } from './refuse-at.ts';
import type { ReadOptions, WireFormat } from './wire-format.ts';

/**
 * Reads wire copy of any format in the list. Plain text never fails; a format with a syntax of its own does where the syntax is broken.
 *
 * @param options.format the name of a format; by default it is told from the text
 * @throws DepecheError `invalid`, with line and column, for what is not of its format; `usage` for a name that is none
 */
export function readWire(
  decoded: Decoded,
  options: ReadOptions & { readonly format?: string | undefined } = {},
): Copy {
  const { format: name, ...rest } = options;
  const format = name === undefined ? detectedFormat(decoded.raw) : formatNamed(name);
  if (format !== plainText && decoded.raw.length > mostCharacters) {
    const limit = mostCharacters.toLocaleString('en');
    refuseAt(decoded.raw, mostCharacters, `a dispatch in ${format.name} has at most ${limit} characters`);
  }
  return format.read(decoded, rest);
}

/** The first format of the list that claims a text. */
export function detectedFormat(raw: string): WireFormat {
  return wireFormats.find((format) => format.detects(raw)) ?? plainText;
}

/** @throws DepecheError `usage` for a name that no format has */
export function formatNamed(name: string): WireFormat {
  const format = wireFormats.find((each) => each.name === name);
  if (format) return format;
  const names = wireFormats.map((each) => each.name).join(', ');
  throw new DepecheError('usage', `“${name}” is no wire format; there are ${names}`);
}

import { isXmlText } from '../xml/write.ts';

/**
 * Text for the places where XLIFF has no `cp`: notes, attributes, terms. A character that XML cannot hold becomes `\u0001`, for people
 * to see; nothing reads it back.
 */
export function legible(text: string): string {
  return isXmlText(text) ? text : Array.from(text, spelled).join('');
}

/** The same for metadata, which is read back: {@link unpacked} undoes it exactly, so a backslash is written twice. */
export function packed(text: string): string {
  return legible(text.replaceAll('\\', '\\\\'));
}

/** The text that {@link packed} was given. */
export function unpacked(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|\\)/gu, (_, code: string | undefined) =>
    code === undefined ? '\\' : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function spelled(character: string): string {
  return isXmlText(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

import { isXmlText } from '../../xml/write.ts';

/** A text without what XML cannot hold: each such character is U+FFFD. */
export function representable(text: string): string {
  return isXmlText(text)
    ? text
    : Array.from(text.toWellFormed(), (character) => (isXmlText(character) ? character : '\ufffd')).join('');
}

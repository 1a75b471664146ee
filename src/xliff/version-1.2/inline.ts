import { type Content, element, isXmlText } from '../../xml/write.ts';

/** Marks the placeholders that stand for a character which XML cannot hold; their ids tell which one. */
export const characterType = 'x-depeche-character';

/**
 * The content of a `source` or `target` of XLIFF 1.2, which has no `cp`: a character that XML cannot hold becomes a placeholder, which
 * tools keep. Its id is the code of the character and how often it has stood there, so that source and target speak of the same ones.
 */
export function inlineContent12(text: string): Content {
  if (isXmlText(text)) return text;
  const parts: Content[] = [];
  const times = new Map<string, number>();
  let run = '';
  for (const character of text) {
    if (isXmlText(character)) {
      run += character;
      continue;
    }
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const time = (times.get(code) ?? 0) + 1;
    times.set(code, time);
    parts.push(
      run,
      element('x', { id: `u${code}-${time}`, ctype: characterType, 'equiv-text': `U+${code}` }),
    );
    run = '';
  }
  return [...parts, run];
}

/** The character a placeholder of {@link inlineContent12} stands for, or undefined for one that is not ours. */
export function characterOf(id: string): string | undefined {
  const code = /^u([0-9A-F]{4})-\d+$/u.exec(id)?.[1];
  return code === undefined ? undefined : String.fromCharCode(Number.parseInt(code, 16));
}

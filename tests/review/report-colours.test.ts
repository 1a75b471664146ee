import { describe, expect, it } from 'vitest';
import { dark, light, type Palette, pairs } from '../../src/review/report/palette.ts';
import { styleSheet } from '../../src/review/report/style-sheet.ts';

/** Relative luminance of an sRGB colour: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (bright + 0.05) / (dim + 0.05);
}

describe('the colours of the report', () => {
  it('are measured as WCAG does', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  const palettes: [string, Palette][] = [
    ['light', light],
    ['dark', dark],
  ];
  it.each(palettes)('reach 4.5:1 wherever text stands, %s', (_, palette) => {
    const poor = pairs.filter(([ink, ground]) => contrast(palette[ink], palette[ground]) < 4.5);
    expect(poor).toEqual([]);
  });

  it('are only those of the palettes', () => {
    const rules = styleSheet.replaceAll(/--[a-z-]+: #[0-9a-f]{6};/gu, '');
    expect(rules).not.toMatch(/#[0-9a-f]{3,8}\b(?!.*\{)|rgb|hsl/iu);
    const used = new Set(Array.from(rules.matchAll(/var\(--([a-z-]+)\)/gu), (match) => match[1] ?? ''));
    expect([...used].filter((name) => !(name in light))).toEqual([]);
  });
});

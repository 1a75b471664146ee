/** Colours by what they are for. Every colour of text reaches 4.5:1 (WCAG 2.2, 1.4.3) on every ground it stands on; a test computes it. */
export type Palette = Readonly<Record<Ink | Ground | 'line' | 'rule', string>>;

/** Colours of text. */
export type Ink = 'text' | 'muted' | 'link' | 'red' | 'amber' | 'blue' | 'violet' | 'teal' | 'green';

/** Colours text stands on. */
export type Ground =
  | 'page'
  | 'paper'
  | 'red-ground'
  | 'amber-ground'
  | 'blue-ground'
  | 'violet-ground'
  | 'teal-ground'
  | 'green-ground';

export const light: Palette = {
  text: '#1b1d20',
  muted: '#565b63',
  link: '#0a4f98',
  red: '#a01419',
  amber: '#744600',
  blue: '#175380',
  violet: '#563696',
  teal: '#0d5956',
  green: '#1b5a2d',
  page: '#f5f3ee',
  paper: '#ffffff',
  line: '#d9d5cc',
  rule: '#8f8b83',
  'red-ground': '#fde7e5',
  'amber-ground': '#fdf0d0',
  'blue-ground': '#e4eff9',
  'violet-ground': '#eee8fb',
  'teal-ground': '#def2f0',
  'green-ground': '#e2f2e6',
};

export const dark: Palette = {
  text: '#ebe8e2',
  muted: '#a8afba',
  link: '#8fbcf5',
  red: '#ffa39b',
  amber: '#f2c170',
  blue: '#95c9f0',
  violet: '#cab4f9',
  teal: '#84d4cf',
  green: '#96d9a9',
  page: '#15171a',
  paper: '#1d2024',
  line: '#3b4048',
  rule: '#666d78',
  'red-ground': '#451d1d',
  'amber-ground': '#3b2c0d',
  'blue-ground': '#152e42',
  'violet-ground': '#302449',
  'teal-ground': '#103634',
  'green-ground': '#193823',
};

/** Which ink stands on which ground in the page. */
export const pairs: readonly (readonly [Ink, Ground])[] = [
  ...(['page', 'paper'] as const).flatMap((ground) =>
    (['text', 'muted', 'link', 'red', 'amber', 'blue', 'violet', 'teal', 'green'] as const).map(
      (ink) => [ink, ground] as const,
    ),
  ),
  ['text', 'red-ground'],
  ['text', 'amber-ground'],
  ['text', 'blue-ground'],
  ['text', 'green-ground'],
  ['red', 'red-ground'],
  ['amber', 'amber-ground'],
  ['blue', 'blue-ground'],
  ['violet', 'violet-ground'],
  ['teal', 'teal-ground'],
  ['green', 'green-ground'],
];

/** A palette as custom properties of CSS. */
export function customProperties(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ');
}

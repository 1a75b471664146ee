import { type Locale, languageOf } from '../../model/locale.ts';

/** A day as a dateline gives it; `year` only where the copy has one. */
export type Day = { readonly year?: number; readonly month: number; readonly day: number };

/** How the house writes a dateline in a language. */
export type DatelineStyle = {
  readonly date: (day: Day) => string;
  readonly line: (place: string, date: string, agency: string) => string;
};

/**
 * The datelines of the languages the house writes in, after the manner of AFP: English and the Romance languages shorten the
 * month as their desks do, German and Arabic write it out (as CLDR has it: asking `Intl` takes longer than all the rest of a
 * dateline). Arabic takes no comma behind the place, and Western digits.
 */
const table: ReadonlyMap<string, DatelineStyle> = new Map<string, DatelineStyle>([
  [
    'en',
    {
      date: monthFirst('Jan Feb March April May June July Aug Sept Oct Nov Dec'),
      line: withComma,
    },
  ],
  ['fr', { date: dayFirst('janv fév mars avril mai juin juil août sept oct nov déc'), line: withComma }],
  ['es', { date: dayFirst('ene feb mar abr may jun jul ago sep oct nov dic'), line: withComma }],
  ['pt', { date: dayFirst('jan fev mar abr mai jun jul ago set out nov dez'), line: withComma }],
  [
    'de',
    {
      date: dayFirst(
        'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
        '.',
      ),
      line: withComma,
    },
  ],
  [
    'ar',
    {
      date: dayFirst('يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'),
      line: withoutComma,
    },
  ],
]);

/** The style of a locale: the house table's, else the medium date of the locale in Western digits. */
export function datelineStyle(locale: Locale): DatelineStyle {
  return table.get(languageOf(locale)) ?? { date: (day) => mediumDate(locale, day), line: withComma };
}

function monthFirst(months: string): DatelineStyle['date'] {
  const names = months.split(' ');
  return ({ year, month, day }) => `${names[month - 1]} ${day}${year === undefined ? '' : `, ${year}`}`;
}

function dayFirst(months: string, ordinal = ''): DatelineStyle['date'] {
  const names = months.split(' ');
  return ({ year, month, day }) =>
    `${day}${ordinal} ${names[month - 1]}${year === undefined ? '' : ` ${year}`}`;
}

function mediumDate(locale: Locale, day: Day): string {
  const options: Intl.DateTimeFormatOptions =
    day.year === undefined ? { month: 'short', day: 'numeric' } : { dateStyle: 'medium' };
  return format(locale, day, options);
}

function format(
  locale: Locale,
  { year = 2000, month, day }: Day,
  options: Intl.DateTimeFormatOptions,
): string {
  const date = new Date(Date.UTC(year, month - 1, day));
  return new Intl.DateTimeFormat(locale, {
    ...options,
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
  }).format(date);
}

function withComma(place: string, date: string, agency: string): string {
  return `${place}, ${date}${agency} -`;
}

function withoutComma(place: string, date: string, agency: string): string {
  return `${place} ${date}${agency} -`;
}

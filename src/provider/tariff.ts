import type { Locale } from '../model/locale.ts';
import { costAt } from './money.ts';
import type { Provider, RequestSegment, Tokens } from './provider.ts';
import { billedCharacters } from './units-to-send.ts';

/** What a provider is paid, in the currency of the configuration: for a million characters, or for a million tokens read and written. */
export type Price = { readonly characters: number } | Tokens;

/** What a request costs, in millionths: as it may be expected, and the most that it can. */
export type Quote = { readonly expected: number; readonly most: number };

/** What a provider takes for its work. */
export type Tariff = {
  /** What a request for these segments will cost. */
  quote(segments: readonly RequestSegment[]): Quote;
  /** What an answer costs by the tokens that its server counted, in millionths. */
  bill(tokens: Tokens): number;
};

/** The tariff of a provider whose price is 0 or not known. */
export const noTariff: Tariff = { quote: () => ({ expected: 0, most: 0 }), bill: () => 0 };

/**
 * The tariff of a provider at a price. One paid by the character costs what its texts have, one paid by the token what it expects itself
 * ({@link Provider.tokens}), at the dearest of the pairs: who claims money does not know yet for which of them.
 *
 * @param targets the languages that it may be asked for
 */
export function tariffOf(
  { tokens }: Pick<Provider, 'tokens'>,
  price: Price | undefined,
  source: Locale,
  targets: readonly Locale[],
): Tariff {
  if (!price) return noTariff;
  if ('characters' in price) {
    const costOf = (segments: readonly RequestSegment[]): number =>
      costAt(
        segments.reduce((sum, segment) => sum + billedCharacters(segment), 0),
        price.characters,
      );
    return {
      quote: (segments) => ({ expected: costOf(segments), most: costOf(segments) }),
      bill: noTariff.bill,
    };
  }
  const bill = ({ input, output }: Tokens): number =>
    costAt(input, price.input) + costAt(output, price.output);
  return {
    quote(segments) {
      const quotes = targets.flatMap((target) => {
        const forecast = tokens?.({ source, target, segments });
        return forecast ? [{ expected: bill(forecast.expected), most: bill(forecast.most) }] : [];
      });
      return {
        expected: Math.max(0, ...quotes.map(({ expected }) => expected)),
        most: Math.max(0, ...quotes.map(({ most }) => most)),
      };
    },
    bill,
  };
}

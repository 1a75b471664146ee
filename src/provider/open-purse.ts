import { type ClaimDesk, openClaim } from './claim.ts';
import { type Amount, type Ledger, nothingSpent } from './ledger.ts';
import { inMillionths } from './money.ts';
import type { RequestSegment } from './provider.ts';
import { type Budget, type Claim, freePurse, type Purse } from './purse.ts';
import { brokenLimitText, type Limit, type Refused, shortfallText } from './shortfall.ts';
import { noTariff, type Tariff } from './tariff.ts';
import { createTill, type Need, sumOf, type Till } from './till.ts';
import { billedCharacters } from './units-to-send.ts';

/** Whose money a purse holds, what it may spend and where that is booked. */
export type PurseOptions = {
  readonly ledger: Ledger;
  /** The provider whose money it is. */
  readonly provider: string;
  /** When the run began, ISO 8601. */
  readonly run: string;
  /** What time it is, ISO 8601 in UTC. */
  readonly now: () => string;
  readonly budget?: Budget | undefined;
  /** What the provider takes; without one nothing costs anything, and a budget in money is none. */
  readonly tariff?: Tariff | undefined;
  /** How the currency is called in messages. */
  readonly currency?: string | undefined;
  /** What all providers of the run may spend together, shared by their purses. */
  readonly shared?: Till | undefined;
};

/**
 * The purse of one provider for one run. Limits of the run are kept here, those of the month in the ledger, which other runs share. What
 * may have been billed counts as spent, so a budget is kept to even where a request ended without an answer.
 *
 * A request claims what it is expected to cost and books the most that it can. Where the rest of the money is out with requests under way,
 * booking waits for one of them to end and says no: what that gives back may be claimed anew.
 *
 * @throws DepecheError `invalid` or `unwritable` from the ledger
 */
export async function openPurse(options: PurseOptions): Promise<Purse> {
  const { ledger, provider, run, now, budget = {}, tariff = noTariff, shared, currency } = options;
  const [ofRun, ofMonth] = limitsOf(budget);
  const thisMonth = (): string => now().slice(0, 7);
  const openMonth = (booked: Amount) => {
    const till = createTill(ofMonth);
    till.recount(booked);
    return { name: thisMonth(), till };
  };
  let month = openMonth(await ledger.total(provider, thisMonth()));
  const runTill = createTill(ofRun);
  let total = { ...nothingSpent, paid: 0 };
  /** What was refused last, for {@link Purse.reason}. */
  let refused: Refused = { expected: nothingSpent, most: nothingSpent, isOne: false };
  /** A server that bills more than a request allows keeps no limit: what it billed, and the most that it might have. */
  let broken: { readonly billed: number; readonly most: number } | undefined;

  /** Of the run, of all providers of the run, of the month. */
  const tills = (): readonly Till[] => {
    if (month.name !== thisMonth()) month = openMonth(nothingSpent);
    return [runTill, ...(shared ? [shared] : []), month.till];
  };
  const isLimited = [ofRun, ofMonth, shared?.limit].some((limit) => limit && limit.cost < Infinity);

  function needOf(segments: readonly RequestSegment[]): Need {
    const characters = segments.reduce((sum, segment) => sum + billedCharacters(segment), 0);
    const { expected, most } = tariff.quote(segments);
    return { expected: { characters, cost: expected }, most: { characters, cost: most } };
  }

  function isAffordable(segments: readonly RequestSegment[]): boolean {
    const need = needOf(segments);
    const fits = tills().every((till) => till.lacks(need) === undefined);
    if (!fits) refused = { ...need, isOne: segments.length === 1 };
    return fits;
  }

  const desk: ClaimDesk = {
    ledger,
    ofMonth,
    tills,
    bill: tariff.bill,
    account: () => ({ month: thisMonth(), provider, run }),
    onBooked: (name, booked) => {
      if (month.name === name) month.till.recount(booked);
    },
    onSpent: ({ amount, paid }) => {
      total = { ...sumOf(total, amount), paid: total.paid + paid };
    },
    onBroken: (billed, most) => {
      broken ??= { billed, most };
    },
    isBroken: () => broken !== undefined && isLimited,
  };
  const claimOf = (segments: readonly RequestSegment[]): Claim => openClaim(segments, needOf(segments), desk);

  function reason(): string {
    if (broken && isLimited) return brokenLimitText(provider, broken, currency);
    tills();
    const limits: [Limit, ...Limit[]] = [
      { till: month.till, span: 'month' },
      ...(shared ? [{ till: shared, span: 'run', shared: true } as const] : []),
      { till: runTill, span: 'run' },
    ];
    return shortfallText(provider, limits, refused, currency);
  }

  return {
    claim(segments) {
      if (desk.isBroken()) return freePurse.claim([]);
      if (isAffordable(segments)) return claimOf(segments);
      const affordable: RequestSegment[] = [];
      for (const segment of segments) {
        if (isAffordable([...affordable, segment])) affordable.push(segment);
      }
      return affordable.length === 0 ? freePurse.claim([]) : claimOf(affordable);
    },
    reason,
    spent: () => total,
  };
}

/** In what is booked: of a run, and of a month. */
function limitsOf(budget: Budget): readonly [Amount, Amount] {
  const { charactersPerRun, charactersPerMonth, costPerRun, costPerMonth } = budget;
  const limit = (characters = Infinity, cost = Infinity): Amount => ({
    characters,
    cost: inMillionths(cost),
  });
  return [limit(charactersPerRun, costPerRun), limit(charactersPerMonth, costPerMonth)];
}

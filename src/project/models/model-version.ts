/** The models of this major version are those the engine reads: fxtranslate 0.4 is made for them, and so is Firefox today. */
const supportedMajor = 3;

/** Whether the engine reads models of a version: `3.1` yes, `2.0` and `4.0` no. */
export function isSupported(version: string): boolean {
  return partsOf(version).numbers[0] === supportedMajor;
}

/** Negative where the left one is older. `3.0a1` comes before `3.0`, and `3.0` before `3.1`. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [partsOf(left), partsOf(right)];
  for (let index = 0; index < Math.max(a.numbers.length, b.numbers.length); index += 1) {
    const difference = (a.numbers[index] ?? 0) - (b.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.early === b.early) return 0;
  if (a.early === '' || b.early === '') return a.early === '' ? 1 : -1;
  return a.early < b.early ? -1 : 1;
}

function partsOf(version: string): { readonly numbers: readonly number[]; readonly early: string } {
  const found = /^(?<numbers>\d+(?:\.\d+)*)(?<early>[a-z]+\d*)?$/u.exec(version)?.groups;
  return { numbers: (found?.numbers ?? '').split('.').map(Number), early: found?.early ?? '' };
}

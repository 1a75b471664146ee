/** The part of the package `cldr-segmentation` that the bench asks for; it brings no types. */
declare module 'cldr-segmentation' {
  export const suppressions: Readonly<Record<string, unknown>>;
  export function sentenceSplit(text: string, suppressions?: unknown): string[];
}

/**
 * A regular expression that has no counterpart in JavaScript; the message names the construct. Whoever knows the file and the rule
 * turns it into a DepecheError.
 */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

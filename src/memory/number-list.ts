/** A list of whole numbers of 32 bits that grows: four bytes for each, where an array of JavaScript may take eight and more. */
export type NumberList = {
  push(number: number): void;
  /** Adds to the number at a place. */
  add(place: number, number: number): void;
  readonly length: number;
  /** What was pushed. */
  toArray(): Int32Array;
};

export function createNumberList(): NumberList {
  let numbers = new Int32Array(1024);
  let length = 0;
  return {
    push(number) {
      if (length === numbers.length) {
        const longer = new Int32Array(length * 2);
        longer.set(numbers);
        numbers = longer;
      }
      numbers[length] = number;
      length += 1;
    },
    add(place, number) {
      numbers[place] = (numbers[place] ?? 0) + number;
    },
    get length() {
      return length;
    },
    toArray: () => numbers.slice(0, length),
  };
}

/** Whoever takes a seat, and how it is asked to give it up while it rests. */
export type Guest = { leave(): Promise<void> };

/** Room for so many models in memory at a time. */
export type Seats = {
  /** Resolves when the guest has a seat, at once where it still has one; who has rested longest leaves for it. */
  take(guest: Guest): Promise<void>;
  /** The guest keeps its seat for as long as nobody else needs it. */
  rest(guest: Guest): void;
  /** The guest has left by itself. */
  free(guest: Guest): void;
};

export function createSeats(count: number): Seats {
  const busy = new Set<Guest>();
  /** The one that rests longest is the first. */
  const resting = new Set<Guest>();
  const waiting: { readonly guest: Guest; readonly seated: () => void }[] = [];

  const seatNext = async (): Promise<void> => {
    const [next] = waiting;
    if (!next) return;
    if (busy.size + resting.size >= count) {
      const [idle] = resting;
      if (!idle) return;
      resting.delete(idle);
      busy.add(next.guest);
      waiting.shift();
      await idle.leave();
    } else {
      busy.add(next.guest);
      waiting.shift();
    }
    next.seated();
  };

  return {
    async take(guest) {
      if (resting.delete(guest)) {
        busy.add(guest);
        return;
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push({ guest, seated: resolve });
      await seatNext();
      await promise;
    },
    rest(guest) {
      if (!busy.delete(guest)) return;
      resting.add(guest);
      void seatNext();
    },
    free(guest) {
      busy.delete(guest);
      resting.delete(guest);
      void seatNext();
    },
  };
}

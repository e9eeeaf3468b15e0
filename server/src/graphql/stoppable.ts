/**
 * An async iterator over what `make` yields, whose `return` aborts the signal first: a generator that waits for something hears of its end only
 * once that has come, which may be never.
 */
export async function stoppable<T>(
  make: (signal: AbortSignal) => Promise<AsyncGenerator<T>>,
): Promise<AsyncIterableIterator<T>> {
  const ending = new AbortController();
  const values = await make(ending.signal);
  const iterator = {
    next: () => values.next(),
    return: () => {
      ending.abort();
      return values.return(undefined);
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

/** Does one piece of work at a time, for whom it is by turns: who brings a hundred holds nobody else up for longer than one. */
export type FairTurns = <T>(whose: string, work: () => Promise<T>) => Promise<T>;

export const fairTurns = (): FairTurns => {
  /** What waits, by whose it is; whose turn comes next stands first. */
  const lines = new Map<string, (() => Promise<void>)[]>();
  let isBusy = false;

  const next = (): (() => Promise<void>) | undefined => {
    const [first] = lines;
    if (!first) return undefined;
    const [whose, line] = first;
    lines.delete(whose);
    const work = line.shift();
    if (line.length > 0) lines.set(whose, line);
    return work;
  };
  const goOn = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    for (let work = next(); work; work = next()) await work();
    isBusy = false;
  };

  return (whose, work) =>
    new Promise((resolve, reject) => {
      const line = lines.get(whose) ?? [];
      line.push(async () => {
        try {
          resolve(await work());
        } catch (error) {
          reject(error);
        }
      });
      lines.set(whose, line);
      void goOn();
    });
};

/** Answers that stay true as long as what their key names does not change. Past `most` of them all are forgotten. */
export class Kept<T> {
  private readonly answers = new Map<string, T>();

  constructor(private readonly most = 100) {}

  /** The answer under this key; made where there is none. `parts` name all that it depends on. */
  async of(parts: readonly unknown[], make: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(parts);
    const known = this.answers.get(key);
    return this.keep(key, known === undefined ? await make() : known);
  }

  /** As `of`, for what is made at once. */
  at(parts: readonly unknown[], make: () => T): T {
    const key = JSON.stringify(parts);
    return this.keep(key, this.answers.get(key) ?? make());
  }

  private keep(key: string, answer: T): T {
    if (this.answers.size >= this.most && !this.answers.has(key)) this.answers.clear();
    this.answers.set(key, answer);
    return answer;
  }
}

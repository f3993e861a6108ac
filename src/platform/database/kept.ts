/** Answers that stay true as long as what their key names does not change. Past `most` of them all are forgotten. */
export class Kept<T> {
  private readonly answers = new Map<string, T>();

  constructor(private readonly most = 100) {}

  /** The answer under this key; made where there is none. `parts` name all that it depends on. */
  async of(parts: readonly unknown[], make: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(parts);
    const found = this.answers.get(key) ?? (await make());
    if (this.answers.size >= this.most) this.answers.clear();
    this.answers.set(key, found);
    return found;
  }
}

import type { EntityManager } from 'typeorm';

/**
 * A SELECT put together from parts, for lists that are asked for often: a query builder takes longer to write one than the
 * database to answer it. Text comes from the program alone; every value goes as a parameter.
 */
export class Statement {
  private readonly parts: string[];
  private readonly values: unknown[] = [];

  constructor(text = '') {
    this.parts = [text];
  }

  /** Text, and behind it a value. */
  add(text: string, value: unknown): this {
    this.text(text);
    this.values.push(value);
    this.parts.push('');
    return this;
  }

  /** Another statement, as it stands. */
  also({ parts: [first = '', ...rest], values }: Statement): this {
    this.text(first);
    this.values.push(...values);
    this.parts.push(...rest);
    return this;
  }

  /** The rows, as the driver gives them: PostgreSQL counts in strings. */
  run<T>(reader: EntityManager): Promise<T[]> {
    return reader.sql<T[]>(Object.assign([...this.parts], { raw: this.parts }), ...this.values);
  }

  private text(text: string): void {
    this.parts[this.parts.length - 1] += text;
  }
}

import { type EntityManager, IsNull, Like } from 'typeorm';
import { PersonRow } from '../accounts/person.entity';

/** Whoever can be given a seat: the council, and for the minutes also the office. By given name. */
export async function seatable(reader: EntityManager): Promise<PersonRow[]> {
  const order = { sortKey: 'ASC', id: 'ASC' } as const;
  const where = ['council', 'office'].map((group) => ({
    groups: Like(`%"${group}"%`),
    disabledAt: IsNull(),
  }));
  return reader.find(PersonRow, { where: where as object[], order });
}

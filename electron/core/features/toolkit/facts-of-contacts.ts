import { CONTACT_KINDS, type ContactKind } from '#shared/features/contacts/schema.ts'
import { contactsOf } from '../contacts/public.ts'
import { type Fact, fact, type Facts, type FactsAsked, type FactSource } from './fact.ts'

const KINDS: Readonly<Record<string, ContactKind | null>> = {
  'table.contacts': null,
  'table.contacts-hospital': 'hospital',
  'table.contacts-network': 'network',
  'table.contacts-charity': 'charity',
}

const contacts = async ({ db, today }: FactsAsked, kind: ContactKind | null): Promise<Fact> => {
  const found = await contactsOf(db, kind)
  const rows = found.map((contact) => [
    contact.role ?? CONTACT_KINDS.find(({ code }) => code === contact.kind)?.label ?? '',
    contact.name,
    contact.organisation ?? '',
    contact.phone ?? '',
    contact.email ?? '',
  ])
  if (rows.length === 0) return fact('Directory', null, { asAt: today })
  const table = { head: ['Role', 'Name', 'Where', 'Telephone', 'E-mail'], rows }
  return fact('Directory', rows.length === 1 ? '1 row' : `${rows.length} rows`, { asAt: today, table })
}

/** Tables of the people that the lead works with. */
export const contactTables: FactSource = async (asked, codes): Promise<Facts> => {
  const facts: Facts = new Map()
  for (const code of codes) {
    const kind = KINDS[code]
    if (kind !== undefined) facts.set(code, await contacts(asked, kind))
  }
  return facts
}

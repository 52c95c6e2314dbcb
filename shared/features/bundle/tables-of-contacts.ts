import { code, date, id, type TableWords, text, VERSION } from './describe.ts'

/** The people that a lead works with. */
export const TABLES_OF_CONTACTS: readonly TableWords[] = [
  {
    table: 'contact',
    words: 'One person that the lead works with: at a hospital, in the network, a charity, or a peer. Never a patient.',
    columns: {
      id: id('The contact'),
      name: text('Their name'),
      role: text('What they do'),
      organisation: text('Where they work'),
      kind: code('What kind of place that is'),
      phone: text('Telephone number'),
      email: text('Email address'),
      notes: text('Notes'),
      influence: code('How much they can move the plan'),
      interest: code('How much they want to'),
      last_spoken_on: date('Day on which they were last spoken to', 'not noted'),
      version: VERSION,
    },
  },
]

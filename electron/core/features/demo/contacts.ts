import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import type { ContactTable } from '../../db/schema-of-contacts.ts'
import type { NewRow } from '../../db/recorder.ts'
import type { Ids } from '../../ids.ts'

interface MadeUp extends Pick<ContactTable, 'name' | 'role' | 'organisation' | 'kind' | 'influence' | 'interest'> {
  /** Last digits of a number that the regulator keeps for stories. */
  readonly phone: string | null
  readonly email: string | null
  readonly notes: string | null
  readonly spokenDaysAgo: number | null
}

const HOSPITAL = 'Wexcombe General'

const MADE_UP: readonly MadeUp[] = [
  {
    name: 'Carys Penhale',
    role: 'Team coordinator, colorectal',
    organisation: HOSPITAL,
    kind: 'hospital',
    phone: '151',
    email: 'colorectal.team@wexcombe.example',
    notes: 'Rings back the same day. Best before 10.',
    influence: 'high',
    interest: 'high',
    spokenDaysAgo: 7,
  },
  {
    name: 'Mr Idris Fallow',
    role: 'Lead cancer clinician',
    organisation: HOSPITAL,
    kind: 'hospital',
    phone: '152',
    email: 'i.fallow@wexcombe.example',
    notes: null,
    influence: 'high',
    interest: 'some',
    spokenDaysAgo: 131,
  },
  {
    name: 'Nerys Oakhill',
    role: 'Lung nurse specialist',
    organisation: HOSPITAL,
    kind: 'hospital',
    phone: '153',
    email: null,
    notes: 'Writes to us after each clinic.',
    influence: 'some',
    interest: 'high',
    spokenDaysAgo: 40,
  },
  {
    name: 'Dr Samir Tolland',
    role: 'Primary care lead',
    organisation: 'Ferrin Vale cancer network',
    kind: 'network',
    phone: '154',
    email: 's.tolland@ferrinvale.example',
    notes: 'Chairs the quarterly meeting.',
    influence: 'high',
    interest: 'high',
    spokenDaysAgo: 21,
  },
  {
    name: 'Petra Lunn',
    role: 'Manager',
    organisation: 'Ferrin Vale cancer network',
    kind: 'network',
    phone: null,
    email: 'p.lunn@ferrinvale.example',
    notes: null,
    influence: 'high',
    interest: 'low',
    spokenDaysAgo: 96,
  },
  {
    name: 'Joan Ashdown',
    role: 'Practice manager',
    organisation: 'Thistlemoor Practice',
    kind: 'practice',
    phone: '155',
    email: null,
    notes: null,
    influence: 'low',
    interest: 'some',
    spokenDaysAgo: 62,
  },
  {
    name: 'Lewis Marrable',
    role: 'Support centre manager',
    organisation: 'Harbour Cancer Support',
    kind: 'charity',
    phone: '156',
    email: 'hello@harboursupport.example',
    notes: 'Runs the wellbeing mornings.',
    influence: 'some',
    interest: 'high',
    spokenDaysAgo: 12,
  },
  {
    name: 'Ruth Eddowes',
    role: 'Welfare rights adviser',
    organisation: 'Ferrin Vale Council',
    kind: 'council',
    phone: '157',
    email: null,
    notes: null,
    influence: 'some',
    interest: 'some',
    spokenDaysAgo: null,
  },
  {
    name: 'Dr Hana Brightwell',
    role: 'Cancer lead',
    organisation: 'Saltmere Group',
    kind: 'peer',
    phone: null,
    email: 'h.brightwell@saltmere.example',
    notes: 'Shares lesson cards twice a year.',
    influence: null,
    interest: null,
    spokenDaysAgo: 33,
  },
]

/** The people that the lead of the demo works with, spoken to in the weeks before the day. */
export const demoContacts = (ids: Ids, today: IsoDate): NewRow<'contact'>[] =>
  MADE_UP.map(({ phone, spokenDaysAgo, ...contact }) => ({
    ...contact,
    id: ids.next(),
    phone: phone === null ? null : `01632 960 ${phone}`,
    last_spoken_on: spokenDaysAgo === null ? null : addDays(today, -spokenDaysAgo),
  }))

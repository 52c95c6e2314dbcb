import type { IsoDate } from '#shared/domain/partial-date.ts'

/** Somebody that the lead works with. Never a patient. */
export interface ContactTable {
  id: string
  name: string
  role: string | null
  organisation: string | null
  kind: 'hospital' | 'network' | 'practice' | 'charity' | 'council' | 'peer' | 'other'
  phone: string | null
  email: string | null
  notes: string | null
  influence: 'low' | 'some' | 'high' | null
  interest: 'low' | 'some' | 'high' | null
  last_spoken_on: IsoDate | null
  version: number
}

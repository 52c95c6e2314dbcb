import { describe, expect, it } from 'vitest'
import { journeyHeadline } from '#shared/features/journey/headline.ts'
import type { PartialDate } from '#shared/domain/partial-date.ts'
import type { DueItem } from '#shared/features/journey/schema.ts'
import type { StripEvent } from '#shared/features/journey/strip-types.ts'
import { aContactDue, aLetterDue, anEvent, MOCK_UP, TODAY } from './journey-builders.ts'

const say = (
  events: readonly StripEvent[],
  due: readonly DueItem[] = [],
  deathDate: PartialDate | null = null,
): string => journeyHeadline({ events, due, deathDate, today: TODAY })

const surgery = anEvent('surgery', '2026-10-07')
const discharged = anEvent('discharged', '2026-10-12')
const clinic = anEvent('oncology_clinic', '2026-11-03')
const noDischarge = aLetterDue(discharged, '2026-10-19', { document: 'discharge' })

describe('journeyHeadline', () => {
  it('says what the mock-up says', () => {
    expect(say(MOCK_UP.events, MOCK_UP.due)).toBe('47 days since surgery and still no letter')
  })

  it.each<[string, StripEvent[], string]>([
    ['the operation of the stay', [surgery, discharged], '47 days since surgery and still no letter'],
    [
      'the admission when there was no operation',
      [anEvent('admitted', '2026-10-09'), discharged],
      '45 days since admission and still no letter',
    ],
    ['the discharge when nothing else is known', [discharged], '42 days since discharge and still no letter'],
    [
      'the discharge when the operation was another stay',
      [surgery, anEvent('discharged', '2026-10-09'), discharged],
      '42 days since discharge and still no letter',
    ],
  ])('counts a missing discharge letter from %s', (_, events, words) => {
    expect(say(events, [noDischarge])).toBe(words)
  })

  it('says of a death that only the details of the person have, before all else', () => {
    expect(say([clinic], [], { date: '2026-11-01', precision: 'month' })).toBe('Died Nov 2026, day not known')
  })

  it('counts no days from a day that is not known', () => {
    const vague = { ...clinic, date: '2026-08-01', precision: 'month' as const }
    expect(say([vague], [aLetterDue(vague, '2026-08-15')])).toBe('The oncology clinic in Aug 2026 and still no letter')
  })

  it('speaks of the longest wait', () => {
    const due = [aLetterDue(clinic, '2026-11-17'), noDischarge]
    expect(say([surgery, discharged, clinic], due)).toBe('47 days since surgery and still no letter')
    expect(say([clinic], due)).toBe('20 days since the oncology clinic and still no letter')
  })

  it('puts a missing letter before a late contact, and a late contact before the rest', () => {
    const late = aContactDue('support_contact', '2026-11-11')
    expect(say([clinic], [late, aLetterDue(clinic, '2026-11-17')])).toContain('still no letter')
    expect(say([clinic], [late])).toBe('Support contact is 12 days late')
    expect(say([clinic], [aContactDue('care_review', '2026-11-22')])).toBe('Care review is 1 day late')
  })

  it('says when the next letter is due', () => {
    expect(say([clinic], [aLetterDue(clinic, '2026-11-25')])).toBe(
      'Every letter so far is here, the next is due 25 Nov',
    )
  })

  it('says that all is here only where a letter was expected', () => {
    expect(say([clinic, anEvent('clinic_letter', '2026-11-10')])).toBe('Every expected letter is here')
    expect(say([anEvent('seen_by_gp', '2026-11-10')])).toBe('No letter is expected yet')
    expect(say([])).toBe('Nothing logged yet')
  })

  it('ends with the death', () => {
    expect(say([surgery, anEvent('died', '2026-11-01')])).toBe('Died 1 Nov 2026')
    expect(say([anEvent('died', '2026-11')])).toBe('Died Nov 2026, day not known')
  })
})

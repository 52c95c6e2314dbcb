import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EVENT_TYPE_CODES } from '#shared/features/journey/event-types.ts'
import { PATHWAY_PLACES, PRIORITIES } from '#shared/features/pathways/schema.ts'
import { decisionsFor, mayFollow, nextSteps, pathwayState } from '#shared/features/pathways/state-machine.ts'
import { isHitch } from '#shared/features/pathways/steps.ts'
import { outOfOrderWords, standingWords } from '#shared/features/pathways/words.ts'
import { anyEvents, facts, happened, signed } from './pathway-builders.ts'

const SEED = { numRuns: 400 }
const flags = (state: ReturnType<typeof pathwayState>): string[] =>
  state.trail.flatMap(({ event, outOfOrder }) => (outOfOrder === null ? [] : [event.eventType]))

describe('a pathway that goes as asked', () => {
  it('passes from sent to treated with steps left out, and nothing is flagged', () => {
    const events = [
      happened('urgent_referral', '2026-08-11'),
      happened('referral_received', '2026-08-12'),
      happened('colonoscopy', '2026-08-26'),
      happened('told_diagnosis', '2026-09-04'),
      happened('mdt', '2026-09-10'),
      happened('decision_to_treat', '2026-09-17'),
      happened('surgery', '2026-10-07'),
      happened('follow_up_clinic', '2026-11-01'),
    ]
    const places = events.map((_, at) => pathwayState(facts(), events.slice(0, at + 1)).place)
    expect(places).toEqual([
      'sent',
      'received',
      'seen',
      'told_cancer',
      'told_cancer',
      'told_cancer',
      'treated',
      'treated',
    ])
    expect(flags(pathwayState(facts(), events))).toEqual([])
    expect(pathwayState(facts(), events.slice(0, 6)).open).toBe(true)
    expect(pathwayState(facts(), events).open).toBe(false)
  })

  it('does not take a scan that the practice may have asked for as a clinic', () => {
    const events = [happened('urgent_referral', '2026-08-11'), happened('ultrasound', '2026-08-14')]
    expect(pathwayState(facts(), events).place).toBe('sent')
  })

  it('ends when cancer is ruled out, without a sign-off', () => {
    const events = [
      happened('urgent_referral', '2026-08-11'),
      happened('first_seen', '2026-08-20'),
      happened('told_no_cancer', '2026-08-25'),
    ]
    expect(pathwayState(facts(), events)).toMatchObject({ place: 'told_no_cancer', open: false, needsSignOff: false })
  })
})

describe('a hitch', () => {
  const HITCHES = [
    'referral_rejected',
    'referral_downgraded',
    'did_not_attend',
    'cancelled_by_hospital',
    'cancelled_by_patient',
  ] as const

  it.each(HITCHES)('%s needs a clinician, stays open until "care complete" and is undone with it', (eventType) => {
    const hitch = happened(eventType, '2026-11-10')
    const events = [happened('urgent_referral', '2026-11-01'), hitch]
    expect(pathwayState(facts(), events)).toMatchObject({ needsSignOff: true, open: true, placeEvent: hitch })
    for (const decision of ['book_again', 'refer_again', 'keep_open'] as const)
      expect(pathwayState(facts(undefined, [signed(hitch, decision)]), events)).toMatchObject({
        needsSignOff: false,
        open: true,
      })
    const closed = pathwayState(facts(undefined, [signed(hitch, 'care_complete')]), events)
    expect(closed).toMatchObject({ place: 'care_complete', needsSignOff: false, open: false })
  })

  it('is answered by a new appointment, and a second one needs a second signature', () => {
    const first = happened('did_not_attend', '2026-11-05')
    const again = happened('did_not_attend', '2026-11-15')
    const events = [
      happened('urgent_referral', '2026-11-01'),
      happened('appointment_booked', '2026-11-02'),
      first,
      happened('appointment_booked', '2026-11-06'),
      again,
    ]
    const booked = facts(undefined, [signed(first, 'book_again')])
    expect(pathwayState(booked, events.slice(0, 4))).toMatchObject({ place: 'booked', needsSignOff: false })
    const state = pathwayState(facts(undefined, [signed(first, 'book_again')]), events)
    expect(state).toMatchObject({ needsSignOff: true, placeEvent: again })
    expect(flags(state)).toEqual([])
  })

  it.each(HITCHES)('%s still needs its sign-off when the next step is logged first', (eventType) => {
    const hitch = happened(eventType, '2026-11-10')
    const events = [happened('urgent_referral', '2026-11-01'), hitch, happened('appointment_booked', '2026-11-12')]
    const state = pathwayState(facts(), events)
    expect(state).toMatchObject({ place: 'booked', needsSignOff: true, unsigned: [hitch], judged: hitch })
    expect(decisionsFor(state, hitch)).toEqual(['book_again', 'refer_again', 'keep_open'])
    expect(standingWords(state, [])).toMatch(/clinic booked, “.+” needs sign-off$/)
    const done = pathwayState(facts(undefined, [signed(hitch, 'keep_open')]), events)
    expect(done).toMatchObject({ place: 'booked', needsSignOff: false, unsigned: [] })
    const over = pathwayState(facts(), [...events, happened('told_no_cancer', '2026-11-20')])
    expect(over).toMatchObject({ open: false, needsSignOff: false })
  })

  it('keeps how far somebody had come: told, missed a clinic, then treated', () => {
    const events = [
      happened('urgent_referral', '2026-09-01'),
      happened('first_seen', '2026-09-10'),
      happened('told_diagnosis', '2026-09-20'),
      happened('did_not_attend', '2026-10-01'),
      happened('appointment_booked', '2026-10-03'),
    ]
    expect(pathwayState(facts(), events.slice(0, 4))).toMatchObject({ needsSignOff: true, stage: 'told_cancer' })
    expect(pathwayState(facts(), events).place).toBe('told_cancer')
    const treated = pathwayState(facts(), [...events, happened('surgery', '2026-10-20')])
    expect(treated.place).toBe('treated')
    expect(flags(treated)).toEqual([])
  })

  it('reopens, flagged, when something happens after it was closed', () => {
    const rejected = happened('referral_rejected', '2026-11-05')
    const events = [happened('urgent_referral', '2026-11-01'), rejected, happened('first_seen', '2026-11-12')]
    const state = pathwayState(facts(undefined, [signed(rejected, 'care_complete')]), events)
    expect(state).toMatchObject({ place: 'seen', open: true })
    expect(flags(state)).toEqual(['first_seen'])
    expect(outOfOrderWords('seen', 'care_complete')).toContain('open again')
  })
})

describe('what cannot follow', () => {
  it('is kept and flagged, and leaves the pathway where it was', () => {
    const events = [
      happened('urgent_referral', '2026-11-01'),
      happened('first_seen', '2026-11-05'),
      happened('referral_received', '2026-11-09'),
    ]
    const state = pathwayState(facts(), events)
    expect(state.place).toBe('seen')
    expect(flags(state)).toEqual(['referral_received'])
    expect(outOfOrderWords('received', 'seen')).toBe(
      '“Referral received” cannot come after “seen”. Check its date, and whether it belongs to another pathway.',
    )
  })

  it('does not call treatment before any clinic a treatment', () => {
    const events = [happened('urgent_referral', '2026-11-01'), happened('surgery', '2026-11-05')]
    expect(pathwayState(facts(), events)).toMatchObject({ place: 'sent', open: true })
    expect(flags(pathwayState(facts(), events))).toEqual(['surgery'])
  })

  it('opens again when cancer is told after it was ruled out', () => {
    const events = [
      happened('urgent_referral', '2026-08-01'),
      happened('told_no_cancer', '2026-08-20'),
      happened('told_diagnosis', '2026-10-01'),
    ]
    const state = pathwayState(facts(), events)
    expect(state).toMatchObject({ place: 'told_cancer', open: true })
    expect(flags(state)).toEqual(['told_diagnosis'])
  })

  it('is not flagged when a vague date leaves room for the right order', () => {
    const events = [
      happened('urgent_referral', '2026-09-05'),
      happened('told_diagnosis', '2026-09-25'),
      happened('first_seen', '2026-09'),
      happened('appointment_booked', '2026-09'),
    ]
    expect(flags(pathwayState(facts(), events))).toEqual([])
    expect(pathwayState(facts(), events).place).toBe('told_cancer')
  })

  it('is asked about before it is logged', () => {
    const state = pathwayState(facts(), [
      happened('urgent_referral', '2026-11-01'),
      happened('first_seen', '2026-11-05'),
    ])
    expect(mayFollow(state, happened('told_diagnosis', '2026-11-09'), facts())).toBe(true)
    expect(mayFollow(state, happened('referral_rejected', '2026-11-09'), facts())).toBe(false)
    expect(mayFollow(state, happened('referral_received', '2026-11-02'), facts())).toBe(true)
  })
})

describe('urgency', () => {
  it('becomes an upgrade by a consultant, but not where the clock runs from receipt already', () => {
    const events = [happened('routine_referral', '2026-09-01'), happened('consultant_upgrade', '2026-09-20')]
    expect(pathwayState(facts('routine'), events).priority).toBe('consultant_upgrade')
    expect(pathwayState(facts('urgent_suspected_cancer'), events).priority).toBe('urgent_suspected_cancer')
  })

  it('is lost by a downgrade and comes back with an upgrade', () => {
    const events = [happened('urgent_referral', '2026-09-01'), happened('referral_downgraded', '2026-09-03')]
    const down = pathwayState(facts(), events)
    expect(down.downgradedBy?.eventType).toBe('referral_downgraded')
    const up = pathwayState(facts(), [...events, happened('consultant_upgrade', '2026-09-20')])
    expect(up).toMatchObject({ downgradedBy: null, priority: 'consultant_upgrade', place: 'received' })
  })

  it('begins a new round when referred again', () => {
    const again = happened('urgent_referral', '2026-10-01')
    const events = [happened('urgent_referral', '2026-09-01'), happened('referral_rejected', '2026-09-03'), again]
    expect(pathwayState(facts(), events)).toMatchObject({ place: 'sent', round: [again] })
  })
})

describe('any pathway', () => {
  it('keeps every event once, whatever its order, and folds to the same state however it was handed over', () => {
    fc.assert(
      fc.property(anyEvents, fc.integer(), (events, turn) => {
        const turned = events.toSorted((a, b) => ((a.id.charCodeAt(9) * turn) % 7) - ((b.id.charCodeAt(9) * turn) % 7))
        const state = pathwayState(facts(), events)
        expect(state.trail.map(({ event }) => event.id).toSorted()).toEqual(events.map(({ id }) => id).toSorted())
        expect(pathwayState(facts(), turned)).toEqual(state)
      }),
      SEED,
    )
  })

  it('never closes by itself but through treatment or cancer ruled out', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const state = pathwayState(facts(), events)
        expect(PATHWAY_PLACES).toContain(state.place)
        expect(state.open).toBe(state.place !== 'treated' && state.place !== 'told_no_cancer')
        expect(!isHitch(state.place) || (state.needsSignOff && state.judged === state.placeEvent)).toBe(true)
      }),
      SEED,
    )
  })

  it('loses no sign-off that is owed, whatever step is logged next', () => {
    fc.assert(
      fc.property(anyEvents, fc.constantFrom(...EVENT_TYPE_CODES), (events, next) => {
        const owed = pathwayState(facts(), events).unsigned
        const after = pathwayState(facts(), [...events, happened(next, '2027-06-01')])
        expect(after.unsigned.slice(0, owed.length)).toEqual(owed)
        expect(after.needsSignOff).toBe(after.open && after.unsigned.length > 0)
      }),
      SEED,
    )
  })

  it('is closed by "care complete" and by no other decision', () => {
    fc.assert(
      fc.property(
        anyEvents,
        fc.constantFrom('care_complete', 'book_again', 'refer_again', 'keep_open'),
        (events, decision) => {
          const before = pathwayState(facts(), events)
          if (before.placeEvent === null) return
          const after = pathwayState(facts(undefined, [signed(before.placeEvent, decision)]), events)
          expect(after.unsigned).toEqual(
            decision === 'care_complete' ? [] : before.unsigned.filter(({ id }) => id !== before.placeEvent?.id),
          )
          expect(after.place === 'care_complete').toBe(decision === 'care_complete')
          expect(after.open).toBe(before.open && decision !== 'care_complete')
        },
      ),
      SEED,
    )
  })

  it('is untouched by another pathway of the same person: closing one never closes the other', () => {
    fc.assert(
      fc.property(
        anyEvents,
        fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }),
        fc.constantFrom(...PRIORITIES.map(({ code }) => code)),
        (events, onFirst, priority) => {
          const journey = events.map((event, at) => ({ ...event, pathwayId: onFirst[at] === true ? 'bowel' : 'skin' }))
          const of = (id: string) => journey.filter((event) => event.pathwayId === id)
          const alone = pathwayState(facts(priority), of('skin'))
          const bowel = pathwayState(facts(), of('bowel'))
          const closing = [...journey, { ...happened('told_no_cancer', '2027-01-01'), pathwayId: 'bowel' }]
          const signOffs = bowel.placeEvent === null ? [] : [signed(bowel.placeEvent, 'care_complete')]
          const beside = pathwayState(
            facts(priority, signOffs),
            closing.filter(({ pathwayId }) => pathwayId === 'skin'),
          )
          expect(beside).toEqual(alone)
        },
      ),
      SEED,
    )
  })

  it('offers only steps that are not flagged', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const days = events.filter(({ precision }) => precision === 'day')
        const state = pathwayState(facts(), days)
        for (const step of nextSteps(state)) {
          if (step !== 'told_cancer') continue
          expect(mayFollow(state, happened('told_diagnosis', '2027-06-01'), facts())).toBe(true)
        }
      }),
      SEED,
    )
  })
})

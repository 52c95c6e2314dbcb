import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/domain/partial-date.ts'
import { dueItems } from '#shared/features/journey/due-rules.ts'
import { EVENT_TYPE_CODES, LANES } from '#shared/features/journey/event-types.ts'
import { overlap } from '#shared/features/journey/strip-boxes.ts'
import { stripLayout } from '#shared/features/journey/strip-layout.ts'
import { inJourneyOrder } from '#shared/features/journey/journey-order.ts'
import { STRIP_RANGES, type StripInput, type StripLayout } from '#shared/features/journey/strip-types.ts'
import { aContactDue, aLetterDue, anEvent, MOCK_UP, TODAY } from './journey-builders.ts'

const labelOf = (layout: StripLayout, title: string) => layout.labels.find((label) => label.title === title)
const pairs = <T>(items: readonly T[]): [T, T][] =>
  items.flatMap((a, index) => items.slice(index + 1).map((b): [T, T] => [a, b]))

describe('the strip of the mock-up', () => {
  const layout = stripLayout(MOCK_UP)

  it('names every mark', () => {
    const names = layout.labels.map(({ title, detail }) => `${title}: ${detail}`).toSorted()
    expect(names).toEqual([
      'Care review: due 4 Sep 2027',
      'Chemotherapy started: 11 Nov, not saved yet',
      'Colonoscopy: 26 Aug',
      'Decision to treat: 17 Sep',
      'Discharged: 12 Oct',
      'FIT, urgent referral: 10 and 11 Aug',
      'First symptom noticed: Jul 2026, day not known',
      'Letters received: 4, 15 and 28 Sep',
      'MDT: 10 Sep',
      'No discharge letter: 35 days late',
      'No oncology letter: 6 days late',
      'Nurse phone call: 29 Oct',
      'Oncology clinic: 3 Nov',
      'Referral received: 12 Aug',
      'Seen by GP: 4 Aug',
      'Support contact: due 4 Dec, 11 days',
      'Surgery: 7 Oct',
      'Told diagnosis: 4 Sep',
    ])
  })

  it('has a tick for each month, the year where it starts', () => {
    expect(layout.ticks.map((tick) => tick.label)).toEqual(['Jul 2026', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan 2027'])
  })

  it('draws every letter from what it is about, with the days it took', () => {
    const came = layout.links.filter((link) => !link.missing)
    expect(came.map((link) => link.pill?.text)).toEqual(['9 d', '11 d', '18 d'])
    expect(layout.links.filter((link) => link.missing)).toHaveLength(2)
  })

  it('hatches the waits and breaks the line from the first hole', () => {
    expect(layout.gaps.map((gap) => gap.pill.text)).toEqual(['47 days since surgery, no letter', '20 days'])
    const hole = layout.marks.find((mark) => mark.kind === 'hole')
    const gap = layout.segments.find((segment) => segment.kind === 'gap')
    expect(gap?.from).toBe(hole?.x)
    expect(gap?.to).toBe(layout.today?.x)
  })

  it('joins what happened on neighbouring days and keeps the rest apart', () => {
    const joined = layout.marks.filter((mark) => mark.count > 1)
    expect(joined.map((mark) => mark.events.map((event) => event.eventType))).toEqual([['fit_test', 'urgent_referral']])
  })

  it('draws a month as wide as the month', () => {
    const vague = layout.marks.find((mark) => mark.span !== null)
    expect(vague?.span?.from).toBe(layout.plot.left)
    const august = layout.ticks[1]?.x ?? 0
    expect(vague?.span?.to).toBeLessThan(august)
    expect(vague?.span?.to).toBeGreaterThan(august - 8)
  })

  it('says where the day of a label is', () => {
    const surgery = labelOf(layout, 'Surgery')
    const mark = layout.marks.find((each) => each.id === surgery?.markId)
    expect(mark?.events[0]?.date).toBe('2026-10-07')
    expect(Math.abs((surgery?.x ?? 0) - (mark?.x ?? 0))).toBeLessThan(40)
  })
})

describe('ranges', () => {
  it('starts treatment two weeks before it was agreed, and counts what came before', () => {
    const layout = stripLayout({ ...MOCK_UP, range: 'treatment' })
    expect(layout.earlier).toBe(6)
    expect(layout.marks.flatMap((mark) => mark.events).map((event) => event.eventType)).not.toContain('colonoscopy')
  })

  it('shows 90 days back', () => {
    const layout = stripLayout({ ...MOCK_UP, range: '90-days' })
    const shown = layout.marks.flatMap((mark) => mark.events)
    expect(shown.every((event) => event.date >= addDays(TODAY, -90))).toBe(true)
    expect(shown.some((event) => event.eventType === 'told_diagnosis')).toBe(true)
  })

  it('keeps a hole in sight whose day is before the range', () => {
    const discharged = anEvent('discharged', '2026-03-02')
    const input: StripInput = {
      ...MOCK_UP,
      events: [discharged],
      due: [aLetterDue(discharged, '2026-03-09')],
      draft: null,
    }
    const layout = stripLayout({ ...input, range: '90-days' })
    expect(layout.marks.filter((mark) => mark.kind === 'hole').map((mark) => mark.x)).toEqual([layout.plot.left])
  })

  it('ends with the journey when the person has died', () => {
    const events = [anEvent('told_diagnosis', '2024-01-10'), anEvent('died', '2024-12-01')]
    const layout = stripLayout({ ...MOCK_UP, events, due: [], draft: null })
    expect(layout.today).toBeNull()
    const died = layout.marks.find((mark) => mark.events[0]?.eventType === 'died')
    expect(died?.x).toBeGreaterThan(layout.width * 0.85)
  })

  it('uses quarters and years for long journeys', () => {
    const years = (from: string) =>
      stripLayout({ ...MOCK_UP, events: [anEvent('surgery', from)], due: [], draft: null })
    expect(
      years('2024-11-01')
        .ticks.map((tick) => tick.label)
        .slice(0, 2),
    ).toEqual(['Jan 2025', 'Apr'])
    expect(
      years('2015-06-01')
        .ticks.map((tick) => tick.label)
        .slice(0, 2),
    ).toEqual(['2016', '2017'])
  })
})

describe('an empty journey', () => {
  it('has lines, today and no marks', () => {
    const layout = stripLayout({ ...MOCK_UP, events: [], due: [], draft: null })
    expect(layout.marks).toEqual([])
    expect(layout.today?.text).toBe('Today 23 Nov')
    expect(layout.segments.map((segment) => segment.kind)).toEqual(['known', 'known', 'future', 'future'])
  })
})

const days = fc.integer({ min: -1500, max: 0 }).map((back) => addDays(TODAY, back))
const someEvents = fc
  .array(
    fc.record({
      eventType: fc.constantFrom(...EVENT_TYPE_CODES.filter((code) => code !== 'died')),
      date: days,
      precision: fc.constantFrom('day' as const, 'day' as const, 'day' as const, 'month' as const, 'year' as const),
      lane: fc.constantFrom(...LANES),
    }),
    { maxLength: 120 },
  )
  .map((drawn) =>
    drawn.map(({ eventType, date, precision, lane }, index) => {
      const when = precision === 'day' ? date : precision === 'month' ? date.slice(0, 7) : date.slice(0, 4)
      return anEvent(eventType, when, { id: `e${index}`, lane })
    }),
  )
const someInput: fc.Arbitrary<StripInput> = fc
  .record({
    events: someEvents,
    range: fc.constantFrom(...STRIP_RANGES.map((range) => range.code)),
    width: fc.integer({ min: 620, max: 1600 }),
    height: fc.constantFrom('roomy' as const, 'compact' as const),
    textScale: fc.constantFrom(1, 1.25, 1.5),
    contact: fc.integer({ min: -300, max: 300 }),
  })
  .map(({ contact, ...rest }) => ({
    ...rest,
    due: [
      ...dueItems({ episodes: [], events: inJourneyOrder(rest.events), deathDate: null }),
      aContactDue('care_review', addDays(TODAY, contact)),
    ],
    draft: null,
    today: TODAY,
  }))
const runs = { numRuns: 150 }

describe('any journey', () => {
  it('has labels that neither overlap nor leave the strip', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const { labels, width } = stripLayout(input)
        expect(pairs(labels).filter(([a, b]) => overlap(a.box, b.box))).toEqual([])
        for (const { box } of labels) {
          expect(box.left).toBeGreaterThanOrEqual(0)
          expect(box.right).toBeLessThanOrEqual(width)
        }
      }),
      runs,
    )
  })

  it('has no leader that runs through the words of another mark', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const { labels } = stripLayout(input)
        for (const { leader, markId } of labels) {
          if (leader === null) continue
          const { x, from, to } = leader
          const line = { left: x, right: x, top: Math.min(from, to), bottom: Math.max(from, to) }
          expect(labels.filter((other) => other.markId !== markId && overlap(other.box, line))).toEqual([])
        }
      }),
      runs,
    )
  })

  it('keeps every mark inside the plot and every event on one mark', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const layout = stripLayout(input)
        for (const mark of layout.marks) {
          expect(mark.x).toBeGreaterThanOrEqual(layout.plot.left)
          expect(mark.x).toBeLessThanOrEqual(layout.plot.right)
        }
        const shown = layout.marks.flatMap((mark) => mark.events.map((event) => event.id))
        expect(new Set(shown).size).toBe(shown.length)
        expect(shown.length + layout.earlier).toBe(input.events.length)
      }),
      runs,
    )
  })

  it('draws what is past up to today and what is to come after it', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const { marks, today } = stripLayout(input)
        const todayX = today?.x ?? 0
        const isToCome = ({ kind }: (typeof marks)[number]): boolean => kind === 'due' || kind === 'later'
        expect(marks.filter((mark) => isToCome(mark) && mark.x < todayX)).toEqual([])
        expect(marks.filter((mark) => !isToCome(mark) && mark.x > todayX)).toEqual([])
      }),
      runs,
    )
  })

  it('has pills that do not cover each other', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const { links, gaps } = stripLayout(input)
        const boxes = [
          ...links.flatMap((link) => (link.pill === null ? [] : [link.pill.box])),
          ...gaps.map((gap) => gap.pill.box),
        ]
        expect(pairs(boxes).filter(([a, b]) => overlap(a, b))).toEqual([])
      }),
      runs,
    )
  })

  it('looks the same whatever order its events come in', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const turned = { ...input, events: input.events.toReversed(), due: input.due.toReversed() }
        expect(stripLayout(turned)).toEqual(stripLayout(input))
      }),
      { ...runs, numRuns: 60 },
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, formatPartialDate, isFuture } from '#shared/domain/partial-date.ts'
import { type ComposerReading, readComposerText } from '#shared/features/journey/composer.ts'
import { EVENT_TYPES } from '#shared/features/journey/event-types.ts'

/** A Monday. */
const TODAY = '2026-11-23'

const read = (text: string): ComposerReading => readComposerText(text, { today: TODAY })
const dateOf = ({ date }: ComposerReading): string => (date === null ? 'none' : formatPartialDate(date))
const wordsFor = (text: string, role: string): string[] =>
  read(text)
    .segments.filter((segment) => segment.role === role)
    .map(({ from, to }) => text.slice(from, to))

describe('readComposerText', () => {
  it('reads the line of the mock-up whole', () => {
    const text = '11/11 chemo started told by patient'
    expect(read(text)).toMatchObject({
      date: { date: '2026-11-11', precision: 'day' },
      isDateTyped: true,
      eventType: 'chemotherapy_started',
      lane: 'hospital',
      toldBy: 'patient',
      note: null,
      letterDue: { document: 'clinic', date: '2026-11-25' },
      problems: [],
    })
    expect(['date', 'event', 'told-by'].map((role) => wordsFor(text, role))).toEqual([
      ['11/11'],
      ['chemo started'],
      ['told by patient'],
    ])
  })

  it.each([
    // What was typed, the date, the event, who told, the note.
    ['told by patient chemo started 11/11', '11 Nov 2026', 'chemotherapy_started', 'patient', null],
    ['chemo started on 11/11, told by patient', '11 Nov 2026', 'chemotherapy_started', 'patient', null],
    ['24/12 ct', '24 Dec 2025', 'ct_scan', null, null],
    ['yesterday biopsy', '22 Nov 2026', 'biopsy', null, null],
    ['biopsy yesteday', '22 Nov 2026', 'biopsy', null, null],
    ['day before yesterday saw gp', '21 Nov 2026', 'seen_by_gp', null, null],
    ['surgery 2 weeks ago', '9 Nov 2026', 'surgery', null, null],
    ['surgery a week ago', '16 Nov 2026', 'surgery', null, null],
    ['biopsy three days ago', '20 Nov 2026', 'biopsy', null, null],
    ['surgery 11 months ago', 'Dec 2025', 'surgery', null, null],
    ['surgery last month', 'Oct 2026', 'surgery', null, null],
    ['saw gp, tired for the last month', '23 Nov 2026', 'seen_by_gp', null, 'tired for the last month'],
    ['3 days ago a&e', '20 Nov 2026', 'ae_attendance', null, null],
    ['last Tuesday GP told us biopsy', '17 Nov 2026', 'biopsy', 'clinician', null],
    ['ct on sat', '21 Nov 2026', 'ct_scan', null, null],
    ['Sep 2026 radiotherapy finished told by daughter', 'Sep 2026', 'radiotherapy_finished', 'carer', null],
    ['surgery in 2024', '2024', 'surgery', null, null],
    ['letter from oncology 3/11', '3 Nov 2026', 'clinic_letter', 'hospital_letter', 'letter from oncology'],
    ['clinic letter 3 Nov', '3 Nov 2026', 'clinic_letter', 'hospital_letter', null],
    ['discharge summary 12 oct', '12 Oct 2026', 'discharge_letter', 'hospital_letter', null],
    ['mdt outcome 12/10', '12 Oct 2026', 'mdt_letter', 'hospital_letter', null],
    ['end of treatment summary', '23 Nov 2026', 'treatment_summary', 'hospital_letter', null],
    ['right mastectomy 7/10', '7 Oct 2026', 'surgery', null, 'right mastectomy'],
    ['started tamoxifen 4 Sep 2026', '4 Sep 2026', 'hormone_started', null, 'started tamoxifen'],
    ['FIT 84 10/8', '10 Aug 2026', 'fit_test', null, '84'],
    ['10 aug fit 84', '10 Aug 2026', 'fit_test', null, '84'],
    ['bloods psa 4.2', '23 Nov 2026', 'blood_test', null, 'psa 4.2'],
    ['2ww 12/8/2026', '12 Aug 2026', 'urgent_referral', null, null],
    ['oncolgy clinic 3 Nov 2026', '3 Nov 2026', 'oncology_clinic', null, null],
    ['chemotherpy startd yesterday', '22 Nov 2026', 'chemotherapy_started', null, null],
    ['paitent told us surgry on 4th of September 2026', '4 Sep 2026', 'surgery', 'patient', null],
    ['radiotehrapy finished 4 Setpember 2026', '4 Sep 2026', 'radiotherapy_finished', null, null],
    ['saw the oncologist', '23 Nov 2026', 'oncology_clinic', null, null],
    ['started her chemo today', '23 Nov 2026', 'chemotherapy_started', null, null],
    ['wife rang, chemo started on 11/11, felt sick', '11 Nov 2026', 'chemotherapy_started', 'carer', 'felt sick'],
    ['wife rang', '23 Nov 2026', 'nurse_phone_call', null, 'wife'],
    ["wife phoned to say he's been told it's cancer", '23 Nov 2026', 'told_diagnosis', 'carer', null],
    ['mother said ct scan done 2/11', '2 Nov 2026', 'ct_scan', 'carer', null],
    ['patient told diagnosis 4/9', '4 Sep 2026', 'told_diagnosis', null, null],
    ['told by cns mdt 10/9', '10 Sep 2026', 'mdt', 'nurse_specialist', null],
    ['cns called 19 nov', '19 Nov 2026', 'nurse_specialist_contact', null, null],
    ['ward told us discharged 12/10', '12 Oct 2026', 'discharged', 'hospital_call', null],
    ['colonoscopy 26/8 per letter', '26 Aug 2026', 'colonoscopy', 'hospital_letter', null],
    ['told by Margaret ct scan 2/11', '2 Nov 2026', 'ct_scan', 'other', 'Margaret'],
    ['stage 2/3 biopsy 4/9', '4 Sep 2026', 'biopsy', null, 'stage 2/3'],
    ['clinic 3/11 re biopsy 1/10', '3 Nov 2026', 'first_seen', null, 're biopsy 1/10'],
    ['999 000 0018 dna 3/11', '3 Nov 2026', 'did_not_attend', null, '999 000 0018'],
    ['Sat in clinic for hours', '23 Nov 2026', 'first_seen', null, 'Sat, for hours'],
    ['seen in surgery 4/8', '4 Aug 2026', 'seen_by_gp', null, null],
    ['follow-up clinic 2026-11-20', '20 Nov 2026', 'follow_up_clinic', null, null],
    ['chest x-ray 01.02.2026', '1 Feb 2026', 'chest_x_ray', null, null],
    ['care review declined 20/11', '20 Nov 2026', 'care_review_declined', null, null],
    ['does not want review', '23 Nov 2026', 'care_review_declined', null, null],
    ['told no cancer 20/11', '20 Nov 2026', 'told_no_cancer', null, null],
    ['chemo cancelled 20/11', '20 Nov 2026', 'cancelled_by_hospital', null, 'chemo'],
    ['booked for surgery', '23 Nov 2026', 'appointment_booked', null, 'for surgery'],
    ['biopsy booked for 5/12', '23 Nov 2026', 'appointment_booked', null, 'biopsy, for 5/12'],
    ['oncology clinic 3 Nov, next scan in January', '3 Nov 2026', 'oncology_clinic', null, 'next scan in January'],
    ['died 20 November 2026', '20 Nov 2026', 'died', null, null],
    ['other: prefers mornings', '23 Nov 2026', 'other', null, 'prefers mornings'],
  ])('reads %j', (text, date, eventType, toldBy, note) => {
    const reading = read(text)
    expect([dateOf(reading), reading.eventType, reading.toldBy, reading.note]).toEqual([date, eventType, toldBy, note])
    expect(reading.problems).toEqual([])
  })

  it.each([
    ['31/02 chemo started', 'date', 'February never has 31 days'],
    ['30/02/2026 ct', 'date', 'February 2026 has 28 days'],
    ['CT 30/10/26', 'date', 'Write the year with 4 digits, such as 2026'],
    ['nov 4 ct', 'date', 'Write the day before the month, or the year with 4 digits'],
    ['11/23/2026 ct', 'date', 'There is no month 23. Write the day first: 23 Nov 2026'],
    ['surgery last week', 'date', 'Last week is not one day. Type the day, or the month and year'],
    ['ct in September', 'date', 'Add the year, with 4 digits'],
  ])('guesses nothing from %j', (text, part, message) => {
    const reading = read(text)
    expect(reading.date).toBeNull()
    expect(reading.letterDue).toBeNull()
    expect(reading.problems).toEqual([{ part, message }])
  })

  it('refuses a date that has not come and keeps showing it', () => {
    const reading = read('ct 1/12/2026')
    expect(dateOf(reading)).toBe('1 Dec 2026')
    expect(reading.problems).toEqual([expect.objectContaining({ part: 'date' })])
  })

  it.each([
    'awaiting CT',
    'no letter from oncology yet',
    'chemo has not started',
    'waiting for surgery',
    'follow up in 3/12',
    'chemo planned',
    'mri requested 20/11',
    'declined chemo',
    'surgery tomorrow',
    'tomorrow surgery',
    'next Friday surgery',
    'surgery on Friday week',
    'surgery on Tuesday next week',
    'ct day after tomorrow',
    'chemo starts next Monday',
    'mri this coming Thursday',
  ])('logs nothing that has not happened: %j', (text) => {
    const reading = read(text)
    expect(reading.eventType).toBeNull()
    expect(reading.problems[0]).toMatchObject({
      part: 'event',
      message: expect.stringContaining('not to have happened yet'),
    })
    expect(reading.alternatives.length).toBeGreaterThan(0)
    expect(reading.note).not.toBeNull()
  })

  it.each(['gp referral sent, appointment next Tuesday', 'saw gp, ring again tomorrow', 'saw gp, bloods Friday week'])(
    'takes no day to come for the day of what was done: %j',
    (text) => {
      const reading = read(text)
      expect(dateOf(reading)).toBe('23 Nov 2026')
      expect(reading.isDateTyped).toBe(false)
      expect(reading.eventType).not.toBeNull()
      expect(reading.problems).toEqual([])
      expect(reading.note).toMatch(/next Tuesday|tomorrow|Friday week/)
    },
  )

  it.each(['husband died 2/11', 'had second chemo today', 'feels fit and well', 'likes mornings'])(
    'finds no event in %j and keeps the words',
    (text) => {
      const reading = read(text)
      expect(reading.eventType).toBeNull()
      expect(reading.problems[0]?.message).toContain('No event recognised')
      expect(reading.note).not.toBeNull()
    },
  )

  it('suggests events while a word is being typed, at most 5', () => {
    expect(read('chem').alternatives).toEqual(['chemotherapy_started', 'chemotherapy_finished'])
    expect(read('clinic letter surgery ct scan mdt discharged').alternatives).toHaveLength(5)
  })

  it('says nothing about an empty line', () => {
    expect(read('   ')).toMatchObject({ segments: [], problems: [], eventType: null, note: null, isDateTyped: false })
  })

  it('expects no letter after a day that is not known', () => {
    expect(read('chemo started Sep 2026').letterDue).toBeNull()
  })

  it('understands every event by its own name', () => {
    for (const { code, label } of EVENT_TYPES) expect([label, read(label).eventType]).toEqual([label, code])
  })

  it('understands every way of saying an event as that event', () => {
    for (const { code, synonyms } of EVENT_TYPES) {
      for (const said of synonyms) expect([said, read(said).eventType]).toEqual([said, code])
    }
  })
})

const PIECES = [
  '11/11',
  'chemo',
  'started',
  'told',
  'by',
  'patient',
  '31/02',
  'Sep 2026',
  'no',
  'letter',
  '.',
  ',',
  'é',
  '👩‍⚕️',
  ' ',
  '\n',
  "'",
  '&',
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(' ')),
)
const RUNS = { numRuns: 500 } as const

describe('readComposerText, whatever is typed', () => {
  it('keeps segments in order, apart, and over every letter and digit', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { segments } = read(text)
        let end = 0
        let covered = ''
        for (const { from, to } of segments) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          covered += text.slice(from, to)
          end = to
        }
        expect(end).toBeLessThanOrEqual(text.length)
        const lettersAndDigits = (part: string): string[] => part.match(/[\p{L}\p{N}]/gu) ?? []
        expect(lettersAndDigits(covered)).toEqual(lettersAndDigits(text))
      }),
      RUNS,
    )
  })

  it('never gives a future date without saying so, nor a letter without an event and a day', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { date, problems, letterDue, eventType, note } = read(text)
        const isRefused = problems.some(({ part }) => part === 'date')
        expect(isRefused).toBe(text.trim() !== '' && (date === null || isFuture(date, TODAY)))
        expect(letterDue === null || (eventType !== null && date?.precision === 'day')).toBe(true)
        expect(note?.trim()).toBe(note ?? undefined)
      }),
      RUNS,
    )
  })

  it('reads a day without a year as the latest such day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (back) => {
        const day = addDays(TODAY, -back)
        const typed = `ct ${Number(day.slice(8))}/${Number(day.slice(5, 7))}`
        expect(read(typed).date).toEqual({ date: day, precision: 'day' })
      }),
      RUNS,
    )
  })

  it('reads on past a row of dashes or blanks, as pasted tables have them', () => {
    for (const row of [' '.repeat(300), '-'.repeat(300), ' and '.repeat(60), '  on'.repeat(60)])
      expect(read(`chemo started spoke to her ${row} then rang back`).eventType).toBe('chemotherapy_started')
    expect(read('chemo started spoke to her brother, and on the ').note).toBe('spoke to her brother')
  })

  it('reads a long text quickly enough to do it at every key', () => {
    const long = 'awaiting chemotherapy started told by patient radiotehrapy 4/9 letter '.repeat(30)
    const start = performance.now()
    read(long)
    expect(performance.now() - start).toBeLessThan(200)
  })
})

describe('how, by whom and where', () => {
  const names = {
    people: ['Beth Tranter', 'Dr Anjali Rao', 'Sam Rao'],
    hospitals: ['Wexcombe General Hospital', 'St Osyth Infirmary'],
  }
  const readWith = (text: string): ComposerReading => readComposerText(text, { today: TODAY, names })

  it.each([
    // What was typed, the event, how, by whom, where, the note.
    ['support contact telephoned by Beth', 'support_contact', 'phone', 'Beth Tranter', null, null],
    ['ccr by video with beth tranter 3/11', 'care_review', 'video', 'Beth Tranter', null, null],
    ['care review face to face by Dr Rao, tired', 'care_review', 'in_person', 'Dr Anjali Rao', null, 'tired'],
    ['surgery at wexcombe 7/10', 'surgery', null, null, 'Wexcombe General Hospital', null],
    ['oncology clinic by phone, St Osyth', 'oncology_clinic', 'phone', null, 'St Osyth Infirmary', null],
    ['invited to ccr by letter', 'care_review_invitation', 'letter', null, null, null],
    ['support offered by text', 'support_contact_invitation', 'text', null, null, null],
    ['biopsy by Mr Hale', 'biopsy', null, 'Mr Hale', null, null],
    ['telephoned', 'nurse_phone_call', 'phone', null, null, null],
    ['declined support contact', 'support_contact_declined', null, null, null, null],
    ['not suitable for review', 'care_review_unsuitable', null, null, null, null],
    ['cancelled by patient', 'cancelled_by_patient', null, null, null, null],
    ['hospital cancelled', 'cancelled_by_hospital', null, null, null, null],
    ['upgraded by consultant', 'consultant_upgrade', null, null, null, null],
  ] as const)('%s', (text, eventType, method, doneBy, hospital, note) => {
    expect(readWith(text)).toMatchObject({ eventType, method, doneBy, hospital, note, problems: [] })
  })

  it('leaves a name in the note that two people share, and who told us to its own part', () => {
    expect(readWith('home visit with rao')).toMatchObject({ doneBy: null, note: 'rao' })
    expect(readWith('chemo started told by patient')).toMatchObject({ doneBy: null, toldBy: 'patient' })
  })

  it('says of a scan who rang about it, not how it was done', () => {
    expect(readWith('wife rang, ct 3/11')).toMatchObject({ eventType: 'ct_scan', toldBy: 'carer', method: null })
  })
})

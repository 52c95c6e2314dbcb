import { type FoundPhrase, listed, longestPhrase, type Phrase, PhraseBook, type Word } from './composer-words.ts'
import type { ToldBy } from './schema.ts'

/** How people name those who tell a practice things. */
const SOURCES: readonly (readonly [ToldBy, readonly string[]])[] = [
  ['patient', listed('patient, pt, her, him, she, he, self')],
  [
    'carer',
    listed(`
    carer, wife, husband, partner, spouse, daughter, son, mother, mum, father, dad, sister, brother, family,
    relative, niece, nephew, friend, neighbour, parent, parents, next of kin, nok, daughter in law, son in law,
    granddaughter, grandson, fiancé, girlfriend, boyfriend
  `),
  ],
  ['hospital_letter', listed('letter, hospital letter, clinic letter, discharge letter, discharge summary, post')],
  [
    'hospital_call',
    listed(`
    hospital, the hospital, ward, consultant, oncologist, oncology, surgeon, registrar, secretary, hospital call,
    hospital by phone, call from hospital, consultant secretary, radiotherapy department, chemo unit, clinic, mdt
    coordinator, cancer centre, hospital doctor
  `),
  ],
  [
    'nurse_specialist',
    listed(`
    cns, nurse specialist, specialist nurse, clinical nurse specialist, macmillan nurse, key worker, keyworker,
    breast nurse, breast care nurse, stoma nurse, cancer nurse, oncology nurse
  `),
  ],
  [
    'clinician',
    listed(`
    gp, our gp, doctor, dr, our doctor, nurse, practice nurse, our nurse, pharmacist, paramedic, physician
    associate, clinician, our clinician, nurse practitioner, trainee, colleague
  `),
  ],
  [
    'other',
    listed(`
    district nurse, community nurse, hospice, social worker, care home, somebody else, receptionist, import
  `),
  ],
]

/** Before the one who told. `told by` also stands alone, before a name that is nobody on the list. */
const BEFORE = listed(`
  told by, told us by, according to, reported by, confirmed by, informed by, info from, heard from, via, per, as
  per, source
`)
const AFTER = listed(`
  told us, told me, told the practice, told the surgery, told reception, said, says, reports, reported, informed
  us, let us know, confirmed, rang to say, phoned to say, called to say, rang to tell us, rang us, mentioned,
  states, stated, emailed us, phoned us
`)
/** Said of somebody who told something when an event stands beside it, and an event of its own when not. */
const AFTER_BESIDE_EVENT = listed('rang, phoned, called, telephoned, emailed, texted, wrote, by phone')

const NAMES = SOURCES.flatMap(([meaning, names]) => names.map((name) => ({ name, meaning })))
const TOLD_BY_SOMEBODY: Phrase<ToldBy> = { text: 'told by', meaning: 'other' }

const withSuffixes = (suffixes: readonly string[]): Phrase<ToldBy>[] =>
  NAMES.flatMap(({ name, meaning }) => suffixes.map((suffix) => ({ text: `${name} ${suffix}`, meaning })))

const SURE = new PhraseBook<ToldBy>([
  ...NAMES.flatMap(({ name, meaning }) => BEFORE.map((prefix) => ({ text: `${prefix} ${name}`, meaning }))),
  ...withSuffixes(AFTER),
  TOLD_BY_SOMEBODY,
])
const BESIDE_EVENT = new PhraseBook<ToldBy>(withSuffixes(AFTER_BESIDE_EVENT))

/** Words that this file knows: none of them is a mistake in another. */
export const SOURCE_WORDS: Iterable<string> = SURE.words

/** Names for somebody close to the patient: what happened to them is not the patient's journey. */
export const CLOSE_PEOPLE: ReadonlySet<string> = new Set(SOURCES.find(([toldBy]) => toldBy === 'carer')?.[1])

/**
 * Finds who told us, the longest phrase first.
 * @param besideEvent heed "wife rang" instead: for when another event has been recognised.
 */
export const findSource = (
  words: readonly Word[],
  isFree: (index: number) => boolean,
  besideEvent: boolean,
): FoundPhrase<ToldBy> | null => longestPhrase((besideEvent ? BESIDE_EVENT : SURE).findAll(words, isFree))

import { isTestNhsNumber } from '#shared/domain/nhs-number.ts'
import { addDays, ageInYears, dateSpan } from '#shared/domain/partial-date.ts'
import { normalisePostcode } from '#shared/domain/postcode.ts'
import { type CheckRule, impossible, ofThePerson, unusual } from '../facts.ts'
import { asValue, shown, surelyBefore } from './dates.ts'

/** Rules about who somebody is, apart from any diagnosis. */

const GREATEST_AGE = 110
/** Outward half, or both halves. Old and new areas pass: only the shape is looked at. */
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?(?: \d[A-Z]{2})?$/
const NUMBER_CHECKED = '01'
const NO_NUMBER_NEEDED = '07'

export const PERSON_RULES: readonly CheckRule[] = [
  impossible({
    code: 'born-in-future',
    title: 'Born after today',
    explains: 'The date of birth has not come yet.',
    whatToDo: 'Correct the date of birth. The year is the likeliest slip.',
    source: 'Calendar',
    find: ofThePerson(({ birthDate }, { today }) =>
      birthDate === null || birthDate <= today
        ? null
        : {
            words: 'The date of birth lies in the future.',
            restsOn: [birthDate],
            until: addDays(birthDate, -1),
          },
    ),
  }),
  impossible({
    code: 'died-before-birth',
    title: 'Died before birth',
    explains: 'The date of death ends before the date of birth, however a vague date is read.',
    whatToDo: 'Correct whichever of the two dates is wrong.',
    source: 'Calendar',
    find: ofThePerson(({ birthDate, deathDate }) =>
      birthDate === null || deathDate === null || dateSpan(deathDate).to >= birthDate
        ? null
        : { words: `Died ${shown(deathDate)}, before the date of birth.`, restsOn: [birthDate, asValue(deathDate)] },
    ),
  }),
  impossible({
    code: 'died-in-future',
    title: 'Died after today',
    explains: 'No day that the date of death can mean has come yet.',
    whatToDo: 'Correct the date of death, or remove it.',
    source: 'Calendar',
    find: ofThePerson(({ deathDate }, { today }) =>
      deathDate === null || deathDate.date <= today
        ? null
        : {
            words: `The date of death, ${shown(deathDate)}, lies in the future.`,
            restsOn: [asValue(deathDate)],
            until: addDays(deathDate.date, -1),
          },
    ),
  }),
  unusual({
    code: 'great-age',
    title: 'More than 110 years old',
    explains: 'The age now, or at death, is over 110 years.',
    whatToDo: 'Check the year of birth. Somebody who left the list long ago may have died since.',
    source: 'Our own limit',
    find: ofThePerson(({ birthDate, deathDate }, { today }) => {
      if (birthDate === null || birthDate > today) return null
      const age = ageInYears(birthDate, deathDate === null ? today : dateSpan(deathDate).from)
      if (age <= GREATEST_AGE) return null
      return {
        words: `This date of birth makes an age of ${age}. Check the year.`,
        restsOn: [birthDate, asValue(deathDate)],
      }
    }),
  }),
  unusual({
    code: 'test-number',
    title: 'NHS number set aside for tests',
    explains: 'Numbers that start with 999 belong to nobody. The demo practice uses them and is not asked.',
    whatToDo: 'Check the number against a letter or the clinical system.',
    source: 'NHS Data Dictionary, NHS number',
    find: ofThePerson(({ nhsNumber }, { demo }) =>
      nhsNumber === null || demo || !isTestNhsNumber(nhsNumber)
        ? null
        : {
            words:
              'NHS numbers that start with 999 are set aside for tests and belong to nobody. Check it against a letter.',
            restsOn: [nhsNumber],
          },
    ),
  }),
  unusual({
    code: 'number-status',
    title: 'NHS number and its status disagree',
    explains:
      'The status says that the number was checked though there is none, or that none is needed though there is one.',
    whatToDo: 'Correct the status, or type the number.',
    source: 'NHS Data Dictionary, NHS number status indicator (01, 07)',
    find: ofThePerson(({ nhsNumber, nhsNumberStatus }) => {
      const checkedWithout = nhsNumber === null && nhsNumberStatus === NUMBER_CHECKED
      const notNeededWith = nhsNumber !== null && nhsNumberStatus === NO_NUMBER_NEEDED
      if (!checkedWithout && !notNeededWith) return null
      return {
        words: checkedWithout
          ? 'The status says the NHS number was checked, and there is no number.'
          : 'The status says no NHS number is needed, and there is one.',
        restsOn: [nhsNumber, nhsNumberStatus],
      }
    }),
  }),
  unusual({
    code: 'postcode-shape',
    title: 'Not the shape of a postcode',
    explains: 'Neither a whole postcode nor the first half of one. Whether it exists is not checked.',
    whatToDo: 'Correct the postcode, or leave it blank for an address abroad.',
    source: 'Royal Mail postcode format',
    find: ofThePerson(({ postcode }) => {
      if (postcode === null || postcode === '') return null
      const normal = normalisePostcode(postcode)
      if (POSTCODE.test(normal)) return null
      return { words: 'The postcode has not the shape of a postcode.', restsOn: [normal] }
    }),
  }),
  unusual({
    code: 'fifth-without-index',
    title: 'Deprivation fifth without its index',
    explains: 'A fifth of one index and year must not be set against another, so it has to say which it is.',
    whatToDo: 'Say which index the fifth is from.',
    source: 'English Indices of Deprivation, SIMD, WIMD, NIMDM',
    find: ofThePerson(({ deprivationQuintile, deprivationIndex }) =>
      deprivationQuintile === null || (deprivationIndex ?? '') !== ''
        ? null
        : {
            words: `Fifth ${deprivationQuintile} of deprivation, and no index that it is from.`,
            restsOn: [deprivationQuintile],
          },
    ),
  }),
  unusual({
    code: 'death-place-alone',
    title: 'Place of death without a death',
    explains: 'A place of death is recorded, and neither the record nor the journey has a death.',
    whatToDo: 'Record the date of death as far as it is known, or take the place away.',
    source: 'COSD 9, death location type',
    find: ofThePerson(({ deathPlace }, { death }) =>
      deathPlace === null || death !== null
        ? null
        : { words: 'A place of death is recorded, and no death.', restsOn: [deathPlace] },
    ),
  }),
  unusual({
    code: 'two-dates-of-death',
    title: 'Two dates of death',
    explains: 'The death in the journey is not the date of death of the record, however vague dates are read.',
    whatToDo: 'Check which is right and correct the other.',
    source: 'Our own rule',
    find: ofThePerson(({ deathDate }, { ofType }) => {
      const [died] = ofType('died')
      if (deathDate === null || died === undefined) return null
      if (!surelyBefore(deathDate, died) && !surelyBefore(died, deathDate)) return null
      return {
        words: `The record says died ${shown(deathDate)}, the journey ${shown(died)}.`,
        restsOn: [asValue(deathDate), asValue(died)],
      }
    }),
  }),
]

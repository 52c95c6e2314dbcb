import { SEX_CODES } from '#shared/domain/people.ts'
import { ROUTES_TO_DIAGNOSIS } from '#shared/domain/routes.ts'
import { SITE_LABELS, TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import {
  STAGE_CHOICES,
  type WordChoice,
  type WordField,
  type WordFound,
  type WordMeaning,
} from '#shared/features/imports/matching.ts'
import { EVENT_TYPES } from '#shared/features/journey/public.ts'
import type { Choice, ChoiceGroup } from '#renderer/ui/fields/select-field.tsx'

const codeOf = (ours: WordMeaning): string => {
  switch (ours.is) {
    case 'cancer':
      return `cancer/${ours.tumourGroup}/${ours.site ?? ''}`
    case 'event':
      return `event/${ours.eventType}`
    case 'stage':
      return `stage/${ours.stage}`
    case 'route':
      return `route/${ours.route}`
    case 'sex':
      return `sex/${ours.sex}`
    case 'blank':
    case 'as-written':
      return ours.is
  }
}

/** Everything that words of a field can be said to mean: for the list, and back from what was chosen in it. */
interface Meanings {
  readonly options: readonly (Choice | ChoiceGroup)[]
  readonly byCode: ReadonlyMap<string, WordMeaning>
}

interface Group {
  readonly group: string
  readonly meanings: readonly (readonly [WordMeaning, string])[]
}

const listed = (groups: readonly Group[]): Meanings => ({
  options: groups.map(({ group, meanings }) => ({
    group,
    items: meanings.map(([ours, label]) => ({ value: codeOf(ours), label })),
  })),
  byCode: new Map(groups.flatMap(({ meanings }) => meanings.map(([ours]) => [codeOf(ours), ours] as const))),
})

const CANCERS: readonly Group[] = TUMOUR_GROUPS.map(({ code, label }) => ({
  group: label,
  meanings: [
    [{ is: 'cancer', tumourGroup: code, site: null }, `${label}, site as written`],
    ...SITE_LABELS.filter(({ group }) => group === code).map(
      ({ site }) => [{ is: 'cancer', tumourGroup: code, site }, site] as const,
    ),
  ],
}))

const EVENTS: Group = {
  group: 'Events',
  meanings: EVENT_TYPES.filter(({ code }) => code !== 'other').map(
    ({ code, label }) => [{ is: 'event', eventType: code }, label] as const,
  ),
}

const without = (...meanings: Group['meanings']): Group => ({ group: 'None of these', meanings })
const BLANK = [{ is: 'blank' }, 'Leave out, as if it were blank'] as const
const AS_WRITTEN = [{ is: 'as-written' }, 'Keep as written'] as const

const MEANINGS: Readonly<Record<WordField, Meanings>> = {
  cancer: listed([without(AS_WRITTEN, BLANK), ...CANCERS]),
  event_term: listed([without(AS_WRITTEN, BLANK), EVENTS, ...CANCERS]),
  stage: listed([
    { group: 'Stage', meanings: STAGE_CHOICES.map((stage) => [{ is: 'stage', stage }, stage] as const) },
    without(BLANK),
  ]),
  route: listed([
    {
      group: 'Route to diagnosis',
      meanings: ROUTES_TO_DIAGNOSIS.map(({ code, label }) => [{ is: 'route', route: code }, label] as const),
    },
    without(BLANK),
  ]),
  sex: listed([
    { group: 'Sex', meanings: SEX_CODES.map(({ code, label }) => [{ is: 'sex', sex: code }, label] as const) },
    without(BLANK),
  ]),
}

/** What words of a field can be said to mean. */
export const meaningOptions = (field: WordField): Meanings['options'] => MEANINGS[field].options

/** The one entry that is chosen, or none: enough to show it by. */
export const onlyMeaning = (field: WordField, code: string | null): readonly Choice[] =>
  MEANINGS[field].options
    .flatMap((option) => ('items' in option ? option.items : [option]))
    .filter(({ value }) => value === code)

/** The entry of the list for what was chosen; null for nothing. */
export const meaningCode = (choice: WordChoice | undefined): string | null =>
  choice === undefined ? null : codeOf(choice.ours)

/** What was chosen in the list, for these words. */
export const wordChoice = (field: WordField, theirs: string, code: string): WordChoice | null => {
  const ours = MEANINGS[field].byCode.get(code)
  // The list of a field holds only what the field takes; the type cannot say so of a map.
  return ours === undefined ? null : ({ field, theirs, ours } as WordChoice)
}

const NOT_READ: Readonly<Record<WordField, string>> = {
  cancer: 'Not recognised: kept as written, group not known',
  event_term: 'Not recognised: kept as written',
  stage: 'Not recognised: the row is rejected',
  route: 'Not recognised: the row is rejected',
  sex: 'Not recognised: the row is rejected',
}

/** How words are read without being told. */
export const readingOfWord = (field: WordField, { how, ours }: WordFound): string => {
  if (how === 'read') return ours
  return how === 'blank' ? 'Nothing is known' : NOT_READ[field]
}

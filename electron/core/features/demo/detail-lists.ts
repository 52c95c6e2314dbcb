import type { NewRow } from '../../db/recorder.ts'
import type { Weighted } from './chance.ts'
import type { Community } from './names.ts'

export const PRACTICE = { practice_name: 'Brackenfold Surgery', ods_code: 'A99901' } as const
export const EARLIER_PRACTICES = [
  'Ferrin Vale Medical Centre',
  'Elsworth Road Surgery',
  'Larch House Practice',
] as const

export const EARLIER_SURNAMES = [
  'Ashdown',
  'Brockway',
  'Clegg',
  'Dalby',
  'Eastwood',
  'Garside',
  'Hopwood',
  'Lumley',
] as const

export const STREETS = [
  'Alder Close',
  'Bellmaker Street',
  'Cobbler’s Row',
  'Dunnock Way',
  'Fuller Lane',
  'Gorse Hill',
  'Heron Court',
  'Ivy Terrace',
  'Kiln Street',
  'Millrace Road',
  'Orchard Rise',
  'Reservoir Road',
] as const
const RELATIVES_AND_FRIENDS: Weighted<string> = [
  ['Daughter', 14],
  ['Son', 14],
  ['Sister', 14],
  ['Friend', 14],
  ['Neighbour', 14],
]
/** Who a carer is to a woman, and to a man: now and then husbands of men and wives of women, as there are. */
export const RELATIONSHIPS_OF_WOMEN: Weighted<string> = [['Husband', 27], ['Wife', 1], ...RELATIVES_AND_FRIENDS]
export const RELATIONSHIPS_OF_MEN: Weighted<string> = [['Wife', 27], ['Husband', 1], ...RELATIVES_AND_FRIENDS]
export const CARERS = ['Alex', 'Chris', 'Jo', 'Kim', 'Lee', 'Pat', 'Robin', 'Sam', 'Sandy', 'Terry'] as const
export const NEEDS = [
  'Large print',
  'Wears hearing aids: face them when speaking',
  'Letters read out by a relative',
  'Needs longer appointments',
  'Easy-read letters',
] as const
export const NOTES = [
  'Not before ten',
  'Leave no message',
  'Works nights: ring after two',
  'Ring the mobile first',
] as const

export const SHORT_NAMES: Readonly<Record<string, string>> = {
  Albert: 'Bert',
  Alfred: 'Alf',
  Barbara: 'Babs',
  Christine: 'Chris',
  Dorothy: 'Dot',
  Frederick: 'Fred',
  Geoffrey: 'Geoff',
  Gillian: 'Gill',
  Jacqueline: 'Jackie',
  Kathleen: 'Kath',
  Kenneth: 'Ken',
  Leonard: 'Len',
  Margaret: 'Maggie',
  Maureen: 'Mo',
  Pamela: 'Pam',
  Patricia: 'Pat',
  Raymond: 'Ray',
  Ronald: 'Ron',
  Susan: 'Sue',
  Valerie: 'Val',
  Winifred: 'Win',
}

export const ETHNICITIES: Readonly<Record<Community, Weighted<string>>> = {
  british: [
    ['A', 96],
    ['C', 2],
    ['G', 1],
    ['D', 1],
  ],
  irish: [['B', 1]],
  polish_baltic: [['C', 1]],
  indian: [['H', 1]],
  pakistani_bangladeshi: [
    ['J', 60],
    ['K', 40],
  ],
  african_caribbean: [
    ['M', 45],
    ['N', 45],
    ['P', 10],
  ],
  east_asian: [
    ['R', 60],
    ['L', 40],
  ],
  turkish_arab: [
    ['C', 50],
    ['S', 50],
  ],
}

export const ENGLISH: Weighted<string> = [['English', 1]]
export const LANGUAGES: Readonly<Partial<Record<Community, Weighted<string>>>> = {
  polish_baltic: [
    ['Polish', 60],
    ['Lithuanian', 15],
    ['English', 25],
  ],
  indian: [
    ['English', 55],
    ['Gujarati', 20],
    ['Punjabi', 25],
  ],
  pakistani_bangladeshi: [
    ['English', 40],
    ['Urdu', 35],
    ['Sylheti', 25],
  ],
  east_asian: [
    ['English', 45],
    ['Cantonese', 35],
    ['Vietnamese', 20],
  ],
  turkish_arab: [
    ['English', 45],
    ['Turkish', 30],
    ['Arabic', 25],
  ],
}

export const PREFERENCES: Weighted<string | null> = [
  ['phone', 38],
  ['text', 14],
  ['letter', 10],
  ['email', 6],
  ['through_carer', 4],
  [null, 28],
]
export const NUMBER_CHECKS: Weighted<string | null> = [
  ['01', 93],
  ['03', 3],
  [null, 4],
]
export const DEATH_PLACES: Weighted<string | null> = [
  ['10', 38],
  ['21', 27],
  ['30', 14],
  ['41', 11],
  [null, 10],
]

/** What the screens' stories say of Maureen Ashworth: her telephone, her hospital nurse, and no aim in any letter yet. */
export const MAUREEN: {
  readonly person: Partial<NewRow<'person'>>
  readonly episode: Partial<NewRow<'cancer_episode'>>
} = {
  person: {
    known_as: null,
    address: '7 Reservoir Road\nBrackenfold',
    postcode: 'WX4 7DU',
    phone_home: '01632 960 155',
    language: 'English',
    interpreter_needed: 0,
  },
  episode: {
    laterality: '8',
    behaviour: 'malignant',
    basis: '7',
    grade: 'G2',
    t_category: 'T3',
    n_category: 'N1',
    m_category: 'M0',
    stage_edition: 'uicc',
    stage_version: '8',
    intent: null,
    follow_up: null,
    consultant: 'Mr Edwin Pascoe',
    nurse_specialist: 'Imogen Clarke',
    nurse_specialist_phone: '01632 960 114',
    nurse_specialist_told: 'Y1',
  },
}

import { normaliseName } from '#shared/domain/text-match.ts'
import { IMPORT_FIELDS, type ImportField } from '#shared/features/imports/schema.ts'

/**
 * Headings that practice systems, hospital lists and spreadsheets use, and where their column goes. Compared without
 * case, accents or punctuation, so a line break inside a heading does not matter.
 */
const WORDS: Readonly<Record<Exclude<ImportField, 'leave_out'>, string>> = {
  nhs_number:
    'nhs number|nhs no|nhs num|nhs|nhsnumber|nhs number formatted|patient nhs number|patient nhs no|nhs number verified|chi number|chi no|chi|h c number|hc number|hcn|h and c number|health and care number|health care number',
  local_id:
    'emis number|emis no|patient id|patient number|hospital number|hospital no|local number|local id|mrn|system number|record number|registration number|hosp no|hospital id|case note number|casenote number|unit number|pas number|pas no|rxr number|patient reference|vision id|systmone id|practice number',
  title: 'title',
  surname: 'surname|family name|last name|patient surname|surname name',
  given_name:
    'calling name|given name|given names|first name|first names|forename|forenames|patient forename|known as|christian name|forename s|first name s|preferred name',
  full_name: 'patient name|full name|name|patient|patient full name|patients name|name of patient',
  birth_date: 'date of birth|dob|birth date|birthdate|d o b|patient date of birth|born|patient dob',
  sex: 'gender|sex|stated gender|patient gender|patient sex',
  postcode: 'postcode|post code|postal code|patient postcode',
  usual_gp:
    'usual gps full name|usual gp|usual gp full name|usual doctor|registered gp|named gp|gp|gp name|usual gp name|accountable gp|registered doctor|usual clinician|named accountable gp|responsible gp',
  death_date: 'date of death|death date|dod|died|deceased date|date died',
  cancer:
    'cancer|diagnosis|primary diagnosis|tumour site|tumor site|cancer site|site|tumour|cancer type|primary site|cancer diagnosis|primary cancer|tumour type|primary tumour site|mdt site',
  icd10_code: 'icd10|icd 10|icd10 code|icd 10 code|icd code|diagnosis code',
  diagnosis_date:
    'diagnosis date|date of diagnosis|diagnosed|date diagnosed|diagnosed on|cancer diagnosis date|diagnosis dt|diag date|dx date',
  stage: 'stage|tnm stage|stage at diagnosis|overall stage|stage group|cancer stage|ajcc stage|uicc stage',
  route: 'route|route to diagnosis|referral route|diagnosis route|source of referral',
  hospital: 'hospital|trust|treating hospital|treating trust|hospital trust|provider',
  review_date:
    'cancer care review|cancer care review date|care review|care review date|ccr|ccr date|date of cancer care review|date of care review',
  support_date:
    'support contact|support contact date|support offered|support offered date|cancer support|cancer support information given|support information given|3 month contact|date support offered',
  mdt_date:
    'mdt date|date of mdt|mdt meeting|mdt meeting date|mdt discussion date|date discussed at mdt|last mdt date|mdt discussed',
  event_date:
    'date|event date|date of event|code date|date coded|date recorded|date of entry|clinical date|read code date',
  event_term:
    'code term|event details|event|term|code description|event description|read term|snomed term|clinical term|problem|coded entry|read term|read code description|ctv3 description|snomed description|rubric|medical history|code meaning',
  event_value: 'value|event value|code value|associated text|free text|numeric value',
}

/** Headings of columns that a cancer register does not keep. */
const NOT_NEEDED = new Set(
  (
    'age|organisation|organisation name|organisation code|practice|practice name|practice code|house name flat number|house name|number and street|' +
    'street|locality|town|county|address|address line 1|address line 2|address line 3|home telephone|mobile telephone|work telephone|telephone|mobile|' +
    'e mail address|email|email address|ethnicity|line|why it was rejected|registered date|registration date|registration status|patient status|' +
    'read code|ctv3 code|snomed code|snomed ct code|snomed concept id|medcode|days on pathway|day on pathway|pathway day|breach date|62 day target|' +
    '62 day breach date|31 day target|target date|tracking comments|tracking comment|tracking notes|next step|next action|cns|keyworker|key worker|consultant'
  ).split('|'),
)

const FIELDS = new Map<string, ImportField>([
  // Our own names for them come back in our own files.
  ...IMPORT_FIELDS.map(({ code, label }) => [normaliseName(label), code] as const),
  ...Object.entries(WORDS).flatMap(([field, words]) =>
    words.split('|').map((word) => [word, field as ImportField] as const),
  ),
])

/** Of the local numbers those that a hospital gives: another one than the practice's own. */
const OF_A_HOSPITAL = new Set(
  (
    'hospital number|hospital no|hosp no|hospital id|mrn|case note number|casenote number|unit number|pas number|pas no|' +
    'rxr number'
  ).split('|'),
)

/** Whether a heading names the number that a hospital knows somebody by. */
export const isHospitalNumber = (heading: string): boolean => OF_A_HOSPITAL.has(normaliseName(heading))

/** The field a heading names, `leave_out` for a column known not to be kept, null for a heading never met. */
export const fieldOfHeading = (heading: string): ImportField | null => {
  const plain = normaliseName(heading)
  return FIELDS.get(plain) ?? (NOT_NEEDED.has(plain) ? 'leave_out' : null)
}

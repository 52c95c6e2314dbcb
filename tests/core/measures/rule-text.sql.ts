/**
 * The indicators a second time, as plain SQL over the register's own tables, written from the words of the rules. It
 * knows nothing of the interpreter. A vague date is tried on each of its days, two vague dates of a person on every pair.
 */

/** What the statements are given. Spans of months are SQLite modifiers. */
export interface RuleParameters {
  /** The last day of the year. */
  readonly end: string
  /** `+3 months` or `+93 days`, and back. */
  readonly threeOn: string
  readonly threeBack: string
  readonly anyReview: 0 | 1
  readonly contactInforms: 0 | 1
  readonly eitherContact: 0 | 1
  readonly adjustedAlways: 0 | 1
}

/** Every date of a person on a day it may mean, one world for each choice of days. */
const WORLDS = `
dates(person_id, row, kind, type, template, first, grain) AS MATERIALIZED (
  SELECT person_id, id, 'diagnosed', '', 0, diagnosis_date, diagnosis_date_precision FROM cancer_episode
   WHERE diagnosis_date IS NOT NULL
     AND coalesce(behaviour, 'malignant') NOT IN ('in_situ', 'benign', 'uncertain')
     AND coalesce(icd10_code, '') NOT LIKE 'D%'
     AND ((tumour_group <> 'skin_other' AND coalesce(icd10_code, '') NOT LIKE 'C44%')
          OR lower(coalesce(site, '')) LIKE '%squamous%')
  UNION ALL
  SELECT person_id, id, 'event', event_type, coalesce(template, '') <> '', event_date, event_date_precision
    FROM journey_event
  UNION ALL
  SELECT id, id, 'died', '', 0, death_date, death_date_precision FROM person WHERE death_date IS NOT NULL
  UNION ALL
  SELECT r.person_id, r.id || 'a', 'from', r.id, 0, registered_from, registered_from_precision
    FROM practice_registration r, practice p WHERE r.ods_code = p.ods_code AND registered_from IS NOT NULL
  UNION ALL
  SELECT r.person_id, r.id || 'z', 'to', r.id, 0, registered_to, registered_to_precision
    FROM practice_registration r, practice p WHERE r.ods_code = p.ods_code AND registered_to IS NOT NULL
),
vague AS (
  SELECT person_id, row, first, date(first, CASE grain WHEN 'month' THEN '+1 month' ELSE '+1 year' END, '-1 day') AS last,
         row_number() OVER (PARTITION BY person_id ORDER BY row) AS n
    FROM dates WHERE grain <> 'day'
),
days(person_id, row, n, day, last) AS (
  SELECT person_id, row, n, first, last FROM vague
  UNION ALL
  SELECT person_id, row, n, date(day, '+1 day'), last FROM days WHERE day < last
),
worlds AS MATERIALIZED (
  SELECT person.id AS person_id, one.row AS row1, one.day AS day1, two.row AS row2, two.day AS day2,
         coalesce(one.day, '') || coalesce(two.day, '') AS world
    FROM person
    LEFT JOIN days one ON one.person_id = person.id AND one.n = 1
    LEFT JOIN days two ON two.person_id = person.id AND two.n = 2
),
actual AS MATERIALIZED (
  SELECT worlds.person_id, world, kind, type, template,
         CASE row WHEN row1 THEN day1 WHEN row2 THEN day2 ELSE first END AS day
    FROM worlds LEFT JOIN dates ON dates.person_id = worlds.person_id
),
stays AS MATERIALIZED (
  SELECT person_id, world, type AS stay, max(CASE kind WHEN 'from' THEN day END) AS since,
         max(CASE kind WHEN 'to' THEN day END) AS until
    FROM actual WHERE kind IN ('from', 'to') GROUP BY 1, 2, 3
),
staying AS MATERIALIZED (
  SELECT person_id, world, max(coalesce(since, '0000') <= :end AND coalesce(until, '9999') >= :end) AS stays_then,
         max(coalesce(since > date(:end, :threeBack, 'floor') AND since <= :end, 0)) AS came_lately
    FROM stays GROUP BY 1, 2
),
known AS MATERIALIZED (
  SELECT person_id, max(registered_from IS NULL AND registered_to IS NULL) AS always
    FROM practice_registration r, practice p WHERE r.ods_code = p.ods_code GROUP BY 1
),
basics AS MATERIALIZED (
  SELECT person_id, world,
         max(CASE WHEN kind = 'diagnosed' AND day BETWEEN '2003-04-01' AND :end THEN day END) AS newest,
         coalesce(min(CASE WHEN kind = 'died' THEN day END),
                  min(CASE WHEN kind = 'event' AND type = 'died' THEN day END)) AS died
    FROM actual GROUP BY person_id, world
),
registered AS MATERIALIZED (
  SELECT basics.*, coalesce(came_lately, 0) AS came_lately,
         newest IS NOT NULL AND (died IS NULL OR died > :end)
         AND (known.always IS NULL OR known.always OR coalesce(stays_then, 0)) AS on_register
    FROM basics LEFT JOIN staying USING (person_id, world) LEFT JOIN known USING (person_id)
)`

/** A standing where all worlds of a person agree. */
const agreed = (standing: string, from: string): string => `
WITH RECURSIVE ${WORLDS}${from},
answers AS (${standing})
SELECT person_id, CASE WHEN count(DISTINCT standing) = 1 THEN min(standing) ELSE 'undecided:vague-date' END AS standing
  FROM answers GROUP BY person_id`

/** "Register of patients with a diagnosis of cancer … diagnosed on or after 1 April 2003." */
export const REGISTER_SQL = agreed(
  `SELECT person_id, CASE WHEN on_register THEN 'met' ELSE 'outside' END AS standing FROM registered`,
  '',
)

const happenings = (done: string, refusals: string): string => `,
happenings AS (
  SELECT r.*,
         min(CASE WHEN kind = 'event' AND ${done} AND day BETWEEN newest AND :end THEN day END) AS first_done,
         min(CASE WHEN kind = 'event' AND type = 'diagnosis_letter' AND day BETWEEN newest AND :end THEN day END) AS letter,
         julianday(max(CASE WHEN kind = 'event' AND ${refusals.replaceAll('?', 'invitation')} AND day <= :end
                             AND day > date(:end, '-12 months', 'floor') THEN day END))
       - julianday(min(CASE WHEN kind = 'event' AND ${refusals.replaceAll('?', 'invitation')} AND day <= :end
                             AND day > date(:end, '-12 months', 'floor') THEN day END)) AS invited_apart,
         max(kind = 'event' AND ${refusals.replaceAll('?', 'declined')} AND day <= :end
             AND day > date(:end, '-12 months', 'floor')) AS declined,
         max(kind = 'event' AND ${refusals.replaceAll('?', 'unsuitable')} AND day <= :end
             AND day > date(:end, '-12 months', 'floor')) AS unsuitable
    FROM registered r JOIN actual USING (person_id, world)
   GROUP BY r.person_id, r.world
)`

const ADJUSTED = `
  WHEN invited_apart >= 7 THEN 'adjusted:CANINVITE'
  WHEN declined THEN 'adjusted:CANPCADEC'
  WHEN unsuitable THEN 'adjusted:CANPCAPU'
  WHEN newest > date(:end, :threeBack, 'floor') THEN 'adjusted:DIAG1_DAT'
  WHEN came_lately THEN 'adjusted:REG1_DAT3'`

const REVIEWED = `type = 'care_review' AND (template OR :anyReview)`
const INFORMED = `(type = 'support_information_given' OR (:contactInforms AND type = 'support_contact'))`
const ABOUT_REVIEW = `(type = 'care_review_?' OR (:eitherContact AND type = 'support_contact_?'))`
const ABOUT_SUPPORT = `(type = 'support_contact_?' OR (:eitherContact AND type = 'care_review_?'))`

const answer = (cases: string): string =>
  `SELECT person_id, CASE WHEN NOT on_register THEN 'outside' ${cases} END AS standing FROM happenings`

const adjustable = (excluded: string, met: string): string =>
  answer(`${excluded}
  WHEN NOT :adjustedAlways AND ${met} THEN 'met' ${ADJUSTED}
  WHEN ${met} THEN 'met' ELSE 'not-met'`)

/** CAN004: diagnosed in the preceding 24 months, reviewed within 12 months of diagnosis. */
export const CAN004_SQL = agreed(
  adjustable(
    `WHEN newest < date(:end, '-24 months', 'floor') THEN 'excluded:CAN_DAT24M'
     WHEN first_done < date(:end, '-12 months', 'floor') THEN 'excluded:MDRV_DAT'
     WHEN newest > date(:end, '-12 months', 'floor') AND first_done IS NULL THEN 'excluded:DIAGCRV12M'`,
    `coalesce(first_done <= date(newest, '+12 months', 'floor'), 0)`,
  ),
  happenings(REVIEWED, ABOUT_REVIEW),
)

/** CAN005: diagnosed in the preceding 12 months (looked back for 15), informed within 3 months of diagnosis. */
export const CAN005_SQL = agreed(
  adjustable(
    `WHEN newest < date(:end, '-15 months', 'floor') THEN 'excluded:CANDAT15M'
     WHEN first_done <= date(:end, '-12 months', 'floor') THEN 'excluded:CANSUP12M'
     WHEN newest > date(:end, :threeBack, 'floor') AND first_done IS NULL THEN 'excluded:DIAGCSUP3M'`,
    `coalesce(first_done <= date(newest, :threeOn, 'floor'), 0)`,
  ),
  happenings(INFORMED, ABOUT_SUPPORT),
)

const historic = (back: number, months: number, start: string): string =>
  agreed(
    answer(`
  WHEN newest < date(:end, '-${back} months', 'floor') THEN 'excluded:LOOKBACK${back}M'
  WHEN newest > date(:end, '-${months} months', 'floor') AND first_done IS NULL THEN 'excluded:RUNNING${months}M'
  WHEN first_done <= date(${start}, '+${months} months', 'floor') THEN 'met' ELSE 'not-met'`),
    happenings(`type = 'care_review'`, ABOUT_REVIEW),
  )

/** CANCER 3: diagnosed in the last 18 months, reviewed within 6 months of the confirmed diagnosis. */
export const CANCER3_SQL = historic(18, 6, 'newest')
/** CAN002: diagnosed in the preceding 15 months, reviewed within 3 months of the practice receiving confirmation. */
export const CAN002_SQL = historic(15, 3, 'coalesce(letter, newest)')
/** CAN003: diagnosed in the preceding 15 months, reviewed within 6 months of the date of diagnosis. */
export const CAN003_SQL = historic(15, 6, 'newest')

/** IND113, as far as its name tells: diagnosed in the preceding 15 months, reviewed within 3 months of diagnosis. */
export const IND113_SQL = agreed(
  adjustable(
    `WHEN newest < date(:end, '-15 months', 'floor') THEN 'excluded:LOOKBACK15M'
     WHEN newest > date(:end, :threeBack, 'floor') AND first_done IS NULL THEN 'excluded:RUNNING3M'`,
    `coalesce(first_done <= date(newest, :threeOn, 'floor'), 0)`,
  ),
  happenings(`type = 'care_review'`, ABOUT_REVIEW),
)

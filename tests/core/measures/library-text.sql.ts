/**
 * Measures of the library a second time, as plain SQL over the register's own tables, written from the words of their
 * definitions. It knows nothing of the library. Each statement gives what is observed: the first and last day that its
 * date may mean, whether it was met (1), not met (0) or cannot be said (2), and of a median the days.
 */

const lastDay = (date: string, grain = `${date}_precision`): string =>
  `CASE ${grain} WHEN 'day' THEN ${date} WHEN 'month' THEN date(${date}, '+1 month', '-1 day') ELSE date(${date}, '+1 year', '-1 day') END`

/** Neither in situ nor benign, no blood condition of D45 to D47, and of the skin only melanoma and squamous cell. */
const COUNTS = `coalesce(behaviour, 'malignant') NOT IN ('in_situ', 'benign', 'uncertain')
  AND coalesce(icd10_code, '') NOT LIKE 'D%'
  AND ((tumour_group <> 'skin_other' AND coalesce(icd10_code, '') NOT LIKE 'C44%')
       OR lower(coalesce(site, '')) LIKE '%squamous%' OR lower(coalesce(site, '')) LIKE '%scc%')`
const NO_SKIN = `tumour_group <> 'skin_other' AND coalesce(icd10_code, '') NOT LIKE 'C44%'`

const DIED = `died AS MATERIALIZED (
  SELECT person.id AS person_id, coalesce(death_date, event_date) AS first,
         ${lastDay('coalesce(death_date, event_date)', 'coalesce(death_date_precision, event_date_precision)')} AS last, death_place
    FROM person LEFT JOIN (SELECT person_id, min(event_date) AS event_date, event_date_precision FROM journey_event
                            WHERE event_type = 'died' GROUP BY person_id) ON person_id = person.id
   WHERE coalesce(death_date, event_date) IS NOT NULL)`

const CASES = `cases AS MATERIALIZED (
  SELECT id, person_id, coalesce(diagnosis_date, '1900-01-01') AS first,
         CASE WHEN diagnosis_date IS NULL THEN '2199-12-31' ELSE ${lastDay('diagnosis_date')} END AS last,
         route, stage, site, icd10_code, nurse_specialist, nurse_specialist_told
    FROM cancer_episode WHERE kind = 'new_primary' AND ${COUNTS} AND ${NO_SKIN})`

const ofCases = (met: string, where = '1'): string => `${CASES},
o AS MATERIALIZED (SELECT first, last, ${met} AS outcome, 0 AS days FROM cases WHERE ${where})`

const STAGED = `stage GLOB '[1-4]*'`

/** On the register at each month's end: 0 surely not, 1 perhaps, 2 surely. */
const onRegister = (byRule: boolean): string => `${DIED},
made AS MATERIALIZED (
  SELECT person_id, coalesce(diagnosis_date, '1900-01-01') AS first,
         CASE WHEN diagnosis_date IS NULL THEN '2199-12-31' ELSE ${lastDay('diagnosis_date')} END AS last
    FROM cancer_episode WHERE ${byRule ? COUNTS : '1'}),
diagnosed AS MATERIALIZED (
  SELECT person_id, min(CASE WHEN ${byRule ? `first >= '2003-04-01'` : '1'} THEN last END) AS surely,
         min(CASE WHEN ${byRule ? `last >= '2003-04-01'` : '1'} THEN first END) AS perhaps
    FROM made GROUP BY person_id),
stays AS MATERIALIZED (
  SELECT person_id, coalesce(registered_from, '0000-01-01') AS from_first,
         CASE WHEN registered_from IS NULL THEN '0000-01-01' ELSE ${lastDay('registered_from')} END AS from_last,
         coalesce(registered_to, '9999-12-31') AS to_first,
         CASE WHEN registered_to IS NULL THEN '9999-12-31' ELSE ${lastDay('registered_to')} END AS to_last
    FROM practice_registration r, practice p
   WHERE r.ods_code = p.ods_code OR (r.ods_code IS NULL AND r.practice_name = p.name)),
then_there AS MATERIALIZED (
  SELECT person_id, month, max(CASE WHEN from_last <= end AND to_first >= end THEN 2
                                    WHEN from_first <= end AND to_last >= end THEN 1 ELSE 0 END) AS there
    FROM stays, months GROUP BY person_id, month),
standing AS MATERIALIZED (
  SELECT d.person_id, months.month,
         min(CASE WHEN surely <= end THEN 2 WHEN perhaps <= end THEN 1 ELSE 0 END,
             CASE WHEN died.last <= end THEN 0 WHEN died.first <= end THEN 1 ELSE 2 END,
             coalesce(there, 2)) AS standing
    FROM diagnosed d, months LEFT JOIN died ON died.person_id = d.person_id
    LEFT JOIN then_there ON then_there.person_id = d.person_id AND then_there.month = months.month)`

const ofRegister = (met: string, byRule = true): string => `${onRegister(byRule)},
o AS MATERIALIZED (SELECT month || '-01' AS first, month || '-01' AS last,
         CASE standing WHEN 1 THEN 2 ELSE ${met} END AS outcome, 0 AS days
    FROM standing JOIN person ON person.id = person_id WHERE standing > 0)`

const ofDeaths = (met: string, where = '1'): string => `${DIED},
o AS MATERIALIZED (SELECT first, last, ${met} AS outcome, 0 AS days FROM died WHERE ${where})`

const at = (date: string, met: string, from: string, days = '0'): string =>
  `o AS MATERIALIZED (SELECT ${date} AS first, ${date} AS last, ${met} AS outcome, ${days} AS days FROM ${from})`

/** The steps of each referral; every one happened once at most, and its day is known. */
const STEPS = `steps AS MATERIALIZED (
  SELECT pathway.id, pathway.person_id, pathway.episode_id, priority,
         min(CASE WHEN event_type = 'urgent_referral' THEN event_date END) AS sent,
         min(CASE WHEN event_type = 'referral_received' AND priority <> 'routine' THEN event_date END) AS received,
         min(CASE WHEN event_type IN ('told_diagnosis', 'told_no_cancer', 'decision_to_treat') THEN event_date END) AS told,
         min(CASE WHEN event_type = 'told_no_cancer' THEN 1 END) AS no_cancer,
         min(CASE WHEN event_type = 'told_diagnosis' THEN 1 END) AS cancer,
         min(CASE WHEN event_type = 'decision_to_treat' THEN event_date END) AS decided,
         min(CASE WHEN event_type = 'surgery' THEN event_date END) AS treated
    FROM pathway JOIN journey_event ON pathway_id = pathway.id GROUP BY pathway.id)`

const daysTo = (from: string, to: string): string => `CAST(julianday(${to}) - julianday(${from}) AS INTEGER)`
const wait = (from: string, to: string, most: number): string =>
  `${STEPS}, ${at(to, `${daysTo(from, to)} <= ${most}`, `steps WHERE ${from} IS NOT NULL AND ${to} IS NOT NULL`)}`
const waitDays = (from: string, to: string): string =>
  `${STEPS}, ${at(to, '1', `steps WHERE ${from} IS NOT NULL AND ${to} IS NOT NULL`, daysTo(from, to))}`

const LETTER_DAYS = `CASE event_type WHEN 'told_diagnosis' THEN 14 WHEN 'recurrence_told' THEN 14 WHEN 'first_seen' THEN 14
  WHEN 'oncology_clinic' THEN 14 WHEN 'surgical_clinic' THEN 14 WHEN 'mdt' THEN 21 WHEN 'decision_to_treat' THEN 21
  WHEN 'nurse_specialist_contact' THEN 14 WHEN 'discharged' THEN 7 WHEN 'chemotherapy_started' THEN 14
  WHEN 'treatment_ended' THEN 42 WHEN 'follow_up_clinic' THEN 14 END`

const lettersDue = (where: string): string => `${DIED},
awaited AS MATERIALIZED (
  SELECT journey_event.id, person_id, ${LETTER_DAYS} AS within,
         date(${lastDay('event_date')}, '+' || ${LETTER_DAYS} || ' days') AS due
    FROM journey_event WHERE ${LETTER_DAYS} IS NOT NULL AND event_date_precision <> 'year' AND ${where}),
o AS MATERIALIZED (
  SELECT due AS first, due AS last,
         CASE WHEN gap.event_id IS NULL THEN 0 WHEN gap.days IS NULL THEN 2 ELSE gap.days <= within END AS outcome, 0 AS days
    FROM awaited LEFT JOIN letter_gap gap ON gap.event_id = awaited.id LEFT JOIN died ON died.person_id = awaited.person_id
   WHERE due <= :today AND NOT (gap.event_id IS NULL AND coalesce(died.first <= due, 0)))`

/** Done within some months of a diagnosis whose day is known: on the day it was, or else when the time ran out. */
const doneWithin = (types: string, months: number): string => `${CASES}, ${DIED},
owed AS MATERIALIZED (
  SELECT cases.id, cases.first AS day, date(cases.first, '+${months} months', 'floor') AS deadline, gone.first AS died,
         min(CASE WHEN event_date BETWEEN cases.first AND date(cases.first, '+${months} months', 'floor') THEN event_date END) AS done
    FROM (SELECT id, person_id, first FROM cases WHERE first = last) cases
    LEFT JOIN (SELECT person_id AS who, event_date FROM journey_event WHERE event_type IN (${types})) ON who = cases.person_id
    LEFT JOIN died gone ON gone.person_id = cases.person_id
   GROUP BY cases.id),
${at('coalesce(done, deadline)', 'done IS NOT NULL', `owed WHERE done IS NOT NULL OR (deadline <= :today AND NOT coalesce(died <= deadline, 0))`)}`

/** Care contacts as the indicators read them, of diagnoses known to the day. */
const contact = (done: string, kind: string, months: number): string => `${DIED},
counting AS MATERIALIZED (
  SELECT id, person_id, diagnosis_date AS day, date(diagnosis_date, '+${months} months', 'floor') AS deadline
    FROM cancer_episode WHERE diagnosis_date >= '2003-04-01' AND ${COUNTS}),
later AS MATERIALIZED (
  SELECT id, person_id, day, deadline,
         min(day) OVER (PARTITION BY person_id ORDER BY day GROUPS BETWEEN 1 FOLLOWING AND 1 FOLLOWING) AS next
    FROM counting),
timed AS MATERIALIZED (
  SELECT id, person_id, day, deadline, CASE WHEN next <= deadline THEN next END AS again FROM later),
looked AS MATERIALIZED (
  SELECT timed.*, coalesce(date(again, '-1 day'), deadline) AS until FROM timed),
owed AS MATERIALIZED (
  SELECT looked.id, looked.person_id, looked.deadline, again,
         min(CASE WHEN ${done} AND event_date BETWEEN day AND until THEN event_date END) AS done,
         max(coalesce(event_type IN ('${kind}_declined', '${kind}_unsuitable') AND event_date BETWEEN day AND until, 0)) AS said_no,
         julianday(max(CASE WHEN event_type = '${kind}_invitation' AND event_date BETWEEN day AND until THEN event_date END))
       - julianday(min(CASE WHEN event_type = '${kind}_invitation' AND event_date BETWEEN day AND until THEN event_date END)) AS apart
    FROM looked LEFT JOIN journey_event ON journey_event.person_id = looked.person_id GROUP BY looked.id),
stays AS (
  SELECT person_id, coalesce(registered_from, '0000') AS since, coalesce(registered_to, '9999') AS until
    FROM practice_registration r, practice p WHERE r.ods_code = p.ods_code OR (r.ods_code IS NULL AND r.practice_name = p.name)),
${at(
  'coalesce(done, deadline)',
  'done IS NOT NULL',
  `owed LEFT JOIN died USING (person_id)
   WHERE done IS NOT NULL OR (deadline <= :today AND again IS NULL AND NOT said_no AND coalesce(apart < 7, 1)
     AND NOT coalesce(died.first <= deadline, 0)
     AND (NOT EXISTS (SELECT 1 FROM stays WHERE stays.person_id = owed.person_id)
          OR EXISTS (SELECT 1 FROM stays WHERE stays.person_id = owed.person_id AND deadline BETWEEN since AND until)))`,
)}`

const FIRSTS = `${CASES},
before AS MATERIALIZED (
  SELECT cases.id, cases.person_id, cases.first AS diagnosed,
         coalesce((SELECT max(diagnosis_date) FROM cancer_episode other WHERE other.person_id = cases.person_id
                    AND other.diagnosis_date < cases.first), '0000') AS after
    FROM cases WHERE first = last),
firsts AS MATERIALIZED (
  SELECT before.id, diagnosed,
         min(CASE WHEN event_type IN ('seen_by_gp', 'home_visit') THEN event_date END) AS presented,
         min(CASE WHEN event_type IN ('urgent_referral', 'routine_referral') THEN event_date END) AS referred
    FROM before JOIN journey_event e ON e.person_id = before.person_id AND event_date > after
     AND (episode_id IS NULL OR episode_id = before.id) GROUP BY before.id)`
const between = (from: string, to: string): string =>
  `${FIRSTS}, ${at(to, '1', `firsts WHERE ${from} <= ${to}`, daysTo(from, to))}`

interface Text {
  readonly code: string
  readonly sql: string
  /** Whether the text holds where dates are known to the month or year. */
  readonly vague: boolean
}

const vague = (code: string, sql: string): Text => ({ code, sql, vague: true })
const exact = (code: string, sql: string): Text => ({ code, sql, vague: false })

export const LIBRARY_SQL: readonly Text[] = [
  vague('prevalence', ofRegister('1')),
  vague('prevalence-ever', ofRegister('1', false)),
  vague('nhs-number-known', ofRegister('nhs_number IS NOT NULL')),
  vague('birth-date-known', ofRegister('birth_date IS NOT NULL')),
  vague('sex-known', ofRegister(`sex <> 'X'`)),
  vague('ethnicity-known', ofRegister(`ethnicity IS NOT NULL AND ethnicity <> '99'`)),
  vague('deprivation-known', ofRegister('deprivation_quintile IS NOT NULL')),
  vague('new-diagnoses', ofCases('1')),
  vague(
    'all-new-diagnoses',
    `o AS MATERIALIZED (SELECT coalesce(diagnosis_date, '1900-01-01') AS first,
       CASE WHEN diagnosis_date IS NULL THEN '2199-12-31' ELSE ${lastDay('diagnosis_date')} END AS last, 1 AS outcome, 0 AS days
       FROM cancer_episode WHERE kind = 'new_primary')`,
  ),
  vague('emergency-route', ofCases(`route = 'emergency'`, `route <> 'not_known'`)),
  vague('detection', ofCases(`route = 'urgent_referral'`, `route <> 'not_known'`)),
  vague('early-stage', ofCases(`stage GLOB '[12]*'`, `coalesce(${STAGED}, 0)`)),
  vague('stage-known', ofCases(`coalesce(${STAGED}, 0)`)),
  vague('route-known', ofCases(`route <> 'not_known'`)),
  vague('site-coded', ofCases(`coalesce(site, '') <> '' OR coalesce(icd10_code, '') <> ''`)),
  vague('deaths', ofDeaths('1')),
  vague('death-place-known', ofDeaths('death_place IS NOT NULL')),
  vague('died-at-home', ofDeaths(`death_place LIKE '2%'`, 'death_place IS NOT NULL')),
  vague('died-in-hospital', ofDeaths(`death_place = '10'`, 'death_place IS NOT NULL')),
  vague('died-in-care-home', ofDeaths(`death_place LIKE '4%'`, 'death_place IS NOT NULL')),
  exact('urgent-referrals', `${STEPS}, ${at('sent', '1', `steps WHERE priority = 'urgent_suspected_cancer'`)}`),
  exact(
    'conversion',
    `${STEPS}, ${at(
      'sent',
      'CASE WHEN episode_id IS NOT NULL OR cancer OR treated IS NOT NULL THEN 1 WHEN no_cancer THEN 0 ELSE 2 END',
      `steps WHERE priority = 'urgent_suspected_cancer'`,
    )}`,
  ),
  exact('told-28', wait('received', 'told', 28)),
  exact('told-28-days', waitDays('received', 'told')),
  exact('treated-31', wait('decided', 'treated', 31)),
  exact('treated-31-days', waitDays('decided', 'treated')),
  exact('treated-62', wait('received', 'treated', 62)),
  exact('treated-62-days', waitDays('received', 'treated')),
  exact(
    'safety-net-outcome',
    `${STEPS}, ${at(
      `date(sent, '+62 days')`,
      `coalesce(told <= date(sent, '+62 days'), 0)`,
      `steps WHERE priority = 'urgent_suspected_cancer' AND date(sent, '+62 days') <= :today`,
    )}`,
  ),
  exact(
    'safety-net-tasks',
    at(
      'due_date',
      `state = 'done' AND finished_on <= due_date`,
      `task WHERE pathway_id IS NOT NULL AND state <> 'dropped' AND due_date <= :today`,
    ),
  ),
  exact('primary-care-interval', between('presented', 'referred')),
  exact('diagnostic-interval', between('presented', 'diagnosed')),
  vague('letters-in-time', lettersDue('1')),
  vague('treatment-summary', lettersDue(`event_type = 'treatment_ended'`)),
  vague(
    'letter-gap',
    `o AS MATERIALIZED (SELECT letter_date AS first, ${lastDay('letter_date', 'event_date_precision')} AS last,
       CASE WHEN days IS NULL THEN 2 ELSE 1 END AS outcome, days
       FROM (SELECT letter_date, days, event_date_precision FROM letter_gap JOIN journey_event ON id = letter_event_id))`,
  ),
  exact('support-contact', contact(`event_type = 'support_information_given'`, 'support_contact', 3)),
  exact('care-review', contact(`event_type = 'care_review' AND coalesce(template, '') <> ''`, 'care_review', 12)),
  exact('needs-assessment-done', doneWithin(`'needs_assessment_done'`, 12)),
  exact('needs-assessment-offered', doneWithin(`'needs_assessment_done', 'needs_assessment_offered'`, 12)),
  vague(
    'nurse-specialist',
    ofCases(`coalesce(nurse_specialist, '') <> '' OR coalesce(nurse_specialist_told, '') IN ('Y1', 'Y3', 'Y4', 'Y5')
      OR EXISTS (SELECT 1 FROM journey_event e WHERE e.person_id = cases.person_id
                  AND event_type IN ('nurse_specialist_contact', 'nurse_specialist_letter')
                  AND ${lastDay('event_date')} >= cases.first)`),
  ),
]

/** Months, and what was observed: every statement begins with them. */
const WITH_MONTHS = `WITH RECURSIVE names(month) AS (
  SELECT :first UNION ALL SELECT strftime('%Y-%m', month || '-01', '+1 month') FROM names WHERE month < :last),
months AS MATERIALIZED (SELECT month, date(month || '-01', '+1 month', '-1 day') AS end FROM names),
`

/** Counts by month, of those whose date lies in one month; the others are undecided in every month they may be of. */
export const monthsSql = ({ sql }: Text): string => `${WITH_MONTHS}${sql}
SELECT month, sum(outcome = 1) AS met, sum(outcome = 0) AS not_met, sum(outcome = 2) AS undecided FROM (
  SELECT substr(first, 1, 7) AS month, outcome FROM o WHERE substr(first, 1, 7) = substr(last, 1, 7)
  UNION ALL
  SELECT month, 2 FROM months JOIN (SELECT first, last FROM o WHERE substr(first, 1, 7) <> substr(last, 1, 7))
      ON month BETWEEN substr(first, 1, 7) AND substr(last, 1, 7))
WHERE month BETWEEN :first AND :last GROUP BY month`

/** The days behind a median, month by month. */
export const daysSql = ({ sql }: Text): string => `${WITH_MONTHS}${sql}
SELECT substr(first, 1, 7) AS month, days FROM o
 WHERE outcome = 1 AND substr(first, 1, 7) = substr(last, 1, 7) AND substr(first, 1, 7) BETWEEN :first AND :last`
